#include <fstream>
#include <thread>

#include <gtest/gtest.h>
#include <rocksdb/db.h>
#include <rocksdb/env.h>

#include <projections/projection.hpp>
#include <projections/settings.hpp>

#include "example_year.hpp"
#include "fault_file_system.hpp"
#include "storage/rocksdb_open_on.hpp"
#include "temporary_directory.hpp"

namespace langnghe::projections {
namespace {

using namespace std::chrono_literals;

class FaultyViews : public testing::Test {
 protected:
  [[nodiscard]] std::unique_ptr<Views> open(const test::WardLedger& ledger) const {
    return Views::open(ledger.store(), {path()}).value();
  }
  [[nodiscard]] std::filesystem::path path() const { return directory_.path() / "views"; }

  test::TemporaryDirectory directory_;
};

TEST_F(FaultyViews, AnEventThatCannotBeReadStopsThemBeforeItVisibly) {
  test::WardLedger ledger;
  test::establish(ledger);
  const auto readable = ledger.size();
  ledger.store_unknown_event("2021-01-07");
  ledger.act("2021-01-08", {test::scheduled("d-1", "tan-my", "2021-02-01")});
  const auto views = open(ledger);

  const auto caught_up = views->catch_up(ledger.id(), {});
  ASSERT_FALSE(caught_up);
  EXPECT_EQ(caught_up.error().code, ViewError::Code::unreadable);
  EXPECT_EQ(caught_up.error().position, readable);
  const auto status = views->status(ledger.id());
  EXPECT_EQ(status.size, readable);
  EXPECT_EQ(status.ledger_size, readable + 2);
  EXPECT_EQ(status.skipped, 0U);
  EXPECT_NE(status.stopped.find("issue.teleported"), std::string::npos) << status.stopped;

  EXPECT_EQ(views->latest(ledger.id()).error().code, ViewError::Code::unreadable);
  EXPECT_FALSE(views->hashes(ledger.id()));
  EXPECT_TRUE(settings::ward(*views->as_of(ledger.id(), readable).value()).state.exists);
  EXPECT_EQ(views->as_of(ledger.id(), readable + 1).error().position, readable);
}

TEST_F(FaultyViews, AFollowerStopsThereTooAndNobodyWaitsInVain) {
  test::WardLedger ledger;
  test::establish(ledger);
  ledger.store_unknown_event("2021-01-07");
  const auto views = open(ledger);
  views->follow();
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_FALSE(views->wait_for(ledger.id(), ledger.size(), begin + 60s));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 30s);
  EXPECT_NE(views->status(ledger.id()).stopped, "");
}

TEST_F(FaultyViews, OneLedgersFaultDoesNotStopAnothersViews) {
  test::WardLedger ledger;
  test::establish(ledger);
  ledger.store_unknown_event("2021-01-07");
  const auto views = open(ledger);
  ASSERT_FALSE(views->catch_up(ledger.id(), {}));
  EXPECT_TRUE(views->latest({"another"}));
}

TEST_F(FaultyViews, OfAReplacedLedgerAreBuiltAgain) {
  test::WardLedger whole;
  test::play_example_year(whole);
  {
    const auto views = open(whole);
    ASSERT_TRUE(views->catch_up(whole.id(), {}));
  }
  // Restored from an older backup: shorter than what the views hold.
  test::WardLedger restored;
  whole.copy_to(restored, 0, 20);
  {
    const auto views = open(restored);
    EXPECT_EQ(views->status(restored.id()).size, 0U);
    ASSERT_TRUE(views->catch_up(restored.id(), {}));
    EXPECT_EQ(test::rows_of(*views->latest(restored.id()).value()),
              test::rows_of(*restored.snapshot()));
  }
  // Another past of at least the same length.
  test::WardLedger other;
  whole.copy_to(other, 0, 19);
  test::play_example_year(other);
  const auto views = open(other);
  EXPECT_EQ(views->status(other.id()).size, 0U);
}

TEST_F(FaultyViews, ADamagedDatabaseIsBuiltAgain) {
  test::WardLedger ledger;
  test::play_example_year(ledger);
  {
    const auto views = open(ledger);
    ASSERT_TRUE(views->catch_up(ledger.id(), {}));
  }
  for (const auto& entry : std::filesystem::directory_iterator(path())) {
    if (entry.path().filename().string().starts_with("MANIFEST")) {
      std::ofstream(entry.path(), std::ios::trunc) << "not a manifest";
    }
  }
  const auto views = open(ledger);
  EXPECT_EQ(views->status(ledger.id()).size, 0U);
  ASSERT_TRUE(views->catch_up(ledger.id(), {}));
  EXPECT_EQ(test::rows_of(*views->latest(ledger.id()).value()), test::rows_of(*ledger.snapshot()));
}

/// Changes the bit of a table file that RocksDB meets with an assertion: the top one of the last
/// byte of the properties, which stand, with a trailer of 5 bytes, in front of the metaindex.
void change_last_byte_of_properties(const std::filesystem::path& table) {
  std::fstream file(table, std::ios::in | std::ios::out | std::ios::binary);
  file.seekg(-52, std::ios::end);
  std::streamoff metaindex = 0;
  for (int shift = 0;; shift += 7) {
    const int byte = file.get();
    metaindex |= static_cast<std::streamoff>(byte & 0x7f) << shift;
    if (byte < 0x80) {
      break;
    }
  }
  file.seekg(metaindex - 6);
  const int last = file.get();
  file.seekp(metaindex - 6);
  file.put(static_cast<char>(last ^ 0x80));
  ASSERT_TRUE(file.flush());
}

TEST_F(FaultyViews, ADamagedTableDoesNotEndTheProcess) {
  test::WardLedger ledger;
  test::play_example_year(ledger);
  {
    const auto views = open(ledger);
    ASSERT_TRUE(views->catch_up(ledger.id(), {}));
  }
  EXPECT_GT(open(ledger)->status(ledger.id()).size, 0U) << "opening writes the tables";
  int tables = 0;
  for (const auto& entry : std::filesystem::directory_iterator(path())) {
    if (entry.path().extension() == ".sst") {
      change_last_byte_of_properties(entry.path());
      ++tables;
    }
  }
  ASSERT_GT(tables, 0);
  const auto views = open(ledger);
  EXPECT_EQ(views->status(ledger.id()).size, 0U) << "they are built again";
  ASSERT_TRUE(views->catch_up(ledger.id(), {}));
  EXPECT_EQ(test::rows_of(*views->latest(ledger.id()).value()), test::rows_of(*ledger.snapshot()));
}

TEST_F(FaultyViews, ADatabaseThatIsOpenElsewhereIsLeftAlone) {
  test::WardLedger ledger;
  test::play_example_year(ledger);
  const auto views = open(ledger);
  ASSERT_TRUE(views->catch_up(ledger.id(), {}));
  const auto second = Views::open(ledger.store(), {path()});
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ViewError::Code::unavailable);
  EXPECT_EQ(test::rows_of(*views->latest(ledger.id()).value()), test::rows_of(*ledger.snapshot()));
}

