// Kills a process of 64 clients again and again: one order of all calls, over all the processes,
// must explain every answer that was given.

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

#include <rocksdb_engine/rocksdb_store.hpp>

#include "linearizable.hpp"
#include "random_client.hpp"
#include "temporary_directory.hpp"

extern char** environ;

namespace langnghe::test {
namespace {

using namespace eventstore;

constexpr std::uint64_t kCallsPerKill = 1'500;
constexpr std::uint64_t kKillsPerLedger = 50;  // so that a long run does not judge one long history

std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
  const char* const text = std::getenv(name);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

class KilledClients : public testing::Test {
 protected:
  void begin() {
    directory_.emplace();
    history_.emplace(directory_->path() / "history", 2 * kCallsPerKill * kKillsPerLedger);
    before_ = 0;
  }

  // Lets a process of clients make so many calls; none: it is killed while it opens.
  void run_and_kill(std::uint64_t calls, std::uint64_t seed) {
    std::string arguments[] = {HISTORY_WRITER, ledger(), (directory_->path() / "history").string(),
                               std::to_string(before_), std::to_string(seed)};
    before_ = history_->claimed();
    char* pointers[] = {arguments[0].data(), arguments[1].data(), arguments[2].data(),
                        arguments[3].data(), arguments[4].data(), nullptr};
    pid_t process = -1;
    ASSERT_EQ(::posix_spawn(&process, HISTORY_WRITER, nullptr, nullptr, pointers, environ), 0);
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (history_->claimed() < before_ + calls && std::chrono::steady_clock::now() < deadline &&
           ::waitpid(process, nullptr, WNOHANG) == 0) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    ::kill(process, SIGKILL);
    int status = 0;
    ASSERT_EQ(::waitpid(process, &status, 0), process) << "the clients ended by themselves";
    ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    ASSERT_GE(history_->claimed(), before_ + calls) << "the clients were too slow";
  }

  void judge() {
    auto store = open_rocksdb_store({.directory = ledger(), .read_only = false});
    ASSERT_TRUE(store) << store.error().context;
    const auto operations = history_->operations();
    const auto placed = placed_in(*store->store);
    ASSERT_EQ(not_linearizable(operations, placed), "");
    calls_ += operations.size();
    commits_ += placed.size();
    unknown_ += count_of(operations, Answer::unknown);
    repeated_ += count_of(operations, Answer::repeated);
  }

  [[nodiscard]] std::string ledger() const { return (directory_->path() / "ledger").string(); }

  static std::uint64_t count_of(const std::vector<Operation>& operations, Answer answer) {
    return static_cast<std::uint64_t>(std::ranges::count(operations, answer, &Operation::answer));
  }

  std::optional<TemporaryDirectory> directory_;
  std::optional<History> history_;
  std::uint64_t before_ = 0;  // claimed before the last process began
  std::uint64_t calls_ = 0;
  std::uint64_t commits_ = 0;
  std::uint64_t unknown_ = 0;
  std::uint64_t repeated_ = 0;
};

// LANGNGHE_KILLS asks for more than the ten of an ordinary run.
TEST_F(KilledClients, OneOrderExplainsAllAnswersOverManyLives) {
  const std::uint64_t seed = from_environment("LANGNGHE_SEED", std::random_device{}());
  const std::uint64_t kills = from_environment("LANGNGHE_KILLS", 10);
  std::printf("LANGNGHE_SEED=%lu LANGNGHE_KILLS=%lu\n", seed, kills);
  std::mt19937_64 random(seed);
  begin();
  for (std::uint64_t kill = 0; kill < kills; ++kill) {
    SCOPED_TRACE("LANGNGHE_SEED=" + std::to_string(seed) + " kill " + std::to_string(kill));
    if (kill > 0 && kill % kKillsPerLedger == 0) {
      judge();
      begin();
    }
    const std::uint64_t calls = random() % 8 == 0 ? 0 : random() % kCallsPerKill;
    run_and_kill(calls, random());
    ASSERT_FALSE(HasFailure());
  }
  judge();
  std::printf("  %lu calls, %lu commits, %lu calls cut off, %lu commits found again\n", calls_,
              commits_, unknown_, repeated_);
  EXPECT_GT(commits_, kills) << "too little was written to show anything";
  EXPECT_GT(unknown_, kills) << "the kills hit nobody in the middle of a call";
}

}  // namespace
}  // namespace langnghe::test
