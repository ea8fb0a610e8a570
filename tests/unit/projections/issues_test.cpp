#include <gtest/gtest.h>

#include <projections/issues.hpp>

#include "example_year.hpp"

namespace langnghe::projections::issues {
namespace {

using test::day;
using Ids = std::vector<std::string>;

class Issues : public testing::Test {
 protected:
  Issues() { test::play_example_year(ledger_); }

  [[nodiscard]] Page list(const Filter& filter) const {
    return find(*ledger_.snapshot(), filter, {.limit = 100});
  }
  [[nodiscard]] static Ids ids(const Page& page) {
    Ids found;
    for (const auto& row : page.rows) {
      found.push_back(row.id.value);
    }
    return found;
  }

  test::WardLedger ledger_;
};

TEST_F(Issues, AreListedByDueDateThenById) {
  const auto page = list({});
  EXPECT_EQ(ids(page), (Ids{"i-lamp", "i-wire", "i-land", "i-shed", "i-drain", "i-dog", "i-fee"}));
  EXPECT_EQ(page.total, 7U);
  EXPECT_EQ(page.next, "");
}

TEST_F(Issues, OpenOnesAreThoseTheWardStillOwes) {
  EXPECT_EQ(ids(list({.open = true})), (Ids{"i-shed", "i-drain"}));
  EXPECT_EQ(ids(list({.open = false})), (Ids{"i-lamp", "i-wire", "i-land", "i-dog", "i-fee"}));
}

// Nobody has told i-shed anything: its first reply was due on 20 May, its answer on 10 June.
TEST_F(Issues, AreOverdueTheDayAfterTheirDueDay) {
  EXPECT_EQ(ids(list({.overdue = true, .today = day("2021-05-20")})), Ids{});
  EXPECT_EQ(ids(list({.overdue = true, .today = day("2021-05-21")})), Ids{"i-shed"});
  EXPECT_EQ(ids(list({.overdue = true, .today = day("2021-07-01")})), (Ids{"i-shed", "i-drain"}));
  EXPECT_EQ(list({.overdue = false, .today = day("2021-07-01")}).total, 5U);
  const auto shed = find_one(*ledger_.snapshot(), {"i-shed"});
  EXPECT_FALSE(shed->overdue_on(day("2021-05-20")));
  EXPECT_TRUE(shed->overdue_on(day("2021-05-21")));
  EXPECT_FALSE(find_one(*ledger_.snapshot(), {"i-drain"})->overdue_on(day("2021-06-30")));
}

TEST_F(Issues, AreFilteredByKhomFieldAssigneeAndScope) {
  EXPECT_EQ(ids(list({.khoms = {{"sa-nhien"}}})), (Ids{"i-land", "i-shed"}));
  EXPECT_EQ(ids(list({.fields = {{"ROADS"}}})), Ids{"i-lamp"});
  EXPECT_EQ(ids(list({.fields = {{"OTHER"}}})), (Ids{"i-dog", "i-fee"}));
  EXPECT_EQ(ids(list({.assignees = {{"u-minh"}}})), (Ids{"i-lamp", "i-drain"}));
  EXPECT_EQ(ids(list({.open = true, .scope = {{"tan-my"}, {"other"}}})), Ids{"i-drain"});
  EXPECT_EQ(list({.scope = {{"nowhere"}}}).total, 0U);
}

TEST_F(Issues, PagesFollowEachOtherWithoutGapOrRepeat) {
  const auto snapshot = ledger_.snapshot();
  const auto whole = ids(find(*snapshot, {}, {.limit = 100}));
  for (std::size_t limit = 1; limit <= 8; ++limit) {
    Ids seen;
    std::string from;
    do {
      const auto page = find(*snapshot, {}, {.from = from, .limit = limit});
      EXPECT_EQ(page.total, 7U);
      EXPECT_LE(page.rows.size(), limit);
      const auto part = ids(page);
      seen.insert(seen.end(), part.begin(), part.end());
      from = page.next;
    } while (!from.empty());
    EXPECT_EQ(seen, whole) << "limit " << limit;
  }
}

TEST_F(Issues, AStrangeCursorFindsNothingButHarmsNothing) {
  const auto page = find(*ledger_.snapshot(), {}, {.from = "\xff\xff/x", .limit = 10});
  EXPECT_TRUE(page.rows.empty());
  EXPECT_EQ(page.total, 7U);
}

TEST_F(Issues, ADenunciationIsFoundButNeverListed) {
  const auto row = find_one(*ledger_.snapshot(), {"i-secret"});
  ASSERT_TRUE(row);
  EXPECT_EQ(row->state.phase, domain::IssuePhase::handed_over);
  EXPECT_TRUE(row->state.recorded.subject.empty());
  for (const auto& id : ids(list({}))) {
    EXPECT_NE(id, "i-secret");
  }
}

TEST_F(Issues, CarryTheVersionAndPositionOfTheirNewestEvent) {
  const auto row = find_one(*ledger_.snapshot(), {"i-shed"});
  ASSERT_TRUE(row);
  EXPECT_EQ(row->version.value, 2U);
  EXPECT_EQ(row->last.value, ledger_.size() - 6);  // five acts on the report follow
  EXPECT_FALSE(find_one(*ledger_.snapshot(), {"i-none"}));
}

TEST_F(Issues, HistoryHoldsTheDialoguesActsToo) {
  std::vector<std::string> types;
  eventstore::Position before{};
  for (const auto& entry : history(*ledger_.snapshot(), {"i-dog"})) {
    types.push_back(entry.type);
    EXPECT_GT(entry.position, before);
    before = entry.position;
  }
  EXPECT_EQ(types, (Ids{"dialogue.opinion_recorded", "issue.recorded", "issue.answered_on_the_spot",
                        "dialogue.minutes_signed"}));
  EXPECT_EQ(history(*ledger_.snapshot(), {"i-secret"}).size(), 1U);
  EXPECT_TRUE(history(*ledger_.snapshot(), {"i-none"}).empty());
}

TEST_F(Issues, HistoryOfOneIsNotMixedWithAnotherOfALongerName) {
  ledger_.act("2021-08-01", test::opinion("d-2", "p-9", "tan-my", "2021-08-01", {"i-dog-2"}));
  EXPECT_EQ(history(*ledger_.snapshot(), {"i-dog"}).size(), 4U);
  EXPECT_EQ(history(*ledger_.snapshot(), {"i-dog-2"}).size(), 2U);
}

}  // namespace
}  // namespace langnghe::projections::issues
