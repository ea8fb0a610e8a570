#include <atomic>
#include <latch>
#include <optional>
#include <thread>

#include <gtest/gtest.h>

#include "test_consumer.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;
using namespace std::chrono_literals;
using std::chrono::steady_clock;

class Supervised : public testing::Test {
 protected:
  void follow(FollowingThreads threads = FollowingThreads::one_per_ledger) {
    auto plan = consumers_.plan();
    plan.threads = threads;
    plan.records_max = 7;
    following_ = supervisor_.follow(std::move(plan));
  }

  std::unique_ptr<EventStore> store_ = make_memory_store();
  TestConsumers consumers_;
  Supervisor supervisor_{*store_};
  std::unique_ptr<Following> following_;
};

TEST_F(Supervised, AConsumerIsHandedWhatIsThereAndWhatComesEachRecordOnceAndInOrder) {
  append(*store_, kWard, 0, 40);
  follow();
  std::jthread writer([this] { append(*store_, kWard, 40, 200); });
  const auto& consumer = consumers_.of(kWard);
  ASSERT_TRUE(consumer.await_positions(240));
  EXPECT_EQ(consumer.seen().positions, positions_up_to(240));
  const auto state =
      await_state(supervisor_, [](const ConsumerState& now) { return now.position == 240; });
  EXPECT_EQ(state.consumer, "test");
  EXPECT_EQ(state.ledger, kWard);
  EXPECT_EQ(state.lag, 0u);
  EXPECT_EQ(state.failures, 0u);
  EXPECT_FALSE(state.is_failing);
}

TEST_F(Supervised, TheLedgersOfTheStartAreFollowedWhenItReturnsAndNewOnesAreFound) {
  append(*store_, kWard, 0, 1);
  follow();
  EXPECT_EQ(supervisor_.states().size(), 1u);
  append(*store_, kOtherWard, 0, 3);
  EXPECT_TRUE(consumers_.of(kOtherWard).await_positions(3));
  EXPECT_EQ(supervisor_.states().size(), 2u);
}

TEST_F(Supervised, ACheckpointIsResumed) {
  append(*store_, kWard, 0, 5);
  consumers_.prepare = [](TestConsumer& consumer) { consumer.first = 3; };
  follow();
  const auto& consumer = consumers_.of(kWard);
  ASSERT_TRUE(consumer.await_positions(2));
  EXPECT_EQ(consumer.seen().positions, (std::vector<std::uint64_t>{3, 4}));
}

TEST_F(Supervised, AStopDuringAWaitReturnsAtOnce) {
  for (const auto threads : {FollowingThreads::one_per_ledger, FollowingThreads::one_for_all}) {
    append(*store_, kWard, threads == FollowingThreads::one_for_all ? 1 : 0, 1);
    follow(threads);
    ASSERT_TRUE(consumers_.of(kWard).await_positions(1));
    const auto began = steady_clock::now();
    following_->stop();
    EXPECT_LT(steady_clock::now() - began, 2s);
    following_.reset();
  }
}

TEST_F(Supervised, AStopHandsOverWhatWasCommittedBeforeAndAFinishedOneIsNotCalledAgain) {
  append(*store_, kWard, 0, 1);
  consumers_.prepare = [](TestConsumer& consumer) {
    consumer.next = [] { return NextCall{.for_records = false}; };
  };
  follow();
  const auto& consumer = consumers_.of(kWard);
  append(*store_, kWard, 1, 29);
  append(*store_, kOtherWard, 0, 2);  // perhaps not looked for yet
  following_->stop();
  EXPECT_EQ(consumer.seen().positions, positions_up_to(30));
  EXPECT_EQ(consumers_.of(kOtherWard).seen().positions, positions_up_to(2));
  EXPECT_EQ(consumer.seen().finishes, 1u);
  following_->stop();
  EXPECT_EQ(consumer.seen().finishes, 1u);
}

