#include "running/ledger_rebuild.hpp"

#include <algorithm>
#include <utility>

#include "running/batch.hpp"
#include "running/same_ledger.hpp"
#include "storage/memory_view.hpp"

namespace langnghe::projections {
namespace {

/// Rows that are ready may have to wait for those of another ledger, or for the ones that are
/// served.
constexpr std::chrono::milliseconds kTryEvery{500};

eventstore::Failure failure(const ViewError& error) {
  return {.what = error.what};
}

}  // namespace

LedgerRebuild::LedgerRebuild(eventstore::LedgerReader& store, std::shared_ptr<RowsDatabase> rows,
                             eventstore::LedgerId ledger, const FoldLimits& limits,
                             std::function<std::expected<void, ViewError>()> after_batch)
    : store_(store),
      rows_(std::move(rows)),
      ledger_(std::move(ledger)),
      limits_(limits),
      after_batch_(std::move(after_batch)) {}

eventstore::Outcome LedgerRebuild::begin(const std::stop_token& /*stop*/) {
  if (!is_over()) {
    drop_if_of_another(store_, *rows_, ledger_);
    size_ = rows_->checkpoint(ledger_).size;
  }
  return {};
}

eventstore::Outcome LedgerRebuild::take(const eventstore::Records& records) {
  if (is_over()) {
    return {};
  }
  if (auto folded = fold(records); !folded) {
    return std::unexpected(failure(folded.error()));
  }
  tried_at_ = std::chrono::steady_clock::now();
  const auto done = after_batch_();
  return done ? eventstore::Outcome{} : std::unexpected(failure(done.error()));
}

eventstore::NextCall LedgerRebuild::next_call() const {
  if (is_over()) {
    return {.for_records = false};
  }
  return {.at = tried_at_ + kTryEvery};
}

std::expected<void, ViewError> LedgerRebuild::fold_up_to(std::uint64_t size) {
  while (size_ < size) {
    const auto from = size_;
    const auto end = std::min<std::uint64_t>(size, from + limits_.records);
    if (auto folded = fold({store_, ledger_, {from}, end}); !folded) {
      return folded;
    }
    if (size_ == from) {
      return std::unexpected(ViewError{
          .code = ViewError::Code::unavailable, .position = from, .what = "the ledger ends early"});
    }
  }
  return {};
}

/// The rows that were built are served, or the database was made anew.
bool LedgerRebuild::is_over() const {
  return rows_->projections().empty();
}

std::expected<void, ViewError> LedgerRebuild::fold(const eventstore::Records& records) {
  // Rows of a ledger that is read from its beginning: there are none to look for in the database.
  static const auto kNone = std::make_shared<const MemorySnapshot>();
  const std::shared_ptr<const Snapshot> base = size_ == 0 ? kNone : rows_->snapshot(ledger_);
  if (base->size() != size_) {
    return std::unexpected(ViewError{.code = ViewError::Code::unavailable,
                                     .position = size_,
                                     .what = "the views' database was opened anew"});
  }
  Batch batch(*base, limits_, rows_->projections());
  const auto read = batch.read(records);
  if (batch.count() > 0) {
    const auto reached = size_ + batch.count();
    rows_->write(ledger_, batch.changes(), {.size = reached, .last_record = batch.last_record()});
    size_ = reached;
  }
  return read;
}

}  // namespace langnghe::projections
