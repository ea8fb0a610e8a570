#include <gtest/gtest.h>

#include <command/state_cache.hpp>

#include "hooked_store.hpp"
#include "purse_model.hpp"

namespace langnghe::command::test {
namespace {

using eventstore::kAbsent;
using eventstore::Version;

const eventstore::LedgerId kWard{"w"};

TEST(StateCacheTest, KnowsNothingAtFirst) {
  StateCache<int> cache(2);
  EXPECT_FALSE(cache.find(kWard, {"a"}));
}

TEST(StateCacheTest, TheLaterVersionStays) {
  StateCache<int> cache(2);
  cache.put(kWard, {"a"}, {Version{2}, 20});
  cache.put(kWard, {"a"}, {Version{1}, 10});
  EXPECT_EQ(cache.find(kWard, {"a"})->state, 20);
  cache.put(kWard, {"a"}, {Version{3}, 30});
  EXPECT_EQ(cache.find(kWard, {"a"})->version, Version{3});
  EXPECT_EQ(cache.find(kWard, {"a"})->state, 30);
}

TEST(StateCacheTest, WardsDoNotShareStreams) {
  StateCache<int> cache(2);
  cache.put(kWard, {"a"}, {Version{1}, 10});
  EXPECT_FALSE(cache.find({"another"}, {"a"}));
}

TEST(StateCacheTest, WhatWasUsedLongestAgoGoes) {
  StateCache<int> cache(2);
  cache.put(kWard, {"a"}, {Version{1}, 1});
  cache.put(kWard, {"b"}, {Version{1}, 2});
  EXPECT_TRUE(cache.find(kWard, {"a"}));
  cache.put(kWard, {"c"}, {Version{1}, 3});
  EXPECT_TRUE(cache.find(kWard, {"a"}));
  EXPECT_FALSE(cache.find(kWard, {"b"}));
  EXPECT_TRUE(cache.find(kWard, {"c"}));
}

struct KeptStates : testing::Test {
  HookedStore store;
  PurseHandler handler{store, PurseModel{}};
  int keys = 0;

  PurseHandler::Result act(PurseHandler& by, PurseModel::Command command) {
    return by.handle(order(std::move(command), "key-" + std::to_string(++keys)));
  }
};

// However long a stream has become.
TEST_F(KeptStates, ACommandReadsWhatCameSinceTheLastOne) {
  for (int round = 0; round < 50; ++round) {
    ASSERT_TRUE(act(handler, Change{"a", 1}));
  }
  store.records_read = 0;
  ASSERT_TRUE(act(handler, Change{"a", -50}));
  EXPECT_EQ(store.records_read.load(), 1u);
  ASSERT_FALSE(act(handler, Change{"a", -1}));
  EXPECT_EQ(store.records_read.load(), 2u);
  EXPECT_EQ(content_of(store, "a"), 0);
}

TEST_F(KeptStates, WhatOthersWroteIsFoldedOnTop) {
  PurseHandler other{store, PurseModel{}};
  ASSERT_TRUE(act(handler, Change{"a", 5}));
  ASSERT_TRUE(act(handler, Change{"a", 1}));
  ASSERT_TRUE(act(other, Change{"a", -6}));
  EXPECT_FALSE(act(handler, Change{"a", -1}));
  ASSERT_TRUE(act(other, Change{"a", 2}));
  EXPECT_TRUE(act(handler, Change{"a", -2}));
  EXPECT_EQ(content_of(store, "a"), 0);
}

// A state that was kept is not changed by the commands that go on from it.
TEST_F(KeptStates, ARefusalLeavesThemAsTheyAre) {
  ASSERT_TRUE(act(handler, Change{"a", 5}));
  for (int round = 0; round < 3; ++round) {
    EXPECT_FALSE(act(handler, Change{"a", -6}));
    EXPECT_TRUE(handler.rehearse(order(Change{"a", -5}, "only asked")));
  }
  EXPECT_TRUE(act(handler, Change{"a", -5}));
}

TEST_F(KeptStates, MoreStreamsThanAreKeptComeOutTheSame) {
  constexpr int kPurses = 1'500;
  for (int round = 0; round < 2; ++round) {
    for (int purse = 0; purse < kPurses; ++purse) {
      ASSERT_TRUE(act(handler, Change{"purse-" + std::to_string(purse), 1}));
    }
  }
  EXPECT_FALSE(act(handler, Change{"purse-7", -3}));
  EXPECT_TRUE(act(handler, Change{"purse-7", -2}));
  EXPECT_TRUE(act(handler, Change{"purse-1400", -2}));
}

}  // namespace
}  // namespace langnghe::command::test
