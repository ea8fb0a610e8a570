#include <gtest/gtest.h>

#include <projections/clock.hpp>

#include "example_year.hpp"

namespace langnghe::projections::clock {
namespace {

using namespace domain;
using std::chrono::hours;
using test::day;

Instant noon_of(std::string_view text) {
  return std::chrono::sys_days(day(text)) + hours(5);  // 12:00 in Vietnam
}

/// `2021-03-30 mark-deadline-approaching`, one for each act that is due.
std::vector<std::string> told(const test::WardLedger& ledger, Instant now) {
  std::vector<std::string> lines;
  for (const auto& act : due_acts(*ledger.snapshot(), now)) {
    lines.push_back(to_text(act.happened) + ' ' + std::string(act_of(act.command)));
  }
  return lines;
}
using Lines = std::vector<std::string>;

/// An issue received on 1 March: its first reply is due on the 15th, its answer on the 29th.
class ClockOfAnIssue : public testing::Test {
 protected:
  ClockOfAnIssue() {
    ledger_.act("2021-01-01", {test::policy_adopted()});
    ledger_.act("2021-03-01", test::opinion("d-1", "p-1", "tan-my", "2021-03-01", {"i-1"}));
    ledger_.act("2021-03-02", "i-1",
                test::classified(IssueType::petition, "ROADS", "2021-03-15", "2021-03-29"));
  }
  test::WardLedger ledger_;
};

// A breach is dated with its own day and recorded once three days for late entry are over.
TEST_F(ClockOfAnIssue, WarnsAndBreaksOnTheDaysItBecameTrue) {
  EXPECT_EQ(told(ledger_, noon_of("2021-03-09")), Lines{});
  EXPECT_EQ(told(ledger_, noon_of("2021-03-10")), Lines{"2021-03-10 mark-deadline-approaching"});
  EXPECT_EQ(told(ledger_, noon_of("2021-03-15")), Lines{"2021-03-10 mark-deadline-approaching"});
  EXPECT_EQ(told(ledger_, noon_of("2021-03-18")), Lines{"2021-03-10 mark-deadline-approaching"});
  EXPECT_EQ(told(ledger_, noon_of("2021-03-19")),
            (Lines{"2021-03-10 mark-deadline-approaching", "2021-03-16 mark-deadline-breached"}));
}

TEST_F(ClockOfAnIssue, AskedAfterWeeksFindsEachActWithItsOwnDayInOrder) {
  EXPECT_EQ(told(ledger_, noon_of("2021-04-05")),
            (Lines{"2021-03-10 mark-deadline-approaching", "2021-03-16 mark-deadline-breached",
                   "2021-03-24 mark-deadline-approaching", "2021-03-30 mark-deadline-breached"}));
}

TEST_F(ClockOfAnIssue, SaysNothingTwice) {
  for (const auto kind : {ClockKind::first_reply, ClockKind::resolution}) {
    const auto due = day(kind == ClockKind::first_reply ? "2021-03-15" : "2021-03-29");
    ledger_.act("2021-03-30", "i-1", DeadlineApproaching{kind, due, 3});
    ledger_.act("2021-04-03", "i-1", DeadlineBreached{kind, due});
  }
  EXPECT_EQ(told(ledger_, noon_of("2021-05-01")), Lines{});
}

TEST_F(ClockOfAnIssue, StopsWhereTheMatterIsSettled) {
  ledger_.act("2021-03-10", "i-1", ProgressNoted{"x", NoteVisibility::public_, {}});
  ledger_.act("2021-03-12", "i-1", test::drafted());
  ledger_.act("2021-03-15", "i-1", AnswerApproved{1, ""});
  EXPECT_EQ(told(ledger_, noon_of("2021-05-01")), Lines{});
}

TEST_F(ClockOfAnIssue, GoesOnAfterAPauseOnItsLastDay) {
  ledger_.act("2021-03-03", "i-1", ProgressNoted{"x", NoteVisibility::public_, {}});
  ledger_.act("2021-03-10", "i-1",
              ClockPaused{PauseGround::external_opinion, day("2021-03-20"), "chờ ý kiến",
                          day("2021-03-29"), day("2021-04-07"), 1});
  EXPECT_EQ(told(ledger_, noon_of("2021-03-19")), Lines{});
  EXPECT_EQ(told(ledger_, noon_of("2021-03-25")), Lines{"2021-03-20 resume-clock"});
  ledger_.act("2021-03-20", "i-1", ClockResumed{7, day("2021-04-07"), day("2021-04-07"), 1});
  EXPECT_EQ(told(ledger_, noon_of("2021-04-01")), Lines{});
  EXPECT_EQ(told(ledger_, noon_of("2021-04-02")), Lines{"2021-04-02 mark-deadline-approaching"});
}

/// Recorded as before the first reply was owed from receipt: its day is set, and moved like others.
TEST_F(ClockOfAnIssue, SetsTheFirstReplyOfAnOlderRecord) {
  ledger_.act("2021-03-01", {{calendar_stream(), CalendarAdopted{1, {}, {}, 2021, "lịch"}}});
  ledger_.act("2021-03-05", test::opinion("d-1", "p-2", "tan-my", "2021-03-05", {"i-2"}));
  const auto due = due_acts(*ledger_.snapshot(), noon_of("2021-03-08"));
  ASSERT_EQ(due.size(), 1U);
  EXPECT_EQ(act_of(due[0].command), "recompute-deadline");
  EXPECT_EQ(std::get<RecomputeDeadline>(std::get<IssueCommand>(due[0].command)).issue.value, "i-2");
  ledger_.act(
      "2021-03-08", "i-2",
      FirstReplyDueSet{"receipt", std::nullopt, {day("2021-03-05"), day("2021-03-19"), 1, 1}});
  EXPECT_EQ(told(ledger_, noon_of("2021-03-09")), Lines{});
  EXPECT_EQ(told(ledger_, noon_of("2021-03-16")), (Lines{"2021-03-10 mark-deadline-approaching",
                                                         "2021-03-16 mark-deadline-approaching"}));
}

TEST_F(ClockOfAnIssue, RepairsADateThatANewCalendarMoves) {
  ledger_.act("2021-03-03", "i-1", ProgressNoted{"x", NoteVisibility::public_, {}});
  ledger_.act("2021-03-04",
              {{calendar_stream(), CalendarAdopted{2, {day("2021-03-22")}, {}, 2021, "lịch"}}});
  const auto due = [&] { return due_acts(*ledger_.snapshot(), noon_of("2021-03-05")); };
  ASSERT_EQ(due().size(), 1U);
  EXPECT_EQ(act_of(due()[0].command), "recompute-deadline");
  DeadlineRecomputed moved;
  moved.reason = "calendar";
  moved.policy_version = 1;
  moved.calendar_version = 2;
  moved.previous_due = day("2021-03-29");
  moved.new_due = day("2021-03-30");
  moved.term = {20, DayUnit::working_days};
  ledger_.act("2021-03-05", "i-1", moved);
  EXPECT_TRUE(due().empty());
}

TEST_F(ClockOfAnIssue, KnowsWhichDeadlinesATableMayMove) {
  ledger_.act("2021-03-05", test::opinion("d-1", "p-2", "tan-my", "2021-03-05", {"i-2"}));
  ledger_.act("2021-03-05", "i-2", AnsweredOnTheSpot{"đã rõ", {"o"}, true});
  ledger_.act("2021-03-05", test::opinion("d-1", "p-3", "tan-my", "2021-03-05", {"i-3"}));
  EXPECT_EQ(issues_with_deadlines(*ledger_.snapshot()), (std::vector<IssueId>{{"i-1"}, {"i-3"}}));
}

TEST(Clock, FindsAPromiseThatWasNotKept) {
  test::WardLedger ledger;
  ledger.act("2021-01-01", {test::policy_adopted()});
  ledger.act("2021-03-01", test::opinion("d-1", "p-1", "tan-my", "2021-03-01", {"i-1"}));
  ledger.act("2021-03-01", "i-1", AnsweredOnTheSpot{"sẽ làm", {"o"}, true});
  ledger.act("2021-03-01", "i-1", CommitmentMade{{"c-1"}, "lắp đèn", {"o"}, day("2021-03-20")});
  EXPECT_EQ(told(ledger, noon_of("2021-03-20")), Lines{});
  EXPECT_EQ(told(ledger, noon_of("2021-04-01")), Lines{"2021-03-21 mark-commitment-missed"});
  ledger.act("2021-04-01", "i-1", CommitmentMissed{{"c-1"}, day("2021-03-20")});
  EXPECT_EQ(told(ledger, noon_of("2021-04-02")), Lines{});
}

TEST(Clock, FindsADialogueNobodyOpened) {
  test::WardLedger ledger;
  ledger.act("2021-01-01", {test::policy_adopted()});
  ledger.act("2021-03-01", {test::scheduled("d-1", "tan-my", "2021-03-10"),
                            test::scheduled("d-2", "tan-my", "2021-03-10")});
  ledger.act("2021-03-10", {test::opened("d-2")});
  // At eight in the morning, a day of grace, and three days to type that it was held.
  const auto begins = std::chrono::sys_days(day("2021-03-10")) + hours(1);
  const auto entered = begins + hours(24) + std::chrono::days(3);
  EXPECT_EQ(told(ledger, entered - std::chrono::milliseconds(1)), Lines{});
  EXPECT_EQ(told(ledger, entered), Lines{"2021-03-11T08:00:00+07:00 mark-missed"});
  ledger.act("2021-03-11", {{stream_of(DialogueId{"d-1"}), DialogueMissed{day("2021-03-10")}}});
  EXPECT_EQ(told(ledger, entered + hours(24)), Lines{});
}

TEST(Clock, FindsADutyTheDayAfterItsQuarter) {
  test::WardLedger ledger;
  test::establish(ledger);
  ledger.act("2021-02-02", {test::scheduled("d-1", "tan-my", "2021-02-02"), test::opened("d-1"),
                            test::attended("d-1", 4)});
  EXPECT_EQ(told(ledger, noon_of("2021-03-31")), Lines{});
  EXPECT_EQ(told(ledger, noon_of("2021-04-03")), Lines{});
  const auto due = due_acts(*ledger.snapshot(), noon_of("2021-04-04"));
  ASSERT_EQ(due.size(), 1U);
  EXPECT_EQ(due[0].happened.date, day("2021-04-01"));
  const auto& act = std::get<MarkObligationMissed>(std::get<PlanCommand>(due[0].command));
  EXPECT_EQ(act.khom.value, "sa-nhien");
  EXPECT_EQ(act.quarter, 1);
  EXPECT_TRUE(act.dialogues.empty());
  ledger.act("2021-04-01", {{plan_stream(2021), ObligationMissed{{"sa-nhien"}, 1, 1, 0}}});
  EXPECT_EQ(told(ledger, noon_of("2021-04-04")), Lines{});
}

TEST(Clock, NamesEveryDialogueOfADuty) {
  test::WardLedger ledger;
  test::establish(ledger);
  ledger.act("2021-02-01", {test::scheduled("d-2", "tan-my", "2021-03-02"),
                            test::scheduled("d-1", "tan-my", "2021-02-02"),
                            test::scheduled("d-3", "tan-my", "2021-04-02"),
                            test::scheduled("d-4", "sa-nhien", "2021-02-02")});
  EXPECT_EQ(obligation_missed(*ledger.snapshot(), 2021, {"tan-my"}, 1).dialogues,
            (std::vector<DialogueId>{{"d-1"}, {"d-2"}}));
}

TEST(Clock, HasNothingToSayBeforeAPolicyIsAdopted) {
  test::WardLedger ledger;
  ledger.act("2021-03-01", {test::scheduled("d-1", "tan-my", "2021-03-10")});
  EXPECT_EQ(told(ledger, noon_of("2022-01-01")), Lines{});
}

}  // namespace
}  // namespace langnghe::projections::clock
