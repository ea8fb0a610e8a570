#include <atomic>
#include <chrono>
#include <future>
#include <string>
#include <thread>

#include <ledger/subscription.hpp>

#include "commit_builder.hpp"
#include "engine.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto kLong = 20s;

class Subscribing : public StoreContract {};

TEST_P(Subscribing, EachPositionComesOnceAndInOrderWhileManyWrite) {
  constexpr std::uint64_t kWriters = 8;
  constexpr std::uint64_t kEach = 100;
  const auto follow = [this](std::uint64_t from, std::size_t limit) {
    Subscription subscription(store(), kWard, {from});
    std::uint64_t expected = from;
    while (expected < kWriters * kEach) {
      const auto records = subscription.next(limit, kLong, {});
      ASSERT_TRUE(records) << records.error().context;
      ASSERT_FALSE(records->empty()) << "nothing came after position " << expected;
      ASSERT_LE(records->size(), limit);
      for (const Record& record : *records) {
        ASSERT_EQ(record.position.value, expected++);
      }
      ASSERT_EQ(subscription.position().value, expected);
    }
  };
  std::vector<std::jthread> threads;
  threads.emplace_back(follow, 0, 7);
  threads.emplace_back(follow, 0, 1'000);
  threads.emplace_back(follow, 350, 64);
  for (std::uint64_t writer = 0; writer < kWriters; ++writer) {
    threads.emplace_back([this, writer] {
      for (std::uint64_t number = 0; number < kEach; ++number) {
        ASSERT_TRUE(store().append(
            commit(std::to_string(writer) + "/" + std::to_string(number), {event("a", number)})));
      }
    });
  }
}

TEST_P(Subscribing, WithoutNewsTheAnswerIsEmpty) {
  Subscription subscription(store(), kWard, {0});
  const auto records = subscription.next(10, 5ms, {});
  ASSERT_TRUE(records);
  EXPECT_TRUE(records->empty());
  EXPECT_EQ(subscription.position(), Position{0});
}

TEST_P(Subscribing, AStopEndsTheWait) {
  std::stop_source stop;
  auto waiting = std::async(std::launch::async, [&] {
    return Subscription(store(), kWard, {0})
        .next(10, std::chrono::milliseconds::max(), stop.get_token());
  });
  stop.request_stop();
  ASSERT_EQ(waiting.wait_for(kLong), std::future_status::ready);
  EXPECT_TRUE(waiting.get()->empty());
}

TEST_P(Subscribing, WaitBeyondAnswersWhenTheLedgerHasGrown) {
  auto waiting = std::async(std::launch::async, [this] {
    return store().wait_beyond(kWard, 1, Clock::now() + kLong, {}).value();
  });
  ASSERT_TRUE(store().append(commit("k1", {event("a", 1)})));
  EXPECT_EQ(waiting.wait_for(20ms), std::future_status::timeout) << "one record is not beyond one";
  ASSERT_TRUE(store().append(commit("k2", {event("a", 2), event("a", 3)})));
  ASSERT_EQ(waiting.wait_for(kLong), std::future_status::ready);
  EXPECT_EQ(waiting.get(), 3u);
}

TEST_P(Subscribing, WaitBeyondHeedsItsDeadline) {
  ASSERT_TRUE(store().append(commit("k1", {event("a", 1)})));
  EXPECT_EQ(store().wait_beyond(kWard, 1, Clock::now() + 5ms, {}), 1u);
  EXPECT_EQ(store().wait_beyond(kWard, 1, Clock::now() - 5ms, {}), 1u);
  EXPECT_EQ(store().wait_beyond(kWard, 0, Clock::time_point::max(), {}), 1u);
  EXPECT_EQ(store().wait_beyond(kOtherWard, 0, Clock::now() + 5ms, {}), 0u);
  EXPECT_EQ(store().ledgers(), (std::vector<LedgerId>{kWard})) << "to wait must not make a ledger";
}

TEST_P(Subscribing, AnotherLedgersNewsDoNotCount) {
  auto waiting = std::async(std::launch::async, [this] {
    return store().wait_beyond(kOtherWard, 0, Clock::now() + 50ms, {}).value();
  });
  ASSERT_TRUE(store().append(commit("k1", {event("a", 1)})));
  EXPECT_EQ(waiting.get(), 0u);
}

ON_EVERY_ENGINE(Subscribing);

}  // namespace
}  // namespace langnghe::test
