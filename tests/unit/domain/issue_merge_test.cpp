#include "issue_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

const Date kOtherReceived = day("2021-03-03");
const Date kOtherDue = day("2021-03-24");
const UnmergeIssue kUnmerge{kIssue, "Hai chỗ khác nhau"};

Given two_issues() {
  return with_other(at(IssuePhase::in_progress), kOtherReceived);
}

Given merged() {
  return two_issues().having(Role::cchc_officer, "u-cchc", kToday, merge());
}

IssueState other(const Given& given) {
  return given.scene().issue(kOther);
}

/// The state that unmerging has to give back: all but the history of the clock and the day of the
/// last act.
IssueState without_history(IssueState state) {
  state.clock_steps.clear();
  state.last_act_on = {};
  // A breach from before the merger stays on the record.
  state.breaches.clear();
  state.act_course = {};
  // On the days between, no clock of it ran.
  state.first_reply_course = {};
  state.resolution_course = {};
  state.breached = {};
  state.act_course = {};
  return state;
}

/// The first reply to the issue that is absorbed.
const FirstReplyOwed kOwed{kReceived, kFirstReplyDue, 1, 1};

TEST(Merging, StandsInBothStreamsAndMovesOnlyTheSurvivor) {
  IssuesMerged event{kOther,       kIssue,    "Cùng một chỗ ngập",
                     kResident,    kReceived, std::nullopt,
                     std::nullopt, 1,         kReceived};
  const Emitted absorbed{kIssueStream, event};
  event.previous_due = kOtherDue;
  event.new_due = kSimpleDue;
  two_issues()
      .by(Role::cchc_officer, "u-cchc")
      .when(merge())
      .then(
          {absorbed,
           {kOtherStream, event},
           {kOtherStream, FirstReplyDueSet{"merged", other(two_issues()).first_reply_due, kOwed}}});
}

// Both are told by one reply, which is owed by the earlier day.
TEST(Merging, KeepsTheEarlierDayOfTheFirstReply) {
  EXPECT_EQ(other(merged()).first_reply, kOwed);
  const auto unmerged = merged().having(Role::cchc_officer, "u-cchc", kToday, kUnmerge);
  EXPECT_EQ(other(unmerged).first_reply, other(two_issues()).first_reply);
}

TEST(Merging, KeepsTheEarliestReceiptAndTheOtherPerson) {
  const auto survivor = other(merged());
  EXPECT_EQ(survivor.phase, IssuePhase::classified);
  EXPECT_EQ(survivor.received(), kReceived);
  EXPECT_EQ(survivor.recorded.received, kOtherReceived);
  EXPECT_EQ(survivor.effective_due, kSimpleDue);
  EXPECT_EQ(survivor.original_due, kOtherDue);
  EXPECT_EQ(survivor.clock->start, kReceived);
  EXPECT_EQ(survivor.absorbed,
            (std::vector<AbsorbedIssue>{{kIssue, kResident, kReceived, 0, kReceived}}));
  EXPECT_EQ(survivor.clock_steps.back().kind, ClockStep::Kind::merged);
}

TEST(Merging, LeavesTheAbsorbedIssueAsItWas) {
  auto expected = state_of(two_issues());
  expected.phase_before_merge = expected.phase;
  expected.phase = IssuePhase::merged;
  expected.merged_into = kOther;
  expected.last_act_on = kToday;
  expected.first_reply_course.set_running(kToday, false);
  expected.resolution_course.set_running(kToday, false);
  expected.act_course = state_of(merged()).act_course;
  EXPECT_EQ(state_of(merged()), expected);
}

TEST(Merging, NeverGivesMoreTime) {
  const auto survivor = state_of(two_issues().having(Role::cchc_officer, "u-cchc", kToday,
                                                     MergeIssue{kOther, kIssue, "Cùng chỗ"}));
  EXPECT_EQ(survivor.effective_due, kSimpleDue);
  EXPECT_EQ(survivor.clock->start, kReceived);
  EXPECT_EQ(survivor.received(), kReceived);
}

TEST(Merging, IntoALaterRoundCountsFromTheEarlierOfBothStarts) {
  const auto reopened =
      with_other(at(IssuePhase::reopened), kOtherReceived)
          .having(Role::cchc_officer, "u-cchc", kToday, MergeIssue{kOther, kIssue, "Cùng chỗ"});
  EXPECT_EQ(state_of(reopened).clock->start, kOtherReceived);
  EXPECT_EQ(state_of(reopened).effective_due, kOtherDue);
}

