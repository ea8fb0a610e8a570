#include "running/fold.hpp"

#include <limits>

#include <gtest/gtest.h>
#include <rocksdb/env.h>

#include "every_event.hpp"
#include "example_year.hpp"
#include "running/ledger_views.hpp"
#include "storage/memory_view.hpp"
#include "temporary_directory.hpp"

namespace langnghe::projections {
namespace {

constexpr auto kAll = std::numeric_limits<std::size_t>::max();

test::Rows folded(const test::WardLedger& ledger, const FoldLimits& limits) {
  const MemorySnapshot nothing;
  Fold fold(nothing, limits);
  const auto visited = ledger.store().visit_ledger(
      ledger.id(), {0}, ledger.size(), [&](eventstore::Position position, std::string_view bytes) {
        return fold.take(position, bytes).has_value();
      });
  EXPECT_EQ(visited.value(), ledger.size());
  return test::rows_of(MemorySnapshot(nothing, fold.changes(), ledger.size()));
}

TEST(Fold, OfEveryKindOfEventIsTheSameWithRoomForNoThingForOneAndForAll) {
  test::WardLedger ledger;
  test::play_every_event(ledger);
  const auto expected = folded(ledger, {.records = kAll, .structs = kAll});
  EXPECT_EQ(folded(ledger, {.records = kAll, .structs = 0}), expected);
  EXPECT_EQ(folded(ledger, {.records = kAll, .structs = 1}), expected);
  EXPECT_EQ(folded(ledger, {.records = kAll, .structs = 5}), expected);
}

TEST(Fold, OfAYearIsTheSameWithRoomForNoThingForOneAndForAll) {
  test::WardLedger ledger;
  test::play_example_year(ledger);
  const auto expected = folded(ledger, {.records = kAll, .structs = kAll});
  EXPECT_EQ(folded(ledger, {.records = kAll, .structs = 0}), expected);
  EXPECT_EQ(folded(ledger, {.records = kAll, .structs = 1}), expected);
}

/// Rows that are lost in the middle of their way into the database, again and again, as a kill or a
/// full disk would have it.
class CrashingRows final : public RowsDatabase {
 public:
  explicit CrashingRows(std::shared_ptr<RowsDatabase> rows) : rows_(std::move(rows)) {}

  [[nodiscard]] std::vector<eventstore::LedgerId> ledgers() const override {
    return rows_->ledgers();
  }
  [[nodiscard]] Checkpoint checkpoint(const eventstore::LedgerId& ledger) const override {
    return rows_->checkpoint(ledger);
  }
  [[nodiscard]] std::shared_ptr<const Snapshot> snapshot(
      const eventstore::LedgerId& ledger) override {
    return rows_->snapshot(ledger);
  }
  void write(const eventstore::LedgerId& ledger, std::span<const Overlay* const> changes,
             const Checkpoint& checkpoint) override {
    if (++writes_ % 2 == 1) {
      throw ViewFault("crashed");
    }
    rows_->write(ledger, changes, checkpoint);
  }
  void drop(const eventstore::LedgerId& ledger) override { rows_->drop(ledger); }

 private:
  std::shared_ptr<RowsDatabase> rows_;
  int writes_ = 0;
};

TEST(Fold, KeptInBatchesOfWhichEveryOtherCrashesIsTheSame) {
  test::WardLedger ledger;
  test::play_every_event(ledger);
  const test::TemporaryDirectory directory;
  const auto rows = std::make_shared<CrashingRows>(
      RowsDatabase::open({directory.path() / "views"}, *rocksdb::Env::Default()).value());
  std::uint64_t crashes = 0;
  std::uint64_t size = 0;
  while (size < ledger.size()) {
    // Begun anew each time, as after a restart: nothing of a lost batch may be left.
    LedgerViews views(ledger.store(), rows, ledger.id(), {.records = 7, .structs = 2});
    ASSERT_EQ(views.snapshot()->size(), size);
    const auto moved = views.step();
    // Rows that the database did not take are shown all the same, from memory.
    ASSERT_TRUE(moved);
    ASSERT_EQ(views.snapshot()->size(), size + *moved);
    crashes += views.is_kept() ? 0u : 1u;
    size = views.is_kept() ? views.snapshot()->size() : size;
  }
  EXPECT_GT(crashes, ledger.size() / 7 - 1);
  EXPECT_EQ(test::rows_of(*rows->snapshot(ledger.id())), test::rows_of(*ledger.snapshot()));
}

}  // namespace
}  // namespace langnghe::projections
