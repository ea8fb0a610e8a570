#include "running/past.hpp"

#include <algorithm>
#include <utility>

#include <ledger/record.hpp>

#include "running/fold.hpp"
#include "running/replay.hpp"

namespace langnghe::projections {

std::expected<std::shared_ptr<const Snapshot>, ViewError> Past::as_of(
    const eventstore::LedgerId& ledger, std::uint64_t size) {
  const auto begin = nearest(ledger, size);
  if (begin && begin->size() == size) {
    return begin;
  }
  const MemorySnapshot nothing;
  auto made = replay_from(begin ? *begin : nothing, store_, ledger, size, {});
  if (!made) {
    return std::unexpected(made.error());
  }
  keep(ledger, *made);
  return *made;
}

void Past::forget(const eventstore::LedgerId& ledger) {
  const std::scoped_lock lock(mutex_);
  entries_.remove_if([&](const Entry& entry) { return entry.ledger == ledger; });
}

Past::Kept Past::nearest(const eventstore::LedgerId& ledger, std::uint64_t size) {
  const std::scoped_lock lock(mutex_);
  auto best = entries_.end();
  for (auto at = entries_.begin(); at != entries_.end(); ++at) {
    if (at->ledger == ledger && at->snapshot->size() <= size &&
        (best == entries_.end() || at->snapshot->size() > best->snapshot->size())) {
      best = at;
    }
  }
  if (best == entries_.end()) {
    return nullptr;
  }
  entries_.splice(entries_.begin(), entries_, best);
  return best->snapshot;
}

void Past::keep(const eventstore::LedgerId& ledger, Kept snapshot) {
  const std::scoped_lock lock(mutex_);
  entries_.push_front({ledger, std::move(snapshot)});
  if (entries_.size() > kPastSnapshotsMax) {
    entries_.pop_back();
  }
}

std::expected<std::uint64_t, ViewError> size_at_instant(eventstore::LedgerReader& store,
                                                        const eventstore::LedgerId& ledger,
                                                        domain::Instant instant) {
  // The form kept in records sorts like time, so texts are compared.
  const auto limit = domain::to_utc_text(instant);
  const auto size = store.size(ledger);
  if (!size) {
    return std::unexpected(view_error(size.error()));
  }
  std::uint64_t low = 0;
  std::uint64_t high = *size;
  while (low < high) {
    const auto middle = low + (high - low) / 2;
    const auto records = store.read_ledger(ledger, {middle}, 1);
    if (!records) {
      return std::unexpected(view_error(records.error()));
    }
    const auto record = records->empty()
                            ? std::unexpected(std::string("no record at that position"))
                            : eventstore::parse(records->front().bytes);
    if (!record) {
      return std::unexpected(ViewError{
          .code = ViewError::Code::unreadable, .position = middle, .what = record.error()});
    }
    if (record->recorded <= limit) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

}  // namespace langnghe::projections
