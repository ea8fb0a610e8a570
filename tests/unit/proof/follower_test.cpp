#include <filesystem>
#include <fstream>
#include <thread>

#include <gtest/gtest.h>

#include <following/supervisor.hpp>
#include <ledger/memory_store.hpp>
#include <rocksdb_engine/rocksdb_store.hpp>

#include "followed_ledger.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;
using std::chrono::milliseconds;

void append_one(EventStore& store, std::uint64_t number, std::string_view stream) {
  const auto done =
      store.append(commit(std::string(stream) + std::to_string(number), {event(stream, number)}));
  ASSERT_TRUE(done) << done.error().context;
}

std::vector<std::string> bytes_of_all(EventStore& store) {
  std::vector<std::string> all;
  for (Record& record : read_all(store)) {
    all.push_back(std::move(record.bytes));
  }
  return all;
}

std::unique_ptr<EventStore> open_disk(const TemporaryDirectory& directory) {
  auto store = open_rocksdb_store({.directory = directory.path() / "ledger"});
  EXPECT_TRUE(store);
  return std::move(store->store);
}

TEST(Transparency, AnAcknowledgedRecordIsSignedForWithinASecond) {
  const LogFolders folders;
  const auto store = make_memory_store();
  const auto log = folders.start(*store, TransparencyOptions{}.interval);
  for (std::uint64_t i = 0; i < 3; ++i) {
    append_one(*store, i, "issue-1");
    EXPECT_LE(i + 1, log->wait_for(kWard, i + 1, within(milliseconds(1'000))));
  }
  EXPECT_FALSE(log->fault());
}

TEST(Transparency, EveryCheckpointBesideLiveWritersIsConsistentWithTheOneBefore) {
  const LogFolders folders;
  const auto store = make_memory_store();
  const auto log = folders.start(*store, milliseconds(1));
  constexpr std::uint64_t kWriters = 4;
  constexpr std::uint64_t kEach = 150;
  std::vector<std::jthread> writers;
  for (std::uint64_t writer = 0; writer < kWriters; ++writer) {
    writers.emplace_back([&, writer] {
      for (std::uint64_t i = 0; i < kEach; ++i) {
        append_one(*store, i, "issue-" + std::to_string(writer));
      }
    });
  }
  std::vector<Checkpoint> seen;
  for (std::uint64_t size = 1; size <= kWriters * kEach; size = seen.back().size + 1) {
    ASSERT_LE(size, log->wait_for(kWard, size, within(kLongEnough)));
    seen.push_back(open_checkpoint(*log->checkpoint(kWard), log->verifier(kWard)).value());
    // Outside the database before anybody hears of it.
    const auto anchor = read_anchor(folders.anchor(), kWard).value().value();
    EXPECT_LE(seen.back().size, open_checkpoint(anchor, log->verifier(kWard))->size);
  }
  for (std::size_t i = 1; i < seen.size(); ++i) {
    const auto proof = log->consistency(kWard, seen[i - 1].size, seen[i].size).value();
    EXPECT_TRUE(
        verify_consistency(seen[i - 1].size, seen[i].size, seen[i - 1].root, seen[i].root, proof));
  }
  EXPECT_EQ(root_of(bytes_of_all(*store)), seen.back().root);
}

TEST(Transparency, ServesEveryTileOfItsTreeAndNoneBeyond) {
  const LogFolders folders;
  FixedLedger store(synthetic_records(600));
  const auto log = folders.start(store);
  ASSERT_EQ(600u, log->wait_for(kWard, 600, within(kLongEnough)));
  MemoryHashes hashes;
  for (const std::string& record : synthetic_records(600)) {
    hashes.append(leaf_hash(record));
  }
  for (const TileCoordinate& tile :
       {TileCoordinate{}, TileCoordinate{.index = 1}, TileCoordinate{.index = 2, .width = 88},
        TileCoordinate{.index = 2, .width = 5}, TileCoordinate{.level = 1, .width = 2}}) {
    EXPECT_EQ(hash_tile(hashes, tile).value(), log->tile(kWard, tile).value()) << tile_path(tile);
  }
  const auto last =
      decode_entries(log->tile(kWard, {.entries = true, .index = 2, .width = 88}).value());
  EXPECT_EQ("record 512", last->front());
  EXPECT_EQ("record 599", last->back());
  for (const TileCoordinate& tile :
       {TileCoordinate{.index = 2}, TileCoordinate{.index = 2, .width = 89},
        TileCoordinate{.level = 1, .width = 3}, TileCoordinate{.level = 2, .width = 1},
        TileCoordinate{.entries = true, .index = 3, .width = 1}}) {
    EXPECT_EQ(ProofErrorCode::not_there, log->tile(kWard, tile).error().code) << tile_path(tile);
  }
  EXPECT_EQ(ProofErrorCode::not_there, log->tile(kOtherWard, {}).error().code);
}

TEST(Transparency, GivesReceiptsThatVerifyOffline) {
  const LogFolders folders;
  FixedLedger store(synthetic_records(300));
  const auto log = folders.start(store);
  ASSERT_EQ(300u, log->wait_for(kWard, 300, within(kLongEnough)));
  for (const std::uint64_t position : {0u, 255u, 256u, 299u}) {
    const auto text = to_text(log->receipt(kWard, {position}).value());
    EXPECT_TRUE(verify_receipt(parse_receipt(text).value(), "record " + std::to_string(position),
                               LogFolders::verifier()));
  }
  EXPECT_EQ(ProofErrorCode::not_there, log->receipt(kWard, {300}).error().code);
}

TEST(Transparency, GoesOnAfterARestartWhereItStopped) {
  const LogFolders folders;
  Checkpoint before;
  {
    const auto store = open_disk(folders.directory);
    const auto log = folders.start(*store);
    for (std::uint64_t i = 0; i < 300; ++i) {
      append_one(*store, i, "issue-1");
    }
    log->stop();  // signs what was committed before
    before = open_checkpoint(*log->checkpoint(kWard), log->verifier(kWard)).value();
    EXPECT_EQ(300u, before.size);
  }
  const auto store = open_disk(folders.directory);
  ASSERT_TRUE(check_against_anchor(*store, folders.check()));
  const auto log = folders.start(*store);
  EXPECT_EQ(300u, log->wait_for(kWard, 300, within(kLongEnough)));
  append_one(*store, 300, "issue-1");
  ASSERT_EQ(301u, log->wait_for(kWard, 301, within(kLongEnough)));
  const auto after = open_checkpoint(*log->checkpoint(kWard), log->verifier(kWard)).value();
  EXPECT_EQ(root_of(bytes_of_all(*store)), after.root);
  EXPECT_TRUE(verify_consistency(300, 301, before.root, after.root,
                                 log->consistency(kWard, 300, 301).value()));
}

TEST(Transparency, ReadsOnlyTheTailAgainAfterARestart) {
  const LogFolders folders;
  FixedLedger first(synthetic_records(5'000));
  const std::string note = folders.sign_up_to(first, 5'000);
  FixedLedger second(synthetic_records(5'000));
  EXPECT_EQ(note, folders.sign_up_to(second, 5'000));
  EXPECT_EQ(256u, second.reads());
}

TEST(Transparency, MakesLostOrDamagedHashesAgainFromTheLedger) {
  const LogFolders folders;
  FixedLedger store(synthetic_records(1'000));
  const std::string note = folders.sign_up_to(store, 1'000);
  const auto level = folders.proof() / kWard.value / "level-0";

  std::filesystem::remove_all(folders.proof());
  EXPECT_EQ(note, folders.sign_up_to(store, 1'000));

  std::filesystem::resize_file(level, 32 * 700 + 5);
  EXPECT_EQ(note, folders.sign_up_to(store, 1'000));

  {
    std::fstream file(level, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(32 * 800 + 3);
    file.put('\x55');
  }
  EXPECT_EQ(note, folders.sign_up_to(store, 1'000));
  MemoryHashes hashes;
  for (const std::string& record : synthetic_records(1'000)) {
    hashes.append(leaf_hash(record));
  }
  const auto log = folders.start(store);
  ASSERT_EQ(1'000u, log->wait_for(kWard, 1'000, within(kLongEnough)));
  for (std::uint64_t index = 0; index < 3; ++index) {
    EXPECT_EQ(hash_tile(hashes, {.index = index}).value(),
              log->tile(kWard, {.index = index}).value());
  }
}

TEST(Transparency, TwoLogsNeverSignForOneFolder) {
  const LogFolders folders;
  FixedLedger store(synthetic_records(1));
  const auto log = folders.start(store);
  const auto second = Transparency::start(store, LogFolders::key(),
                                          {.proof = folders.proof(), .anchor = folders.anchor()});
  ASSERT_FALSE(second);
  EXPECT_EQ(ProofErrorCode::unavailable, second.error().code);
}

TEST(Transparency, StopsVisiblyWhileTheAnchorCannotBeWrittenAndGoesOnByItself) {
  const LogFolders folders;
  std::ofstream(folders.anchor()) << "a file where the folder should be";
  FixedLedger store(synthetic_records(10));
  const auto log = folders.start(store);
  EXPECT_EQ(0u, log->wait_for(kWard, 1, within(milliseconds(500))));
  ASSERT_TRUE(log->fault());
  EXPECT_EQ(ProofErrorCode::unavailable, log->fault()->code);
  EXPECT_FALSE(log->checkpoint(kWard));  // nothing was published that is not anchored

  std::filesystem::remove(folders.anchor());
  EXPECT_EQ(10u, log->wait_for(kWard, 10, within(kLongEnough)));
  EXPECT_FALSE(log->fault());
}

/// Flips one bit of a file that is open elsewhere.
void flip_bit(const std::filesystem::path& path, std::uint64_t bit) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekg(static_cast<std::streamoff>(bit / 8));
  const int byte = file.get();
  file.seekp(static_cast<std::streamoff>(bit / 8));
  file.put(static_cast<char>(byte ^ (1 << (bit % 8))));
}

// Every hash of a log of two levels is changed in turn, and its files are cut, while it is asked.
TEST(Transparency, AHashThatIsWrongIsNeverServedAndMadeAgain) {
  constexpr std::uint64_t kSize = 600;
  const LogFolders folders;
  FixedLedger store(synthetic_records(kSize));
  MemoryHashes truth;
  for (const std::string& record : synthetic_records(kSize)) {
    truth.append(leaf_hash(record));
  }
  const std::vector<TileCoordinate> tiles{{},
                                          {.index = 1},
                                          {.index = 2, .width = 88},
                                          {.index = 2, .width = 5},
                                          {.level = 1, .width = 2},
                                          {.level = 1, .width = 1}};
  const auto log = folders.start(store);
  ASSERT_EQ(kSize, log->wait_for(kWard, kSize, within(kLongEnough)));
  const auto folder = folders.proof() / kWard.value;
  const auto all_are_served = [&] {
    bool all = true;
    for (const auto& tile : tiles) {
      const auto served = log->tile(kWard, tile);
      all = all && served;
      EXPECT_TRUE(!served || *served == hash_tile(truth, tile).value()) << tile_path(tile);
      EXPECT_TRUE(served || served.error().code == ProofErrorCode::unavailable);
    }
    for (const std::uint64_t index : {0u, 255u, 256u, 511u, 599u}) {
      const auto path = log->inclusion(kWard, index, kSize);
      all = all && path;
      EXPECT_TRUE(!path || verify_inclusion(leaf_hash("record " + std::to_string(index)), index,
                                            kSize, *path, log->last_head(kWard)->checkpoint.root));
    }
    return all;
  };
  ASSERT_TRUE(all_are_served());
  const auto mended = [&] {
    const auto deadline = within(kLongEnough);
    while (!all_are_served() && std::chrono::steady_clock::now() < deadline) {
      std::this_thread::sleep_for(milliseconds(10));
    }
    return all_are_served();
  };
  for (const std::uint64_t hash : {0u, 3u, 255u, 256u, 511u, 512u, 599u}) {
    flip_bit(folder / "level-0", hash * 256 + 77);
    EXPECT_TRUE(mended()) << "hash " << hash << " of level 0";
  }
  for (const std::uint64_t hash : {0u, 1u}) {
    flip_bit(folder / "level-1", hash * 256 + 3);
    EXPECT_TRUE(mended()) << "hash " << hash << " of level 1";
  }
  std::filesystem::resize_file(folder / "level-0", 32 * 100 + 7);
  EXPECT_TRUE(mended()) << "cut";
  EXPECT_FALSE(log->fault());
}

TEST(Transparency, AChangedRecordBehindWellHashesIsNotProvenAndTheHashesStay) {
  const LogFolders folders;
  auto records = synthetic_records(1'000);
  {
    FixedLedger store(records);
    ASSERT_NE(folders.sign_up_to(store, 1'000), "");
  }
  records[10] = "another record";
  FixedLedger store(records);
  const auto log = folders.start(store);
  ASSERT_EQ(1'000u, log->wait_for(kWard, 1'000, within(kLongEnough)));
  EXPECT_EQ(ProofErrorCode::not_proven, log->inclusion(kWard, 10, 1'000).error().code);
  EXPECT_TRUE(log->inclusion(kWard, 11, 1'000));
  EXPECT_TRUE(log->tile(kWard, {}));
  EXPECT_FALSE(log->fault());
}

TEST(Transparency, IsAConsumerWhoseSupervisorKnowsHowFarItIs) {
  const LogFolders folders;
  const auto store = make_memory_store();
  Supervisor supervisor(*store);
  const auto log =
      Transparency::start(
          *store, LogFolders::key(),
          {.proof = folders.proof(), .anchor = folders.anchor(), .supervisor = &supervisor})
          .value();
  append_one(*store, 0, "issue-1");
  append_one(*store, 1, "issue-1");
  ASSERT_EQ(2u, log->wait_for(kWard, 2, within(kLongEnough)));
  log->stop();
  const auto well = supervisor.states();
  ASSERT_EQ(1u, well.size());
  EXPECT_EQ("proofs", well.front().consumer);
  EXPECT_EQ(2u, well.front().position);
  EXPECT_EQ(0u, well.front().lag);
  EXPECT_EQ(0u, well.front().failures);
}

TEST(Transparency, ALogThatWasRefusedHasEndedForItsSupervisor) {
  const LogFolders folders;
  FixedLedger store(synthetic_records(3));
  Supervisor supervisor(store);
  const auto log =
      Transparency::start(
          store, LogFolders::key(),
          {.proof = folders.proof(), .anchor = folders.anchor(), .supervisor = &supervisor})
          .value();
  ASSERT_EQ(3u, log->wait_for(kWard, 3, within(kLongEnough)));
  log->stop_signing(kWard, {ProofErrorCode::ledger_differs, "said by the test"});
  const auto deadline = within(kLongEnough);
  while (!supervisor.states().front().has_ended && std::chrono::steady_clock::now() < deadline) {
    std::this_thread::yield();
  }
  EXPECT_TRUE(supervisor.states().front().has_ended);
  EXPECT_EQ("said by the test", supervisor.states().front().failure);
}

TEST(Transparency, StopsWhileItWaits) {
  const LogFolders folders;
  const auto store = make_memory_store();
  const auto log = folders.start(*store);
  std::jthread waiting([&](const std::stop_token& stop) {
    EXPECT_EQ(0u, log->wait_for(kWard, 1, within(kLongEnough), stop));
  });
  waiting.request_stop();
  waiting.join();
  log->stop();
  EXPECT_FALSE(log->fault());
}

}  // namespace
}  // namespace langnghe::test
