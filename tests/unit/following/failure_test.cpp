#include <atomic>
#include <mutex>
#include <stdexcept>

#include <gtest/gtest.h>

#include "test_consumer.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;
using namespace std::chrono_literals;
using std::chrono::steady_clock;

Outcome failed(std::string what, bool is_final = false) {
  return std::unexpected(Failure{.what = std::move(what), .is_final = is_final});
}

class FailingConsumer : public testing::Test {
 protected:
  FailingConsumer() { append(*store_, kWard, 0, 5); }

  /// Follows with a consumer whose takes have the outcomes that `outcome` says.
  TestConsumer& follow(std::function<Outcome(std::size_t take)> outcome, RetryDelays retry) {
    consumers_.prepare = [outcome = std::move(outcome)](TestConsumer& consumer) {
      consumer.before_take = outcome;
    };
    auto plan = consumers_.plan();
    plan.retry = retry;
    plan.on_failure = [this](const ConsumerState& state) {
      const std::scoped_lock lock(mutex_);
      told_.push_back(state.failure);
    };
    following_ = supervisor_.follow(std::move(plan));
    return consumers_.of(kWard);
  }

  std::vector<std::string> told() {
    const std::scoped_lock lock(mutex_);
    return told_;
  }

  static constexpr RetryDelays kSoon{1ms, 4ms};

  std::unique_ptr<EventStore> store_ = make_memory_store();
  TestConsumers consumers_;
  std::mutex mutex_;  ///< guards told_
  std::vector<std::string> told_;
  Supervisor supervisor_{*store_};
  std::unique_ptr<Following> following_;
};

TEST_F(FailingConsumer, IsTriedAgainAndMissesNothing) {
  const auto& consumer = follow(
      [](std::size_t take) {
        return take < 3 ? failed("disk " + std::to_string(take)) : Outcome{};
      },
      kSoon);
  ASSERT_TRUE(consumer.await_positions(5));
  EXPECT_EQ(consumer.seen().positions, positions_up_to(5));
  EXPECT_EQ(consumer.seen().begins, 4u) << "it is made ready again after each failure";
  const auto state =
      await_state(supervisor_, [](const ConsumerState& now) { return !now.is_failing; });
  EXPECT_EQ(state.failures, 3u);
  EXPECT_EQ(state.failure, "disk 2") << "the words stay";
  EXPECT_FALSE(state.has_ended);
}

TEST_F(FailingConsumer, WaitsEverLongerButNoLongerThanTheLimit) {
  const auto& consumer = follow([](std::size_t) { return failed("disk"); }, {20ms, 80ms});
  ASSERT_TRUE(consumer.await([](const auto& seen) { return seen.takes.size() >= 6; }));
  const auto takes = consumer.seen().takes;
  const std::vector<std::chrono::milliseconds> least{20ms, 40ms, 80ms, 80ms, 80ms};
  for (std::size_t attempt = 0; attempt < least.size(); ++attempt) {
    const auto waited = takes[attempt + 1] - takes[attempt];
    EXPECT_GE(waited, least[attempt]) << attempt;
    EXPECT_LT(waited, kLongEnough) << attempt;
  }
  EXPECT_TRUE(supervisor_.states().front().is_failing);
  EXPECT_EQ(supervisor_.states().front().lag, 5u);
}

TEST_F(FailingConsumer, ThatThrowsHasFailedWithItsWords) {
  const auto& consumer = follow(
      [](std::size_t take) -> Outcome {
        if (take == 0) {
          throw std::runtime_error("thrown by the test");
        }
        return {};
      },
      kSoon);
  ASSERT_TRUE(consumer.await_positions(5));
  EXPECT_EQ(consumer.seen().positions, positions_up_to(5));
  const auto state =
      await_state(supervisor_, [](const ConsumerState& now) { return !now.is_failing; });
  EXPECT_EQ(state.failures, 1u);
  EXPECT_EQ(state.failure, "thrown by the test");
}

TEST_F(FailingConsumer, ThatFailsForGoodIsNotCalledAgain) {
  const auto& consumer = follow([](std::size_t) { return failed("it differs", true); }, kSoon);
  const auto state =
      await_state(supervisor_, [](const ConsumerState& now) { return now.has_ended; });
  EXPECT_EQ(state.failure, "it differs");
  append(*store_, kWard, 5, 1);
  following_->wake(kWard);
  following_->stop();
  EXPECT_EQ(consumer.seen().takes.size(), 1u);
  EXPECT_EQ(consumer.seen().finishes, 0u);
}

TEST_F(FailingConsumer, IsToldOfOnceForTheSameWords) {
  const auto& consumer = follow(
      [](std::size_t take) {
        if (take < 4) {
          return failed(take < 3 ? "disk" : "key");
        }
        return take == 5 ? failed("key") : Outcome{};
      },
      kSoon);
  ASSERT_TRUE(consumer.await_positions(5));
  append(*store_, kWard, 5, 1);
  ASSERT_TRUE(consumer.await_positions(6));
  EXPECT_EQ(told(), (std::vector<std::string>{"disk", "key", "key"}));
}

TEST_F(FailingConsumer, HoldsUpNoOtherLedgerOnItsThread) {
  std::atomic<bool> is_first = true;
  consumers_.prepare = [&is_first](TestConsumer& consumer) {
    if (is_first.exchange(false)) {
      consumer.before_take = [](std::size_t) { return failed("disk"); };
    }
  };
  auto plan = consumers_.plan();
  plan.threads = FollowingThreads::one_for_all;
  plan.retry = {1h, 1h};
  following_ = supervisor_.follow(std::move(plan));
  ASSERT_TRUE(consumers_.of(kWard).await([](const auto& seen) { return !seen.takes.empty(); }));
  append(*store_, kOtherWard, 0, 3);
  EXPECT_TRUE(consumers_.of(kOtherWard).await_positions(3));
  following_.reset();
}

TEST_F(FailingConsumer, IsStoppedDuringItsWaitAndFinishedAllTheSame) {
  const auto& consumer = follow([](std::size_t) { return failed("disk"); }, {1h, 1h});
  static_cast<void>(
      await_state(supervisor_, [](const ConsumerState& now) { return now.is_failing; }));
  const auto began = steady_clock::now();
  following_->stop();
  EXPECT_LT(steady_clock::now() - began, 2s);
  EXPECT_EQ(consumer.seen().begins, 2u);
  EXPECT_EQ(consumer.seen().positions, positions_up_to(5));
}

}  // namespace
}  // namespace langnghe::test
