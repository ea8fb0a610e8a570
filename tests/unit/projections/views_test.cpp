#include <algorithm>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include <codec/event_codec.hpp>
#include <ledger/memory_store.hpp>
#include <ledger/record.hpp>
#include <projections/issues.hpp>
#include <projections/projection.hpp>

#include "every_event.hpp"
#include "example_year.hpp"
#include "temporary_directory.hpp"

namespace langnghe::projections {
namespace {

class KeptViewsTest : public testing::Test {
 protected:
  [[nodiscard]] std::unique_ptr<Views> open(const test::WardLedger& ledger,
                                            const std::string& name = "views") const {
    return Views::open(ledger.store(), {directory_.path() / name}).value();
  }
  /// Opened anew, caught up, closed.
  [[nodiscard]] std::map<std::string, std::string> hashes_after_catching_up(
      const test::WardLedger& ledger, const std::string& name) const {
    const auto views = open(ledger, name);
    EXPECT_TRUE(views->catch_up(ledger.id(), {}));
    return views->hashes(ledger.id()).value();
  }

  void expect_the_same_interrupted_at_every_event(const test::WardLedger& whole) const {
    const auto rebuilt = hashes_after_catching_up(whole, "rebuilt");
    ASSERT_EQ(rebuilt.size(), all_projections().size());
    test::WardLedger growing;
    for (std::uint64_t size = 0; size < whole.size(); ++size) {
      whole.copy_to(growing, size, size + 1);
      const auto views = open(growing, "interrupted");
      ASSERT_EQ(views->latest(growing.id()).value()->size(), size) << "kept over the restart";
      ASSERT_TRUE(views->catch_up(growing.id(), {}));
    }
    EXPECT_EQ(hashes_after_catching_up(growing, "interrupted"), rebuilt);
  }

