#include "admission/told_first.hpp"

#include <algorithm>

#include <api/account_acts.hpp>
#include <api/accounts.hpp>
#include <log/log.hpp>

namespace langnghe::api {

std::optional<Problem> untold_of(const Call& call, const domain::UserId& user) {
  auto& accounts = call.services.accounts;
  // The way this request came in by was looked up a moment ago, and the accounts were read for it.
  if (!accounts.has_untold() || accounts.untold(call.ledger).empty()) {
    return std::nullopt;
  }
  // No act is taken while the ledger cannot be written, and reads go on: what was opened is
  // recorded with the first request after, before it acts.
  if (!call.services.store.writable()) {
    return std::nullopt;
  }
  const auto told =
      tell_ledger(call.services.store, accounts, call.ledger, call.now, call.request_id);
  if (!told) {
    log::warning("a way in is not recorded yet: " + told.error());
  }
  const auto left = accounts.untold(call.ledger);
  if (std::ranges::find(left, user, &AccountAct::user) == left.end()) {
    return std::nullopt;
  }
  return retry_later(problem(ProblemCode::store_unavailable), 30);
}

}  // namespace langnghe::api
