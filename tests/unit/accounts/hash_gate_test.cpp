#include "accounts/hash_gate.hpp"

#include <atomic>
#include <latch>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace langnghe::api {
namespace {

TEST(HashGate, NeverLetsMoreInThanItMay) {
  HashGate gate(2, 100);
  std::atomic<int> inside = 0;
  std::atomic<int> most = 0;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i) {
      threads.emplace_back([&] {
        for (int round = 0; round < 200; ++round) {
          const auto pass = gate.enter();
          ASSERT_TRUE(pass);
          const int count = ++inside;
          int seen = most;
          while (count > seen && !most.compare_exchange_weak(seen, count)) {
          }
          std::this_thread::yield();
          --inside;
        }
      });
    }
  }
  EXPECT_LE(most, 2);
}

TEST(HashGate, LetsAsManyInAsItMay) {
  HashGate gate(2, 0);
  const auto first = gate.enter();
  const auto second = gate.enter();
  EXPECT_TRUE(first);
  EXPECT_TRUE(second);
}

TEST(HashGate, RefusesWhomItWouldKeepWaitingTooLong) {
  HashGate gate(1, 0);
  {
    const auto pass = gate.enter();
    EXPECT_TRUE(pass);
    const auto refused = gate.enter();
    EXPECT_FALSE(refused);
  }
  const auto later = gate.enter();
  EXPECT_TRUE(later);
}

}  // namespace
}  // namespace langnghe::api
