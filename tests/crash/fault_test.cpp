#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rocksdb/env.h>

#include <eventstore/rocksdb_store.hpp>

#include "commit_builder.hpp"
#include "fault_file_system.hpp"
#include "ledger_check.hpp"
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
    return open_rocksdb_store({.directory = directory_->path() / "data" / "ledger",
                               .read_only = false,
                               .env = env_.get()});
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
      ASSERT_EQ(answer.error().code, StoreErrorCode::unavailable) << answer.error().context;
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

INSTANTIATE_TEST_SUITE_P(Kinds, EveryDiskFault,
                         testing::Values(Kind{"OneErrorThenFine", false, false, false},
                                         Kind{"TheDiskStaysBroken", true, false, false},
                                         Kind{"TheDiskIsFull", true, true, false},
                                         Kind{"PowerCutAtTheFault", true, false, true}),
                         testing::PrintToStringParamName());

}  // namespace
}  // namespace langnghe::test
