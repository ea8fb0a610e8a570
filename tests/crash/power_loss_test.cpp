// Takes the power away at a random operation of the disk, again and again on one ledger, while
// several threads write: what was not synced is gone, but for a torn piece of it.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <random>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <rocksdb/env.h>

#include "fault_file_system.hpp"
#include "ledger_check.hpp"
#include "rocksdb/open_on.hpp"
#include "temporary_directory.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;

std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
  const char* const text = std::getenv(name);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

class PowerLoss : public testing::Test {
 protected:
  static constexpr std::uint32_t kWriters = 3;
  static constexpr std::uint32_t kCommitsEach = 12;
  static constexpr std::uint64_t kLossesPerLedger = 20;

  void begin() {
    directory_ = std::make_unique<TemporaryDirectory>(Medium::memory);
    acknowledged_.clear();
  }

  StoreResult<std::unique_ptr<EventStore>> open() {
    auto opened = open_rocksdb_store_on(
        *env_, {.directory = directory_->path() / "data" / "ledger", .read_only = false});
    if (!opened) {
      return std::unexpected(opened.error());
    }
    return std::move(opened->store);
  }

  void write(EventStore& store, std::uint32_t writer) {
    for (std::uint32_t number = 0; number < kCommitsEach; number += together_) {
      const auto answer = append(store, {writer, number});
      if (!answer) {
        // A store whose opening met the fault knows that there is no room.
        EXPECT_TRUE(answer.error().code == StoreErrorCode::unavailable ||
                    answer.error().code == StoreErrorCode::disk_full)
            << answer.error().context;
        return;
      }
      const std::lock_guard lock(mutex_);
      for (std::uint32_t at = 0; at < together_; ++at) {
        acknowledged_.push_back({{writer, number + at}, (*answer)[at].first.value});
      }
    }
  }

  /// The commits of that writer from this number on.
  StoreResult<std::vector<Committed>> append(EventStore& store, const CommitName& first) const {
    if (together_ == 1) {
      const auto answer = store.append(numbered_commit(first));
      return answer ? StoreResult<std::vector<Committed>>(std::vector{*answer})
                    : std::unexpected(answer.error());
    }
    std::vector<Commit> commits;
    for (std::uint32_t at = 0; at < together_; ++at) {
      commits.push_back(numbered_commit({first.writer, first.number + at}));
    }
    return store.append_together(std::move(commits));
  }

  // From operation `at` on nothing more reaches the disk; answers whether it came to that.
  bool write_until_the_power_fails(std::uint64_t at, bool disk_full, std::uint64_t torn) {
    system_->plan({at, true, disk_full});
    if (auto store = open()) {
      std::vector<std::jthread> threads;
      for (std::uint32_t writer = 0; writer < kWriters; ++writer) {
        threads.emplace_back(
            [this, &store, number = next_writer_ + writer] { write(**store, number); });
      }
    }
    next_writer_ += kWriters;
    const bool failed = system_->has_failed();
    system_->lose_power(torn);
    system_->plan({});
    return failed;
  }

  void lose_power_again_and_again();

  std::uint32_t together_ = 1;  // commits that are appended at once
  std::shared_ptr<FaultFileSystem> system_ = std::make_shared<FaultFileSystem>();
  std::unique_ptr<rocksdb::Env> env_ = rocksdb::NewCompositeEnv(system_);
  std::unique_ptr<TemporaryDirectory> directory_;
  std::uint32_t next_writer_ = 0;
  std::mutex mutex_;  // guards what follows
  std::vector<Acknowledgement> acknowledged_;
};

// LANGNGHE_POWER_LOSSES asks for more than the 200 of an ordinary run.
void PowerLoss::lose_power_again_and_again() {
  const std::uint64_t seed = from_environment("LANGNGHE_SEED", std::random_device{}());
  const std::uint64_t losses = from_environment("LANGNGHE_POWER_LOSSES", 200);
  std::printf("LANGNGHE_SEED=%lu LANGNGHE_POWER_LOSSES=%lu\n", seed, losses);
  std::mt19937_64 random(seed);
  std::uint64_t in_the_middle = 0;
  std::uint64_t commits = 0;
  for (std::uint64_t loss = 0; loss < losses; ++loss) {
    SCOPED_TRACE("LANGNGHE_SEED=" + std::to_string(seed) + " loss " + std::to_string(loss));
    if (loss % kLossesPerLedger == 0) {
      begin();
    }
    const std::size_t before = acknowledged_.size();
    constexpr std::uint64_t kOperations = 130;  // about as many as opening and writing take
    const std::uint64_t at = 1 + random() % kOperations;
    const std::uint64_t torn = random() % 2 == 0 ? 0 : random() % 3'000;
    in_the_middle += write_until_the_power_fails(at, random() % 4 == 0, torn) ? 1u : 0u;
    commits += acknowledged_.size() - before;
    const auto store = open();
    ASSERT_TRUE(store) << store.error().context;
    check_ledger(**store, acknowledged_, together_);
    ASSERT_FALSE(HasFailure());
  }
  std::printf("  %lu of them while something was written, %lu commits acknowledged\n",
              in_the_middle, commits);
  EXPECT_GT(in_the_middle, losses / 3) << "the power failed too late to show anything";
  EXPECT_GT(commits, losses) << "the power failed too early to show anything";
}

TEST_F(PowerLoss, TakesNothingThatWasAcknowledged) {
  lose_power_again_and_again();
}

TEST_F(PowerLoss, LeavesAllOfTheCommitsThatWereAppendedTogetherOrNone) {
  together_ = 3;
  lose_power_again_and_again();
}

}  // namespace
}  // namespace langnghe::test
