#include <algorithm>
#include <thread>

#include <gtest/gtest.h>

#include <following/supervisor.hpp>

#include "example_year.hpp"
#include "temporary_directory.hpp"

namespace langnghe::projections {
namespace {

using namespace std::chrono_literals;

auto soon() {
  return std::chrono::steady_clock::now() + 20s;
}

class FollowingViews : public testing::Test {
 protected:
  [[nodiscard]] std::unique_ptr<Views> follow(const test::WardLedger& ledger) const {
    auto views = Views::open(ledger.store(), {directory_.path() / "views"}).value();
    views->follow();
    return views;
  }

  test::TemporaryDirectory directory_;
};

TEST_F(FollowingViews, SeeALedgerThatComesIntoBeingLater) {
  test::WardLedger ledger;
  const auto views = follow(ledger);
  EXPECT_EQ(views->latest(ledger.id()).value()->size(), 0U);
  test::play_example_year(ledger);
  ASSERT_TRUE(views->wait_for(ledger.id(), ledger.size(), soon()));
  EXPECT_EQ(test::rows_of(*views->latest(ledger.id()).value()), test::rows_of(*ledger.snapshot()));
  const auto status = views->status(ledger.id());
  EXPECT_EQ(status.size, ledger.size());
  EXPECT_EQ(status.ledger_size, ledger.size());
  EXPECT_EQ(status.skipped, 0U);
  EXPECT_EQ(status.stopped, "");
}

TEST_F(FollowingViews, AreFollowedOnceHoweverOftenTheyAreAskedTo) {
  test::WardLedger ledger;
  const auto views = follow(ledger);
  test::establish(ledger);
  ASSERT_TRUE(views->wait_for(ledger.id(), ledger.size(), soon()));
  views->follow();
  test::play_example_year(ledger);
  ASSERT_TRUE(views->wait_for(ledger.id(), ledger.size(), soon()));
  EXPECT_EQ(test::rows_of(*views->latest(ledger.id()).value()), test::rows_of(*ledger.snapshot()));
}

TEST_F(FollowingViews, TheirSupervisorKnowsHowFarTheyAreAndWhatStoppedThem) {
  test::WardLedger ledger;
  test::establish(ledger);
  eventstore::Supervisor supervisor(ledger.store());
  const auto views = Views::open(ledger.store(), {directory_.path() / "views"}).value();
  views->follow(supervisor);
  const auto await = [&supervisor](const auto& wanted) {
    auto states = supervisor.states();
    for (const auto deadline = soon();
         !wanted(states.at(0)) && std::chrono::steady_clock::now() < deadline;
         states = supervisor.states()) {
      std::this_thread::yield();
    }
    return states.at(0);
  };
  const auto readable = ledger.size();
  const auto well = await([&](const auto& state) { return state.position == readable; });
  EXPECT_EQ(well.consumer, "views");
  EXPECT_EQ(well.ledger, ledger.id());
  EXPECT_EQ(well.lag, 0U);
  ledger.store_unknown_event("2021-01-07");
  const auto stopped = await([](const auto& state) { return state.is_failing; });
  EXPECT_EQ(stopped.position, readable);
  EXPECT_EQ(stopped.lag, 1U);
  EXPECT_NE(stopped.failure.find("issue.teleported"), std::string::npos) << stopped.failure;
}

TEST_F(FollowingViews, EverySnapshotOnTheWayShowsExactlyItsSize) {
  test::WardLedger ledger;
  const auto views = follow(ledger);
  std::vector<std::shared_ptr<const Snapshot>> seen;
  std::jthread writer([&ledger] { test::play_example_year(ledger); });
  for (std::uint64_t size = 1; size < 60; size += 5) {
    ASSERT_TRUE(views->wait_for(ledger.id(), size, soon()));
    seen.push_back(views->latest(ledger.id()).value());
    EXPECT_GE(seen.back()->size(), size) << "a waiting reader reads its own write";
  }
  writer.join();
  for (const auto& snapshot : seen) {
    const auto replayed = replay_in_memory(ledger.store(), ledger.id(), snapshot->size());
    EXPECT_EQ(test::rows_of(*snapshot), test::rows_of(**replayed)) << snapshot->size();
  }
}

TEST_F(FollowingViews, WaitingEndsAtTheDeadline) {
  test::WardLedger ledger;
  test::establish(ledger);
  const auto views = follow(ledger);
  EXPECT_FALSE(
      views->wait_for(ledger.id(), ledger.size() + 1, std::chrono::steady_clock::now() + 50ms));
  EXPECT_FALSE(views->wait_for({"nowhere"}, 1, std::chrono::steady_clock::now() + 50ms));
  EXPECT_TRUE(views->wait_for({"nowhere"}, 0, std::chrono::steady_clock::now()));
}

TEST_F(FollowingViews, StopInMidFlightAndGoOnWhereTheyWere) {
  test::WardLedger ledger;
  test::establish(ledger);
  std::jthread writer([&ledger] {
    for (int i = 0; i < 400; ++i) {
      const auto id = std::to_string(i);
      ledger.act("2021-05-01",
                 test::opinion("d-1", "p-" + id, "tan-my", "2021-05-01", {"i-" + id}));
    }
  });
  for (int restart = 0; restart < 8; ++restart) {
    const auto views = follow(ledger);
    const auto status = views->status(ledger.id());
    ASSERT_TRUE(views->wait_for(ledger.id(), std::min(status.size + 1, ledger.size()), soon()));
  }
  writer.join();
  const auto views = follow(ledger);
  ASSERT_TRUE(views->wait_for(ledger.id(), ledger.size(), soon()));
  EXPECT_EQ(test::rows_of(*views->latest(ledger.id()).value()), test::rows_of(*ledger.snapshot()));
}

TEST_F(FollowingViews, CatchingUpAndDroppingBesideTheFollowerLoseNothing) {
  test::WardLedger ledger;
  const auto views = follow(ledger);
  std::jthread writer([&ledger] { test::play_example_year(ledger); });
  for (int i = 0; i < 10; ++i) {
    EXPECT_TRUE(views->catch_up(ledger.id(), {}));
    EXPECT_TRUE(views->drop(ledger.id()));
  }
  writer.join();
  EXPECT_TRUE(views->catch_up(ledger.id(), {}));
  EXPECT_EQ(test::rows_of(*views->latest(ledger.id()).value()), test::rows_of(*ledger.snapshot()));
}

}  // namespace
}  // namespace langnghe::projections
