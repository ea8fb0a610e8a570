#include <gtest/gtest.h>

#include "unit/domain/ward_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

const IssueId kMatter{"i-1"};
const StreamId kMatterStream = stream_of(kMatter);
// Received on Friday 12 March 2021: the first reply within 10 working days, the matter within 15.
const Date kReplyDue = day("2021-03-26");
const Date kDue = day("2021-04-02");
const Term kFifteen{15, DayUnit::working_days};

IssueClassified classified() {
  IssueClassified what;
  what.type = IssueType::petition;
  what.field = {"ROADS"};
  what.policy_version = 1;
  what.calendar_version = 1;
  what.first_reply_due = kReplyDue;
  what.original_due = kDue;
  what.term = kFifteen;
  what.start = kMeetingDay;
  return what;
}

Past a_classified_issue() {
  return a_ward() + settings() +
         Past{{kMatterStream, issue_of("op-1")}, {kMatterStream, classified()}};
}

/// The table in force with one more day off.
AdoptCalendar with_day_off(const Date& date, std::vector<IssueId> issues = {kMatter}) {
  const CalendarAdopted now = adopted_calendar();
  AdoptCalendar command{now.days_off, now.worked_days, now.confirmed_through, now.basis,
                        std::move(issues)};
  command.days_off.push_back(date);
  return command;
}

AdoptPolicy with_terms(int reply_days, int settle_days, const Date& valid_from) {
  Policy policy = default_policy();
  policy.valid_from = valid_from;
  policy.first_reply.days = reply_days;
  policy.settle_simple.days = settle_days;
  return {policy, {kMatter}};
}

DeadlineRecomputed moved_by_calendar() {
  DeadlineRecomputed moved;
  moved.reason = "calendar";
  moved.policy_version = 1;
  moved.previous_due = kDue;
  moved.new_due = day("2021-04-05");
  moved.calendar_version = 2;
  moved.term = kFifteen;
  return moved;
}

TEST(ANewCalendar, MovesTheOpenDeadlinesItTouchesInItsOwnCommit) {
  const auto decision =
      given(a_classified_issue()).when(with_day_off(day("2021-03-30"))).decision();
  ASSERT_TRUE(decision);
  ASSERT_EQ(decision->size(), 2U);
  EXPECT_EQ((*decision)[0].stream, calendar_stream());
  EXPECT_EQ((*decision)[1], (Emitted{kMatterStream, moved_by_calendar()}));
}

TEST(ANewCalendar, MovesTheFirstReplyWhileNobodyReplied) {
  DeadlineRecomputed moved = moved_by_calendar();
  moved.previous_first_reply_due = kReplyDue;
  moved.new_first_reply_due = day("2021-03-29");
  moved.first_reply_policy_version = 1;
  const AdoptCalendar command = with_day_off(day("2021-03-16"));
  EXPECT_EQ(given(a_classified_issue()).when(command).only<DeadlineRecomputed>(), moved);

  const Past replied =
      a_classified_issue() +
      Past{{kMatterStream, AssignmentAccepted{}},
           {kMatterStream, ProgressNoted{"Đang làm", NoteVisibility::public_, {}}}};
  EXPECT_EQ(given(replied).when(command).only<DeadlineRecomputed>(), moved_by_calendar());
}

TEST(ANewCalendar, LeavesAloneWhatDoesNotMove) {
  const auto alone = [](const Past& past, const AdoptCalendar& command) {
    const auto decision = given(past).when(command).decision();
    return decision && decision->size() == 1;
  };
  EXPECT_TRUE(alone(a_classified_issue(), with_day_off(day("2021-04-06"))));
  const AdoptCalendar command = with_day_off(day("2021-03-30"));
  IssueRecorded unclassified = issue_of("op-1");
  unclassified.first_reply = FirstReplyOwed{kMeetingDay, kReplyDue, 1, 1};
  EXPECT_TRUE(alone(a_ward() + settings() + Past{{kMatterStream, unclassified}}, command))
      << "not classified, its first reply due before";
  EXPECT_TRUE(alone(a_classified_issue() + Past{{kMatterStream, IssueVoided{"Nhầm", {}}}}, command))
      << "voided";
  const Past settled =
      a_classified_issue() + Past{{kMatterStream, ProgressNoted{"X", NoteVisibility::public_, {}}},
                                  {kMatterStream, AnswerApproved{1, ""}}};
  EXPECT_TRUE(alone(settled, command)) << "settled and replied to";
}

TEST(ANewCalendar, KeepsPausesAndExtensions) {
  ExtensionApproved extended;
  extended.ordinal = 1;
  extended.days = 5;
  extended.previous_due = kDue;
  extended.new_due = day("2021-04-09");
  const auto moved = given(a_classified_issue() + Past{{kMatterStream, extended}})
                         .when(with_day_off(day("2021-03-30")))
                         .only<DeadlineRecomputed>();
  EXPECT_EQ(moved.previous_due, day("2021-04-09"));
  EXPECT_EQ(moved.new_due, day("2021-04-12"));
}

TEST(ANewCalendar, SaysThatADateIsProvisional) {
  AdoptCalendar command = with_day_off(day("2021-03-30"));
  command.confirmed_through = 2020;
  EXPECT_TRUE(given(a_classified_issue()).when(command).only<DeadlineRecomputed>().provisional);
}

