#include <gtest/gtest.h>

#include <ledger/subscription.hpp>

#include "commit_builder.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;

/// A store that reads back what a broken one might.
class BrokenStore final : public EventStore {
 public:
  StoreResult<std::vector<Record>> answer = std::vector<Record>{};
  bool waits = true;

  StoreResult<Committed> append(Commit) override { return Committed{}; }
  StoreResult<std::vector<Committed>> append_together(std::vector<Commit>) override {
    return std::vector<Committed>{};
  }
  StoreResult<std::optional<Committed>> find(const LedgerId&, std::string_view,
                                             std::string_view) override {
    return std::nullopt;
  }
  StoreResult<std::vector<Record>> read_stream(const LedgerId&, const StreamName&, Version,
                                               std::size_t) override {
    return answer;
  }
  StoreResult<std::vector<Record>> read_ledger(const LedgerId&, Position, std::size_t) override {
    return answer;
  }
  StoreResult<Version> version_of(const LedgerId&, const StreamName&) override { return kAbsent; }
  StoreResult<std::uint64_t> size(const LedgerId&) override { return 0; }
  StoreResult<std::vector<LedgerId>> ledgers() override { return std::vector<LedgerId>{}; }
  std::uint64_t known_size(const LedgerId&) const override { return 0; }
  std::vector<LedgerId> known_ledgers() const override { return {}; }
  StoreResult<std::uint64_t> wait_beyond(const LedgerId&, std::uint64_t size,
                                         std::chrono::steady_clock::time_point,
                                         std::stop_token) override {
    if (!waits) {
      return std::unexpected(StoreError{StoreErrorCode::unavailable, "the engine is away", {}, {}});
    }
    return size;
  }
  bool writable() const override { return true; }
  void stop_writing(std::string) override {}
};

class Following : public testing::Test {
 protected:
  StoreResult<std::vector<Record>> next() {
    return subscription_.next(10, std::chrono::milliseconds(0), {});
  }

  BrokenStore store_;
  Subscription subscription_{store_, kWard, {5}};
};

TEST_F(Following, AGapIsCorruption) {
  store_.answer = std::vector<Record>{{{5}, "five"}, {{7}, "seven"}};
  const auto records = next();
  ASSERT_FALSE(records);
  EXPECT_EQ(records.error().code, StoreErrorCode::corrupt);
}

TEST_F(Following, AFailureToWaitIsToldAndNotTakenForTheEnd) {
  store_.waits = false;
  const auto records = next();
  ASSERT_FALSE(records);
  EXPECT_EQ(records.error().code, StoreErrorCode::unavailable);
}

TEST_F(Following, ARepeatIsCorruption) {
  store_.answer = std::vector<Record>{{{5}, "five"}};
  ASSERT_TRUE(next());
  const auto again = next();
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, StoreErrorCode::corrupt);
}

TEST_F(Following, AFaultOfTheStoreIsPassedOnAndCanBeTriedAgain) {
  store_.answer = std::unexpected(StoreError{StoreErrorCode::unavailable, "disk", {}, {}});
  EXPECT_EQ(next().error().code, StoreErrorCode::unavailable);
  store_.answer = std::vector<Record>{{{5}, "five"}, {{6}, "six"}};
  EXPECT_EQ(next()->size(), 2u);
  EXPECT_EQ(subscription_.position(), Position{7});
}

}  // namespace
}  // namespace langnghe::test
