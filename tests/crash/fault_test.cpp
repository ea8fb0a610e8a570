#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
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

struct Kind {
  const char* name;
  bool lasting;
  bool disk_full;
  bool power_cut;
};

std::ostream& operator<<(std::ostream& out, const Kind& kind) {
  return out << kind.name;
}

/// One store is opened, written, closed, opened again and written, while the N-th operation on
/// the disk fails; for every N.
class DiskFault : public testing::Test {
 protected:
  static constexpr std::uint32_t kCommitsEach = 12;

  StoreResult<std::unique_ptr<EventStore>> open() {
    auto opened = open_rocksdb_store_on(*env_, {.directory = directory_->path() / "data" / "ledger",
                                                .read_only = false,
                                                .disk_reserve_bytes = 0,
                                                .reopen_after = reopen_after_});
    if (!opened) {
      return std::unexpected(opened.error());
    }
    return std::move(opened->store);
  }

  // As many commits as it takes. After one has failed, all fail, and reads go on.
  void write_some(std::uint32_t writer) {
    auto opened = open();
    if (!opened) {
      ASSERT_TRUE(system_->has_failed()) << opened.error().context;
      return;
    }
    EventStore& store = **opened;
    bool stopped = false;
    for (std::uint32_t number = 0; number < kCommitsEach; ++number) {
      const auto answer = store.append(numbered_commit({writer, number}));
      if (answer) {
        ASSERT_FALSE(stopped) << "writing went on after a fault";
        acknowledged_.push_back({{writer, number}, answer->first.value});
        continue;
      }
      // A store whose opening met the fault knows that there is no room.
      ASSERT_TRUE(answer.error().code == StoreErrorCode::unavailable ||
                  answer.error().code == StoreErrorCode::disk_full)
          << answer.error().context;
      ASSERT_TRUE(system_->has_failed()) << answer.error().context;
      ASSERT_FALSE(store.writable());
      stopped = true;
    }
    if (stopped) {
      check_ledger(store, acknowledged_);
    }
  }

  // Answers how many operations there were.
  std::uint64_t run(const Kind& kind, std::uint64_t fault_at) {
    directory_ = std::make_unique<TemporaryDirectory>(Medium::memory);
    acknowledged_.clear();
    system_->plan({fault_at, kind.lasting, kind.disk_full});
    write_some(0);
    write_some(1);
    const std::uint64_t operations = system_->operations();
    if (kind.power_cut) {
      system_->lose_power(fault_at % 5 * 37);
    }
    system_->plan({});
    auto reopened = open();
    EXPECT_TRUE(reopened.has_value()) << reopened.error().context;
    if (reopened) {
      check_ledger(**reopened, acknowledged_);
      EXPECT_TRUE((*reopened)->append(numbered_commit({2, 0})));
    }
    return operations;
  }

  std::shared_ptr<FaultFileSystem> system_ = std::make_shared<FaultFileSystem>();
  std::unique_ptr<rocksdb::Env> env_ = rocksdb::NewCompositeEnv(system_);
  std::unique_ptr<TemporaryDirectory> directory_;
  std::vector<Acknowledgement> acknowledged_;
  // The state after the first fault is checked before the store mends itself.
  std::chrono::milliseconds reopen_after_{0};
};

class EveryDiskFault : public DiskFault, public testing::WithParamInterface<Kind> {};

TEST_P(EveryDiskFault, LosesNoCommitAndHalvesNone) {
  const std::uint64_t operations = run(GetParam(), 0);
  ASSERT_EQ(acknowledged_.size(), 2 * kCommitsEach);
  ASSERT_FALSE(system_->has_failed());
  ASSERT_GT(operations, 2 * 2 * kCommitsEach) << "an append and a sync for each commit at least";
  std::uint64_t refused = 0;
  for (std::uint64_t fault_at = 1; fault_at <= operations && !HasFailure(); ++fault_at) {
    SCOPED_TRACE("the fault is at operation " + std::to_string(fault_at));
    run(GetParam(), fault_at);
    refused += acknowledged_.size() < 2 * kCommitsEach;
  }
  EXPECT_GT(refused, 2 * kCommitsEach) << "the faults hit too little to show anything";
}

// Also where the program was about to end well.
TEST_F(DiskFault, AfterAPowerCutEverythingAcknowledgedIsThere) {
  directory_ = std::make_unique<TemporaryDirectory>(Medium::memory);
  write_some(0);
  system_->lose_power(0);
  write_some(1);
  system_->lose_power(1);
  auto reopened = open();
  ASSERT_TRUE(reopened) << reopened.error().context;
  EXPECT_EQ(acknowledged_.size(), 2 * kCommitsEach);
  check_ledger(**reopened, acknowledged_);
}

