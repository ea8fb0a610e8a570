#include <chrono>

#include <gtest/gtest.h>

#include <rocksdb_engine/rocksdb_store.hpp>

#include "commit_builder.hpp"
#include "temporary_directory.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;

/// The promises of an engine that keeps its data.
class Reopening : public testing::Test {
 protected:
  std::unique_ptr<EventStore> open(bool read_only = false) {
    auto opened = open_rocksdb_store(
        {.directory = directory_.path() / "deep" / "ledger", .read_only = read_only});
    EXPECT_TRUE(opened.has_value()) << opened.error().context;
    return std::move(opened->store);
  }

  TemporaryDirectory directory_;
};

TEST_F(Reopening, TheLedgerGoesOnWhereItEnded) {
  {
    const auto store = open();
    ASSERT_TRUE(store->append(commit("k1", {event("a", 1), event("b", 2)})));
    ASSERT_TRUE(store->append(commit("k2", {event("a", 3)})));
  }
  const auto store = open();
  EXPECT_EQ(store->size(kWard), 3u);
  EXPECT_EQ(store->ledgers(), (std::vector<LedgerId>{kWard}));
  EXPECT_EQ(store->version_of(kWard, {"a"}), Version{2});
  EXPECT_EQ(read_all(*store).size(), 3u);
  EXPECT_EQ(store->append(commit("k3", {event("a", 4)}, {at_version("a", 1)})).error().actual,
            Version{2});
  EXPECT_EQ(store->append(commit("k3", {event("a", 4)}, {at_version("a", 2)})),
            (Committed{{3}, 1, false}));
  EXPECT_EQ(store->read_stream(kWard, {"a"}, kAbsent, 10)->size(), 3u);
}

TEST_F(Reopening, KeysAreKeptForEver) {
  const Commit original = commit("k1", {event("a", 1)}, {at_version("a", 0)});
  {
    const auto store = open();
    ASSERT_TRUE(store->append(commit("k0", {event("b", 1)})));
    ASSERT_TRUE(store->append(original));
  }
  for (int round = 0; round < 3; ++round) {
    const auto store = open();
    EXPECT_EQ(store->append(original), (Committed{{1}, 1, true}));
    EXPECT_EQ(store->find(kWard, "k1", "hash of k1").value(), (Committed{{1}, 1, true}));
    Commit other = original;
    other.request_hash = "another hash";
    EXPECT_EQ(store->append(other).error().code, StoreErrorCode::key_reused);
  }
}

TEST_F(Reopening, AReaderOpensBesideTheWriter) {
  const auto writer = open();
  ASSERT_TRUE(writer->append(commit("k1", {event("a", 1)})));
  const auto reader = open(true);
  ASSERT_TRUE(writer->append(commit("k2", {event("a", 2)})));
  EXPECT_EQ(reader->size(kWard), 1u);
  EXPECT_EQ(read_all(*reader).size(), 1u);
  EXPECT_EQ(reader->version_of(kWard, {"a"}), Version{1});
  EXPECT_EQ(reader->find(kWard, "k1", "hash of k1").value(), (Committed{{0}, 1, true}));
  EXPECT_FALSE(reader->writable());
  EXPECT_EQ(reader->append(commit("k3", {event("a", 3)})).error().code,
            StoreErrorCode::unavailable);
  EXPECT_EQ(reader->wait_beyond(kWard, 1, std::chrono::steady_clock::now(), {}), 1u);
  EXPECT_EQ(read_all(*writer).size(), 2u);
}

TEST_F(Reopening, ASecondWriterIsTurnedAway) {
  const auto first = open();
  const auto second =
      open_rocksdb_store({.directory = directory_.path() / "deep" / "ledger", .read_only = false});
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, StoreErrorCode::in_use);
}

TEST_F(Reopening, AReaderMakesNothing) {
  const auto path = directory_.path() / "nowhere";
  const auto reader = open_rocksdb_store({.directory = path, .read_only = true});
  ASSERT_FALSE(reader);
  EXPECT_EQ(reader.error().code, StoreErrorCode::unavailable);
  EXPECT_FALSE(std::filesystem::exists(path / "CURRENT"));
}

TEST_F(Reopening, MaintenanceWorksBesideTheStoreItCameWith) {
  const auto opened = open_rocksdb_store({.directory = directory_.path() / "ledger"});
  ASSERT_TRUE(opened);
  ASSERT_TRUE(opened->store->append(commit("k1", {event("a", 1), event("b", 2)})));
  const auto report = opened->maintenance->scrub({});
  ASSERT_TRUE(report) << report.error().context;
  EXPECT_EQ(report->records, 2u);
  EXPECT_EQ(report->findings_count, 0u);
  EXPECT_EQ(opened->maintenance->back_up(directory_.path() / "backups"), 1u);
  EXPECT_EQ(opened->maintenance->back_up(directory_.path() / "backups"), 2u);
}

}  // namespace
}  // namespace langnghe::test
