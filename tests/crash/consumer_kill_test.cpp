// Kills a process whose consumer is at work, again and again: over all the processes together it
// has taken each record once and in order.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <rocksdb_engine/rocksdb_store.hpp>

#include "commit_builder.hpp"
#include "followed_record.hpp"
#include "temporary_directory.hpp"

extern char** environ;

namespace langnghe::test {
namespace {

using namespace eventstore;

/// A process that appends and follows until it is killed.
class FollowingProcess {
 public:
  FollowingProcess(const std::filesystem::path& folder, std::uint64_t first_writer) {
    int ends[2];
    EXPECT_EQ(::pipe2(ends, O_CLOEXEC), 0);
    reading_ = ends[0];
    constexpr int kPipeInChild = 9;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], kPipeInChild);
    std::string arguments[] = {CONSUMER_WRITER, (folder / "ledger").string(),
                               (folder / "kept").string(), std::to_string(kPipeInChild),
                               std::to_string(first_writer)};
    char* pointers[] = {arguments[0].data(), arguments[1].data(), arguments[2].data(),
                        arguments[3].data(), arguments[4].data(), nullptr};
    EXPECT_EQ(::posix_spawn(&process_, CONSUMER_WRITER, &actions, nullptr, pointers, environ), 0);
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
  }
  FollowingProcess(const FollowingProcess&) = delete;
  FollowingProcess& operator=(const FollowingProcess&) = delete;
  ~FollowingProcess() { ::close(reading_); }

  /// False at the end of the pipe.
  [[nodiscard]] bool await_batch() const {
    char told = 0;
    return ::read(reading_, &told, 1) == 1;
  }

  /// Kills it; false if it had ended before by itself.
  [[nodiscard]] bool kill() const {
    ::kill(process_, SIGKILL);
    int status = 0;
    EXPECT_EQ(::waitpid(process_, &status, 0), process_);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
  }

 private:
  pid_t process_ = -1;
  int reading_ = -1;
};

/// The whole lines of the consumer's file.
std::vector<FollowedRecord> lines_kept(const std::filesystem::path& file) {
  std::vector<FollowedRecord> lines;
  std::ifstream in(file, std::ios::binary);
  FollowedRecord line;
  while (in.read(reinterpret_cast<char*>(&line), sizeof line)) {
    lines.push_back(line);
  }
  return lines;
}

void expect_each_once(const std::vector<FollowedRecord>& lines, EventStore& store) {
  const auto records = read_all(store);
  ASSERT_LE(lines.size(), records.size()) << "taken before it was committed";
  for (std::size_t at = 0; at < lines.size(); ++at) {
    ASSERT_EQ(lines[at].position, at);
    ASSERT_EQ(lines[at].sum, sum_of(records[at].bytes)) << at;
  }
}

// LANGNGHE_KILLS asks for more rounds than those of an ordinary run.
TEST(ConsumerKill, EachRecordIsTakenOnceByTheRuleOfTheCheckpoint) {
  const auto* const seed_given = std::getenv("LANGNGHE_SEED");
  const auto* const rounds_given = std::getenv("LANGNGHE_KILLS");
  const std::uint64_t seed =
      seed_given != nullptr ? std::strtoull(seed_given, nullptr, 10) : std::random_device{}();
  const std::uint64_t rounds =
      rounds_given != nullptr ? std::strtoull(rounds_given, nullptr, 10) : 25;
  constexpr std::uint64_t kBatchesMax = 60;
  std::mt19937_64 random(seed);
  std::optional<TemporaryDirectory> directory;
  std::size_t kept = 0;
  std::size_t taken = 0;  // of earlier ledgers
  for (std::uint64_t round = 0; round < rounds; ++round) {
    // A new ledger now and then: each round judges all of it, and a long run shall stay linear.
    constexpr std::uint64_t kRoundsPerLedger = 25;
    if (round % kRoundsPerLedger == 0) {
      directory.emplace();
      taken += std::exchange(kept, 0);
    }
    SCOPED_TRACE("LANGNGHE_SEED=" + std::to_string(seed) + " round " + std::to_string(round));
    // None at all now and then, which hits it while it opens.
    std::uint64_t left = random() % 8 == 0 ? 0 : random() % kBatchesMax;
    const FollowingProcess process(directory->path(), round * 10);
    while (left > 0 && process.await_batch()) {
      --left;
    }
    ASSERT_TRUE(process.kill()) << "the process ended by itself";
    const auto store =
        open_rocksdb_store({.directory = directory->path() / "ledger", .read_only = false});
    ASSERT_TRUE(store) << store.error().context;
    const auto lines = lines_kept(directory->path() / "kept");
    ASSERT_GE(lines.size(), kept) << "what was kept is lost";
    kept = lines.size();
    expect_each_once(lines, *store->store);
    ASSERT_FALSE(testing::Test::HasFailure());
  }
  taken += kept;
  std::printf("  %zu records taken over %lu kills\n", taken, rounds);
  EXPECT_GT(taken, rounds) << "too little was taken to show anything";
}

}  // namespace
}  // namespace langnghe::test
