#pragma once

#include <chrono>
#include <functional>
#include <string_view>

#include <following/consumer.hpp>

#include "running/ledger_views.hpp"

namespace langnghe::projections {

/// One ledger's kept views as a consumer of the ledger: rows and checkpoint move in one batch.
class ViewConsumer final : public eventstore::Consumer {
 public:
  /// `views` must outlive it. `mend` is called a few times a second, before the records are taken:
  /// one of the consumers looks after the database they share. It may be empty.
  ViewConsumer(LedgerViews& views, std::function<void()> mend)
      : views_(views), mend_(std::move(mend)) {}

  [[nodiscard]] std::string_view name() const override { return "views"; }
  [[nodiscard]] eventstore::Position checkpoint() const override;
  [[nodiscard]] eventstore::Outcome take(const eventstore::Records& records) override;
  [[nodiscard]] eventstore::NextCall next_call() const override;

 private:
  LedgerViews& views_;
  std::function<void()> mend_;
  std::chrono::steady_clock::time_point mended_at_{};
};

}  // namespace langnghe::projections
