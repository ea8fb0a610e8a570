// A new version of a projection is built beside the old one, which goes on serving.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <limits>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>
#include <rocksdb/db.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <following/supervisor.hpp>
#include <projections/projection.hpp>
#include <projections/settings.hpp>

#include "example_year.hpp"
#include "running/row_cache.hpp"
#include "temporary_directory.hpp"

extern char** environ;

namespace langnghe::projections {
namespace {

using namespace std::chrono_literals;

constexpr std::uint64_t kNever = std::numeric_limits<std::uint64_t>::max();
constexpr std::uint64_t kBatch = 10;
/// The row that only the newer version writes.
constexpr std::string_view kMark = "~newer";
/// Where the child that is killed finds the views.
constexpr const char* kDirectoryVariable = "LANGNGHE_REBUILD_DIRECTORY";

// A fold is a function: what the test wants of it stands here.
std::atomic<std::uint64_t> fails_from = kNever;
std::atomic<std::uint64_t> kills_at = kNever;
std::atomic<std::uint64_t> first_folded = kNever;  ///< the least position the newer fold was given

void apply_newer(RowCache& cache, const Input& input) {
  const auto position = input.position.value;
  if (position >= fails_from) {
    throw ViewFault("said by the test");
  }
  if (position == kills_at) {
    ::kill(::getpid(), SIGKILL);
  }
  first_folded = std::min(first_folded.load(), position);
  settings::definition().apply(cache, input);
  cache.rows().put(kMark, "1");
}

/// The program's projections, of which `settings` has another version and the fold before it.
std::vector<Projection> newer_projections(int versions) {
  const auto all = all_projections();
  std::vector<Projection> newer(all.begin(), all.end());
  auto& raised = newer.at(index_of("settings"));
  raised.version += versions;
  raised.apply_before = versions == 1 ? raised.apply : &apply_newer;
  raised.apply = &apply_newer;
  return newer;
}

class RebuiltBeside : public testing::Test {
 protected:
  RebuiltBeside() {
    fails_from = kNever;
    kills_at = kNever;
    first_folded = kNever;
    test::play_example_year(ledger_);
  }

  [[nodiscard]] std::filesystem::path path() const { return directory_.path() / "views"; }

  /// Rows as the program before has left them.
  void build_old() const {
    const auto views = Views::open(ledger_.store(), {path()}).value();
    ASSERT_TRUE(views->catch_up(ledger_.id(), {}));
  }

  [[nodiscard]] std::unique_ptr<Views> open_newer(bool keeps_old = true) const {
    return open_with(newer_, path(), keeps_old);
  }
  [[nodiscard]] std::unique_ptr<Views> open_with(const std::vector<Projection>& projections,
                                                 const std::filesystem::path& directory,
                                                 bool keeps_old = true) const {
    ViewsOptions options;
    options.directory = directory;
    options.keeps_old = keeps_old;
    options.batch_records = kBatch;
    options.projections = &projections;
    return Views::open(ledger_.store(), options).value();
  }

  template <class Wanted>
  static bool await(const Wanted& wanted) {
    const auto deadline = std::chrono::steady_clock::now() + 20s;
    while (!wanted() && std::chrono::steady_clock::now() < deadline) {
      std::this_thread::yield();
    }
    return wanted();
  }

  /// The state of the rebuild, which a test awaits.
  template <class Wanted>
  static bool await_rebuild(const eventstore::Supervisor& supervisor, const Wanted& wanted) {
    return await([&] {
      const auto states = supervisor.states();
      return std::ranges::any_of(states, [&](const eventstore::ConsumerState& state) {
        return state.consumer == "views_rebuild" && wanted(state);
      });
    });
  }

  [[nodiscard]] bool has_mark(Views& views) const {
    const auto latest = views.latest(ledger_.id());
    return latest && (*latest)->of("settings").get(kMark).has_value();
  }
  [[nodiscard]] test::Rows rows_shown(Views& views) const {
    return test::rows_of(*views.latest(ledger_.id()).value());
  }
  [[nodiscard]] test::Rows newer_rows() const {
    auto rows = test::rows_of(*ledger_.snapshot());
    rows["settings"].emplace(kMark, "1");
    return rows;
  }