TEST(ANewTable, NamesIssuesThatExistEachOnce) {
  given(a_classified_issue())
      .when(with_day_off(day("2021-03-30"), {kMatter, kMatter}))
      .then_refused(duplicate_id, {{"id", "i-1"}});
  given(a_classified_issue())
      .when(with_day_off(day("2021-03-30"), {{"i-9"}}))
      .then_refused(does_not_exist, {{"stream", "issue-i-9"}});
  given(a_classified_issue())
      .when(AdoptPolicy{default_policy(), {{"i-9"}}})
      .then_refused(does_not_exist);
}

TEST(ANewPolicy, GivesItsTermToRoundsThatBeganUnderIt) {
  DeadlineRecomputed moved;
  moved.reason = "policy";
  moved.policy_version = 2;
  moved.previous_due = kDue;
  moved.new_due = day("2021-04-05");
  moved.calendar_version = 1;
  moved.previous_first_reply_due = kReplyDue;
  moved.new_first_reply_due = day("2021-03-19");
  moved.first_reply_policy_version = 2;
  moved.term = {16, DayUnit::working_days};
  EXPECT_EQ(
      given(a_classified_issue()).when(with_terms(5, 16, kMeetingDay)).only<DeadlineRecomputed>(),
      moved);
}

TEST(ANewPolicy, LeavesEarlierRoundsAlone) {
  const auto decision =
      given(a_classified_issue()).when(with_terms(5, 16, day("2021-03-13"))).decision();
  ASSERT_TRUE(decision);
  EXPECT_EQ(decision->size(), 1U);
}

TEST(ANewPolicy, OlderThanTheOneInForceTouchesNothing) {
  const auto decision =
      given(a_classified_issue()).when(with_terms(5, 16, day("2020-06-01"))).decision();
  ASSERT_TRUE(decision);
  EXPECT_EQ(decision->size(), 1U);
}

// Reclassified as complex, the shorter term of a simple matter stays in force (rule 7); the new
// policy gives that term anew, not the longer one.
TEST(ANewPolicy, KeepsTheTermThatWasKeptAtReclassifying) {
  IssueReclassified complex;
  complex.previous_type = IssueType::petition;
  complex.type = IssueType::petition;
  complex.field = {"ROADS"};
  complex.complexity = Complexity::complex;
  complex.reason = "Nhiều hộ";
  complex.policy_version = 1;
  complex.calendar_version = 1;
  complex.previous_due = kDue;
  complex.new_due = kDue;
  complex.term = kFifteen;
  const auto moved = given(a_classified_issue() + Past{{kMatterStream, complex}})
                         .when(with_terms(10, 16, kMeetingDay))
                         .only<DeadlineRecomputed>();
  EXPECT_EQ(moved.term, (Term{16, DayUnit::working_days}));
  EXPECT_EQ(moved.new_due, day("2021-04-05"));
}

// Without a calendar nothing was classified; the first reply is owed all the same.
TEST(ANewPolicy, WithoutACalendarSetsTheFirstReplyOfAnOlderRecordByWeekendsAlone) {
  const Past past = a_ward() + Past{{policy_stream(), PolicyAdopted{default_policy()}},
                                    {kMatterStream, issue_of("op-1")}};
  const auto decision = given(past).when(with_terms(5, 16, kMeetingDay));
  EXPECT_EQ(decision.only<FirstReplyDueSet>(),
            (FirstReplyDueSet{"receipt", std::nullopt, {kMeetingDay, day("2021-03-19"), 2, 0}}));
  EXPECT_EQ(decision.decision()->size(), 2U);
}

// One clock moves, the other stays: each keeps the versions its day follows from.
TEST(ANewTable, MovesEachClockUnderItsOwnVersions) {
  const auto folded = [](const Command& command) {
    return given(a_classified_issue())
        .having(Role::system, "u", kMeetingDay, command)
        .scene()
        .issue(kMatter);
  };
  // 10 days of the first reply to 7: the resolution stays under the first policy.
  const auto reply = folded(with_terms(7, 15, kMeetingDay));
  EXPECT_EQ(reply.first_reply, (FirstReplyOwed{kMeetingDay, day("2021-03-23"), 2, 1}));
  EXPECT_EQ(reply.clock_steps.back().policy_version, 1);
  EXPECT_EQ(reply.effective_due, kDue);
  // A day off behind the first reply moves the resolution alone.
  const auto resolution = folded(with_day_off(day("2021-03-30")));
  EXPECT_EQ(resolution.first_reply, (FirstReplyOwed{kMeetingDay, kReplyDue, 1, 1}));
  EXPECT_EQ(resolution.clock_steps.back().calendar_version, 2);
  const auto both = folded(with_day_off(day("2021-03-16")));
  EXPECT_EQ(both.first_reply, (FirstReplyOwed{kMeetingDay, day("2021-03-29"), 1, 2}));
  EXPECT_EQ(both.clock_steps.back().calendar_version, 2);
  EXPECT_EQ(both.clock_steps.back().policy_version, 1);
}

}  // namespace
}  // namespace langnghe::domain::spec
