#include <gtest/gtest.h>

#include <projections/settings.hpp>

#include "example_year.hpp"

namespace langnghe::projections::settings {
namespace {

using test::day;

TEST(Settings, HoldTheWardAsTheDomainFoldsIt) {
  test::WardLedger ledger;
  test::establish(ledger);
  ledger.act("2021-06-30", {test::khom_closed("sa-nhien", "2021-06-30")});
  const auto snapshot = ledger.snapshot();

  const auto held = ward(*snapshot);
  EXPECT_EQ(held.version.value, 7U);
  EXPECT_EQ(held.state.ward.place_name, "Tân Quy Đông");
  EXPECT_EQ(held.state.khoms.size(), 2U);
  EXPECT_EQ(held.state.khoms.at({"sa-nhien"}).last_day, day("2021-06-30"));
  EXPECT_EQ(held.state.officials.size(), 1U);
  EXPECT_EQ(held.state.routes.size(), 1U);
  EXPECT_EQ(held.state.numbering_on(day("2021-01-01")), domain::NumberingMode::per_type);
}

TEST(Settings, HoldCalendarPolicyPlanAndAccounts) {
  test::WardLedger ledger;
  test::establish(ledger);
  const auto snapshot = ledger.snapshot();

  EXPECT_EQ(calendar(*snapshot).version.value, 1U);
  EXPECT_FALSE(calendar(*snapshot).state.current().is_working(day("2021-02-10")));
  EXPECT_EQ(policy(*snapshot).state.valid_on(day("2021-01-01")).first_reply.days, 10);
  EXPECT_EQ(plan(*snapshot, 2021)->state.phase, domain::PlanPhase::published);
  EXPECT_EQ(plan(*snapshot, 2021)->version.value, 3U);
  EXPECT_FALSE(plan(*snapshot, 2022));
  const auto lan = user(*snapshot, {"u-lan"});
  ASSERT_TRUE(lan);
  EXPECT_EQ(lan->version.value, 4U);
  ASSERT_EQ(lan->state.roles.size(), 1U);
  EXPECT_EQ(lan->state.roles[0].role, domain::Role::cchc_officer);
  EXPECT_FALSE(user(*snapshot, {"u-nobody"}));
  EXPECT_EQ(users(*snapshot).size(), 1U);
}

TEST(Settings, OfAnEmptyLedgerAreEmpty) {
  const test::WardLedger ledger;
  const auto snapshot = ledger.snapshot();
  EXPECT_FALSE(ward(*snapshot).state.exists);
  EXPECT_EQ(ward(*snapshot).version, eventstore::kAbsent);
  EXPECT_FALSE(calendar(*snapshot).state.exists());
  EXPECT_FALSE(policy(*snapshot).state.exists());
  EXPECT_TRUE(users(*snapshot).empty());
}

}  // namespace
}  // namespace langnghe::projections::settings