TEST(Unmerging, GivesBackEveryFieldAndClock) {
  const auto before = two_issues();
  const auto after = merged().having(Role::cchc_officer, "u-cchc", kToday, kUnmerge);
  EXPECT_EQ(without_history(state_of(after)), without_history(state_of(before)));
  EXPECT_EQ(state_of(after).clock_steps, state_of(before).clock_steps);
  EXPECT_EQ(without_history(other(after)), without_history(other(before)));
  EXPECT_EQ(other(after).clock_steps.back().kind, ClockStep::Kind::unmerged);
}

TEST(Unmerging, StandsInBothStreams) {
  IssueUnmerged event{kOther,       kIssue, "Hai chỗ khác nhau", kOtherReceived, std::nullopt,
                      std::nullopt, 1};
  const Emitted absorbed{kIssueStream, event};
  event.previous_due = kSimpleDue;
  event.new_due = kOtherDue;
  merged()
      .by(Role::cchc_officer, "u-cchc")
      .when(kUnmerge)
      .then({absorbed,
             {kOtherStream, event},
             {kOtherStream,
              FirstReplyDueSet{"unmerged", kFirstReplyDue, *other(two_issues()).first_reply}}});
}

TEST(Unmerging, KeepsTheStartOfWhatStaysMerged) {
  const IssueId third{"i3"};
  auto three =
      merged()
          .recorded("u-cchc", day("2021-03-02"),
                    {{stream_of(third), other_issue(day("2021-03-02"))}})
          .having(Role::cchc_officer, "u-cchc", day("2021-03-02"),
                  ClassifyIssue{third, IssueType::petition, kRoads, Complexity::simple, false})
          .having(Role::cchc_officer, "u-cchc", kToday, MergeIssue{third, kOther, "Cũng chỗ đó"})
          .having(Role::cchc_officer, "u-cchc", kToday, kUnmerge);
  EXPECT_EQ(other(three).clock->start, day("2021-03-02"));
  EXPECT_EQ(other(three).effective_due, day("2021-03-23"));
}

TEST(Unmerging, FromASettledMatterMovesNoDateOfIt) {
  const auto settled = merged().recorded("u-chair", kToday, {{kOtherStream, AnswerApproved{}}});
  const auto after = Given(settled).having(Role::cchc_officer, "u-cchc", kToday, kUnmerge);
  EXPECT_EQ(other(after).effective_due, kSimpleDue);
  EXPECT_EQ(other(after).clock_steps, other(settled).clock_steps);
  EXPECT_TRUE(other(after).absorbed.empty());
  EXPECT_EQ(state_of(after).phase, IssuePhase::in_progress);
}

// The new round counts from its own beginning, whatever of the last one stays merged in.
TEST(Unmerging, AfterReopeningDoesNotTouchTheNewRound) {
  const IssueId third{"i3"};
  const IssueReopened reopened{1, "Lại", 1, 1, day("2021-03-31"), {15, DayUnit::working_days}};
  const auto given =
      merged()
          .recorded("u-cchc", kPast, {{stream_of(third), other_issue(kReceived)}})
          .having(Role::cchc_officer, "u-cchc", kPast,
                  ClassifyIssue{third, IssueType::petition, kRoads, Complexity::simple, false})
          .having(Role::cchc_officer, "u-cchc", kToday, MergeIssue{third, kOther, "Cũng chỗ đó"})
          .recorded("u-chair", kToday, {{kOtherStream, reopened}})
          .having(Role::cchc_officer, "u-cchc", kToday, kUnmerge);
  EXPECT_EQ(other(given).absorbed.size(), 1U);
  EXPECT_EQ(other(given).clock->start, kToday);
  EXPECT_EQ(other(given).effective_due, day("2021-03-31"));
}

