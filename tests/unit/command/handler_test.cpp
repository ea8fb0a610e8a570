#include <gtest/gtest.h>

#include <command/handler.hpp>

#include "hooked_store.hpp"
#include "purse_model.hpp"

namespace langnghe::command::test {
namespace {

using eventstore::Version;

struct HandlerTest : testing::Test {
  HookedStore store;
  PurseHandler handler{store, PurseModel{}};
  int keys = 0;

  PurseHandler::Result act(PurseModel::Command command) {
    return handler.handle(order(std::move(command), "key-" + std::to_string(++keys)));
  }
  PurseHandler::Result act_if(Version seen, PurseModel::Command command) {
    auto given = order(std::move(command), "key-" + std::to_string(++keys));
    given.if_match = seen;
    return handler.handle(given);
  }
};

template <class Reason>
const Reason* why(const PurseHandler::Result& result) {
  return result ? nullptr : std::get_if<Reason>(&result.error());
}

TEST_F(HandlerTest, ACommandIsDecidedOnWhatTheStreamAddsUpTo) {
  ASSERT_TRUE(act(Change{"a", 5}));
  ASSERT_TRUE(act(Change{"a", -3}));
  EXPECT_EQ(content_of(store, "a"), 2);

  const auto refused = act(Change{"a", -3});
  ASSERT_NE(why<PurseModel::Refusal>(refused), nullptr);
  EXPECT_EQ(*why<PurseModel::Refusal>(refused), PurseModel::Refusal::not_enough_money);
}

TEST_F(HandlerTest, TheAnswerSaysWhereTheEventsStandAndWhichVersionTheSubjectHas) {
  ASSERT_TRUE(act(Change{"b", 1}));
  ASSERT_TRUE(act(Change{"a", 5}));
  const auto moved = act(Move{"a", "b", 2});
  ASSERT_TRUE(moved);
  EXPECT_EQ(moved->first.value, 2u);
  EXPECT_EQ(moved->events, 2u);
  EXPECT_EQ(moved->ledger_size, 4u);
  EXPECT_EQ(moved->subject.value, "a");
  EXPECT_EQ(moved->version, Version{2});
  EXPECT_FALSE(moved->repeated);
}

TEST_F(HandlerTest, TheAnswerBringsTheEventsAndWhatTheSubjectHasBecome) {
  ASSERT_TRUE(act(Change{"a", 5}));
  const auto moved = act(Move{"a", "b", 2});
  ASSERT_TRUE(moved);
  ASSERT_EQ(moved->written.size(), 2u);
  EXPECT_EQ(moved->written.at(0).type, "purse.changed");
  EXPECT_EQ(moved->written.at(0).stream.value, "a");
  EXPECT_EQ(moved->written.at(1).stream.value, "b");
  EXPECT_EQ(moved->state, 3);

  const auto checked = act(CheckSum{"a", "b", 5});
  ASSERT_TRUE(checked);
  EXPECT_TRUE(checked->written.empty());
  EXPECT_EQ(checked->state, 3);
}

TEST_F(HandlerTest, WhatWasNotReadIsNotBrought) {
  const auto done = act_if(eventstore::kAbsent, ChangeBlindly{"a", 1});
  ASSERT_TRUE(done);
  EXPECT_EQ(done->state, std::nullopt);
  EXPECT_EQ(done->version, Version{1});
}

TEST_F(HandlerTest, TheStateOfACommandThatLostItsRaceIsThrownAway) {
  ASSERT_TRUE(act(Change{"a", 5}));
  ASSERT_TRUE(handler.rehearse(order(Change{"a", -5}, "only asked")));
  store.before_append = [&] {
    store.before_append = {};
    PurseHandler rival{store.inner(), PurseModel{}};
    ASSERT_TRUE(rival.handle(order(Change{"a", 1}, "rival")));
  };
  const auto done = act(Change{"a", -5});
  ASSERT_TRUE(done);
  EXPECT_EQ(done->state, 1);
  EXPECT_EQ(content_of(store, "a"), 1);
}

TEST_F(HandlerTest, ARecordCarriesWhatBroughtItAbout) {
  auto given = order(Change{"a", 5}, "k");
  given.causation = "018f0000-0000-7000-8000-0000000000aa";
  ASSERT_TRUE(handler.handle(given));
  const auto records = store.read_ledger({"w"}, {0}, 10).value();
  EXPECT_EQ(eventstore::parse(records.at(0).bytes)->causation, given.causation);
}

TEST_F(HandlerTest, ARecordCarriesWhoWhenAndTheRequest) {
  ASSERT_TRUE(act(Change{"a", 5}));
  const auto records = store.read_ledger({"w"}, {0}, 10).value();
  const auto view = eventstore::parse(records.at(0).bytes).value();
  EXPECT_EQ(view.user, "an");
  EXPECT_EQ(view.role, "chair");
  EXPECT_EQ(view.happened, "2021-03-12");
  EXPECT_EQ(view.recorded, "2021-03-12T08:00:00.000Z");
  EXPECT_EQ(view.correlation, "request-1");
}

TEST_F(HandlerTest, ARefusalWritesNothing) {
  ASSERT_FALSE(act(Change{"a", -1}));
  EXPECT_EQ(store.size({"w"}), 0u);
  const auto asked = order(Change{"a", -1}, "key-1");
  EXPECT_FALSE(store.find({"w"}, "key-1", asked.request_hash).value().has_value());
}

TEST_F(HandlerTest, ARefusedCommandMayActUnderTheSameKeyOnceTheRulesAllowIt) {
  const auto asked = order(Change{"a", -1}, "again");
  ASSERT_FALSE(handler.handle(asked));
  ASSERT_TRUE(act(Change{"a", 1}));
  EXPECT_TRUE(handler.handle(asked));
  EXPECT_EQ(content_of(store, "a"), 0);
}

TEST_F(HandlerTest, ADecisionForNothingStoresItsKeyAlone) {
  ASSERT_TRUE(act(Change{"a", 5}));
  const auto checked = act(CheckSum{"a", "b", 5});
  ASSERT_TRUE(checked);
  EXPECT_EQ(checked->events, 0u);
  EXPECT_EQ(checked->ledger_size, 1u);
  EXPECT_EQ(checked->version, Version{1});
  EXPECT_EQ(store.size({"w"}), 1u);
}

TEST_F(HandlerTest, StreamsNamedByOtherStreamsAreLoadedToo) {
  ASSERT_TRUE(act(Change{"pointer", 7}));
  ASSERT_TRUE(act(Change{"purse-7", 10}));
  ASSERT_TRUE(act(ChangePointed{"pointer", -4}));
  EXPECT_EQ(content_of(store, "purse-7"), 6);
  EXPECT_FALSE(act(ChangePointed{"pointer", -7}));
}

TEST_F(HandlerTest, AStreamLongerThanOnePageIsReadToItsEnd) {
  for (int i = 0; i < 2'001; ++i) {
    ASSERT_TRUE(store.append({.ledger = {"w"},
                              .idempotency_key = "fill-" + std::to_string(i),
                              .request_hash = "h",
                              .expectations = {},
                              .events = PurseModel{}.decide({{"a", 0}}, Change{"a", 1}, {}).value(),
                              .actor = {"an", "chair"},
                              .causation = {},
                              .correlation = {},
                              .recorded = "2021-03-12T08:00:00.000Z"}));
  }
  const auto last = act(Change{"a", -2'001});
  ASSERT_TRUE(last);
  EXPECT_EQ(last->version, Version{2'002});
}

// ---- If-Match

TEST_F(HandlerTest, IfMatchOnTheCurrentVersionLetsTheCommandThrough) {
  EXPECT_TRUE(act_if(eventstore::kAbsent, Change{"a", 5}));
  EXPECT_TRUE(act_if(Version{1}, Change{"a", 5}));
}

TEST_F(HandlerTest, IfMatchOnAnotherVersionIsStaleAndWritesNothing) {
  ASSERT_TRUE(act(Change{"a", 5}));
  ASSERT_TRUE(act(Change{"a", 5}));
  for (const Version seen : {eventstore::kAbsent, Version{1}, Version{3}}) {
    const auto result = act_if(seen, Change{"a", 1});
    const auto* stale = why<Stale>(result);
    ASSERT_NE(stale, nullptr);
    EXPECT_EQ(stale->subject.value, "a");
    EXPECT_EQ(stale->seen, seen);
    EXPECT_EQ(stale->actual, Version{2});
  }
  EXPECT_EQ(store.size({"w"}), 2u);
}

TEST_F(HandlerTest, StaleIsSaidBeforeTheRulesAreAsked) {
  ASSERT_TRUE(act(Change{"a", 5}));
  EXPECT_NE(why<Stale>(act_if(eventstore::kAbsent, Change{"a", -100})), nullptr);
}

TEST_F(HandlerTest, IfMatchHoldsForASubjectTheRulesDoNotRead) {
  ASSERT_TRUE(act(Change{"a", 5}));
  const auto stale = act_if(eventstore::kAbsent, ChangeBlindly{"a", 1});
  ASSERT_NE(why<Stale>(stale), nullptr);
  EXPECT_EQ(why<Stale>(stale)->actual, Version{1});

  const auto done = act_if(Version{1}, ChangeBlindly{"a", 1});
  ASSERT_TRUE(done);
  EXPECT_EQ(done->version, Version{2});
}

TEST_F(HandlerTest, TheVersionOfASubjectThatWasNotReadIsFoundInTheLedger) {
  ASSERT_TRUE(act(Change{"a", 5}));
  const auto done = act(ChangeBlindly{"a", 1});
  ASSERT_TRUE(done);
  EXPECT_EQ(done->version, Version{2});
}

// ---- faults

TEST_F(HandlerTest, AnEventNobodyCanReadStopsTheCommandAndSaysWhere) {
  ASSERT_TRUE(act(Change{"b", 1}));
  auto strange = PurseModel{}.decide({{"a", 0}}, Change{"a", 1}, {}).value();
  strange.at(0).type = "purse.lost";
  ASSERT_TRUE(store.append({.ledger = {"w"},
                            .idempotency_key = "strange",
                            .request_hash = "h",
                            .expectations = {},
                            .events = strange,
                            .actor = {"an", "chair"},
                            .causation = {},
                            .correlation = {},
                            .recorded = "2021-03-12T08:00:00.000Z"}));
  const auto result = act(Change{"a", 1});
  const auto* unreadable = why<Unreadable>(result);
  ASSERT_NE(unreadable, nullptr);
  EXPECT_EQ(unreadable->position.value, 1u);
  EXPECT_EQ(unreadable->what, "not a purse event: purse.lost");
}

TEST_F(HandlerTest, AFaultOfTheStoreIsHandedOn) {
  auto given = order(Change{"a", 1}, "");  // a key of no bytes breaks the store's limits
  const auto result = handler.handle(given);
  const auto* error = why<eventstore::StoreError>(result);
  ASSERT_NE(error, nullptr);
  EXPECT_EQ(error->code, eventstore::StoreErrorCode::invalid);
}

}  // namespace
}  // namespace langnghe::command::test
