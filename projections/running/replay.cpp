#include "running/replay.hpp"

#include <string>
#include <string_view>

#include "running/fold.hpp"

namespace langnghe::projections {
namespace {

constexpr std::uint64_t kRecordsPerReport = 1'000;  // of progress

}  // namespace

std::expected<std::shared_ptr<const MemorySnapshot>, ViewError> replay_from(
    const MemorySnapshot& from, eventstore::LedgerReader& store, const eventstore::LedgerId& ledger,
    std::uint64_t size, const std::function<void(Progress)>& progress) {
  Fold fold(from);
  std::uint64_t done = from.size();
  if (done >= size) {
    return std::make_shared<const MemorySnapshot>(from, fold.changes(), done);
  }
  std::expected<void, ViewError> applied;
  const auto visited = store.visit_ledger(
      ledger, {done}, size - done, [&](eventstore::Position position, std::string_view bytes) {
        applied = fold.take(position, bytes);
        if (!applied) {
          return false;
        }
        ++done;
        if (progress && (done % kRecordsPerReport == 0 || done == size)) {
          progress({.done = done, .total = size});
        }
        return true;
      });
  if (!visited) {
    return std::unexpected(view_error(visited.error()));
  }
  if (!applied) {
    return std::unexpected(applied.error());
  }
  if (done < size) {
    return std::unexpected(ViewError{.code = ViewError::Code::beyond_ledger,
                                     .position = done,
                                     .what = "the ledger ends at " + std::to_string(done)});
  }
  return std::make_shared<const MemorySnapshot>(from, fold.changes(), size);
}

std::expected<std::shared_ptr<const Snapshot>, ViewError> replay_in_memory(
    eventstore::LedgerReader& store, const eventstore::LedgerId& ledger, std::uint64_t size,
    const std::function<void(Progress)>& progress) {
  return replay_from(MemorySnapshot{}, store, ledger, size, progress);
}

}  // namespace langnghe::projections
