#include "rocksdb/recent_map.hpp"

#include <cstdint>
#include <map>
#include <random>
#include <string>

#include <gtest/gtest.h>

namespace langnghe::test {
namespace {

using namespace eventstore;

HashedKey key(std::uint64_t number) {
  return HashedKey("key-" + std::to_string(number));
}

TEST(RecentMap, RemembersTheLatestValue) {
  RecentMap<int> recent(10);
  recent.put(key(1), 5);
  recent.put(key(1), 6);
  ASSERT_NE(recent.find(key(1)), nullptr);
  EXPECT_EQ(*recent.find(key(1)), 6);
  EXPECT_EQ(recent.find(key(2)), nullptr);
  EXPECT_TRUE(recent.covers(0));
}

TEST(RecentMap, ForgetsWholeGenerationsAndSaysSo) {
  RecentMap<int> recent(2);
  recent.put(key(1), 1);
  recent.put(key(2), 2);
  recent.end_group(1);  // generation full: 1 and 2 are old now
  EXPECT_TRUE(recent.covers(0));
  recent.put(key(3), 3);
  recent.put(key(1), 4);
  recent.end_group(2);  // 1 and 2 of the first group are gone, the new 1 is not
  EXPECT_FALSE(recent.covers(0));
  EXPECT_TRUE(recent.covers(1));
  EXPECT_EQ(recent.find(key(2)), nullptr);
  EXPECT_EQ(*recent.find(key(1)), 4);
  EXPECT_EQ(*recent.find(key(3)), 3);
}

// The promise that appending rests on: for any group it covers, what was written after that group
// is found, with its latest value.
TEST(RecentMap, CoversEverythingSinceAnyGroupItCovers) {
  std::mt19937_64 random(7);
  RecentMap<std::uint64_t> recent(20);
  std::map<std::uint64_t, std::uint64_t> last_group_of;  // key -> group, which is also its value
  for (std::uint64_t group = 1; group <= 500; ++group) {
    for (std::uint64_t puts = random() % 8; puts > 0; --puts) {
      const std::uint64_t number = random() % 200;
      recent.put(key(number), group);
      last_group_of[number] = group;
    }
    recent.end_group(group);
    const std::uint64_t checked_after = group - random() % std::min<std::uint64_t>(group, 12);
    if (!recent.covers(checked_after)) {
      continue;
    }
    for (const auto& [number, written] : last_group_of) {
      if (written > checked_after) {
        ASSERT_NE(recent.find(key(number)), nullptr);
      }
      if (const auto* found = recent.find(key(number))) {
        ASSERT_EQ(*found, written);
      }
    }
  }
  EXPECT_FALSE(recent.covers(0));
  EXPECT_TRUE(recent.covers(500));
}

}  // namespace
}  // namespace langnghe::test
