#include <iostream>
#include <utility>
#include <variant>
#include <vector>

#include <api/account_acts.hpp>
#include <api/uuid.hpp>
#include <codec/ward_model.hpp>
#include <command/handler.hpp>
#include <domain/refusal.hpp>

namespace langnghe::api {
namespace {

using Handler = command::Handler<codec::WardModel>;

domain::Command command_of(const AccountAct& act) {
  switch (act.what) {
    case AccountAct::What::password_set:
      return domain::UserCommand(domain::SetPassword{act.user, act.means});
    case AccountAct::What::sign_in_link_made:
      return domain::UserCommand(domain::MakeSignInLink{act.user, act.expires});
    case AccountAct::What::token_made:
      break;
  }
  return domain::UserCommand(domain::MakeToken{act.user, act.token, act.name, act.expires});
}

Handler::OrderType order_of(const eventstore::LedgerId& ledger, const AccountAct& act,
                            domain::Instant now) {
  Handler::OrderType order;
  order.ledger = ledger;
  order.command = command_of(act);
  order.context.actor = {act.by.user, act.by.role, {}};
  order.context.now = std::max(now, act.at);
  order.context.happened = domain::happened_at(act.at);
  order.idempotency_key = "account:" + act.id;
  order.request_hash = act.id;
  order.actor = {act.by.user.value, std::string(domain::to_text(act.by.role))};
  order.happened = domain::to_text(order.context.happened);
  order.recorded = domain::to_utc_text(now);
  return order;
}

/// The reason to try again later; nothing where it is finished. What the rules refuse is of
/// nobody the ledger knows, and such an account lets nobody in.
std::optional<std::string> why_later(const Handler::FailureType& failure) {
  if (const auto* refusal = std::get_if<domain::Refusal>(&failure)) {
    std::clog << "api: a way in that is not recorded: " << domain::wire_name(refusal->code) << '\n';
    return std::nullopt;
  }
  if (const auto* error = std::get_if<eventstore::StoreError>(&failure)) {
    return error->context;
  }
  if (const auto* unreadable = std::get_if<command::Unreadable>(&failure)) {
    return unreadable->what;
  }
  return "stale";
}

}  // namespace

std::expected<void, std::string> tell_ledger(eventstore::EventStore& store, Accounts& accounts,
                                             std::string_view ledger, domain::Instant now) {
  const auto acts = accounts.untold(ledger);
  if (acts.empty()) {
    return {};
  }
  const Handler handler(store, codec::WardModel([now] { return make_uuid_v7(now); }));
  std::vector<std::string> ids;
  std::optional<std::string> failed;
  for (const auto& act : acts) {
    const auto done = handler.handle(order_of({std::string(ledger)}, act, now));
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
