#include "ledger_views.hpp"

#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fold.hpp"
#include "memory_view.hpp"
#include "sha256.hpp"

namespace langnghe::projections {
namespace {

/// What the next records make of the rows of all projections, on top of those there are.
class Batch {
 public:
  Batch(const Snapshot& base, const FoldLimits& limits) : limits_(limits), fold_(base, limits) {}

  /// After an error all records before the one it names are in the batch.
  std::expected<void, ViewError> read(eventstore::EventStore& store,
                                      const eventstore::LedgerId& ledger, std::uint64_t from) {
    std::expected<void, ViewError> applied;
    const auto visited =
        store.visit_ledger(ledger, {from}, limits_.records,
                           [&](eventstore::Position position, std::string_view bytes) {
                             if (position.value != from + count_) {
                               applied = std::unexpected(skipped(position));
                               return false;
                             }
                             applied = fold_.take(position, bytes);
                             if (applied) {
                               ++count_;
                               last_ = bytes;
                             }
                             return applied.has_value();
                           });
    return visited ? applied : std::unexpected(view_error(visited.error()));
  }

  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] std::string last_record() const { return sha256_hex(last_); }
  [[nodiscard]] std::vector<const Overlay*> changes() { return fold_.changes(); }

 private:
  // A record that is left out or comes twice would falsify every figure after it.
  [[nodiscard]] static ViewError skipped(eventstore::Position position) {
    return {.code = ViewError::Code::unavailable,
            .position = position.value,
            .what = "the ledger leaps to position " + std::to_string(position.value)};
  }

  FoldLimits limits_;
  Fold fold_;
  std::size_t count_ = 0;
  std::string last_;
};

ViewError database_error(const ViewFault& fault) {
  return {.code = ViewError::Code::unavailable, .position = 0, .what = fault.what()};
}

}  // namespace

LedgerViews::LedgerViews(eventstore::EventStore& store, std::shared_ptr<RowsDatabase> rows,
                         eventstore::LedgerId ledger, const FoldLimits& limits)
    : store_(store), rows_(std::move(rows)), ledger_(std::move(ledger)), limits_(limits) {
  drop_if_not_of_this_ledger();
  snapshot_ = rows_->snapshot(ledger_);
}

/// A ledger restored from a backup has the same name but may be shorter, or have grown another way.
void LedgerViews::drop_if_not_of_this_ledger() {
  const auto checkpoint = rows_->checkpoint(ledger_);
  if (checkpoint.size == 0) {
    return;
  }
  const auto last = store_.read_ledger(ledger_, {checkpoint.size - 1}, 1);
  if (!last) {
    throw ViewFault(view_error(last.error()).what);
  }
  if (last->empty() || sha256_hex(last->front().bytes) != checkpoint.last_record) {
    std::fprintf(stderr, "langnghe: the views of %s are not of this ledger and are built again\n",
                 ledger_.value.c_str());
    rows_->drop(ledger_);
  }
}

std::expected<std::size_t, ViewError> LedgerViews::step() {
  const std::scoped_lock moving(moving_);
  std::expected<std::size_t, ViewError> moved;
  try {
    moved = move();
  } catch (const ViewFault& fault) {
    moved = std::unexpected(database_error(fault));
  }
  show(moved ? std::nullopt : std::optional(moved.error()));
  return moved;
}

std::expected<std::size_t, ViewError> LedgerViews::move() {
  // Rows of a ledger that is read from its beginning: there are none to look for in the database.
  static const MemorySnapshot kNone;
  const auto base = snapshot();
  Batch batch(base->size() == 0 ? kNone : *base, limits_);
  const auto read = batch.read(store_, ledger_, base->size());
  if (batch.count() > 0) {
    rows_->write(ledger_, batch.changes(),
                 {.size = base->size() + batch.count(), .last_record = batch.last_record()});
    publish(rows_->snapshot(ledger_));
  }
  if (!read) {
    return std::unexpected(read.error());
  }
  return batch.count();
}

void LedgerViews::publish(std::shared_ptr<const Snapshot> snapshot) {
  {
    const std::scoped_lock lock(state_mutex_);
    snapshot_.swap(snapshot);  // the old one is let go outside the lock
  }
  changed_.notify_all();
}

void LedgerViews::show(std::optional<ViewError> error) {
  bool is_new = false;
  {
    const std::scoped_lock lock(state_mutex_);
    is_new = error && (!error_ || error_->what != error->what);
    error_ = error;
  }
  if (is_new) {
    std::fprintf(stderr, "langnghe: the views of %s have stopped: %s\n", ledger_.value.c_str(),
                 error->what.c_str());
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
    publish(rows_->snapshot(ledger_));
  } catch (const ViewFault& fault) {
    return std::unexpected(database_error(fault));
  }
  show(std::nullopt);
  return {};
}

}  // namespace langnghe::projections
