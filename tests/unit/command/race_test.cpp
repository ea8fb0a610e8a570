#include <atomic>
#include <thread>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <command/handler.hpp>

#include "hooked_store.hpp"
#include "purse_model.hpp"

namespace langnghe::command::test {
namespace {

struct RaceTest : testing::Test {
  HookedStore store;
  PurseHandler handler{store, PurseModel{}};
  PurseHandler rival{store.inner(), PurseModel{}};
  int keys = 0;

  void rival_acts(PurseModel::Command command) {
    ASSERT_TRUE(rival.handle(order(std::move(command), "rival-" + std::to_string(++keys))));
  }
};

TEST_F(RaceTest, ALostRaceIsDecidedAgainOnWhatIsThereNow) {
  rival_acts(Change{"a", 5});
  int appends = 0;
  store.before_append = [&] {
    if (++appends == 1) {
      rival_acts(Change{"a", -5});
    }
  };
  const auto result = handler.handle(order(Change{"a", -5}, "mine"));
  ASSERT_FALSE(result);
  EXPECT_EQ(std::get<PurseModel::Refusal>(result.error()), PurseModel::Refusal::not_enough_money);
  EXPECT_EQ(content_of(store, "a"), 0);
}

TEST_F(RaceTest, ALostRaceThatTheRulesStillAllowComesThrough) {
  int appends = 0;
  store.before_append = [&] {
    if (++appends <= 3) {
      rival_acts(Change{"a", 1});
    }
  };
  const auto result = handler.handle(order(Change{"a", 10}, "mine"));
  ASSERT_TRUE(result);
  EXPECT_EQ(result->version, eventstore::Version{4});
  EXPECT_EQ(content_of(store, "a"), 13);
}

TEST_F(RaceTest, AStreamThatWasOnlyReadCountsInTheRace) {
  rival_acts(Change{"a", 2});
  rival_acts(Change{"b", 3});
  int appends = 0;
  store.before_append = [&] {
    if (++appends == 1) {
      rival_acts(Change{"b", 1});
    }
  };
  const auto result = handler.handle(order(CheckSum{"a", "b", 5}, "mine"));
  ASSERT_FALSE(result);
  EXPECT_EQ(std::get<PurseModel::Refusal>(result.error()), PurseModel::Refusal::wrong_sum);
}

TEST_F(RaceTest, ALostRaceMakesAnIfMatchStale) {
  rival_acts(Change{"a", 1});
  int appends = 0;
  store.before_append = [&] {
    if (++appends == 1) {
      rival_acts(Change{"a", 1});
    }
  };
  auto given = order(Change{"a", 10}, "mine");
  given.if_match = eventstore::Version{1};
  const auto result = handler.handle(given);
  ASSERT_FALSE(result);
  EXPECT_EQ(std::get<Stale>(result.error()).actual, eventstore::Version{2});
}

TEST_F(RaceTest, ANoIsNotGivenOnHalfOfWhatAnotherCommitDid) {
  rival_acts(Change{"a", 5});
  int reads = 0;
  store.after_read = [&](const eventstore::StreamName&) {
    // Between the read of `a` and the read of `b`: seen by half, the sum would be 8.
    if (++reads == 1) {
      rival_acts(Move{"a", "b", 3});
    }
  };
  EXPECT_TRUE(handler.handle(order(CheckSum{"a", "b", 5}, "mine")));
}

TEST_F(RaceTest, ANoIsDecidedOnTheMomentTheLoadBegan) {
  rival_acts(Change{"a", 5});
  int reads = 0;
  store.after_read = [&](const eventstore::StreamName&) {
    if (++reads == 1) {
      rival_acts(Move{"a", "b", 3});
      rival_acts(Change{"b", 1});
    }
  };
  // At no moment was it 9: with `a` of before and `b` of after it would be.
  const auto refused = handler.handle(order(CheckSum{"a", "b", 9}, "mine"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(std::get<PurseModel::Refusal>(refused.error()), PurseModel::Refusal::wrong_sum);
}

TEST_F(RaceTest, AStateKeptByAnotherCommandMeanwhileIsNoPartOfTheMoment) {
  rival_acts(Change{"a", 5});
  rival_acts(Change{"b", 1});
  int reads = 0;
  store.after_read = [&](const eventstore::StreamName& stream) {
    // Between the reads of `a` and `b` the same handler moves money and keeps what `b` became.
    if (stream.value == "a" && ++reads == 1) {
      ASSERT_TRUE(handler.handle(order(Move{"a", "b", 3}, "move")));
      ASSERT_TRUE(handler.handle(order(Change{"b", -1}, "change")));
      ASSERT_TRUE(handler.handle(order(Change{"b", 1}, "change back")));
    }
  };
  const auto loaded = handler.look({"w"}, {{CheckSum{"a", "b", 6}, {}}});
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->at("a") + loaded->at("b"), 6);
}

TEST_F(RaceTest, AStreamThatNeverStandsStillIsGivenUpOn) {
  store.before_append = [&] { rival_acts(Change{"a", 1}); };
  const auto result = handler.handle(order(Change{"a", 10}, "mine"));
  ASSERT_FALSE(result);
  EXPECT_EQ(std::get<eventstore::StoreError>(result.error()).code,
            eventstore::StoreErrorCode::queue_full);
  store.before_append = {};
  EXPECT_LT(content_of(store, "a"), 100) << "the number of attempts has a bound";
}

TEST_F(RaceTest, SixteenThreadsOnOneStreamAllComeThrough) {
  constexpr int kThreads = 16;
  constexpr int kEach = 40;
  std::atomic<int> failed = 0;
  std::vector<std::jthread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < kEach; ++i) {
        const auto key = std::to_string(t) + "-" + std::to_string(i);
        failed += handler.handle(order(Change{"a", 1}, key)) ? 0 : 1;
      }
    });
  }
  threads.clear();
  EXPECT_EQ(failed, 0);
  EXPECT_EQ(content_of(store, "a"), kThreads * kEach);
}

TEST_F(RaceTest, MoneyMovedByManyThreadsIsNeitherMadeNorLost) {
  constexpr int kThreads = 16;
  constexpr int kPurses = 4;
  for (int p = 0; p < kPurses; ++p) {
    rival_acts(Change{"p" + std::to_string(p), 20});
  }
  std::atomic<int> faults = 0;
  std::vector<std::jthread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 20; ++i) {
        const auto from = "p" + std::to_string((t + i) % kPurses);
        const auto to = "p" + std::to_string((t + i + 1 + t % 3) % kPurses);
        const auto key = std::to_string(t) + "-" + std::to_string(i);
        const auto result = handler.handle(order(Move{from, to, 1 + i % 7}, key));
        const bool refused = !result && std::holds_alternative<PurseModel::Refusal>(result.error());
        faults += result || refused ? 0 : 1;
      }
    });
  }
  threads.clear();
  EXPECT_EQ(faults, 0);
  int sum = 0;
  for (int p = 0; p < kPurses; ++p) {
    const int content = content_of(store, "p" + std::to_string(p));
    EXPECT_GE(content, 0);
    sum += content;
  }
  EXPECT_EQ(sum, kPurses * 20);
}

}  // namespace
}  // namespace langnghe::command::test
