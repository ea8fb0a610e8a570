#include "issue_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

Given requested(int days = 5) {
  return at(IssuePhase::in_progress).having(Role::officer, "u-officer", kToday, request_days(days));
}

Given extended() {
  return requested().having(Role::chair, "u-chair", kToday, ApproveExtension{kIssue});
}

// ---- asked for

TEST(AskingForAnExtension, KeepsDaysAndReason) {
  at(IssuePhase::in_progress)
      .by(Role::officer, "u-officer")
      .when(request_days(5))
      .then({{kIssueStream, ExtensionRequested{5, "Chờ số liệu", false}}});
}

TEST(AskingForAnExtension, MovesNothingYet) {
  const auto state = state_of(requested());
  EXPECT_EQ(state.effective_due, kSimpleDue);
  EXPECT_EQ(state.pending_extension, (PendingExtension{kOfficer, 5, "Chờ số liệu", false}));
  EXPECT_EQ(state.phase, IssuePhase::in_progress);
}

TEST(AskingForAnExtension, IsLateOnlyAfterTheDayItWasDue) {
  const auto asked = [](const Date& on) {
    return at(IssuePhase::in_progress)
        .by(Role::officer, "u-officer")
        .on(on)
        .when(request_days(5))
        .only<ExtensionRequested>()
        .late;
  };
  EXPECT_FALSE(asked(kSimpleDue));
  EXPECT_TRUE(asked(day("2021-03-23")));
}

TEST(AskingForAnExtension, IsForTheAssignee) {
  at(IssuePhase::in_progress)
      .by(Role::officer, "u-colleague")
      .when(request_days(5))
      .then_refused(not_the_assignee);
}

TEST(AskingForAnExtension, TakesFromOneDayToThePolicysMost) {
  const auto asked = [](int days) {
    return at(IssuePhase::in_progress).by(Role::officer, "u-officer").when(request_days(days));
  };
  asked(0).then_refused(value_not_valid, {{"field", "days"}, {"value", "0"}});
  asked(1).then_accepted();
  asked(10).then_accepted();
  asked(11).then_refused(extension_too_long, {{"max_days", "10"}});
}

TEST(AskingForAnExtension, NeedsAReason) {
  at(IssuePhase::in_progress)
      .by(Role::officer, "u-officer")
      .when(RequestExtension{kIssue, 5, ""})
      .then_refused(value_required, {{"field", "reason"}});
}

TEST(AskingForAnExtension, IsDoneOnceAtATime) {
  requested()
      .by(Role::officer, "u-officer")
      .when(request_days(3))
      .then_refused(extension_already_requested);
}

TEST(AskingForAnExtension, EndsAtThePolicysLimitForTheRound) {
  extended()
      .by(Role::officer, "u-officer")
      .when(request_days(1))
      .then_refused(extension_limit_reached, {{"limit", "1"}});
}

TEST(AskingForAnExtension, KeepsTheLimitsTheClockWasSetUnder) {
  Policy stricter = small_policy();
  stricter.version = 2;
  stricter.extensions_max = 0;
  at(IssuePhase::in_progress)
      .recorded("u-admin", kToday, {{policy_stream(), PolicyAdopted{stricter}}})
      .by(Role::officer, "u-officer")
      .when(request_days(5))
      .then_accepted();
}

// Only a ledger that was written by other means holds such a history.
TEST(AskingForAnExtension, NeedsARunningClock) {
  with_issue()
      .recorded("u-import", kPast, {{kIssueStream, IssueAssigned{kOfficer, "", std::nullopt}}})
      .by(Role::officer, "u-officer")
      .when(request_days(5))
      .then_refused(clock_not_running);
}

TEST(AskingForAnExtension, NeedsAPolicy) {
  given({{kIssueStream, recorded_issue()},
         {kIssueStream, classified_as(IssueType::petition)},
         {kIssueStream, IssueAssigned{kOfficer, "", std::nullopt}}})
      .by(Role::officer, "u-officer")
      .when(request_days(5))
      .then_refused(no_policy_adopted);
}

// ---- approved

TEST(ApprovingAnExtension, CountsTheDaysFromTheDayItWasDue) {
  requested()
      .by(Role::chair, "u-chair")
      .when(ApproveExtension{kIssue})
      .then({{kIssueStream, ExtensionApproved{1, 5, kSimpleDue, day("2021-03-29"), 1}}});
}

