#include "running/ledger_views.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <log/log.hpp>

#include "rows/sha256.hpp"
#include "running/batch.hpp"
#include "running/same_ledger.hpp"
#include "storage/held_snapshot.hpp"
#include "storage/memory_view.hpp"

namespace langnghe::projections {
namespace {

ViewError database_error(const ViewFault& fault) {
  return {.code = ViewError::Code::unavailable, .position = 0, .what = fault.what()};
}

}  // namespace

LedgerViews::LedgerViews(eventstore::LedgerReader& store, std::shared_ptr<RowsDatabase> rows,
                         eventstore::LedgerId ledger, const FoldLimits& limits)
    : store_(store), rows_(std::move(rows)), ledger_(std::move(ledger)), limits_(limits) {
  drop_if_of_another(store_, *rows_, ledger_);
  kept_ = rows_->snapshot(ledger_);
  snapshot_ = kept_;
}

std::expected<std::size_t, ViewError> LedgerViews::step() {
  constexpr auto kAll = std::numeric_limits<std::uint64_t>::max();
  return take(eventstore::Records(store_, ledger_, {0}, kAll));
}

std::expected<std::size_t, ViewError> LedgerViews::take(const eventstore::Records& records) {
  const std::scoped_lock moving(moving_);
  std::expected<std::size_t, ViewError> moved;
  try {
    moved = move(records);
  } catch (const ViewFault& fault) {
    moved = std::unexpected(database_error(fault));
  }
  show(moved ? std::nullopt : std::optional(moved.error()));
  return moved;
}

std::expected<std::size_t, ViewError> LedgerViews::move(const eventstore::Records& records) {
  if (rows_->is_broken()) {
    return hold(store_.known_size(ledger_));
  }
  // Rows of a ledger that is read from its beginning: there are none to look for in the database.
  static const MemorySnapshot kNone;
  const auto shown = snapshot()->size();
  Batch batch(kept_->size() == 0 ? kNone : *kept_, limits_, rows_->projections());
  const auto end = std::min(records.end(), kept_->size() + limits_.records);
  const auto read = batch.read(records.between({kept_->size()}, end));
  const auto reached = kept_->size() + batch.count();
  if (batch.count() > 0) {
    try {
      rows_->write(ledger_, batch.changes(), {.size = reached, .last_record = batch.last_record()});
    } catch (const ViewFault& fault) {
      log::warning(std::string("the views are held in memory: ") + fault.what(), ledger_.value);
      return hold(reached);
    }
    kept_ = rows_->snapshot(ledger_);
    publish(kept_, true);
  }
  if (!read) {
    return std::unexpected(read.error());
  }
  return reached > shown ? reached - shown : batch.count();
}

/// Folds what the database did not take on top of what it holds. From there each time: on top of
/// what is held already, readers would have to look through ever more layers.
std::expected<std::size_t, ViewError> LedgerViews::hold(std::uint64_t wanted) {
  const auto shown = snapshot();
  if (shown->size() >= wanted) {
    return 0;
  }
  const auto* const in_memory = dynamic_cast<const MemorySnapshot*>(shown.get());
  const auto below = in_memory != nullptr ? shown : kept_;
  const auto batch = std::make_shared<Batch>(*below, limits_, rows_->projections());
  const auto read = batch->read(
      eventstore::Records(store_, ledger_, {below->size()}, below->size() + limits_.records));
  const auto reached = below->size() + batch->count();
  if (reached > shown->size() && in_memory != nullptr) {
    publish(std::make_shared<MemorySnapshot>(*in_memory, batch->changes(), reached), false);
  } else if (reached > shown->size()) {
    publish(std::make_shared<HeldSnapshot>(below, batch, batch->changes(), reached), false);
  }
  if (!read) {
    return std::unexpected(read.error());
  }
  if (reached <= shown->size()) {
    return std::unexpected(
        ViewError{.code = ViewError::Code::unavailable,
                  .position = reached,
                  .what = "the views' database takes no rows, and memory no more"});
  }
  return reached - shown->size();
}

void LedgerViews::publish(std::shared_ptr<const Snapshot> snapshot, bool is_kept) {
  {
    const std::scoped_lock lock(state_mutex_);
    snapshot_.swap(snapshot);  // the old one is let go outside the lock
    is_kept_ = is_kept;
  }
  changed_.notify_all();
}

void LedgerViews::show(std::optional<ViewError> error) {
  bool is_new = false;
  {
    const std::scoped_lock lock(state_mutex_);
    if (!error && snapshot_->size() < awaited_) {
      return;  // what was said stays: they are still being built again
    }
    awaited_ = error ? awaited_ : 0;
    is_new = error && (!error_ || error_->what != error->what);
    error_ = error;
  }
  if (is_new) {
    log::error("the views have stopped: " + error->what, ledger_.value);
  }
  changed_.notify_all();
}

std::expected<std::shared_ptr<const Snapshot>, ViewError> LedgerViews::latest() const {
  const std::scoped_lock lock(state_mutex_);
  if (error_) {
    return std::unexpected(*error_);
  }
  return snapshot_;
}

std::shared_ptr<const Snapshot> LedgerViews::snapshot() const {
  const std::scoped_lock lock(state_mutex_);
  return snapshot_;
}

bool LedgerViews::is_kept() const {
  const std::scoped_lock lock(state_mutex_);
  return is_kept_;
}

LedgerViews::Condition LedgerViews::condition() const {
  const std::scoped_lock lock(state_mutex_);
  return {snapshot_->size(), is_kept_, error_ ? error_->what : std::string()};
}

std::unique_lock<std::mutex> LedgerViews::let_go(const std::string& why) {
  static const auto kNone = std::make_shared<const MemorySnapshot>();
  std::unique_lock moving(moving_);
  kept_ = kNone;
  {
    const std::scoped_lock lock(state_mutex_);
    awaited_ = std::max(awaited_, snapshot_->size());
    error_ = ViewError{.code = ViewError::Code::unavailable, .position = 0, .what = why};
  }
  publish(kNone, false);
  return moving;
}

void LedgerViews::take_up(std::unique_lock<std::mutex> lock) {
  try {
    drop_if_of_another(store_, *rows_, ledger_);
    kept_ = rows_->snapshot(ledger_);
    publish(kept_, true);
  } catch (const ViewFault& fault) {
    show(database_error(fault));
  }
  lock.unlock();
}

std::unique_lock<std::mutex> LedgerViews::hold_still() {
  return std::unique_lock(moving_);
}

void LedgerViews::show_anew(std::unique_lock<std::mutex> lock) {
  try {
    kept_ = rows_->snapshot(ledger_);
    publish(kept_, true);
  } catch (const ViewFault& fault) {
    show(database_error(fault));
  }
  lock.unlock();
}

std::optional<ViewError> LedgerViews::error() const {
  const std::scoped_lock lock(state_mutex_);
  return error_;
}

bool LedgerViews::wait_for(std::uint64_t size,
                           std::chrono::steady_clock::time_point deadline) const {
  std::unique_lock lock(state_mutex_);
  changed_.wait_until(lock, deadline, [&] { return snapshot_->size() >= size || error_; });
  return snapshot_->size() >= size;
}

std::expected<void, ViewError> LedgerViews::drop() {
  const std::scoped_lock moving(moving_);
  try {
    rows_->drop(ledger_);
    kept_ = rows_->snapshot(ledger_);
    publish(kept_, true);
  } catch (const ViewFault& fault) {
    return std::unexpected(database_error(fault));
  }
  show(std::nullopt);
  return {};
}

}  // namespace langnghe::projections
