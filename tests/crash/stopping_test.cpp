#include <atomic>
#include <chrono>
#include <future>
#include <memory>
#include <semaphore>
#include <thread>
#include <vector>

#include <gtest/gtest.h>
#include <rocksdb/env.h>

#include "commit_builder.hpp"
#include "fault_file_system.hpp"
#include "ledger_check.hpp"
#include "rocksdb/open_on.hpp"
#include "temporary_directory.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;
using namespace std::chrono_literals;

/// A store whose sync can be held, so that a test can act while commits are on their way.
class Held : public testing::Test {
 protected:
  void SetUp() override {
    open();
    system_->before_log_sync([this] {
      if (holding_) {
        reached_.release();
        (void)go_on_.try_acquire_for(kLong);
      }
    });
  }

  void open() {
    auto opened = open_rocksdb_store_on(
        *env_, {.directory = directory_.path() / "ledger", .read_only = false});
    ASSERT_TRUE(opened) << opened.error().context;
    store_ = std::move(opened->store);
  }

  std::future<StoreResult<Committed>> append(CommitName name) {
    return std::async(std::launch::async,
                      [this, name] { return store_->append(numbered_commit(name)); });
  }

  // One commit that is on its way to the disk and held there.
  std::future<StoreResult<Committed>> hold_one() {
    holding_ = true;
    auto held = append({0, 0});
    EXPECT_TRUE(reached_.try_acquire_for(kLong));
    return held;
  }

  void let_go() {
    holding_ = false;
    go_on_.release();
  }

  static constexpr auto kLong = 20s;

  TemporaryDirectory directory_;
  std::shared_ptr<FaultFileSystem> system_ = std::make_shared<FaultFileSystem>();
  std::unique_ptr<rocksdb::Env> env_ = rocksdb::NewCompositeEnv(system_);
  std::atomic<bool> holding_ = false;
  std::counting_semaphore<64> reached_{0};
  std::counting_semaphore<64> go_on_{0};
  std::unique_ptr<EventStore> store_;
};

TEST_F(Held, NothingMovesOnBeforeTheSync) {
  auto held = hold_one();
  EXPECT_EQ(held.wait_for(10ms), std::future_status::timeout);
  EXPECT_EQ(store_->size(kWard), 0u);
  EXPECT_TRUE(read_all(*store_).empty());
  EXPECT_EQ(store_->version_of(kWard, {"own-0"}), kAbsent);
  EXPECT_EQ(store_->find(kWard, key_of({0, 0}), "hash of 0/0").value(), std::nullopt);
  let_go();
  EXPECT_EQ(held.get(), (Committed{{0}, 1, false}));
  EXPECT_EQ(store_->size(kWard), 1u);
}

// Asked again while its first sending is not durable, a commit gets no answer that could be lost.
TEST_F(Held, AnAnswerGivenAgainWaitsForTheSyncOfTheFirst) {
  auto held = hold_one();
  auto again = append({0, 0});
  EXPECT_EQ(again.wait_for(20ms), std::future_status::timeout);
  system_->plan({.at = 1, .lasting = true, .disk_full = false});
  let_go();
  EXPECT_EQ(held.get().error().code, StoreErrorCode::unavailable);
  EXPECT_EQ(again.get().error().code, StoreErrorCode::unavailable);
}

TEST_F(Held, ACommitWithoutEventsIsFoundOnlyWhenItIsDurable) {
  static constexpr std::string_view kHash = "hash of nothing happened";
  holding_ = true;
  auto held = std::async(std::launch::async,
                         [this] { return store_->append(commit("nothing happened", {})); });
  ASSERT_TRUE(reached_.try_acquire_for(kLong));
  auto found = std::async(std::launch::async,
                          [this] { return store_->find(kWard, "nothing happened", kHash); });
  EXPECT_EQ(found.wait_for(20ms), std::future_status::timeout);
  let_go();
  ASSERT_TRUE(held.get());
  EXPECT_TRUE(found.get().value().has_value());
}

TEST_F(Held, ClosingAnswersWhoIsInside) {
  auto held = hold_one();
  auto closing = std::async(std::launch::async, [this] { store_.reset(); });
  EXPECT_EQ(closing.wait_for(10ms), std::future_status::timeout) << "closing must wait";
  let_go();
  ASSERT_EQ(closing.wait_for(kLong), std::future_status::ready);
  EXPECT_EQ(held.get(), (Committed{{0}, 1, false}));
  open();
  check_ledger(*store_, {{{0, 0}, 0}});
  EXPECT_EQ(store_->size(kWard), 1u);
}