TEST(ApprovingAnExtension, MovesTheEffectiveDayAndNeverTheOriginalOne) {
  const auto state = state_of(extended());
  EXPECT_EQ(state.effective_due, day("2021-03-29"));
  EXPECT_EQ(state.original_due, kSimpleDue);
  EXPECT_EQ(state.extensions, 1);
  EXPECT_FALSE(state.pending_extension);
  ASSERT_EQ(state.clock_steps.size(), 2U);
  EXPECT_EQ(state.clock_steps[1],
            (ClockStep{ClockStep::Kind::extended,
                       kToday,
                       kSimpleDue,
                       day("2021-03-29"),
                       {kReceived, {15, DayUnit::working_days}, std::nullopt, {5}, {}},
                       1,
                       1,
                       "Chờ số liệu"}));
}

TEST(ApprovingAnExtension, IsNotDoneByWhoAskedForIt) {
  requested()
      .by(Role::chair, "u-officer")
      .when(ApproveExtension{kIssue})
      .then_refused(same_person_requested);
}

TEST(ApprovingAnExtension, NeedsARequest) {
  at(IssuePhase::in_progress)
      .by(Role::chair, "u-chair")
      .when(ApproveExtension{kIssue})
      .then_refused(no_extension_requested);
}

TEST(ApprovingAnExtension, IsPossibleWhileAForwardRuns) {
  requested()
      .having(Role::chair, "u-chair", kToday, forward())
      .by(Role::chair, "u-chair")
      .when(ApproveExtension{kIssue})
      .then_accepted();
}

TEST(ApprovingAnExtension, NeedsARunningClock) {
  with_issue()
      .recorded("u-officer", kPast,
                {{kIssueStream, IssueAssigned{kOfficer, "", std::nullopt}},
                 {kIssueStream, ExtensionRequested{5, "", false}}})
      .by(Role::chair, "u-chair")
      .when(ApproveExtension{kIssue})
      .then_refused(clock_not_running);
}

TEST(ApprovingAnExtension, NeedsACalendar) {
  given({{kIssueStream, recorded_issue()},
         {kIssueStream, classified_as(IssueType::petition)},
         {kIssueStream, ExtensionRequested{5, "", false}}})
      .by(Role::chair, "u-chair")
      .when(ApproveExtension{kIssue})
      .then_refused(no_calendar_adopted);
}

// ---- refused

TEST(RefusingAnExtension, LeavesTheDayWhereItWas) {
  requested()
      .by(Role::chair, "u-chair")
      .when(RefuseExtension{kIssue, "Không đủ lý do"})
      .then({{kIssueStream, ExtensionRefused{"Không đủ lý do"}}});
  const auto state =
      after(requested(), Role::chair, "u-chair", kToday, RefuseExtension{kIssue, "Không đủ lý do"});
  EXPECT_EQ(state.effective_due, kSimpleDue);
  EXPECT_EQ(state.extensions, 0);
  EXPECT_FALSE(state.pending_extension);
}

TEST(RefusingAnExtension, UsesUpNoneOfTheLimit) {
  requested()
      .having(Role::chair, "u-chair", kToday, RefuseExtension{kIssue, "Không đủ lý do"})
      .by(Role::officer, "u-officer")
      .when(request_days(2))
      .then_accepted();
}

TEST(RefusingAnExtension, NeedsAReasonARequestAnotherPersonAndAClock) {
  requested()
      .by(Role::chair, "u-chair")
      .when(RefuseExtension{kIssue, ""})
      .then_refused(value_required, {{"field", "reason"}});
  at(IssuePhase::in_progress)
      .by(Role::chair, "u-chair")
      .when(RefuseExtension{kIssue, "Không"})
      .then_refused(no_extension_requested);
  requested()
      .by(Role::chair, "u-officer")
      .when(RefuseExtension{kIssue, "Không"})
      .then_refused(same_person_requested);
  with_issue()
      .recorded("u-officer", kPast,
                {{kIssueStream, IssueAssigned{kOfficer, "", std::nullopt}},
                 {kIssueStream, ExtensionRequested{5, "", false}}})
      .by(Role::chair, "u-chair")
      .when(RefuseExtension{kIssue, "Không"})
      .then_refused(clock_not_running);
}

TEST(AnExtensionRequest, DiesWithTheClock) {
  const auto state =
      state_of(requested()
                   .having(Role::officer, "u-officer", kToday, draft())
                   .having(Role::chair, "u-chair", kToday, ApproveAnswer{kIssue, ""}));
  EXPECT_FALSE(state.pending_extension);
  EXPECT_EQ(state.settled_on, kToday);
}

}  // namespace
}  // namespace langnghe::domain::spec
