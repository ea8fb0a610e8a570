#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string_view>

#include <following/consumer.hpp>
#include <ledger/types.hpp>
#include <projections/views.hpp>

namespace langnghe::api {

/// Follows a ledger for its live streams. It reads nothing: it waits until the views hold what the
/// ledger does, so that a read after an event shows it, and then has the streams look. Its
/// checkpoint begins anew with each start: to look costs a stream little, and it tells nothing
/// twice.
class LiveConsumer final : public eventstore::Consumer {
 public:
  /// All must outlive it.
  LiveConsumer(projections::Views& views, eventstore::LedgerId ledger, std::function<void()> wake);

  [[nodiscard]] std::string_view name() const override { return "live"; }
  [[nodiscard]] eventstore::Position checkpoint() const override { return {position_}; }
  [[nodiscard]] eventstore::Outcome take(const eventstore::Records& records) override;
  [[nodiscard]] eventstore::NextCall next_call() const override;

 private:
  using Clock = std::chrono::steady_clock;
  enum class Awaits {
    records,
    views,  ///< that are behind the records which came
    quiet,  ///< the end of the pause after a wake
  };

  [[nodiscard]] std::uint64_t shown_of(std::uint64_t end) const;

  projections::Views& views_;
  const eventstore::LedgerId ledger_;
  const std::function<void()> wake_;
  std::uint64_t position_ = 0;
  Awaits awaits_ = Awaits::records;
  std::chrono::milliseconds pause_{};
  Clock::time_point next_;  ///< call, without records
};

}  // namespace langnghe::api
