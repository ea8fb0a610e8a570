#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include <following/records.hpp>
#include <ledger/reader.hpp>
#include <projections/views.hpp>

#include "running/fold.hpp"
#include "storage/rows_database.hpp"

namespace langnghe::projections {

/// The kept views of one ledger. Thread-safe: one caller at a time moves them, any number reads.
/// Records whose rows the database does not take are folded in memory and shown all the same.
class LedgerViews {
 public:
  /// Drops what is kept if it is not of this ledger. Throws ViewFault.
  LedgerViews(eventstore::LedgerReader& store, std::shared_ptr<RowsDatabase> rows,
              eventstore::LedgerId ledger, const FoldLimits& limits = {});

  /// Applies the records up to the end of those, from where the rows are: at most
  /// FoldLimits::records; answers how many. After an error all records before the one it names are
  /// applied, and the views show that they stopped.
  [[nodiscard]] std::expected<std::size_t, ViewError> take(const eventstore::Records& records);
  /// The same with all records that wait.
  [[nodiscard]] std::expected<std::size_t, ViewError> step();

  [[nodiscard]] std::expected<std::shared_ptr<const Snapshot>, ViewError> latest() const;
  /// Also when the views have stopped.
  [[nodiscard]] std::shared_ptr<const Snapshot> snapshot() const;
  [[nodiscard]] std::optional<ViewError> error() const;
  /// False when the deadline passes or the views have stopped before that size.
  [[nodiscard]] bool wait_for(std::uint64_t size,
                              std::chrono::steady_clock::time_point deadline) const;
  [[nodiscard]] std::expected<void, ViewError> drop();

  /// False while the newest rows are in memory alone.
  [[nodiscard]] bool is_kept() const;

  /// The records that are shown, whether the database took them, and what stopped the views: all of
  /// one moment.
  struct Condition {
    std::uint64_t size = 0;
    bool is_kept = true;
    std::string stopped;
  };
  [[nodiscard]] Condition condition() const;

  /// Gives back every snapshot, so that the database can be opened anew; nobody moves the views
  /// while the lock lives. Until `take_up` readers are told `why`.
  [[nodiscard]] std::unique_lock<std::mutex> let_go(const std::string& why);
  /// Goes on with the rows there are then. Readers wait until the ledger's present end is reached.
  void take_up(std::unique_lock<std::mutex> lock);

  /// Nobody moves the views while the lock lives; readers go on. `show_anew` then shows the rows
  /// that the database has at that moment.
  [[nodiscard]] std::unique_lock<std::mutex> hold_still();
  void show_anew(std::unique_lock<std::mutex> lock);

  [[nodiscard]] const eventstore::LedgerId& ledger() const { return ledger_; }

 private:
  [[nodiscard]] std::expected<std::size_t, ViewError> move(const eventstore::Records& records);
  [[nodiscard]] std::expected<std::size_t, ViewError> hold(std::uint64_t wanted);
  void publish(std::shared_ptr<const Snapshot> snapshot, bool is_kept);
  void show(std::optional<ViewError> error);

  eventstore::LedgerReader& store_;
  std::shared_ptr<RowsDatabase> rows_;  // shared with the snapshots made of it
  eventstore::LedgerId ledger_;
  FoldLimits limits_;

  std::mutex moving_;  ///< held by who changes the rows; taken before state_mutex_; guards kept_
  std::shared_ptr<const Snapshot> kept_;  ///< what the database holds; shared with snapshot_
  mutable std::mutex state_mutex_;        ///< guards what follows
  mutable std::condition_variable changed_;
  std::shared_ptr<const Snapshot> snapshot_;  // shared: readers keep the one they began with
  std::optional<ViewError> error_;
  bool is_kept_ = true;
  std::uint64_t awaited_ = 0;  ///< views that are built again are shown from this size on
};

}  // namespace langnghe::projections
