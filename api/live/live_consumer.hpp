#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include <following/consumer.hpp>
#include <ledger/reader.hpp>
#include <projections/views.hpp>

namespace langnghe::api {

/// Follows a ledger for its live streams. It reads nothing: it waits until the views hold what the
/// ledger does, so that a read after an event shows it, and then has the streams look. It begins
/// with the ledger's end, and so nothing fires when views are built anew.
class LiveConsumer final : public eventstore::Consumer {
 public:
  /// All must outlive it.
  LiveConsumer(eventstore::LedgerReader& store, projections::Views& views,
               eventstore::LedgerId ledger, std::function<void()> wake);

  [[nodiscard]] std::string_view name() const override { return "live"; }
  [[nodiscard]] eventstore::Outcome begin(const std::stop_token& stop) override;
  [[nodiscard]] eventstore::Position checkpoint() const override;
  [[nodiscard]] eventstore::Outcome take(const eventstore::Records& records) override;
  [[nodiscard]] eventstore::NextCall next_call() const override;

 private:
  using Clock = std::chrono::steady_clock;
  enum class Awaits {
    records,
    views,  ///< that are behind the records which came
    quiet,  ///< the end of the pause after a wake
  };

  eventstore::LedgerReader& store_;
  projections::Views& views_;
  const eventstore::LedgerId ledger_;
  const std::function<void()> wake_;
  std::optional<std::uint64_t> position_;
  Awaits awaits_ = Awaits::records;
  std::chrono::milliseconds pause_{};
  Clock::time_point next_;  ///< call, without records
};

}  // namespace langnghe::api
