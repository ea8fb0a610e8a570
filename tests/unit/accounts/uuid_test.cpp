#include <algorithm>
#include <chrono>
#include <regex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include <api/uuid.hpp>

namespace langnghe::api {
namespace {

using namespace std::chrono_literals;

TEST(Uuid, HasTheFormVersionAndTimeOfRfc9562) {
  // The RFC's own example, appendix A.6: 2022-02-22T19:22:22Z is 0x017F22E279B0.
  const domain::Instant example{std::chrono::milliseconds{0x017F22E279B0}};
  const std::string id = make_uuid_v7(example);
  EXPECT_TRUE(
      std::regex_match(id, std::regex("017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")))
      << id;
}

TEST(Uuid, IdsOfOneMillisecondAreInOrder) {
  const domain::Instant moment{1'700'000'000'000ms};
  std::string before = make_uuid_v7(moment);
  for (int i = 0; i < 20'000; ++i) {
    std::string next = make_uuid_v7(moment);
    ASSERT_LT(before, next);
    before = std::move(next);
  }
}

TEST(Uuid, ThreadsWhoseClocksOverlapGetDifferentIdsEachInOrder) {
  const domain::Instant start{1'800'000'000'000ms};
  std::vector<std::string> made[4];
  {
    std::vector<std::jthread> threads;
    for (auto& list : made) {
      threads.emplace_back([&list, start] {
        for (int i = 0; i < 5'000; ++i) {
          list.push_back(make_uuid_v7(start + std::chrono::milliseconds{i / 500}));
        }
      });
    }
  }
  std::set<std::string> all;
  for (const auto& list : made) {
    EXPECT_TRUE(std::ranges::is_sorted(list));
    all.insert(list.begin(), list.end());
  }
  EXPECT_EQ(all.size(), 20'000U);
}

TEST(Uuid, AnEarlierMomentKeepsItsTime) {
  const std::string late = make_uuid_v7(domain::Instant{1'900'000'000'000ms});
  const std::string early = make_uuid_v7(domain::Instant{1'600'000'000'000ms});
  EXPECT_LT(early, late);
  EXPECT_EQ(early.substr(0, 13), "0174876e-8000");
}

}  // namespace
}  // namespace langnghe::api
