#include <atomic>

#include <gtest/gtest.h>

#include "test_consumer.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;
using namespace std::chrono_literals;

/// A lease that the test can take away.
class TestLease final : public Lease {
 public:
  explicit TestLease(const std::atomic<bool>& granted) : granted_(granted) {}
  [[nodiscard]] bool held() const override { return granted_; }

 private:
  const std::atomic<bool>& granted_;
};

/// A store of which another process may have the duty.
class SharedStore final : public LedgerReader {
 public:
  explicit SharedStore(LedgerReader& inner) : inner_(inner) {}

  std::atomic<bool> granted = false;
  std::atomic<int> refused = 0;

  StoreResult<std::unique_ptr<Lease>> claim(const LedgerId&, Duty duty) override {
    EXPECT_EQ(duty, Duty::sweep);
    if (!granted) {
      ++refused;
      return nullptr;
    }
    return std::make_unique<TestLease>(granted);
  }

  StoreResult<std::vector<Record>> read_stream(const LedgerId& ledger, const StreamName& stream,
                                               Version after, std::size_t limit) override {
    return inner_.read_stream(ledger, stream, after, limit);
  }
  StoreResult<std::vector<Record>> read_ledger(const LedgerId& ledger, Position from,
                                               std::size_t limit) override {
    return inner_.read_ledger(ledger, from, limit);
  }
  StoreResult<Version> version_of(const LedgerId& ledger, const StreamName& stream) override {
    return inner_.version_of(ledger, stream);
  }
  StoreResult<std::uint64_t> size(const LedgerId& ledger) override { return inner_.size(ledger); }
  StoreResult<std::vector<LedgerId>> ledgers() override { return inner_.ledgers(); }
  StoreResult<std::uint64_t> wait_beyond(const LedgerId& ledger, std::uint64_t size,
                                         std::chrono::steady_clock::time_point deadline,
                                         std::stop_token stop) override {
    return inner_.wait_beyond(ledger, size, deadline, std::move(stop));
  }
  [[nodiscard]] std::uint64_t known_size(const LedgerId& ledger) const override {
    return inner_.known_size(ledger);
  }
  [[nodiscard]] std::vector<LedgerId> known_ledgers() const override {
    return inner_.known_ledgers();
  }

 private:
  LedgerReader& inner_;
};

class ConsumerWithADuty : public testing::Test {
 protected:
  ConsumerWithADuty() {
    append(*store_, kWard, 0, 5);
    auto plan = consumers_.plan();
    plan.retry = {1ms, 4ms};
    plan.duty = Duty::sweep;
    following_ = supervisor_.follow(std::move(plan));
  }

  std::unique_ptr<EventStore> store_ = make_memory_store();
  SharedStore shared_{*store_};
  TestConsumers consumers_;
  Supervisor supervisor_{shared_};
  std::unique_ptr<Following> following_;
};

TEST_F(ConsumerWithADuty, IsCalledOnlyWhileTheEngineGrantsIt) {
  const auto& consumer = consumers_.of(kWard);
  const auto state =
      await_state(supervisor_, [](const ConsumerState& now) { return now.failures >= 3; });
  EXPECT_TRUE(state.is_failing);
  EXPECT_NE(state.failure.find("another process has the duty sweep"), std::string::npos);
  EXPECT_EQ(consumer.seen().begins, 0u);

  shared_.granted = true;
  ASSERT_TRUE(consumer.await_positions(5));

  shared_.granted = false;
  const int refused = shared_.refused;
  append(*store_, kWard, 5, 5);
  static_cast<void>(await_state(supervisor_, [&](const ConsumerState& now) {
    return now.is_failing && shared_.refused > refused;
  }));
  EXPECT_EQ(consumer.seen().positions, positions_up_to(5)) << "the lease was lost";

  shared_.granted = true;
  ASSERT_TRUE(consumer.await_positions(10));
  EXPECT_EQ(consumer.seen().positions, positions_up_to(10));
}

TEST_F(ConsumerWithADuty, IsNotFinishedByAProcessThatHasItNot) {
  following_->stop();
  EXPECT_EQ(consumers_.of(kWard).seen().finishes, 0u);
}

}  // namespace
}  // namespace langnghe::test