TEST_F(FaultyViews, ADirectoryThatCannotBeMadeIsAnAnswer) {
  const test::WardLedger ledger;
  std::ofstream(directory_.path() / "file") << "in the way";
  const auto views = Views::open(ledger.store(), {directory_.path() / "file" / "views"});
  ASSERT_FALSE(views);
  EXPECT_EQ(views.error().code, ViewError::Code::unavailable);
}

/// Writes over the middle of a file that may be open elsewhere.
void overwrite_middle(const std::filesystem::path& path) {
  const auto size = static_cast<std::streamoff>(std::filesystem::file_size(path));
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(size / 4);
  file << std::string(static_cast<std::size_t>(size / 4), '\x5a');
}

TEST_F(FaultyViews, ADamagedBlockThatIsReadIsBuiltAgainWithoutARestart) {
  test::WardLedger ledger;
  test::play_example_year(ledger);
  ASSERT_TRUE(open(ledger)->catch_up(ledger.id(), {}));
  const auto views = open(ledger);  // opening puts the rows into tables
  views->follow();
  for (const auto& entry : std::filesystem::directory_iterator(path())) {
    if (entry.path().extension() == ".sst") {
      overwrite_middle(entry.path());
    }
  }
  int faults = 0;
  const auto deadline = std::chrono::steady_clock::now() + 30s;
  bool well = false;
  while (!well && std::chrono::steady_clock::now() < deadline) {
    const auto latest = views->latest(ledger.id());
    try {
      well = latest && (*latest)->size() == ledger.size() &&
             test::rows_of(**latest) == test::rows_of(*ledger.snapshot());
    } catch (const ViewFault&) {
      ++faults;
    }
    std::this_thread::sleep_for(5ms);
  }
  EXPECT_TRUE(well);
  EXPECT_GT(faults, 0) << "no damaged block was read: this shows nothing";
}

/// Views over files that fail when they are told to, followed as while serving.
class FailingFiles : public FaultyViews {
 protected:
  [[nodiscard]] std::unique_ptr<Views> follow(const test::WardLedger& ledger) {
    auto views = open_views_on(*env_, ledger.store(), {path()}).value();
    EXPECT_TRUE(views->catch_up(ledger.id(), {}));
    views->follow();
    return views;
  }

  /// Awaits views that hold the whole ledger, are kept, and are what the ledger gives.
  static bool is_well(Views& views, const test::WardLedger& ledger) {
    const auto deadline = std::chrono::steady_clock::now() + 30s;
    while (std::chrono::steady_clock::now() < deadline) {
      const auto status = views.status(ledger.id());
      const auto latest = views.latest(ledger.id());
      if (status.stopped.empty() && status.kept && latest && (*latest)->size() == ledger.size()) {
        return test::rows_of(**latest) == test::rows_of(*ledger.snapshot());
      }
      std::this_thread::sleep_for(5ms);
    }
    return false;
  }

