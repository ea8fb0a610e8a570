#include "ledger_views.hpp"

#include <cstdio>
#include <deque>
#include <stop_token>
#include <utility>
#include <vector>

#include <eventstore/subscription.hpp>
#include <projections/projection.hpp>

#include "apply.hpp"
#include "overlay.hpp"
#include "sha256.hpp"

namespace langnghe::projections {
namespace {

using std::chrono::milliseconds;

ViewError database_error(const ViewFault& fault) {
  return {.code = ViewError::Code::unavailable, .position = 0, .what = fault.what()};
}

}  // namespace

LedgerViews::LedgerViews(eventstore::EventStore& store, std::shared_ptr<RowsDatabase> rows,
                         eventstore::LedgerId ledger)
    : store_(store), rows_(std::move(rows)), ledger_(std::move(ledger)) {
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
  const auto base = snapshot();
  eventstore::Subscription subscription(store_, ledger_, {base->size()});
  const auto records = subscription.next(kRecordsPerBatch, milliseconds{0}, std::stop_token{});
  if (!records) {
    return std::unexpected(view_error(records.error()));
  }
  std::deque<Overlay> overlays;
  std::vector<ViewWriter*> writers;
  std::vector<const Overlay::Changes*> changes;
  for (const auto& projection : all_projections()) {
    auto& overlay = overlays.emplace_back(base->of(projection.name));
    writers.push_back(&overlay);
    changes.push_back(&overlay.changes());
  }
  std::expected<void, ViewError> applied;
  std::size_t count = 0;
  while (count < records->size() && (applied = apply_record(writers, (*records)[count]))) {
    ++count;
  }
  if (count > 0) {
    rows_->write(
        ledger_, changes,
        {.size = base->size() + count, .last_record = sha256_hex((*records)[count - 1].bytes)});
    publish(rows_->snapshot(ledger_));
  }
  if (!applied) {
    return std::unexpected(applied.error());
  }
  return count;
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
