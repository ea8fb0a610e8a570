#include "worker_pool.hpp"

#include <algorithm>
#include <atomic>
#include <latch>
#include <memory>
#include <thread>
#include <vector>

#include <gtest/gtest.h>
#include <sys/resource.h>

namespace langnghe::http {
namespace {

TEST(WorkerPool, RunsEveryTask) {
  constexpr int kTasks = 20'000;
  std::atomic<int> done = 0;
  std::latch all(kTasks);
  WorkerPool pool(4);
  const auto submit_half = [&] {
    for (int i = 0; i < kTasks / 2; ++i) {
      pool.submit([&] {
        ++done;
        all.count_down();
      });
    }
  };
  {
    const std::jthread one(submit_half);
    const std::jthread two(submit_half);
  }
  all.wait();
  EXPECT_EQ(done, kTasks);
}

TEST(WorkerPool, TasksThatBlockRunBesideEachOtherUpToItsSize) {
  // Waking one thread at a time must still wake all that are needed.
  constexpr int kThreads = 8;
  std::latch together(kThreads);
  WorkerPool pool(kThreads);
  for (int i = 0; i < kThreads; ++i) {
    pool.submit([&] { together.arrive_and_wait(); });
  }
  together.wait();
}

TEST(WorkerPool, CloseWaitsForWhatRunsAndDropsTheRest) {
  std::latch started(1);
  std::latch may_end(1);
  std::atomic<bool> has_ended = false;
  std::atomic<bool> ran_late = false;
  const auto witness = std::make_shared<int>(0);
  WorkerPool pool(1);
  pool.submit([&] {
    started.count_down();
    may_end.wait();
    has_ended = true;
  });
  started.wait();
  pool.submit([&ran_late, witness] { ran_late = true; });
  {
    const std::jthread closing([&] { pool.close(); });
    while (witness.use_count() > 1) {
      std::this_thread::yield();
    }
    EXPECT_FALSE(has_ended);
    may_end.count_down();
  }
  EXPECT_TRUE(has_ended);
  EXPECT_FALSE(ran_late);
  pool.submit([&ran_late] { ran_late = true; });
  pool.close();
  EXPECT_FALSE(ran_late);
}

int niceness_in(WorkerPool& pool) {
  std::atomic<int> found = 0;
  std::latch done(1);
  pool.submit([&] {
    found = ::getpriority(PRIO_PROCESS, 0);
    done.count_down();
  });
  done.wait();
  return found;
}

TEST(WorkerPool, StandsBehindOthersWhereAsked) {
  constexpr int kNicest = 19;
  const int own = ::getpriority(PRIO_PROCESS, 0);
  WorkerPool ordinary(1);
  WorkerPool behind(1, WorkerPool::Priority::behind_others);
  EXPECT_EQ(niceness_in(ordinary), own);
  EXPECT_EQ(niceness_in(behind), std::min(own + 10, kNicest));
  EXPECT_EQ(::getpriority(PRIO_PROCESS, 0), own);
}

}  // namespace
}  // namespace langnghe::http