TEST_F(Supervised, TheLagIsWhatTheConsumerHasNotTaken) {
  append(*store_, kWard, 0, 1);
  std::latch go_on(1);
  consumers_.prepare = [&go_on](TestConsumer& consumer) {
    consumer.before_take = [&go_on](std::size_t take) -> Outcome {
      if (take == 1) {
        go_on.wait();
      }
      return {};
    };
  };
  follow();
  const auto& consumer = consumers_.of(kWard);
  ASSERT_TRUE(consumer.await_positions(1));
  append(*store_, kWard, 1, 9);
  EXPECT_EQ(await_state(supervisor_, [](const auto& now) { return now.lag == 9; }).position, 1u);
  go_on.count_down();
  EXPECT_EQ(await_state(supervisor_, [](const auto& now) { return now.lag == 0; }).position, 10u);
  following_.reset();
}

TEST_F(Supervised, ACallAtATimeComesWithoutRecords) {
  append(*store_, kWard, 0, 1);
  std::atomic<bool> asks = true;
  // A time that stays the same while it is waited for; once it is over, every call is due at once.
  const auto soon = steady_clock::now() + 1ms;
  consumers_.prepare = [&asks, soon](TestConsumer& consumer) {
    consumer.next = [&asks, soon] {
      return NextCall{.at = asks ? soon : steady_clock::time_point::max()};
    };
  };
  follow();
  EXPECT_TRUE(consumers_.of(kWard).await([](const auto& seen) { return seen.takes.size() >= 5; }));
  EXPECT_EQ(consumers_.of(kWard).seen().positions, positions_up_to(1));
  following_.reset();
}

TEST_F(Supervised, AWakeCallsAConsumerThatWaits) {
  append(*store_, kWard, 0, 1);
  consumers_.prepare = [](TestConsumer& consumer) {
    consumer.next = [] { return NextCall{.for_records = false}; };
  };
  for (const auto threads : {FollowingThreads::one_per_ledger, FollowingThreads::one_for_all}) {
    follow(threads);
    const auto& consumer = consumers_.of(kWard);
    ASSERT_TRUE(consumer.await([](const auto& seen) { return seen.begins == 1; }));
    for (std::size_t wake = 1; wake <= 3; ++wake) {
      following_->wake(kWard);
      EXPECT_TRUE(consumer.await([wake](const auto& seen) { return seen.takes.size() >= wake; }));
    }
    following_.reset();
  }
}

TEST_F(Supervised, LedgersHaveAThreadEachOrOneForAll) {
  for (const bool one : {false, true}) {
    append(*store_, kWard, one ? 10 : 0, 3);
    append(*store_, kOtherWard, one ? 10 : 0, 3);
    follow(one ? FollowingThreads::one_for_all : FollowingThreads::one_per_ledger);
    const auto& first = consumers_.of(kWard);
    const auto& second = consumers_.of(kOtherWard);
    ASSERT_TRUE(first.await_positions(3));
    ASSERT_TRUE(second.await_positions(3));
    append(*store_, kWard, one ? 20 : 5, 1);
    append(*store_, kOtherWard, one ? 20 : 5, 1);
    ASSERT_TRUE(first.await_positions(4));
    ASSERT_TRUE(second.await_positions(4));
    EXPECT_EQ(first.seen().thread == second.seen().thread, one);
    following_.reset();
  }
}

TEST_F(Supervised, SeveralKindsAreToldApartAndStopAlone) {
  append(*store_, kWard, 0, 2);
  follow();
  TestConsumers others;
  auto second = supervisor_.follow(others.plan());
  EXPECT_EQ(supervisor_.states().size(), 2u);
  ASSERT_TRUE(others.of(kWard).await_positions(2));
  second.reset();
  EXPECT_EQ(supervisor_.states().size(), 1u);
  append(*store_, kWard, 2, 2);
  EXPECT_TRUE(consumers_.of(kWard).await_positions(4));
}

}  // namespace
}  // namespace langnghe::test