  /// Families of rows and checkpoints in the closed database.
  [[nodiscard]] std::vector<std::string> families() const {
    std::vector<std::string> names;
    EXPECT_TRUE(rocksdb::DB::ListColumnFamilies({}, path().string(), &names).ok());
    std::erase(names, rocksdb::kDefaultColumnFamilyName);
    return names;
  }

  test::WardLedger ledger_;
  test::TemporaryDirectory directory_;
  const std::vector<Projection> newer_ = newer_projections(1);
};

TEST_F(RebuiltBeside, TheOldRowsServeAndMoveOnUntilTheNewOnesAreThere) {
  build_old();
  fails_from = 2 * kBatch + 5;
  eventstore::Supervisor supervisor(ledger_.store());
  const auto views = open_newer();
  EXPECT_EQ(views->status(ledger_.id()).size, ledger_.size()) << "served at once";
  views->follow(supervisor);
  ASSERT_TRUE(await_rebuild(supervisor, [](const auto& state) { return state.is_failing; }));
  ASSERT_TRUE(
      await_rebuild(supervisor, [](const auto& state) { return state.position == 2 * kBatch; }));

  ledger_.act("2022-01-08", {test::scheduled("d-new", "tan-my", "2022-02-01")});
  ASSERT_TRUE(
      views->wait_for(ledger_.id(), ledger_.size(), std::chrono::steady_clock::now() + 20s));
  EXPECT_EQ(rows_shown(*views), test::rows_of(*ledger_.snapshot())) << "of the old version";
  EXPECT_EQ(views->status(ledger_.id()).stopped, "");
  const auto old = views->latest(ledger_.id()).value();

  std::atomic<int> turned_away = 0;
  std::jthread reader([&](const std::stop_token& stop) {
    std::uint64_t seen = 0;
    while (!stop.stop_requested()) {
      const auto latest = views->latest(ledger_.id());
      turned_away += latest && (*latest)->size() >= seen ? 0 : 1;
      seen = latest ? (*latest)->size() : seen;
    }
  });
  fails_from = kNever;
  EXPECT_TRUE(await([&] { return has_mark(*views); }));
  reader.request_stop();
  reader.join();
  EXPECT_EQ(turned_away, 0) << "no reader waits, and none is shown less than before";
  EXPECT_EQ(rows_shown(*views), newer_rows());
  EXPECT_EQ(test::rows_of(*old).at("settings").count(std::string(kMark)), 0U)
      << "a snapshot stays as it was";
  EXPECT_TRUE(await([&] { return supervisor.states().size() == 1; })) << "the rebuild is over";

  ledger_.act("2022-01-09", {test::scheduled("d-newer", "tan-my", "2022-02-02")});
  ASSERT_TRUE(
      views->wait_for(ledger_.id(), ledger_.size(), std::chrono::steady_clock::now() + 20s));
  EXPECT_EQ(rows_shown(*views), newer_rows()) << "the new rows move on";
}

TEST_F(RebuiltBeside, TheNewRowsAreServedAtOnceByTheNextStartAndTheOldOnesAreGone) {
  build_old();
  const auto before = families();
  {
    const auto views = open_newer();
    views->follow();
    ASSERT_TRUE(await([&] { return has_mark(*views); }));
  }
  first_folded = kNever;
  {
    const auto views = open_newer();
    EXPECT_EQ(rows_shown(*views), newer_rows());
    EXPECT_EQ(first_folded, kNever) << "nothing is built again";
  }
  EXPECT_EQ(families().size(), before.size());
  // The next version finds place beside those rows too.
  const auto newest = newer_projections(2);
  {
    eventstore::Supervisor supervisor(ledger_.store());
    const auto views = open_with(newest, path());
    EXPECT_EQ(rows_shown(*views), newer_rows());
    views->follow(supervisor);
    EXPECT_TRUE(await([&] { return first_folded == 0; })) << "from the ledger's beginning";
    EXPECT_TRUE(await([&] { return supervisor.states().size() == 1; }));
    EXPECT_EQ(rows_shown(*views), newer_rows());
  }
  EXPECT_EQ(families().size(), before.size());
}

TEST_F(RebuiltBeside, AStopInTheMidstCostsABatch) {
  build_old();
  fails_from = 2 * kBatch + 5;
  {
    eventstore::Supervisor supervisor(ledger_.store());
    const auto views = open_newer();
    views->follow(supervisor);
    ASSERT_TRUE(
        await_rebuild(supervisor, [](const auto& state) { return state.position == 2 * kBatch; }));
  }
  fails_from = kNever;
  first_folded = kNever;
  const auto views = open_newer();
  EXPECT_FALSE(has_mark(*views));
  views->follow();
  EXPECT_TRUE(await([&] { return has_mark(*views); }));
  // A stop that falls into the next batch keeps what was folded of it before the record that fails.
  EXPECT_GE(first_folded, 2 * kBatch);
  EXPECT_LE(first_folded, 2 * kBatch + 5);
  EXPECT_EQ(rows_shown(*views), newer_rows());
}

/// Runs only as the child of the next test.
TEST_F(RebuiltBeside, ChildThatIsKilled) {
  const char* const directory = std::getenv(kDirectoryVariable);
  if (directory == nullptr) {
    GTEST_SKIP() << "this is not the child";
  }
  kills_at = 2 * kBatch + 5;
  const auto views = open_with(newer_, directory);
  views->follow();
  EXPECT_TRUE(await([&] { return has_mark(*views); }));
}

TEST_F(RebuiltBeside, AKillInTheMidstCostsABatch) {
  build_old();
  ASSERT_EQ(::setenv(kDirectoryVariable, path().c_str(), 1), 0);
  std::string arguments[] = {"rebuilt", "--gtest_filter=RebuiltBeside.ChildThatIsKilled"};
  char* pointers[] = {arguments[0].data(), arguments[1].data(), nullptr};
  pid_t child = -1;
  ASSERT_EQ(::posix_spawn(&child, "/proc/self/exe", nullptr, nullptr, pointers, environ), 0);
  ::unsetenv(kDirectoryVariable);
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);

