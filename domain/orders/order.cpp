#include <utility>

#include <orders/order.hpp>

namespace langnghe::orders {

Order make_order(domain::Command command, Surroundings around) {
  Order order;
  order.ledger = std::move(around.ledger);
  order.command = std::move(command);
  order.actor = {around.actor.user.value, std::string(domain::to_text(around.actor.role))};
  order.context.actor = std::move(around.actor);
  order.context.now = around.now;
  order.context.happened = around.happened.value_or(domain::happened_at(around.now));
  order.request_hash = around.request_hash.empty() ? around.key : std::move(around.request_hash);
  order.idempotency_key = std::move(around.key);
  order.recorded = domain::to_utc_text(around.now);
  order.correlation = std::move(around.correlation);
  order.causation = std::move(around.causation);
  return order;
}

domain::Actor the_system() {
  return {domain::UserId{"system"}, domain::Role::system, {}};
}

domain::Actor the_case_holder() {
  return {domain::UserId{"case-holder"}, domain::Role::case_holder, {}};
}

}  // namespace langnghe::orders