TEST(Merging, NeedsAnotherIssueThatRuns) {
  at(IssuePhase::in_progress)
      .when(MergeIssue{kIssue, {}, "Cùng chỗ"})
      .then_refused(value_required, {{"field", "into"}});
  at(IssuePhase::in_progress).when(MergeIssue{kIssue, kIssue, "Cùng chỗ"}).then_refused(same_issue);
  at(IssuePhase::in_progress).when(merge()).then_refused(does_not_exist, {{"stream", "issue-i2"}});
  at(IssuePhase::in_progress)
      .recorded("u-cchc", kPast, {{kOtherStream, recorded_issue()}})
      .when(merge())
      .then_refused(other_issue_ended, {{"issue", "i2"}});
  at(IssuePhase::in_progress)
      .recorded("u-cchc", kPast,
                {{kOtherStream, recorded_issue()}, {kOtherStream, AssignmentAccepted{}}})
      .when(merge())
      .then_refused(other_issue_ended, {{"issue", "i2"}});
}

TEST(Merging, NeedsAReasonAClockAndACalendar) {
  two_issues()
      .when(MergeIssue{kIssue, kOther, " "})
      .then_refused(value_required, {{"field", "reason"}});
  with_other(with_issue(), kOtherReceived)
      .recorded("u-past", kPast, {{kIssueStream, IssueAssigned{kOfficer, "", std::nullopt}}})
      .when(merge())
      .then_refused(clock_not_running);
  given({{kIssueStream, recorded_issue()},
         {kIssueStream, classified_as(IssueType::petition)},
         {kOtherStream, other_issue(kReceived)},
         {kOtherStream, classified_as(IssueType::petition)}})
      .when(merge())
      .then_refused(no_calendar_adopted);
}

TEST(Merging, NeedsTheSameKhom) {
  two_issues()
      .recorded("u-past", kPast,
                {{kOtherStream, IssueCorrected{CorrectedField::khom, "k1", "k2", "Nhầm"}}})
      .when(merge())
      .then_refused(different_khom);
}

TEST(Merging, LeavesComplaintsToTheirOwnProcedure) {
  const Refusal complaint{act_not_allowed_in_state, {{"act", "merge"}, {"state", "COMPLAINT"}}};
  with_other(with_issue().having(Role::cchc_officer, "u-cchc", day("2021-03-02"),
                                 classify_as(IssueType::complaint)),
             kOtherReceived)
      .when(merge())
      .then_refused(complaint.code, complaint.facts);
  two_issues()
      .recorded("u-past", kPast, {{kOtherStream, classified_as(IssueType::complaint)}})
      .when(merge())
      .then_refused(complaint.code, complaint.facts);
}

TEST(Merging, OfWhatAbsorbedOthersWaitsUntilTheyAreUnmerged) {
  const IssueId third{"i3"};
  merged()
      .recorded("u-cchc", kPast, {{stream_of(third), other_issue(kReceived)}})
      .having(Role::cchc_officer, "u-cchc", kPast,
              ClassifyIssue{third, IssueType::petition, kRoads, Complexity::simple, false})
      .when(MergeIssue{kOther, third, "Cùng chỗ"})
      .then_refused(act_not_allowed_in_state, {{"act", "merge"}, {"state", "absorbed_others"}});
  merged()
      .recorded("u-cchc", kPast, {{stream_of(third), other_issue(kReceived)}})
      .having(Role::cchc_officer, "u-cchc", kPast,
              ClassifyIssue{third, IssueType::petition, kRoads, Complexity::simple, false})
      .when(MergeIssue{third, kIssue, "Cùng chỗ"})
      .then_refused(other_issue_ended, {{"issue", "i1"}});
}

TEST(Unmerging, NeedsAReasonACalendarAndASurvivorThatKnowsOfIt) {
  merged().when(UnmergeIssue{kIssue, ""}).then_refused(value_required, {{"field", "reason"}});
  const Emitted absorbed{kIssueStream, IssuesMerged{kOther, kIssue, "", kResident, kReceived,
                                                    std::nullopt, std::nullopt, 1}};
  IssuesMerged survivors = *std::get_if<IssuesMerged>(&std::get<IssueEvent>(absorbed.event));
  survivors.new_due = kOtherDue;
  given({{kIssueStream, recorded_issue()},
         {kOtherStream, other_issue(kOtherReceived)},
         absorbed,
         {kOtherStream, survivors}})
      .when(kUnmerge)
      .then_refused(no_calendar_adopted);
  two_issues().recorded("u-past", kPast, {absorbed}).when(kUnmerge).then_refused(not_absorbed);
}

}  // namespace
}  // namespace langnghe::domain::spec
