#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <rocksdb_engine/rocksdb_store.hpp>

#include "ledger_check.hpp"
#include "temporary_directory.hpp"

extern char** environ;

namespace langnghe::test {
namespace {

using namespace eventstore;

/// A process that appends until it is killed.
class Writer {
 public:
  Writer(const std::string& directory, std::uint32_t first_writer) {
    int ends[2];
    EXPECT_EQ(::pipe2(ends, O_CLOEXEC), 0);
    reading_ = ends[0];
    // A number of its own in the child, without the close-on-exec mark.
    constexpr int kPipeInChild = 9;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], kPipeInChild);
    std::string arguments[] = {CRASH_WRITER, directory, std::to_string(kPipeInChild),
                               std::to_string(first_writer)};
    char* pointers[] = {arguments[0].data(), arguments[1].data(), arguments[2].data(),
                        arguments[3].data(), nullptr};
    EXPECT_EQ(::posix_spawn(&process_, CRASH_WRITER, &actions, nullptr, pointers, environ), 0);
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  ~Writer() { ::close(reading_); }

  /// False at the end of the pipe.
  bool read_one(std::vector<Acknowledgement>& acknowledged) const {
    Acknowledgement report;
    const ssize_t got = ::read(reading_, &report, sizeof report);
    EXPECT_TRUE(got == 0 || got == static_cast<ssize_t>(sizeof report));
    if (got <= 0) {
      return false;
    }
    acknowledged.push_back(report);
    return true;
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

std::uint64_t number_from_environment(const char* name, std::uint64_t otherwise) {
  const char* const given = std::getenv(name);
  return given != nullptr ? std::strtoull(given, nullptr, 10) : otherwise;
}

// LANGNGHE_KILLS asks for more rounds than the fifty of an ordinary run.
TEST(Kill, LosesNothingThatWasAcknowledged) {
  const std::uint64_t seed = number_from_environment("LANGNGHE_SEED", std::random_device{}());
  const std::uint64_t rounds = number_from_environment("LANGNGHE_KILLS", 50);
  std::mt19937_64 random(seed);
  std::optional<TemporaryDirectory> directory;
  std::filesystem::path ledger;
  std::vector<Acknowledgement> acknowledged;
  std::uint64_t commits = 0;
  for (std::uint64_t round = 0; round < rounds; ++round) {
    // A new ledger now and then: each round judges all of it, and a long run shall stay linear.
    constexpr std::uint64_t kRoundsPerLedger = 50;
    if (round % kRoundsPerLedger == 0) {
      ledger = directory.emplace().path() / "ledger";
      commits += acknowledged.size();
      acknowledged.clear();
    }
    SCOPED_TRACE("LANGNGHE_SEED=" + std::to_string(seed) + " round " + std::to_string(round));
    // Counted in acknowledgements, so that a slow machine is killed at the same point; none at
    // all now and then, which hits it while it opens.
    std::uint64_t left = random() % 8 == 0 ? 0 : random() % 250;
    const Writer writer(ledger.string(), static_cast<std::uint32_t>(round) * 100);
    while (left > 0 && writer.read_one(acknowledged)) {
      --left;
    }
    ASSERT_TRUE(writer.kill()) << "the writer ended by itself";
    while (writer.read_one(acknowledged)) {  // what it had said before it died
    }
    const auto store = open_rocksdb_store({.directory = ledger, .read_only = false});
    ASSERT_TRUE(store) << store.error().context;
    check_ledger(*store->store, acknowledged);
    ASSERT_FALSE(testing::Test::HasFailure());
  }
  commits += acknowledged.size();
  std::printf("  %lu commits acknowledged over %lu kills\n", commits, rounds);
  EXPECT_GT(commits, rounds) << "too little was written to show anything";
}

}  // namespace
}  // namespace langnghe::test