  test::TemporaryDirectory directory_;
};

TEST_F(KeptViewsTest, HoldWhatAReplayInMemoryHolds) {
  test::WardLedger ledger;
  test::play_example_year(ledger);
  const auto views = open(ledger);
  EXPECT_EQ(views->latest(ledger.id()).value()->size(), 0U);
  ASSERT_TRUE(views->catch_up(ledger.id(), {}));
  const auto kept = views->latest(ledger.id()).value();
  EXPECT_EQ(kept->size(), ledger.size());
  EXPECT_EQ(test::rows_of(*kept), test::rows_of(*ledger.snapshot()));
}

TEST_F(KeptViewsTest, AreTheSameLiveRebuiltAndInterruptedAtEveryEvent) {
  test::WardLedger whole;
  test::play_example_year(whole);
  expect_the_same_interrupted_at_every_event(whole);
}

TEST_F(KeptViewsTest, OfEveryKindOfEventAreTheSameInterruptedAtEach) {
  test::WardLedger whole;
  test::play_every_event(whole);
  std::set<std::string> seen;
  for (std::uint64_t at = 0; at < whole.size(); ++at) {
    const auto records = whole.store().read_ledger(whole.id(), {at}, 1).value();
    seen.insert(std::string(eventstore::parse(records.at(0).bytes).value().type));
  }
  for (const auto& [type, schema] : codec::event_types()) {
    EXPECT_TRUE(seen.contains(std::string(type))) << type;
  }
  expect_the_same_interrupted_at_every_event(whole);
}

TEST_F(KeptViewsTest, AreTheSameWhenCaughtUpInManyBatches) {
  test::WardLedger ledger;
  test::establish(ledger);
  for (int i = 0; i < 1'200; ++i) {
    const auto id = std::to_string(i);
    ledger.act("2021-05-01", test::opinion("d-" + std::to_string(i % 7), "p-" + id, "tan-my",
                                           "2021-05-01", {"i-" + id}));
  }
  ASSERT_GT(ledger.size(), 3'000U);
  test::WardLedger growing;
  const auto views = open(growing);
  std::vector<std::uint64_t> steps;
  constexpr std::uint64_t kStep = 400;
  for (std::uint64_t size = 0; size < ledger.size(); size += kStep) {
    ledger.copy_to(growing, size, std::min(size + kStep, ledger.size()));
    ASSERT_TRUE(
        views->catch_up(growing.id(), [&](Progress progress) { steps.push_back(progress.done); }));
  }
  EXPECT_GE(steps.size(), 8U);
  EXPECT_EQ(steps.back(), ledger.size());
  EXPECT_EQ(test::rows_of(*views->latest(growing.id()).value()), test::rows_of(*ledger.snapshot()));
}

TEST_F(KeptViewsTest, ADeletedDirectoryIsBuiltAgainTheSame) {
  test::WardLedger ledger;
  test::play_example_year(ledger);
  const auto before = hashes_after_catching_up(ledger, "views");
  std::filesystem::remove_all(directory_.path() / "views");
  EXPECT_EQ(hashes_after_catching_up(ledger, "views"), before);
}

TEST_F(KeptViewsTest, DroppedAreEmptyAndThenBuiltAgainTheSame) {
  test::WardLedger ledger;
  test::play_example_year(ledger);
  const auto views = open(ledger);
  ASSERT_TRUE(views->catch_up(ledger.id(), {}));
  const auto before = views->hashes(ledger.id()).value();
  ASSERT_TRUE(views->drop(ledger.id()));
  EXPECT_EQ(views->latest(ledger.id()).value()->size(), 0U);
  EXPECT_NE(views->hashes(ledger.id()).value(), before);
  ASSERT_TRUE(views->catch_up(ledger.id(), {}));
  EXPECT_EQ(views->hashes(ledger.id()).value(), before);
}

TEST_F(KeptViewsTest, OfOneLedgerDoNotTouchAnothers) {
  // One id begins with the other: their keys must not.
  test::WardLedger first("an");
  test::play_example_year(first);
  test::WardLedger both("an-binh");
  test::play_example_year(both);
  for (const auto* ledger : {&first, &both}) {
    const auto rows = open(*ledger, ledger->id().value);
    ASSERT_TRUE(rows->catch_up(ledger->id(), {}));
  }
  const auto views = open(both, "an");
  ASSERT_TRUE(views->catch_up(both.id(), {}));
  ASSERT_TRUE(views->drop({"an"}));
  EXPECT_EQ(test::rows_of(*views->latest(both.id()).value()), test::rows_of(*both.snapshot()));
}

TEST_F(KeptViewsTest, ASnapshotStaysAsItWasAndOutlivesTheViews) {
  test::WardLedger ledger;
  test::establish(ledger);
  std::shared_ptr<const Snapshot> early;
  test::Rows expected;
  {
    const auto views = open(ledger);
    ASSERT_TRUE(views->catch_up(ledger.id(), {}));
    early = views->latest(ledger.id()).value();
    EXPECT_EQ(views->latest(ledger.id()).value(), early) << "one object per size";
    expected = test::rows_of(*early);
    test::play_example_year(ledger);
    ASSERT_TRUE(views->catch_up(ledger.id(), {}));
    EXPECT_GT(views->latest(ledger.id()).value()->size(), early->size());
  }
  EXPECT_EQ(test::rows_of(*early), expected);
}

TEST_F(KeptViewsTest, OfAnUnknownLedgerAreEmpty) {
  test::WardLedger ledger;
  const auto views = open(ledger);
  EXPECT_EQ(views->latest({"nowhere"}).value()->size(), 0U);
  EXPECT_TRUE(issues::find(*views->latest({"nowhere"}).value(), {}, {.limit = 10}).rows.empty());
  EXPECT_TRUE(views->catch_up({"nowhere"}, {}));
  EXPECT_TRUE(views->drop({"nowhere"}));
  EXPECT_EQ(views->status({"nowhere"}).ledger_size, 0U);
  EXPECT_EQ(views->status({"nowhere"}).stopped, "");
}

}  // namespace
}  // namespace langnghe::projections