  const auto views = open_newer();
  EXPECT_EQ(views->status(ledger_.id()).size, ledger_.size()) << "the old rows serve";
  EXPECT_FALSE(has_mark(*views));
  views->follow();
  EXPECT_TRUE(await([&] { return has_mark(*views); }));
  EXPECT_EQ(first_folded, 2 * kBatch);
  EXPECT_EQ(rows_shown(*views), newer_rows());
}

TEST_F(RebuiltBeside, WhoDoesNotServeDropsOldRowsAtOnce) {
  build_old();
  const auto views = open_newer(false);
  EXPECT_EQ(views->status(ledger_.id()).size, 0U);
  ASSERT_TRUE(views->catch_up(ledger_.id(), {}));
  EXPECT_EQ(rows_shown(*views), newer_rows());
}

TEST_F(RebuiltBeside, RowsWhoseFoldOrShapeTheProgramHasNoMoreAreNotServed) {
  for (const bool has_fold : {false, true}) {
    const auto directory = directory_.path() / (has_fold ? "shape" : "fold");
    {
      const auto views = Views::open(ledger_.store(), {directory}).value();
      ASSERT_TRUE(views->catch_up(ledger_.id(), {}));
    }
    auto projections = newer_projections(1);
    auto& raised = projections.at(index_of("settings"));
    raised.apply_before = has_fold ? raised.apply_before : nullptr;
    raised.shape += has_fold ? 1 : 0;
    const auto views = open_with(projections, directory);
    EXPECT_EQ(views->status(ledger_.id()).size, 0U);
    views->follow();
    EXPECT_TRUE(await([&] { return rows_shown(*views) == newer_rows(); }));
  }
}

}  // namespace
}  // namespace langnghe::projections