  /// Awaits views that show the whole ledger, kept or not: in between they are opened anew.
  static void expect_to_show(Views& views, const test::WardLedger& ledger) {
    const auto deadline = std::chrono::steady_clock::now() + 30s;
    auto latest = views.latest(ledger.id());
    while ((!latest || (*latest)->size() < ledger.size()) &&
           std::chrono::steady_clock::now() < deadline) {
      std::this_thread::sleep_for(5ms);
      latest = views.latest(ledger.id());
    }
    ASSERT_TRUE(latest) << latest.error().what;
    EXPECT_EQ(test::rows_of(**latest), test::rows_of(*ledger.snapshot()));
  }

  std::shared_ptr<test::FaultFileSystem> system_ = std::make_shared<test::FaultFileSystem>();
  std::unique_ptr<rocksdb::Env> env_ = rocksdb::NewCompositeEnv(system_);
};

TEST_F(FailingFiles, OnePassingFaultNeedsNoRestart) {
  test::WardLedger ledger;
  test::establish(ledger);
  const auto views = follow(ledger);
  ASSERT_TRUE(is_well(*views, ledger));
  for (int number = 0; number < 4; ++number) {
    const bool full = number % 2 == 1;
    system_->plan({.at = 1, .lasting = false, .disk_full = full});
    ledger.act("2021-01-08",
               {test::scheduled("d-" + std::to_string(number), "tan-my", "2021-02-01")});
    EXPECT_TRUE(is_well(*views, ledger)) << "fault " << number;
    EXPECT_TRUE(system_->has_failed());
  }
}

TEST_F(FailingFiles, WhileTheDatabaseTakesNothingReadsGoOnFromMemory) {
  test::WardLedger ledger;
  test::establish(ledger);
  const auto views = follow(ledger);
  ASSERT_TRUE(is_well(*views, ledger));
  for (const bool full : {true, false}) {
    system_->plan({.at = 1, .lasting = true, .disk_full = full});
    for (int number = 0; number < 5; ++number) {
      ledger.act("2021-01-08",
                 {test::scheduled(std::string(full ? "d-" : "e-") + std::to_string(number),
                                  "tan-my", "2021-02-01")});
      expect_to_show(*views, ledger);
    }
    EXPECT_FALSE(views->status(ledger.id()).kept) << "an operator is told";
    system_->plan({});
    EXPECT_TRUE(is_well(*views, ledger));
  }
}

TEST_F(FailingFiles, OnAFullDiskTheyOpenAndShowTheLedger) {
  test::WardLedger ledger;
  test::play_example_year(ledger);
  for (const bool there : {false, true}) {
    if (there) {
      ASSERT_TRUE(open(ledger)->catch_up(ledger.id(), {}));
    }
    system_->plan({.at = 1, .lasting = true, .disk_full = true});
    const auto views = follow(ledger);
    expect_to_show(*views, ledger);
    // Opened anew meanwhile, they begin with the rows that are there.
    const auto status = views->status(ledger.id());
    EXPECT_FALSE(status.kept && status.size == ledger.size() && !there);
    system_->plan({});
    EXPECT_TRUE(is_well(*views, ledger));
  }
}

/// As another version of the program would have left it.
void add_family_of_another_version(const std::filesystem::path& path) {
  std::vector<std::string> names;
  ASSERT_TRUE(rocksdb::DB::ListColumnFamilies({}, path.string(), &names).ok());
  std::vector<rocksdb::ColumnFamilyDescriptor> descriptors;
  for (const auto& name : names) {
    descriptors.emplace_back(name, rocksdb::ColumnFamilyOptions());
  }
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  rocksdb::DB* database = nullptr;
  ASSERT_TRUE(rocksdb::DB::Open({}, path.string(), descriptors, &handles, &database).ok());
  rocksdb::ColumnFamilyHandle* old = nullptr;
  ASSERT_TRUE(database->CreateColumnFamily({}, "issues.v0", &old).ok());
  ASSERT_TRUE(database->Put({}, "shape", "issues.v0\n").ok());
  handles.push_back(old);
  for (auto* const handle : handles) {
    ASSERT_TRUE(database->DestroyColumnFamilyHandle(handle).ok());
  }
  delete database;
}

TEST_F(FaultyViews, RowsOfAnotherProjectionVersionAreDroppedAndBuiltAgain) {
  test::WardLedger ledger;
  test::play_example_year(ledger);
  {
    const auto views = open(ledger);
    ASSERT_TRUE(views->catch_up(ledger.id(), {}));
  }
  add_family_of_another_version(path());
  {
    const auto views = open(ledger);
    EXPECT_EQ(views->status(ledger.id()).size, 0U);
    ASSERT_TRUE(views->catch_up(ledger.id(), {}));
    EXPECT_EQ(test::rows_of(*views->latest(ledger.id()).value()),
              test::rows_of(*ledger.snapshot()));
  }
  std::vector<std::string> names;
  ASSERT_TRUE(rocksdb::DB::ListColumnFamilies({}, path().string(), &names).ok());
  EXPECT_EQ(std::count(names.begin(), names.end(), "issues.v0"), 0);
  EXPECT_EQ(open(ledger)->status(ledger.id()).size, ledger.size()) << "only once";
}

}  // namespace
}  // namespace langnghe::projections