/// A store that is asked again and again until it takes a commit; the moment of that, or never.
bool writes_again(EventStore& store, std::uint32_t number, std::chrono::milliseconds patience) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (std::chrono::steady_clock::now() < deadline) {
    if (store.append(numbered_commit({7, number}))) {
      return true;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return false;
}

// One commit is an append to the log and a sync of it.
TEST_F(DiskFault, AfterAFailedAppendWritingGoesOnWithoutARestart) {
  reopen_after_ = std::chrono::milliseconds(20);
  for (const bool full : {false, true}) {
    directory_ = std::make_unique<TemporaryDirectory>(Medium::memory);
    acknowledged_.clear();
    system_->plan({});
    const auto store = open().value();
    const auto first = store->append(numbered_commit({0, 0}));
    ASSERT_TRUE(first);
    acknowledged_.push_back({{0, 0}, first->first.value});
    system_->plan({.at = 1, .lasting = false, .disk_full = full});
    EXPECT_FALSE(store->append(numbered_commit({0, 1})));
    EXPECT_TRUE(writes_again(*store, 0, std::chrono::seconds(20)));
    EXPECT_TRUE(store->writable());
    EXPECT_EQ(store->writing_stopped_by(), "");
    check_ledger(*store, acknowledged_);
  }
}

TEST_F(DiskFault, AfterAFailedSyncOfTheLogWritingHasStoppedForGood) {
  reopen_after_ = std::chrono::milliseconds(10);
  directory_ = std::make_unique<TemporaryDirectory>(Medium::memory);
  const auto store = open().value();
  ASSERT_TRUE(store->append(numbered_commit({0, 0})));
  system_->plan({.at = 2, .lasting = false, .disk_full = false});
  EXPECT_FALSE(store->append(numbered_commit({0, 1})));
  EXPECT_FALSE(writes_again(*store, 0, std::chrono::milliseconds(300)));
  EXPECT_EQ(store->writing_stopped_by(), "sync_failed");
  EXPECT_EQ(store->read_ledger(kWard, {0}, 10)->size(), 1u) << "reads go on";
}

TEST_F(DiskFault, OnAFullDiskItIsReadAndTakesCommitsAsSoonAsThereIsRoom) {
  reopen_after_ = std::chrono::milliseconds(20);
  directory_ = std::make_unique<TemporaryDirectory>(Medium::memory);
  ASSERT_TRUE(open().value()->append(numbered_commit({0, 0})));
  system_->plan({.at = 1, .lasting = true, .disk_full = true});
  const auto store = open();
  ASSERT_TRUE(store) << store.error().context;
  EXPECT_EQ((*store)->read_ledger(kWard, {0}, 10)->size(), 1u);
  EXPECT_EQ((*store)->append(numbered_commit({0, 1})).error().code, StoreErrorCode::disk_full);
  EXPECT_EQ((*store)->append(numbered_commit({0, 0}))->first.value, 0u) << "told again";
  EXPECT_EQ((*store)->writing_stopped_by(), "disk_full");
  system_->plan({});
  EXPECT_TRUE(writes_again(**store, 0, std::chrono::seconds(20)));
}

TEST_F(DiskFault, BelowTheReserveNothingIsWritten) {
  directory_ = std::make_unique<TemporaryDirectory>(Medium::memory);
  const auto store = open_rocksdb_store({.directory = directory_->path() / "ledger",
                                         .read_only = false,
                                         .disk_reserve_bytes = std::uint64_t{1} << 60})
                         .value()
                         .store;
  EXPECT_EQ(store->append(numbered_commit({0, 0})).error().code, StoreErrorCode::disk_full);
  EXPECT_EQ(store->writing_stopped_by(), "disk_full");
}

TEST_F(DiskFault, DataWithoutItsFirstFileIsDamagedAndNotMadeAnew) {
  directory_ = std::make_unique<TemporaryDirectory>(Medium::memory);
  ASSERT_TRUE(open().value()->append(numbered_commit({0, 0})));
  const auto ledger = directory_->path() / "data" / "ledger";
  std::filesystem::rename(ledger / "CURRENT", directory_->path() / "CURRENT");
  const auto refused = open();
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, StoreErrorCode::corrupt);
  std::filesystem::rename(directory_->path() / "CURRENT", ledger / "CURRENT");
  check_ledger(*open().value(), {{{0, 0}, 0}});
}

TEST_F(DiskFault, WhoHasItOpenIsToldApartFromWhoMayNot) {
  directory_ = std::make_unique<TemporaryDirectory>(Medium::memory);
  const auto store = open().value();
  EXPECT_EQ(open().error().code, StoreErrorCode::in_use);
}

INSTANTIATE_TEST_SUITE_P(Kinds, EveryDiskFault,
                         testing::Values(Kind{"OneErrorThenFine", false, false, false},
                                         Kind{"TheDiskStaysBroken", true, false, false},
                                         Kind{"TheDiskIsFull", true, true, false},
                                         Kind{"PowerCutAtTheFault", true, false, true}),
                         testing::PrintToStringParamName());

}  // namespace
}  // namespace langnghe::test
