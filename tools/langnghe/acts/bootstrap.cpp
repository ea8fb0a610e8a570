#include "acts/bootstrap.hpp"

#include <stdexcept>
#include <utility>
#include <variant>

#include <api/uuid.hpp>
#include <codec/ward_model.hpp>
#include <command/handler.hpp>
#include <domain/decide.hpp>

namespace langnghe::tools {
namespace {

using Handler = command::Handler<codec::WardModel>;

struct Reason {
  std::string operator()(const domain::Refusal& refusal) const {
    return std::string(domain::wire_name(refusal.code));
  }
  std::string operator()(const command::Stale&) const { return "stale"; }
  std::string operator()(const eventstore::StoreError& error) const { return error.context; }
  std::string operator()(const command::Unreadable& error) const { return error.what; }
};

Handler::OrderType order_of(const eventstore::LedgerId& ledger, domain::Command command,
                            domain::Instant now, std::string key) {
  Handler::OrderType order;
  order.ledger = ledger;
  order.command = std::move(command);
  order.context.actor = {domain::UserId{"system"}, domain::Role::system, {}};
  order.context.now = now;
  order.context.happened = domain::happened_at(now);
  order.idempotency_key = key;
  order.request_hash = std::move(key);
  order.actor = {"system", "system"};
  order.happened = domain::to_text(order.context.happened);
  order.recorded = domain::to_utc_text(now);
  return order;
}

}  // namespace

void register_administrator(eventstore::EventStore& store, const eventstore::LedgerId& ledger,
                            const domain::UserId& user, std::string_view display_name,
                            domain::Instant now) {
  const Handler handler(store, codec::WardModel([now] { return api::make_uuid_v7(now); }));
  const auto act = [&](domain::Command command, std::string_view what) {
    const auto done = handler.handle(order_of(ledger, std::move(command), now,
                                              "system:" + std::string(what) + ":" + user.value));
    if (!done) {
      throw std::runtime_error("cannot register the administrator: " +
                               std::visit(Reason{}, done.error()));
    }
  };
  act(domain::UserCommand(domain::RegisterUser{
          user, {.display_name = std::string(display_name), .official = std::nullopt}}),
      "register");
  act(domain::UserCommand(domain::GrantRole{user, {.role = domain::Role::admin, .khoms = {}}}),
      "grant-admin");
}

}  // namespace langnghe::tools
