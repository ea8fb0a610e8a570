#include "rocksdb/commit_queue.hpp"

#include <deque>
#include <future>
#include <string>

#include <gtest/gtest.h>

namespace langnghe::test {
namespace {

using namespace eventstore;
using namespace std::chrono_literals;

class Queue : public testing::Test {
 protected:
  Request& request(std::size_t bytes = 1) {
    Request& made = requests_.emplace_back();
    made.commit.record_bytes = bytes;
    return made;
  }

  void push(std::size_t bytes = 1) { ASSERT_TRUE(queue_.push(request(bytes))); }

  CommitQueue queue_{{.commits = 5, .group_commits = 3, .group_bytes = 100}};
  std::deque<Request> requests_;
};

TEST_F(Queue, GroupsKeepTheOrderAndTheLimitOfCommits) {
  for (int count = 0; count < 5; ++count) {
    push();
  }
  const auto first = queue_.take(1, 0ns);
  const auto second = queue_.take(1, 0ns);
  EXPECT_EQ(first->requests, (std::vector<Request*>{&requests_[0], &requests_[1], &requests_[2]}));
  EXPECT_EQ(second->requests, (std::vector<Request*>{&requests_[3], &requests_[4]}));
  EXPECT_EQ(queue_.size(), 0u);
}

TEST_F(Queue, AGroupIsFullWhenItsBytesAre) {
  push(60);
  push(40);
  push(1);
  EXPECT_EQ(queue_.take(1, 0ns)->requests.size(), 2u);
  push(100);
  EXPECT_EQ(queue_.take(1, 0ns)->requests.size(), 1u);
  EXPECT_EQ(queue_.take(1, 0ns)->record_bytes, 100u);
}

TEST_F(Queue, AFullQueueSaysSoAndHasRoomAgainLater) {
  for (int count = 0; count < 5; ++count) {
    push();
  }
  const auto refused = queue_.push(request());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, StoreErrorCode::queue_full);
  EXPECT_EQ(queue_.size(), 5u);
  (void)queue_.take(1, 0ns);
  push();
}

TEST_F(Queue, TakingWaitsForARequest) {
  auto taking = std::async(std::launch::async, [this] { return queue_.take(1, 0ns); });
  push();
  ASSERT_EQ(taking.wait_for(20s), std::future_status::ready);
  EXPECT_EQ(taking.get()->requests.size(), 1u);
}

TEST_F(Queue, TakingWaitsForAsManyAsAreWanted) {
  push();
  auto taking = std::async(std::launch::async, [this] { return queue_.take(3, 1h); });
  push();
  EXPECT_EQ(taking.wait_for(10ms), std::future_status::timeout);
  push();
  ASSERT_EQ(taking.wait_for(20s), std::future_status::ready);
  EXPECT_EQ(taking.get()->requests.size(), 3u);
}

TEST_F(Queue, AFullGroupIsNotKeptWaiting) {
  push(99);
  auto taking = std::async(std::launch::async, [this] { return queue_.take(3, 1h); });
  push(99);  // does not fit beside the first
  ASSERT_EQ(taking.wait_for(20s), std::future_status::ready);
  EXPECT_EQ(taking.get()->requests.size(), 1u);
}

TEST_F(Queue, PatienceEnds) {
  push();
  EXPECT_EQ(queue_.take(3, 1ms)->requests.size(), 1u);
}

TEST_F(Queue, WhatIsInsideWhenItClosesIsStillTaken) {
  push();
  queue_.close();
  const auto refused = queue_.push(request());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, StoreErrorCode::unavailable);
  EXPECT_EQ(queue_.take(3, 1h)->requests.size(), 1u);
  EXPECT_EQ(queue_.take(3, 1h), nullptr);
}

TEST_F(Queue, ClosingWakesTheTaker) {
  auto taking = std::async(std::launch::async, [this] { return queue_.take(1, 0ns); });
  queue_.close();
  ASSERT_EQ(taking.wait_for(20s), std::future_status::ready);
  EXPECT_EQ(taking.get(), nullptr);
}

TEST_F(Queue, AnsweringWakesEveryoneInTheGroup) {
  CommitGroup group;
  std::vector<std::future<void>> waiting;
  for (int count = 0; count < 8; ++count) {
    waiting.push_back(std::async(std::launch::async, [&group] { group.wait(); }));
  }
  EXPECT_EQ(waiting.front().wait_for(5ms), std::future_status::timeout);
  group.answer();
  for (auto& each : waiting) {
    ASSERT_EQ(each.wait_for(20s), std::future_status::ready);
  }
}

}  // namespace
}  // namespace langnghe::test
