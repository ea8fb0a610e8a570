#include "reading/readiness.hpp"

#include <cstdint>
#include <string>
#include <utility>

#include <api/clock_guard.hpp>

namespace langnghe::api {
namespace {

constexpr std::uint64_t kRecordsBehindMax = 1'000;

void add_store(const Services& services, std::vector<Trouble>& troubles) {
  if (const auto why = services.store.writing_stopped_by(); !why.empty()) {
    troubles.push_back({"/store", "store_not_writable", std::string(why)});
  }
}

void add_clock(const Services& services, std::vector<Trouble>& troubles) {
  if (services.clock == nullptr) {
    return;
  }
  if (const auto held = services.clock->held()) {
    troubles.push_back({"/clock", "clock_unconfirmed",
                        std::string(to_text(held->reason)) + ": " + domain::to_utc_text(held->now) +
                            ", expected " + domain::to_utc_text(held->expected)});
  }
}

void add_differing_ledgers(const Services& services, std::vector<Trouble>& troubles) {
  if (services.watch == nullptr) {
    return;
  }
  for (const auto& state : services.watch->states()) {
    if (state.finding == eventstore::WatchFinding::differs) {
      troubles.push_back(
          {"/ledgers/" + state.ledger.value, "ledger_differs", std::to_string(state.position)});
    }
  }
}

void add_views(const Services& services, std::vector<Trouble>& troubles) {
  for (const auto& ledger : services.store.known_ledgers()) {
    const auto status = services.views.status(ledger);
    const auto where = "/views/" + ledger.value;
    if (!status.stopped.empty()) {
      troubles.push_back({where, "views_stopped", status.stopped});
    } else if (!status.kept) {
      troubles.push_back({where, "views_not_kept", "held in memory"});
    } else if (status.ledger_size > status.size + kRecordsBehindMax) {
      troubles.push_back({where, "views_behind", std::to_string(status.ledger_size - status.size)});
    }
  }
}

void add_transparency(const Services& services, std::vector<Trouble>& troubles) {
  if (services.transparency == nullptr) {
    return;
  }
  if (const auto fault = services.transparency->fault()) {
    troubles.push_back(
        {"/transparency", "checkpoints_stopped", std::string(eventstore::to_text(fault->code))});
  }
}

}  // namespace

std::vector<Trouble> troubles_of(const Services& services) {
  std::vector<Trouble> troubles;
  add_store(services, troubles);
  add_clock(services, troubles);
  add_differing_ledgers(services, troubles);
  add_views(services, troubles);
  add_transparency(services, troubles);
  if (services.troubles) {
    for (auto& found : services.troubles()) {
      troubles.push_back(std::move(found));
    }
  }
  return troubles;
}

}  // namespace langnghe::api
