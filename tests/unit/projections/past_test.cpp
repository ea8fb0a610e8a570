#include <gtest/gtest.h>

#include <ledger/memory_store.hpp>
#include <ledger/record.hpp>
#include <projections/settings.hpp>

#include "example_year.hpp"
#include "temporary_directory.hpp"

namespace langnghe::projections {
namespace {

class PastViews : public testing::Test {
 protected:
  PastViews() {
    test::play_example_year(ledger_);
    views_ = Views::open(ledger_.store(), {directory_.path() / "views"}).value();
  }

  test::TemporaryDirectory directory_;
  test::WardLedger ledger_;
  std::unique_ptr<Views> views_;
};

TEST_F(PastViews, AreTheReplayOfThatManyRecordsAskedInAnyOrder) {
  ASSERT_TRUE(views_->catch_up(ledger_.id(), {}));
  std::vector<std::uint64_t> sizes;
  for (std::uint64_t size = 0; size <= ledger_.size(); size += 3) {
    sizes.insert(sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2), size);
  }
  sizes.push_back(ledger_.size());
  for (const auto size : sizes) {
    const auto past = views_->as_of(ledger_.id(), size);
    ASSERT_TRUE(past);
    EXPECT_EQ((*past)->size(), size);
    const auto replayed = replay_in_memory(ledger_.store(), ledger_.id(), size);
    ASSERT_TRUE(replayed);
    EXPECT_EQ(test::rows_of(**past), test::rows_of(**replayed)) << size;
  }
}

TEST_F(PastViews, AreKeptForTheNextReader) {
  const auto first = views_->as_of(ledger_.id(), 10).value();
  EXPECT_EQ(views_->as_of(ledger_.id(), 10).value(), first);
  for (std::uint64_t size = 11; size < 20; ++size) {
    (void)views_->as_of(ledger_.id(), size).value();
  }
  EXPECT_NE(views_->as_of(ledger_.id(), 10).value(), first) << "ten are not kept";
}

TEST_F(PastViews, EndWhereTheLedgerEnds) {
  const auto beyond = views_->as_of(ledger_.id(), ledger_.size() + 1);
  ASSERT_FALSE(beyond);
  EXPECT_EQ(beyond.error().code, ViewError::Code::beyond_ledger);
  const auto unknown = views_->as_of({"no-such-ward"}, 0);
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().code, ViewError::Code::unknown_ledger);
  const auto replayed = replay_in_memory(ledger_.store(), ledger_.id(), ledger_.size() + 1);
  ASSERT_FALSE(replayed);
  EXPECT_EQ(replayed.error().code, ViewError::Code::beyond_ledger);
}

TEST_F(PastViews, ReplayTellsHowFarItIs) {
  std::vector<std::uint64_t> done;
  ASSERT_TRUE(
      replay_in_memory(ledger_.store(), ledger_.id(), ledger_.size(), [&](Progress progress) {
        done.push_back(progress.done);
        EXPECT_EQ(progress.total, ledger_.size());
      }));
  ASSERT_FALSE(done.empty());
  EXPECT_EQ(done.back(), ledger_.size());
}

TEST_F(PastViews, TheSizeAtAnInstantCountsWhatWasRecordedByThen) {
  const auto size = ledger_.size();
  for (std::uint64_t position = 0; position < size; ++position) {
    const auto records = ledger_.store().read_ledger(ledger_.id(), {position}, 1).value();
    const auto instant =
        domain::parse_instant(eventstore::parse(records.at(0).bytes)->recorded).value();
    const auto at = views_->size_at(ledger_.id(), instant).value();
    const auto before =
        views_->size_at(ledger_.id(), instant - std::chrono::milliseconds(1)).value();
    EXPECT_GT(at, position);
    EXPECT_LE(before, position);
  }
  EXPECT_EQ(views_->size_at(ledger_.id(), domain::parse_instant("2000-01-01T00:00:00Z").value()),
            0U);
  EXPECT_EQ(views_->size_at(ledger_.id(), domain::parse_instant("2030-01-01T00:00:00Z").value()),
            size);
  EXPECT_EQ(views_->size_at({"no-such-ward"}, domain::Instant{}).error().code,
            ViewError::Code::unknown_ledger);
}

TEST_F(PastViews, ShowTheWardAsItWasThen) {
  const auto size =
      views_->size_at(ledger_.id(), domain::end_of_day(test::day("2020-12-02"))).value();
  const auto past = views_->as_of(ledger_.id(), size).value();
  EXPECT_EQ(settings::user(*past, {"u-lan"})->state.roles[0].role, domain::Role::officer);
}

}  // namespace
}  // namespace langnghe::projections
