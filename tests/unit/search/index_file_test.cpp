// The index's file after a kill, under damage, and beside another ledger: right or made anew.
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <following/catch_up.hpp>

#include "indexed_ward.hpp"
#include "ledger_index.hpp"

namespace langnghe::test {
namespace {

using search::LedgerIndex;

/// Everything the index says of the ledger, at each size.
std::vector<Names> everything(LedgerIndex& index, const WardLedger& ledger) {
  std::vector<Names> all;
  for (std::uint64_t size = 0; size <= ledger.size(); ++size) {
    for (const auto& words : asked_words()) {
      Names names;
      const auto found = index.find(size, search::WordQuery::of(words).value());
      for (const auto& issue : found.value()) {
        names.push_back(issue.value);
      }
      all.push_back(std::move(names));
    }
  }
  return all;
}

std::vector<Names> everything(IndexedWard& ward, const std::filesystem::path& file,
                              std::uint64_t records_max = 1'000) {
  LedgerIndex index(ward.ledger.store(), ward.ledger.id(), file);
  const auto done = eventstore::catch_up(index, ward.ledger.store(), ward.ledger.id(), records_max);
  EXPECT_TRUE(done) << (done ? "" : done.error().what);
  return everything(index, ward.ledger);
}

class IndexFileOf : public testing::Test {
 protected:
  IndexFileOf() {
    ward.acts(20'261'130);
    expected = everything(ward, ward.folder.path() / "fresh.sqlite");
  }

  /// A whole index, closed.
  std::string whole() {
    EXPECT_EQ(everything(ward, ward.file()), expected);
    std::ifstream file(ward.file(), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  void write(const std::string& bytes) {
    search::remove_index(ward.file());
    std::ofstream(ward.file(), std::ios::binary) << bytes;
  }

  IndexedWard ward;
  std::vector<Names> expected;
};

TEST_F(IndexFileOf, TheLedgerIsTheSameInBatchesOfAnySize) {
  for (const std::uint64_t batch : {1u, 2u, 7u, 1'000u}) {
    EXPECT_EQ(everything(ward, ward.folder.path() / std::to_string(batch), batch), expected);
  }
}

/// A process that builds the index record by record.
pid_t start_building(IndexedWard& ward) {
  const auto child = ::fork();
  if (child == 0) {
    LedgerIndex index(ward.ledger.store(), ward.ledger.id(), ward.file());
    std::ignore = eventstore::catch_up(index, ward.ledger.store(), ward.ledger.id(), 1);
    ::_exit(0);
  }
  return child;
}

/// Was it at work until it was killed?
bool is_cut_off(pid_t child) {
  int status = 0;
  EXPECT_EQ(::waitpid(child, &status, 0), child);
  return WIFSIGNALED(status);
}

TEST_F(IndexFileOf, AKilledProcessIsResumed) {
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_FALSE(is_cut_off(start_building(ward)));
  const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - begun);
  std::mt19937 random(7);
  int cut_off = 0;
  for (int round = 0; round < 200 && cut_off < 15; ++round) {
    if (random() % 3 == 0) {
      EXPECT_EQ(everything(ward, ward.file()), expected) << "round " << round;
      search::remove_index(ward.file());
    }
    const auto child = start_building(ward);
    ASSERT_GT(child, 0);
    ::usleep(static_cast<useconds_t>(random() % static_cast<unsigned>(whole.count())));
    ::kill(child, SIGKILL);
    cut_off += is_cut_off(child) ? 1 : 0;
  }
  EXPECT_EQ(cut_off, 15) << "too few processes were at work when they were killed";
  EXPECT_EQ(everything(ward, ward.file()), expected);
}

TEST_F(IndexFileOf, OneFlippedBitAnywhereGivesNoWrongAnswer) {
  const auto bytes = whole();
  std::mt19937 random(20'261'201);
  for (int round = 0; round < 150; ++round) {
    auto damaged = bytes;
    const auto at = random() % damaged.size();
    damaged[at] = static_cast<char>(damaged[at] ^ (1 << random() % 8));
    write(damaged);
    ASSERT_EQ(everything(ward, ward.file()), expected) << "byte " << at << " round " << round;
  }
}

TEST_F(IndexFileOf, WhatIsNoIndexIsMadeAnew) {
  const auto bytes = whole();
  for (const auto& other : {std::string(), std::string("no database"), bytes.substr(0, 5'000),
                            std::string(bytes.size(), '\0')}) {
    write(other);
    EXPECT_EQ(everything(ward, ward.file()), expected) << other.size() << " bytes";
  }
  search::remove_index(ward.file());
  std::filesystem::create_directories(ward.file() / "inner");
  EXPECT_EQ(everything(ward, ward.file()), expected) << "a folder";
}

TEST_F(IndexFileOf, AnotherLedgerOfTheSameNameIsIndexedAnew) {
  static_cast<void>(whole());
  IndexedWard restored;
  restored.record("i-1", "Đèn đường khác");
  restored.acts(5);
  const auto own = everything(restored, restored.file());
  EXPECT_EQ(everything(restored, ward.file()), own);
}

TEST_F(IndexFileOf, AReaderThatMeetsDamageSaysSoAndItIsMadeAnew) {
  LedgerIndex index(ward.ledger.store(), ward.ledger.id(), ward.file());
  ASSERT_TRUE(eventstore::catch_up(index, ward.ledger.store(), ward.ledger.id()));
  std::filesystem::resize_file(ward.file(), 0);
  std::filesystem::remove(ward.file().string() + "-wal");
  std::ofstream(ward.file(), std::ios::binary) << std::string(8'192, 'x');
  const auto found = index.find(ward.ledger.size(), search::WordQuery::of("duong").value());
  EXPECT_EQ(found.error(), search::SearchFault::unavailable);
  EXPECT_TRUE(index.is_damaged());
  EXPECT_FALSE(index.take(
      {ward.ledger.store(), ward.ledger.id(), index.checkpoint(), index.checkpoint().value}));
  ASSERT_TRUE(eventstore::catch_up(index, ward.ledger.store(), ward.ledger.id()));
  EXPECT_EQ(everything(index, ward.ledger), expected);
}

}  // namespace
}  // namespace langnghe::test
