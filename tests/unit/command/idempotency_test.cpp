#include <atomic>
#include <barrier>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include <command/handler.hpp>

#include "hooked_store.hpp"
#include "purse_model.hpp"

namespace langnghe::command::test {
namespace {

struct IdempotencyTest : testing::Test {
  HookedStore store;
  PurseHandler handler{store, PurseModel{}};

  PurseHandler::Result send(PurseModel::Command command, std::string key) {
    return handler.handle(order(std::move(command), std::move(key)));
  }
};

void expect_same_answer(const PurseHandler::Result& first, const PurseHandler::Result& again) {
  ASSERT_TRUE(first);
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->repeated);
  EXPECT_EQ(again->first, first->first);
  EXPECT_EQ(again->events, first->events);
  EXPECT_EQ(again->ledger_size, first->ledger_size);
  EXPECT_EQ(again->subject, first->subject);
  EXPECT_EQ(again->version, first->version);
}

TEST_F(IdempotencyTest, TheSameKeyAgainGivesTheFirstAnswerAndActsOnce) {
  const auto first = send(Change{"a", 5}, "k");
  EXPECT_FALSE(first->repeated);
  expect_same_answer(first, send(Change{"a", 5}, "k"));
  EXPECT_EQ(content_of(store, "a"), 5);
}

TEST_F(IdempotencyTest, ARepeatGetsTheFirstAnswerAfterTheSubjectHasMovedOn) {
  const auto first = send(Change{"a", 5}, "k");
  ASSERT_TRUE(send(Change{"a", 1}, "other"));
  ASSERT_TRUE(send(Move{"a", "b", 1}, "third"));
  expect_same_answer(first, send(Change{"a", 5}, "k"));
}

TEST_F(IdempotencyTest, ARepeatOfADecisionForNothingGetsTheVersionOfThen) {
  ASSERT_TRUE(send(Change{"a", 5}, "before"));
  const auto first = send(CheckSum{"a", "b", 5}, "k");
  ASSERT_TRUE(send(Change{"a", 1}, "after"));
  expect_same_answer(first, send(CheckSum{"a", "b", 5}, "k"));
  EXPECT_EQ(first->version, eventstore::Version{1});
}

TEST_F(IdempotencyTest, ARepeatThatWouldNowBeRefusedStillGetsTheFirstAnswer) {
  ASSERT_TRUE(send(Change{"a", 5}, "before"));
  const auto first = send(Change{"a", -5}, "k");
  expect_same_answer(first, send(Change{"a", -5}, "k"));
  EXPECT_EQ(content_of(store, "a"), 0);
}

TEST_F(IdempotencyTest, ARepeatWhoseIfMatchNoLongerHoldsStillGetsTheFirstAnswer) {
  auto given = order(Change{"a", 5}, "k");
  given.if_match = eventstore::kAbsent;
  const auto first = handler.handle(given);
  expect_same_answer(first, handler.handle(given));
}

TEST_F(IdempotencyTest, TheKeyOfAFreshActIsLookedUpOnce) {
  ASSERT_TRUE(send(Change{"a", 5}, "k"));
  EXPECT_EQ(store.keys_sought.load(), 1u);
}

TEST_F(IdempotencyTest, WhoeverHasLookedTheKeyUpSaysSo) {
  const auto given = order(Change{"a", 5}, "k");
  const auto known = handler.first_answer(given.ledger, "k", given.request_hash);
  ASSERT_TRUE(known);
  ASSERT_FALSE(known->has_value());
  const auto first = handler.handle(given, *known);
  EXPECT_FALSE(first->repeated);
  EXPECT_EQ(store.keys_sought.load(), 1u);

  const auto again = handler.first_answer(given.ledger, "k", given.request_hash);
  ASSERT_TRUE(again);
  expect_same_answer(first, handler.handle(given, *again));
}

TEST_F(IdempotencyTest, AKeyThatWasUsedSinceItWasLookedUpStillActsOnce) {
  const auto given = order(Change{"a", 5}, "k");
  const auto first = send(Change{"a", 5}, "k");
  expect_same_answer(first, handler.handle(given, std::nullopt));
  EXPECT_EQ(content_of(store, "a"), 5);
}

TEST_F(IdempotencyTest, AKeyThatStandsForAnotherRequestIsRefused) {
  ASSERT_TRUE(send(Change{"a", 5}, "k"));
  const auto reused = handler.handle(order(Change{"a", 6}, "k", "another hash"));
  ASSERT_FALSE(reused);
  const auto* error = std::get_if<eventstore::StoreError>(&reused.error());
  ASSERT_NE(error, nullptr);
  EXPECT_EQ(error->code, eventstore::StoreErrorCode::key_reused);
  EXPECT_EQ(content_of(store, "a"), 5);
}

TEST_F(IdempotencyTest, ARepeatThatOvertakesTheLoadIsNotRefusedByItsOwnEffect) {
  ASSERT_TRUE(send(Change{"a", 5}, "before"));
  const auto asked = order(Change{"a", -5}, "k");
  // The twin acts after the first look for the key and before the streams are read.
  bool twin_acted = false;
  PurseHandler twin(store.inner(), PurseModel{});
  struct OvertakenModel : PurseModel {
    std::function<void()> before_read;
    std::vector<eventstore::StreamName> streams_read(const Command& command, const Context& context,
                                                     const World& world) const {
      before_read();
      return PurseModel::streams_read(command, context, world);
    }
  };
  OvertakenModel model;
  model.before_read = [&] {
    if (!std::exchange(twin_acted, true)) {
      ASSERT_TRUE(twin.handle(asked));
    }
  };
  const Handler<OvertakenModel> overtaken(store, model);
  auto second = order(Change{"a", -5}, "k");
  for (const bool with_if_match : {false, true}) {
    twin_acted = false;
    if (with_if_match) {
      second.if_match = eventstore::Version{1};
    }
    const auto answer = overtaken.handle(second);
    ASSERT_TRUE(answer);
    EXPECT_TRUE(answer->repeated);
    EXPECT_EQ(answer->version, eventstore::Version{2});
  }
  EXPECT_EQ(content_of(store, "a"), 0);
}

TEST_F(IdempotencyTest, TheSameKeyFromManyThreadsAtOnceActsOnce) {
  constexpr int kThreads = 16;
  constexpr int kRounds = 50;
  std::atomic<int> acted = 0;
  std::atomic<int> answered = 0;
  std::barrier together(kThreads);
  std::vector<std::jthread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&] {
      for (int round = 0; round < kRounds; ++round) {
        together.arrive_and_wait();
        const auto result = send(Change{"a", 1}, "round-" + std::to_string(round));
        answered += result ? 1 : 0;
        acted += result && !result->repeated ? 1 : 0;
      }
    });
  }
  threads.clear();
  EXPECT_EQ(answered, kThreads * kRounds);
  EXPECT_EQ(acted, kRounds);
  EXPECT_EQ(content_of(store, "a"), kRounds);
}

}  // namespace
}  // namespace langnghe::command::test