// Those who are held and those behind them: none is acknowledged, none is half there.
TEST_F(Held, AFailedSyncIsToldToEveryone) {
  std::vector<std::future<StoreResult<Committed>>> waiting;
  waiting.push_back(hold_one());
  for (std::uint32_t writer = 1; writer <= 8; ++writer) {
    waiting.push_back(append({writer, 0}));
  }
  system_->plan({.at = 1, .lasting = true, .disk_full = false});
  let_go();
  for (auto& each : waiting) {
    const auto answer = each.get();
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, StoreErrorCode::unavailable);
  }
  EXPECT_FALSE(store_->writable());
  EXPECT_EQ(store_->size(kWard), 0u);
  system_->plan({});
  EXPECT_EQ(store_->append(numbered_commit({9, 0})).error().code, StoreErrorCode::unavailable)
      << "a disk that is well again does not bring writing back";
  store_.reset();
  open();
  check_ledger(*store_, {});
  EXPECT_TRUE(store_->writable());
  EXPECT_TRUE(store_->append(numbered_commit({9, 0})));
}

TEST_F(Held, CommitsThatWaitedTogetherAreDecidedInOrder) {
  auto held = hold_one();
  std::vector<std::future<StoreResult<Committed>>> rivals;
  for (int rival = 0; rival < 8; ++rival) {
    rivals.push_back(std::async(std::launch::async, [this, rival] {
      return store_->append(commit("rival " + std::to_string(rival), {event("contested")},
                                   {at_version("contested", 0)}));
    }));
  }
  let_go();
  EXPECT_TRUE(held.get());
  int won = 0;
  for (auto& rival : rivals) {
    const auto answer = rival.get();
    won += answer.has_value();
    if (!answer) {
      EXPECT_EQ(answer.error().code, StoreErrorCode::conflict);
      EXPECT_EQ(answer.error().actual, Version{1});
    }
  }
  EXPECT_EQ(won, 1);
}

/// Behind a commit that is held come two groups: of one, which is held in its sync in turn, and of
/// three, which is written meanwhile.
class HeldGroups : public Held {
 protected:
  // By operations on the disk: the sync of the first, an append, and the append during a sync.
  static constexpr std::uint64_t kAppendDuringSync = 3;

  // Ends where the append during the sync has been tried; `let_go` lets the sync try.
  void hold_groups(FaultPlan plan) {
    auto first = hold_one();
    group_of_one_ = append({1, 0});
    std::this_thread::sleep_for(100ms);  // it is taken from the queue, the others stay there
    for (std::uint32_t writer = 2; writer <= 4; ++writer) {
      group_of_three_.push_back(append({writer, 0}));
    }
    std::this_thread::sleep_for(200ms);
    system_->plan(plan);
    go_on_.release();
    ASSERT_TRUE(first.get());
    ASSERT_TRUE(reached_.try_acquire_for(kLong));
    size_ = store_->size(kWard).value();
    const auto deadline = std::chrono::steady_clock::now() + kLong;
    while (system_->operations() < kAppendDuringSync &&
           std::chrono::steady_clock::now() < deadline) {
      std::this_thread::sleep_for(1ms);
    }
    EXPECT_EQ(system_->operations(), kAppendDuringSync) << "nothing is written during a sync";
    EXPECT_EQ(store_->size(kWard), size_);
  }

  void open_again() {
    store_.reset();
    system_->plan({});
    open();
  }

  std::future<StoreResult<Committed>> group_of_one_;
  std::vector<std::future<StoreResult<Committed>>> group_of_three_;
  std::uint64_t size_ = 0;  // of the ledger, with what came before the groups
};

TEST_F(HeldGroups, OneIsWrittenWhileTheOneBeforeItIsSynced) {
  hold_groups({});
  EXPECT_EQ(group_of_three_.back().wait_for(10ms), std::future_status::timeout)
      << "told before its sync";
  let_go();
  const auto one = group_of_one_.get();
  ASSERT_TRUE(one);
  size_ += one->events;
  for (auto& each : group_of_three_) {
    const auto answer = each.get();
    ASSERT_TRUE(answer) << answer.error().context;
    size_ += answer->events;
  }
  EXPECT_EQ(store_->size(kWard), size_);
}

// A group being synced does not fall with one that could not be written behind it.
TEST_F(HeldGroups, AFailedWriteLeavesTheSyncBeforeItBe) {
  hold_groups({.at = kAppendDuringSync, .lasting = false, .disk_full = true});
  let_go();
  const auto one = group_of_one_.get();
  ASSERT_TRUE(one) << one.error().context;
  for (auto& each : group_of_three_) {
    EXPECT_EQ(each.get().error().code, StoreErrorCode::unavailable);
  }
  EXPECT_FALSE(store_->writable());
  open_again();
  check_ledger(*store_, {{{0, 0}, 0}, {{1, 0}, one->first.value}});
}

// Both at once, the write first: the disk is gone.
TEST_F(HeldGroups, AFailedSyncAfterAFailedWriteIsToldToAll) {
  hold_groups({.at = kAppendDuringSync, .lasting = true, .disk_full = false});
  let_go();
  EXPECT_EQ(group_of_one_.get().error().code, StoreErrorCode::unavailable);
  for (auto& each : group_of_three_) {
    EXPECT_EQ(each.get().error().code, StoreErrorCode::unavailable);
  }
  EXPECT_FALSE(store_->writable());
  EXPECT_EQ(store_->size(kWard), size_);
  open_again();
  check_ledger(*store_, {{{0, 0}, 0}});
}

}  // namespace
}  // namespace langnghe::test
