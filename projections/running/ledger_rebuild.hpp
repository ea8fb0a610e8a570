#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <string_view>

#include <following/consumer.hpp>
#include <ledger/reader.hpp>
#include <projections/views.hpp>

#include "running/fold.hpp"
#include "storage/rows_database.hpp"

namespace langnghe::projections {

/// One ledger's rows of the projections' present versions, while the old ones are served: a
/// consumer that reads the ledger from its beginning and keeps rows and checkpoint in one batch, so
/// that a kill costs a batch.
class LedgerRebuild final : public eventstore::Consumer {
 public:
  /// `rows` are those that are built. `after_batch` is called after each batch and now and
  /// then: the rows may be ready to be served. `limits.records` at most are one batch.
  LedgerRebuild(eventstore::LedgerReader& store, std::shared_ptr<RowsDatabase> rows,
                eventstore::LedgerId ledger, const FoldLimits& limits,
                std::function<std::expected<void, ViewError>()> after_batch);

  [[nodiscard]] std::string_view name() const override { return "views_rebuild"; }
  [[nodiscard]] eventstore::Outcome begin(const std::stop_token& stop) override;
  [[nodiscard]] eventstore::Position checkpoint() const override { return {size_}; }
  [[nodiscard]] eventstore::Outcome take(const eventstore::Records& records) override;
  [[nodiscard]] eventstore::NextCall next_call() const override;

  [[nodiscard]] const eventstore::LedgerId& ledger() const { return ledger_; }
  /// Folds the rest up to a size, on the thread that calls the consumer.
  [[nodiscard]] std::expected<void, ViewError> fold_up_to(std::uint64_t size);

 private:
  [[nodiscard]] bool is_over() const;
  [[nodiscard]] std::expected<void, ViewError> fold(const eventstore::Records& records);

  eventstore::LedgerReader& store_;
  std::shared_ptr<RowsDatabase> rows_;  // shared with the views
  const eventstore::LedgerId ledger_;
  const FoldLimits limits_;
  std::function<std::expected<void, ViewError>()> after_batch_;
  std::uint64_t size_ = 0;
  std::chrono::steady_clock::time_point tried_at_{};  ///< to let the rows change places
};

}  // namespace langnghe::projections
