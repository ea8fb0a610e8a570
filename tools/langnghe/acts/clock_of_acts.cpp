#include "acts/clock_of_acts.hpp"

#include <chrono>
#include <stdexcept>
#include <utility>

#include <api/request_id.hpp>
#include <api/uuid.hpp>
#include <ledger/record.hpp>
#include <services/ledger_pages.hpp>

namespace langnghe::tools {
namespace {

/// As `langnghe serve` ticks.
constexpr std::chrono::minutes kTick{1};

/// When the newest record was made; the beginning of time in an empty ledger.
domain::Instant last_recorded(eventstore::EventStore& store, const eventstore::LedgerId& ledger) {
  const auto size = value_of(store.size(ledger));
  if (size == 0) {
    return {};
  }
  const auto records = store.read_ledger(ledger, {size - 1}, 1);
  if (!records || records->empty()) {
    throw std::runtime_error("cannot read the newest record of " + ledger.value);
  }
  const auto view = eventstore::parse(records->front().bytes);
  const auto recorded = view ? domain::parse_instant(view->recorded) : std::nullopt;
  if (!recorded) {
    throw std::runtime_error("cannot read the newest record of " + ledger.value);
  }
  return *recorded;
}

}  // namespace

ClockOfActs::ClockOfActs(const LoadTarget& target, eventstore::LedgerId ledger)
    : clock_(target.store, target.views, api::make_uuid_v7, api::make_request_id),
      ledger_(std::move(ledger)),
      stands_at_(last_recorded(target.store, ledger_)) {}

std::optional<std::string> ClockOfActs::move_to(domain::Instant to) {
  if (to < stands_at_ + kTick) {
    return std::nullopt;
  }
  const auto run = clock_.run(ledger_, {stands_at_, to});
  if (!run) {
    return run.error();
  }
  stands_at_ = to;
  return std::nullopt;
}

}  // namespace langnghe::tools
