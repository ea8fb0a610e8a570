#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <api/account_acts.hpp>
#include <api/uuid.hpp>
#include <log/log.hpp>
#include <orders/failure_words.hpp>
#include <orders/order.hpp>

namespace langnghe::api {
namespace {

domain::Command command_of(const AccountAct& act) {
  switch (act.what) {
    case AccountAct::What::password_set:
      return domain::UserCommand(domain::SetPassword{act.user, act.means});
    case AccountAct::What::sign_in_link_made:
      return domain::UserCommand(domain::MakeSignInLink{act.user, act.expires});
    case AccountAct::What::second_factor_on:
      return domain::UserCommand(domain::TurnOnSecondFactor{act.user});
    case AccountAct::What::second_factor_off:
      return domain::UserCommand(domain::TurnOffSecondFactor{act.user});
    case AccountAct::What::token_made:
      break;
  }
  return domain::UserCommand(domain::MakeToken{act.user, act.token, act.name, act.expires});
}

orders::Order order_of(const eventstore::LedgerId& ledger, const AccountAct& act,
                       domain::Instant now, const std::string& request_id) {
  return orders::make_order(command_of(act), {.ledger = ledger,
                                              .actor = {act.by.user, act.by.role, {}},
                                              .now = std::max(now, act.at),
                                              .happened = domain::happened_at(act.at),
                                              .key = "account:" + act.id,
                                              .request_hash = act.id,
                                              .correlation = request_id});
}

/// The reason to try again later; nothing where it is finished. What the rules refuse is of
/// nobody the ledger knows, and such an account lets nobody in.
std::optional<std::string> why_later(const orders::Failure& failure) {
  if (!orders::is_refused(failure)) {
    return orders::words_of(failure);
  }
  log::warning("a way in that is not recorded: " + orders::words_of(failure));
  return std::nullopt;
}

}  // namespace

std::expected<void, std::string> tell_ledger(eventstore::EventStore& store, Accounts& accounts,
                                             std::string_view ledger, domain::Instant now,
                                             const std::string& request_id) {
  const auto acts = accounts.untold(ledger);
  if (acts.empty()) {
    return {};
  }
  const orders::Handler handler(store, codec::WardModel([now] { return make_uuid_v7(now); }));
  std::vector<std::string> ids;
  std::optional<std::string> failed;
  for (const auto& act : acts) {
    const auto done = handler.handle(order_of({std::string(ledger)}, act, now, request_id));
    failed = done ? std::nullopt : why_later(done.error());
    if (failed) {
      break;
    }
    ids.push_back(act.id);
  }
  // Left where they are, they would be told again, and answered as what was told before.
  if (!ids.empty() && !accounts.told(ledger, ids) && !failed) {
    failed = "accounts.json cannot be written";
  }
  if (failed) {
    return std::unexpected(std::move(*failed));
  }
  return {};
}

}  // namespace langnghe::api
