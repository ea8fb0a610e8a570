// Changes a single bit, or cuts a file short, in every file of a ledger: the damage is refused or
// found, or it changes no answer. Wrong answers: none.

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "damaged_ledger.hpp"
#include "temporary_directory.hpp"

namespace langnghe::test {
namespace {

namespace fs = std::filesystem;

std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
  const char* const text = std::getenv(name);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

struct Damage {
  std::string file;
  std::uint64_t at = 0;  // the bit that is changed, or the length that is left
  bool cut = false;
};

std::string to_text(const Damage& damage) {
  return damage.file + (damage.cut ? " cut to byte " : " bit ") + std::to_string(damage.at);
}

// RocksDB's name for the kind of a file: CURRENT, IDENTITY, MANIFEST, OPTIONS, log, sst.
std::string kind_of(const std::string& file) {
  const auto dot = file.rfind('.');
  return dot != std::string::npos ? file.substr(dot + 1) : file.substr(0, file.find('-'));
}

void inflict(const fs::path& directory, const Damage& damage) {
  const fs::path path = directory / damage.file;
  if (damage.cut) {
    fs::resize_file(path, damage.at);
    return;
  }
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  const auto byte = static_cast<std::streamoff>(damage.at / 8);
  file.seekg(byte);
  const int old = file.get();
  file.seekp(byte);
  file.put(static_cast<char>(old ^ (1 << (damage.at % 8))));
  ASSERT_TRUE(file.flush().good());
}

class BitFlip : public ::testing::Test {
 protected:
  void SetUp() override {
    make_small_ledger(original());
    for (const auto& entry : fs::directory_iterator(original())) {
      // LOCK is empty and LOG is text for people.
      if (entry.file_size() > 0 && !entry.path().filename().string().starts_with("LOG")) {
        files_.emplace(entry.path().filename().string(), entry.file_size());
      }
    }
    expected_ = answers_of(copy());
  }

  [[nodiscard]] fs::path original() const { return directory_.path() / "ledger"; }

  fs::path copy() const {
    const fs::path to = directory_.path() / "copy";
    fs::remove_all(to);
    fs::copy(original(), to);
    return to;
  }

  Outcome inflict_and_ask(const Damage& damage) {
    const fs::path damaged = copy();
    inflict(damaged, damage);
    const Outcome outcome = outcome_of(damaged, expected_);
    ++counts_[kind_of(damage.file) + (damage.cut ? " cut" : " flip")]
             [static_cast<std::size_t>(outcome)];
    EXPECT_NE(outcome, Outcome::wrong) << to_text(damage);
    // Only the log's tail can be cut off without a trace; the head that is kept outside finds it.
    EXPECT_TRUE(outcome != Outcome::shorter || kind_of(damage.file) == "log") << to_text(damage);
    return outcome;
  }

  /// So many damages; tells before each which it is, for who waits outside.
  void judge(std::uint64_t flips, std::uint64_t seed, const fs::path& progress) {
    std::mt19937_64 random(seed);
    auto file = files_.begin();
    for (std::uint64_t flip = 0; flip < flips; ++flip) {
      const bool cut = flip % 6 == 5;
      const std::uint64_t places = cut ? file->second : file->second * 8;
      const Damage damage{file->first, std::uniform_int_distribution(0ul, places - 1)(random), cut};
      std::ofstream(progress) << flip << ": " << to_text(damage);
      inflict_and_ask(damage);
      if (HasFailure()) {
        return;  // ends this process as failed before anything else can end it
      }
      file = std::next(file) == files_.end() ? files_.begin() : std::next(file);
    }
    report();
  }

  void report() const {
    for (const auto& [kind, counts] : counts_) {
      std::printf("  %-14s", kind.c_str());
      for (std::size_t outcome = 0; outcome < kOutcomes; ++outcome) {
        std::printf("  %s %u", test::to_text(static_cast<Outcome>(outcome)).data(),
                    counts[outcome]);
      }
      std::printf("\n");
    }
  }

  TemporaryDirectory directory_{Medium::memory};
  std::map<std::string, std::uint64_t> files_;  // with their sizes
  Answers expected_;
  std::map<std::string, std::array<unsigned, kOutcomes>> counts_;
};

/// This program again, as the judge; its wait status.
int judge_in_a_process(const fs::path& progress) {
  ::setenv("LANGNGHE_FLIP_PROGRESS", progress.c_str(), 1);
  std::string program = "/proc/self/exe";
  std::string filter = "--gtest_filter=BitFlip.AnyBitOfAnyFileIsNoticedOrChangesNothing";
  std::string brief = "--gtest_brief=1";
  std::array<char*, 4> arguments{program.data(), filter.data(), brief.data(), nullptr};
  pid_t child = 0;
  int status = -1;
  if (::posix_spawn(&child, program.c_str(), nullptr, nullptr, arguments.data(), environ) == 0) {
    ::waitpid(child, &status, 0);
  }
  ::unsetenv("LANGNGHE_FLIP_PROGRESS");
  return status;
}

// Judged in a process of its own: RocksDB could meet some damage with an assertion, which ends the
// process. None may (table_tail_test.cpp), and should one, this tells which change it was.
TEST_F(BitFlip, AnyBitOfAnyFileIsNoticedOrChangesNothing) {
  const std::uint64_t seed = from_environment("LANGNGHE_SEED", 20'210'101);
  const std::uint64_t flips = from_environment("LANGNGHE_FLIPS", 600);
  if (const char* const progress = std::getenv("LANGNGHE_FLIP_PROGRESS"); progress != nullptr) {
    judge(flips, seed, progress);
    return;
  }
  std::printf("LANGNGHE_SEED=%lu LANGNGHE_FLIPS=%lu, %zu files\n", seed, flips, files_.size());
  const fs::path progress = directory_.path() / "progress";
  const int status = judge_in_a_process(progress);
  std::string damage;
  std::getline(std::ifstream(progress), damage);
  ASSERT_FALSE(WIFSIGNALED(status)) << "the process was ended by change " << damage;
  ASSERT_EQ(status, 0) << "the judge found something wrong: see above";
}

// Every length the log can be left with: the ledger that opens is always one that once was.
TEST_F(BitFlip, ACutLogIsAShorterLedgerThatTheKnownSizeTells) {
  unsigned shorter = 0;
  for (const auto& [file, size] : files_) {
    if (kind_of(file) != "log") {
      continue;
    }
    for (std::uint64_t left = 0; left < size; left += 1 + size / 40) {
      const Outcome outcome = inflict_and_ask({file, left, true});
      EXPECT_NE(outcome, Outcome::unchanged) << "cut to " << left;
      shorter += outcome == Outcome::shorter ? 1u : 0u;
    }
  }
  report();
  EXPECT_GT(shorter, 0u) << "nothing tells this from a ledger that never was longer";
}

}  // namespace
}  // namespace langnghe::test
