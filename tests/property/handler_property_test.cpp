#include <memory>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <codec/event_codec.hpp>
#include <codec/ward_model.hpp>
#include <command/handler.hpp>
#include <ledger/memory_store.hpp>
#include <ledger/record.hpp>

#include "property/any_story.hpp"

// Rule 16 of domain.md section 4: an order carries an id made by the client; sent twice it acts
// once. The orders go the way they go in the program, over the command handler.
namespace langnghe::domain::spec {
namespace {

using Handler = command::Handler<codec::WardModel>;

std::string next_event_id() {
  static unsigned next = 0;
  char text[40];
  std::snprintf(text, sizeof text, "018f0000-0000-7000-8000-%012x", ++next);
  return text;
}

Handler::OrderType sent(const Order& order, std::size_t number) {
  Handler::OrderType sent;
  sent.ledger = {"thu"};
  sent.command = order.command;
  sent.context = order.context;
  sent.idempotency_key = "key-" + std::to_string(number);
  sent.request_hash = "hash-" + std::to_string(number);
  sent.actor = {order.context.actor.user.value, std::string(to_text(order.context.actor.role))};
  sent.recorded = to_utc_text(order.context.now);
  return sent;
}

/// The ledger holds what the story tells, event by event.
void expect_the_same(eventstore::EventStore& store, const Ledger& ledger) {
  const auto records = store.read_ledger({"thu"}, {0}, 1'000).value();
  RC_ASSERT(records.size() == ledger.events().size());
  for (std::size_t i = 0; i < records.size(); ++i) {
    const auto event = codec::decode(eventstore::parse(records[i].bytes).value()).value();
    RC_ASSERT(event.stream == ledger.events()[i].stream);
    const bool same = event.event == ledger.events()[i].event;
    RC_ASSERT(same);
    RC_ASSERT(event.by == ledger.events()[i].by);
    RC_ASSERT(event.happened == ledger.events()[i].happened);
  }
}

RC_GTEST_PROP(Rule16, AnOrderSentTwiceActsOnce, ()) {
  const Story story(*any_steps(kShortStory));
  RC_LOG() << story.told();
  const auto store = eventstore::make_memory_store();
  const Handler handler(*store, codec::WardModel(next_event_id));
  for (std::size_t i = 0; i < story.done().size(); ++i) {
    const auto order = sent(story.done()[i], i);
    const auto first = handler.handle(order);
    RC_ASSERT(first.has_value());
    const auto again = handler.handle(order);
    RC_ASSERT(again.has_value());
    RC_ASSERT(again->repeated);
    RC_ASSERT(again->first == first->first);
    RC_ASSERT(again->version == first->version);
    // An earlier order comes in again from a device that was offline.
    const auto late = handler.handle(sent(story.done()[i / 2], i / 2));
    RC_ASSERT(late.has_value());
  }
  RC_ASSERT(store->size({"thu"}).value() == story.ledger().events().size());
  expect_the_same(*store, story.ledger());
}

}  // namespace
}  // namespace langnghe::domain::spec
