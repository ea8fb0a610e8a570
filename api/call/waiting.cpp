#include "call/waiting.hpp"

#include <chrono>
#include <functional>
#include <utility>

namespace langnghe::api {
namespace {

using Clock = std::chrono::steady_clock;

/// `there` waits until a time, at most; `hopeless` says that waiting is in vain.
std::expected<bool, Problem> wait_for(const Call& call,
                                      std::function<bool(Clock::time_point)> there,
                                      std::function<bool()> hopeless) {
  const auto now = Clock::now();
  const auto& until = call.request.wait_until;
  if (there(until ? now : now + call.services.limits.view_wait)) {
    return true;
  }
  if (!until || now >= *until || hopeless()) {
    return false;
  }
  return fail(not_before([there = std::move(there), hopeless = std::move(hopeless)] {
    return there(Clock::now()) || hopeless();
  }));
}

}  // namespace

std::expected<bool, Problem> wait_for_views(const Call& call, std::uint64_t size) {
  auto& views = call.services.views;
  const auto ledger = call.ledger_id();
  return wait_for(
      call, [&views, ledger, size](auto until) { return views.wait_for(ledger, size, until); },
      [&views, ledger] { return !views.latest(ledger); });
}

std::expected<bool, Problem> wait_for_search(const Call& call, search::IssueSearch& search,
                                             std::uint64_t size) {
  const auto ledger = call.ledger_id();
  return wait_for(
      call, [&search, ledger, size](auto until) { return search.wait_for(ledger, size, until); },
      [] { return false; });
}

std::expected<bool, Problem> wait_for_people(const Call& call, search::PeopleSearch& people,
                                             std::uint64_t size) {
  const auto ledger = call.ledger_id();
  return wait_for(
      call, [&people, ledger, size](auto until) { return people.wait_for(ledger, size, until); },
      [] { return false; });
}

std::expected<bool, Problem> wait_for_head(const Call& call, const eventstore::Transparency& log,
                                           std::uint64_t size) {
  const auto ledger = call.ledger_id();
  return wait_for(
      call, [&log, ledger, size](auto until) { return log.wait_for(ledger, size, until) >= size; },
      [&log, ledger] { return log.fault(ledger).has_value(); });
}

}  // namespace langnghe::api
