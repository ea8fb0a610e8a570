#include <map>
#include <utility>

#include <gtest/gtest.h>

#include <projections/schedule.hpp>

#include "example_year.hpp"

namespace langnghe::projections::schedule {
namespace {

using domain::KhomId;
using test::day;

using Grid = std::map<std::pair<std::string, int>, Cell>;

Grid grid_of(const Schedule& schedule) {
  Grid grid;
  for (const auto& cell : schedule.cells) {
    grid.emplace(std::pair(cell.khom.value, cell.quarter), cell);
  }
  return grid;
}

/// Three khóm: one is closed in mid-May, one is born in August.
void found(test::WardLedger& ledger) {
  ledger.act("2021-01-01", {test::khom_added("a", "Khóm A", "2015-01-01"),
                            test::khom_added("b", "Khóm B", "2015-01-01"),
                            test::khom_added("c", "Khóm C", "2021-08-15"),
                            test::khom_closed("b", "2021-05-15"), test::policy_adopted()});
}

void approve(test::WardLedger& ledger, const std::vector<domain::PlanLine>& lines) {
  ledger.act("2021-01-02", {test::plan_drafted(lines)});
  ledger.act("2021-01-05", {test::plan_approved()});
}

void hold(test::WardLedger& ledger, const std::string& id, const std::string& khom,
          const std::string& on, int residents) {
  ledger.act(on, {test::scheduled(id, khom, on), test::opened(id), test::attended(id, residents)});
}

// A ward that begins to keep its record in August owes nothing of the two quarters before.
TEST(Schedule, OwesOnlyFromTheWardsFirstDay) {
  test::WardLedger ledger;
  ledger.act("2021-08-10", {{domain::ward_stream(),
                             domain::WardEstablished{"phường", "P", "UBND", "UBND", "", "T"}},
                            test::khom_added("a", "Khóm A", "2015-01-01"),
                            test::policy_adopted()});
  ledger.act("2021-08-11", {test::plan_drafted({{KhomId{"a"}, {1, 1, 1, 1}}})});
  ledger.act("2021-08-12", {test::plan_approved()});
  const auto schedule = of_year(*ledger.snapshot(), 2021, day("2022-01-01"));
  EXPECT_EQ(schedule.required, 2);
  EXPECT_EQ(schedule.missed, 2);
  const auto grid = grid_of(schedule);
  EXPECT_EQ(grid.at({"a", 2}).status, CellStatus::not_due);
  EXPECT_EQ(grid.at({"a", 3}).status, CellStatus::missed);
  EXPECT_EQ(of_year(*ledger.snapshot(), 2021, day("2022-01-01"), OwedSince::ever).required, 4);
}

TEST(Schedule, AgreesWithAYearCountedByHand) {
  test::WardLedger ledger;
  found(ledger);
  approve(ledger, {{KhomId{"a"}, {1, 1, 2, 0}}, {KhomId{"b"}, {1, 1, 1, 1}}});
  hold(ledger, "d-1", "a", "2021-03-31", 12);  // the last day of the quarter counts
  hold(ledger, "d-2", "a", "2021-07-01", 5);   // held twice in one quarter
  hold(ledger, "d-3", "a", "2021-09-30", 9);
  hold(ledger, "d-4", "b", "2021-02-10", 0);  // nobody came
  hold(ledger, "d-5", "b", "2021-04-20", 3);
  ledger.act("2021-06-01", {test::scheduled("d-6", "c", "2021-11-20")});

  const auto schedule = of_year(*ledger.snapshot(), 2021, day("2021-10-15"));
  const auto grid = grid_of(schedule);
  ASSERT_EQ(grid.size(), 4U + 2U + 2U);  // b owes nothing after May, c nothing before August

  const auto expect = [&](const char* khom, int quarter, int required, int held, int empty,
                          int planned, CellStatus status) {
    const auto& cell = grid.at({khom, quarter});
    EXPECT_EQ(cell.required, required) << khom << quarter;
    EXPECT_EQ(cell.held, held) << khom << quarter;
    EXPECT_EQ(cell.held_empty, empty) << khom << quarter;
    EXPECT_EQ(cell.planned, planned) << khom << quarter;
    EXPECT_EQ(static_cast<int>(cell.status), static_cast<int>(status)) << khom << quarter;
  };
  expect("a", 1, 1, 1, 0, 0, CellStatus::met);
  expect("a", 2, 1, 0, 0, 0, CellStatus::missed);
  expect("a", 3, 2, 2, 0, 0, CellStatus::met);
  expect("a", 4, 0, 0, 0, 0, CellStatus::not_due);
  expect("b", 1, 1, 0, 1, 0, CellStatus::missed);
  expect("b", 2, 1, 1, 0, 0, CellStatus::met);
  expect("c", 3, 1, 0, 0, 0, CellStatus::missed);  // not in the plan: the policy's minimum
  expect("c", 4, 1, 0, 0, 1, CellStatus::scheduled);

  EXPECT_EQ(schedule.required, 8);
  EXPECT_EQ(schedule.due, 7);
  EXPECT_EQ(schedule.met, 3);
  EXPECT_EQ(schedule.missed, 3);
  EXPECT_TRUE(schedule.has_plan);
  EXPECT_EQ(schedule.plan_symbol, "05/KH-UBND");
  EXPECT_EQ(schedule.dialogues.size(), 6U);
  EXPECT_EQ(grid.at({"a", 3}).dialogues, (std::vector<domain::DialogueId>{{"d-2"}, {"d-3"}}));
}

TEST(Schedule, AQuarterIsMissedTheDayAfterItEnds) {
  test::WardLedger ledger;
  found(ledger);
  approve(ledger, {});
  const auto status = [&](const char* today) {
    return grid_of(of_year(*ledger.snapshot(), 2021, day(today))).at({"a", 1}).status;
  };
  EXPECT_EQ(status("2021-03-31"), CellStatus::open);
  EXPECT_EQ(status("2021-04-01"), CellStatus::missed);
}

TEST(Schedule, ADialogueWhoseDayHasGoneByIsNoLongerPlanned) {
  test::WardLedger ledger;
  found(ledger);
  approve(ledger, {});
  ledger.act("2021-01-10", {test::scheduled("d-1", "a", "2021-02-20")});
  const auto cell = [&](const char* today) {
    return grid_of(of_year(*ledger.snapshot(), 2021, day(today))).at({"a", 1});
  };
  EXPECT_EQ(cell("2021-02-20").status, CellStatus::scheduled);
  EXPECT_EQ(cell("2021-02-21").status, CellStatus::open);
  EXPECT_EQ(cell("2021-02-21").planned, 0);
}

TEST(Schedule, WithoutAnApprovedPlanThePolicyShowsTheDuty) {
  test::WardLedger ledger;
  ledger.act("2021-01-01",
             {test::khom_added("a", "Khóm A", "2015-01-01"), test::policy_adopted(2)});
  ledger.act("2021-01-02", {test::plan_drafted({{KhomId{"a"}, {5, 5, 5, 5}}})});
  const auto drafted = of_year(*ledger.snapshot(), 2021, day("2021-01-03"));
  EXPECT_FALSE(drafted.has_plan);
  EXPECT_EQ(drafted.plan_symbol, "");
  EXPECT_EQ(drafted.required, 8);
  ledger.act("2021-01-05", {test::plan_approved()});
  EXPECT_EQ(of_year(*ledger.snapshot(), 2021, day("2021-01-06")).required, 20);
}

TEST(Schedule, AClosedMeetingWhereNobodyWasCountedIsEmpty) {
  test::WardLedger ledger;
  found(ledger);
  const auto stream = domain::stream_of(domain::DialogueId{"d-1"});
  ledger.act("2021-02-01", {test::scheduled("d-1", "a", "2021-02-01"), test::opened("d-1")});
  EXPECT_EQ(grid_of(of_year(*ledger.snapshot(), 2021, day("2021-02-01"))).at({"a", 1}).held_empty,
            0);
  ledger.act("2021-02-01", {{stream, domain::DialogueClosed{std::chrono::minutes(600), 0, 0, 0}}});
  EXPECT_EQ(grid_of(of_year(*ledger.snapshot(), 2021, day("2021-02-02"))).at({"a", 1}).held_empty,
            1);
}

TEST(Schedule, ALateDialogueCoversAQuarterOnlyByTheEventAndStaysShownAsLate) {
  test::WardLedger ledger;
  found(ledger);
  approve(ledger, {{KhomId{"a"}, {1, 0, 0, 0}}});
  hold(ledger, "d-late", "a", "2021-04-10", 8);
  const auto year = [&] { return of_year(*ledger.snapshot(), 2021, day("2021-04-15")); };
  EXPECT_EQ(grid_of(year()).at({"a", 1}).status, CellStatus::missed);
  EXPECT_FALSE(grid_of(year()).at({"a", 1}).missed_recorded);
  ledger.act("2021-04-01",
             {{domain::plan_stream(2021), domain::ObligationMissed{KhomId{"a"}, 1, 1, 0}}});
  EXPECT_TRUE(grid_of(year()).at({"a", 1}).missed_recorded);
  ledger.act("2021-04-12", {{domain::plan_stream(2021),
                             domain::LateDialogueCredited{
                                 KhomId{"a"}, 1, {"d-late"}, day("2021-04-10"), "hoãn vì bão"}}});
  const auto cell = grid_of(year()).at({"a", 1});
  EXPECT_EQ(cell.status, CellStatus::credited);
  EXPECT_EQ(cell.held, 0);
  EXPECT_EQ(cell.credited, std::vector<domain::DialogueId>{{"d-late"}});
  EXPECT_EQ(year().credited, 1);
  EXPECT_EQ(year().met, 0);
}

TEST(Schedule, AKhomMergedInMidYearOwesTheQuartersItWasValidIn) {
  test::WardLedger ledger;
  ledger.act("2021-01-01", {test::khom_added("a", "Khóm A", "2015-01-01"),
                            test::khom_added("b", "Khóm B", "2015-01-01"), test::policy_adopted()});
  ledger.act("2021-06-20", {{domain::ward_stream(), domain::KhomsMerged{{KhomId{"a"}, KhomId{"b"}},
                                                                        KhomId{"c"},
                                                                        "Khóm C",
                                                                        false,
                                                                        day("2021-07-01"),
                                                                        "12/NQ-HĐND"}}});
  const auto grid = grid_of(of_year(*ledger.snapshot(), 2021, day("2021-06-21")));
  ASSERT_EQ(grid.size(), 6U);
  for (const auto* old : {"a", "b"}) {
    EXPECT_EQ(grid.count({old, 2}), 1U);
    EXPECT_EQ(grid.count({old, 3}), 0U);
  }
  EXPECT_EQ(grid.count({"c", 2}), 0U);
  EXPECT_EQ(grid.at({"c", 3}).required, 1);
  EXPECT_EQ(grid.at({"c", 4}).khom_name, "Khóm C");
}

TEST(Schedule, WhatWasPutOffOrCancelledIsNoLongerPlanned) {
  test::WardLedger ledger;
  found(ledger);
  approve(ledger, {});
  ledger.act("2021-01-10", {test::scheduled("d-1", "a", "2021-02-20")});
  const auto stream = domain::stream_of(domain::DialogueId{"d-1"});
  const auto planned = [&](int quarter) {
    return grid_of(of_year(*ledger.snapshot(), 2021, day("2021-01-11"))).at({"a", quarter}).planned;
  };
  EXPECT_EQ(planned(1), 1);
  ledger.act("2021-01-11",
             {{stream, domain::DialoguePostponed{"mưa", day("2021-02-20"), std::nullopt,
                                                 std::nullopt, false}}});
  EXPECT_EQ(planned(1), 0);
  ledger.act("2021-01-11",
             {{stream, domain::DialoguePostponed{"mưa", day("2021-02-20"), day("2021-04-20"),
                                                 std::nullopt, false}}});
  EXPECT_EQ(planned(1), 0);
  EXPECT_EQ(planned(2), 1);
  ledger.act("2021-01-12", {{stream, domain::DialogueCancelled{"trùng lịch"}}});
  EXPECT_EQ(planned(2), 0);
}

TEST(Schedule, NamesAKhomAsOfTheQuartersLastDay) {
  test::WardLedger ledger;
  found(ledger);
  ledger.act("2021-03-01", {{domain::ward_stream(),
                             domain::KhomRenamed{KhomId{"a"}, "Khóm Mới", day("2021-04-01")}}});
  const auto grid = grid_of(of_year(*ledger.snapshot(), 2021, day("2021-06-01")));
  EXPECT_EQ(grid.at({"a", 1}).khom_name, "Khóm A");
  EXPECT_EQ(grid.at({"a", 2}).khom_name, "Khóm Mới");
}

}  // namespace
}  // namespace langnghe::projections::schedule
