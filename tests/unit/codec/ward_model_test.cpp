#include <atomic>
#include <cstdio>
#include <memory>

#include <gtest/gtest.h>

#include <codec/event_codec.hpp>
#include <codec/ward_model.hpp>
#include <command/handler.hpp>
#include <ledger/memory_store.hpp>

#include "records.hpp"

namespace langnghe::codec::test {
namespace {

using namespace domain;
using WardHandler = command::Handler<WardModel>;

std::string event_id() {
  static std::atomic<unsigned> next{1};
  char text[40];
  std::snprintf(text, sizeof text, "018f0000-0000-7000-8000-%012x", next++);
  return text;
}

Date day(int y, unsigned m, unsigned d) {
  return Date(std::chrono::year(y), std::chrono::month(m), std::chrono::day(d));
}

struct WardModelTest : testing::Test {
  std::unique_ptr<eventstore::EventStore> store = eventstore::make_memory_store();
  WardModel model{event_id};
  WardHandler handler{*store, model};
  int keys = 0;

  WardHandler::Result act(Command command) {
    WardHandler::OrderType order;
    order.ledger = {"w"};
    order.command = std::move(command);
    order.context.actor = {UserId{"root"}, Role::admin, {}};
    order.context.now = parse_instant("2021-01-05T02:00:00Z").value();
    order.context.happened = {day(2021, 1, 4), std::nullopt};
    order.idempotency_key = "key-" + std::to_string(++keys);
    order.request_hash = "h";
    order.actor = {"root", "admin"};
    order.recorded = "2021-01-05T02:00:00.000Z";
    return handler.handle(order);
  }
};

const EstablishWard kEstablish{{"phường Tân Quy Đông", "Tân Quy Đông",
                                "ỦY BAN NHÂN DÂN PHƯỜNG TÂN QUY ĐÔNG", "UBND", "Sa Đéc",
                                "Đồng Tháp"}};

TEST_F(WardModelTest, ACommandBecomesRecordsThatReadBackAsItsEvents) {
  const auto done = act(WardCommand(kEstablish));
  ASSERT_TRUE(done);
  EXPECT_EQ(done->subject.value, "ward");
  const auto records = store->read_ledger({"w"}, {0}, 10).value();
  ASSERT_EQ(records.size(), 1u);
  const auto view = eventstore::parse(records.front().bytes).value();
  EXPECT_EQ(view.type, "ward.established");
  EXPECT_EQ(view.happened, "2021-01-04");
  EXPECT_EQ(decode(view)->event, Event(WardEvent(kEstablish.ward)));
}

TEST_F(WardModelTest, WhatIsStoredIsWhatTheRulesSeeNextTime) {
  ASSERT_TRUE(act(WardCommand(kEstablish)));
  const auto again = act(WardCommand(kEstablish));
  ASSERT_FALSE(again);
  EXPECT_EQ(std::get<Refusal>(again.error()).code, RefusalCode::already_exists);
}

TEST_F(WardModelTest, AValueWithoutAWrittenFormIsRefusedAndNamed) {
  ASSERT_TRUE(act(WardCommand(kEstablish)));
  const auto done =
      act(WardCommand(AddKhom{{KhomId{"tan-my"}, "khóm", false, day(-1, 1, 1), std::nullopt}}));
  ASSERT_FALSE(done);
  EXPECT_EQ(std::get<Refusal>(done.error()),
            (Refusal{RefusalCode::value_not_valid, {{"field", "/valid_from"}}}));
  EXPECT_EQ(store->size({"w"}), 1u);
}

TEST_F(WardModelTest, ARecordThatDoesNotReadIsAnErrorWithItsPlace) {
  World world;
  ASSERT_TRUE(model.begin(world, {"ward"}));
  const auto folded = model.fold(world, record_of("ward", "ward.established", R"({"name":1})"));
  ASSERT_FALSE(folded);
  EXPECT_EQ(folded.error(), "/name: wrong_type: text");
}

}  // namespace
}  // namespace langnghe::codec::test
