#include "replay.hpp"

#include <algorithm>
#include <string>

#include "apply.hpp"

namespace langnghe::projections {

std::expected<std::shared_ptr<const MemorySnapshot>, ViewError> replay_from(
    const MemorySnapshot& from, eventstore::EventStore& store, const eventstore::LedgerId& ledger,
    std::uint64_t size, const std::function<void(Progress)>& progress) {
  const auto snapshot = std::make_shared<MemorySnapshot>(from);
  const auto writers = snapshot->writers();
  std::uint64_t done = from.size();
  while (done < size) {
    const auto limit = std::min<std::uint64_t>(kRecordsPerBatch, size - done);
    const auto records = store.read_ledger(ledger, {done}, limit);
    if (!records) {
      return std::unexpected(view_error(records.error()));
    }
    if (records->empty()) {
      return std::unexpected(ViewError{.code = ViewError::Code::beyond_ledger,
                                       .position = done,
                                       .what = "the ledger ends at " + std::to_string(done)});
    }
    for (const auto& record : *records) {
      if (const auto applied = apply_record(writers, record); !applied) {
        return std::unexpected(applied.error());
      }
    }
    done += records->size();
    snapshot->set_size(done);
    if (progress) {
      progress({.done = done, .total = size});
    }
  }
  return snapshot;
}

std::expected<std::shared_ptr<const Snapshot>, ViewError> replay_in_memory(
    eventstore::EventStore& store, const eventstore::LedgerId& ledger, std::uint64_t size,
    const std::function<void(Progress)>& progress) {
  return replay_from(MemorySnapshot{}, store, ledger, size, progress);
}

}  // namespace langnghe::projections
