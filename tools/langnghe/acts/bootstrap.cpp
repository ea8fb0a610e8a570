#include "acts/bootstrap.hpp"

#include <stdexcept>
#include <utility>

#include <api/request_id.hpp>
#include <api/uuid.hpp>
#include <orders/failure_words.hpp>
#include <orders/order.hpp>

namespace langnghe::tools {

void register_administrator(eventstore::EventStore& store, const eventstore::LedgerId& ledger,
                            const domain::UserId& user, std::string_view display_name,
                            domain::Instant now) {
  const orders::Handler handler(store, codec::WardModel([now] { return api::make_uuid_v7(now); }));
  const auto run = api::make_request_id();
  const auto act = [&](domain::Command command, std::string_view what) {
    const auto done = handler.handle(orders::make_order(
        std::move(command), {.ledger = ledger,
                             .actor = orders::the_system(),
                             .now = now,
                             .key = "system:" + std::string(what) + ":" + user.value,
                             .correlation = run}));
    if (!done) {
      throw std::runtime_error("cannot register the administrator: " +
                               orders::words_of(done.error()));
    }
  };
  act(domain::UserCommand(domain::RegisterUser{
          user, {.display_name = std::string(display_name), .official = std::nullopt}}),
      "register");
  act(domain::UserCommand(domain::GrantRole{user, {.role = domain::Role::admin, .khoms = {}}}),
      "grant-admin");
}

}  // namespace langnghe::tools
