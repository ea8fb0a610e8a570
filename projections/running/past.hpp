#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <list>
#include <memory>
#include <mutex>

#include <domain/time.hpp>
#include <ledger/reader.hpp>
#include <projections/views.hpp>

#include "storage/memory_view.hpp"

namespace langnghe::projections {

/// The number of past snapshots that are kept in memory.
inline constexpr std::size_t kPastSnapshotsMax = 8;

/// Views as they once were, made by running the projections in memory. Thread-safe.
class Past {
 public:
  explicit Past(eventstore::LedgerReader& store) : store_(store) {}

  /// Begins with the nearest earlier snapshot that is kept.
  [[nodiscard]] std::expected<std::shared_ptr<const Snapshot>, ViewError> as_of(
      const eventstore::LedgerId& ledger, std::uint64_t size);
  void forget(const eventstore::LedgerId& ledger);

 private:
  using Kept = std::shared_ptr<const MemorySnapshot>;  // shared with the readers that asked for it
  struct Entry {
    eventstore::LedgerId ledger;
    Kept snapshot;
  };
  [[nodiscard]] Kept nearest(const eventstore::LedgerId& ledger, std::uint64_t size);
  void keep(const eventstore::LedgerId& ledger, Kept snapshot);

  eventstore::LedgerReader& store_;
  std::mutex mutex_;          ///< guards entries_
  std::list<Entry> entries_;  ///< used last first
};

/// The number of the ledger's records that were recorded at or before the instant. Record time
/// never runs backwards within a ledger, so this is a binary search.
[[nodiscard]] std::expected<std::uint64_t, ViewError> size_at_instant(
    eventstore::LedgerReader& store, const eventstore::LedgerId& ledger, domain::Instant instant);

}  // namespace langnghe::projections
