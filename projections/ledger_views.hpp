#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <memory>
#include <mutex>
#include <optional>

#include <eventstore/store.hpp>
#include <projections/views.hpp>

#include "fold.hpp"
#include "rows_database.hpp"

namespace langnghe::projections {

/// The kept views of one ledger. Thread-safe: one caller at a time moves them, any number reads.
class LedgerViews {
 public:
  /// Drops what is kept if it is not of this ledger. Throws ViewFault.
  LedgerViews(eventstore::EventStore& store, std::shared_ptr<RowsDatabase> rows,
              eventstore::LedgerId ledger, const FoldLimits& limits = {});

  /// Applies the records that wait, at most FoldLimits::records; answers how many. After an error
  /// all records before the one it names are applied, and the views show that they stopped.
  [[nodiscard]] std::expected<std::size_t, ViewError> step();

  [[nodiscard]] std::expected<std::shared_ptr<const Snapshot>, ViewError> latest() const;
  /// Also when the views have stopped.
  [[nodiscard]] std::shared_ptr<const Snapshot> snapshot() const;
  [[nodiscard]] std::optional<ViewError> error() const;
  /// False when the deadline passes or the views have stopped before that size.
  [[nodiscard]] bool wait_for(std::uint64_t size,
                              std::chrono::steady_clock::time_point deadline) const;
  [[nodiscard]] std::expected<void, ViewError> drop();

  [[nodiscard]] const eventstore::LedgerId& ledger() const { return ledger_; }

 private:
  void drop_if_not_of_this_ledger();
  [[nodiscard]] std::expected<std::size_t, ViewError> move();
  void publish(std::shared_ptr<const Snapshot> snapshot);
  void show(std::optional<ViewError> error);

  eventstore::EventStore& store_;
  std::shared_ptr<RowsDatabase> rows_;  // shared with the snapshots made of it
  eventstore::LedgerId ledger_;
  FoldLimits limits_;

  std::mutex moving_;               ///< held by who changes the rows; taken before state_mutex_
  mutable std::mutex state_mutex_;  ///< guards what follows
  mutable std::condition_variable changed_;
  std::shared_ptr<const Snapshot> snapshot_;  // shared: readers keep the one they began with
  std::optional<ViewError> error_;
};

}  // namespace langnghe::projections
