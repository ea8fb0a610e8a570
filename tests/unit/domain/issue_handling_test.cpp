#include "issue_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

// ---- assigned

TEST(Assigning, NamesTheOfficerAndTheUnit) {
  at(IssuePhase::classified)
      .by(Role::cchc_officer, "u-cchc")
      .when(AssignIssue{kIssue, kOfficer, "Địa chính", kSimpleDue})
      .then({{kIssueStream, IssueAssigned{kOfficer, "Địa chính", kSimpleDue}}});
}

TEST(Assigning, CanBeDoneAgainAndTheNewOfficerHasYetToAccept) {
  const UserId other{"u-other"};
  const auto state =
      after(at(IssuePhase::in_progress)
                .recorded("u-admin", kPast,
                          {{stream_of(other), UserRegistered{"C", std::nullopt}},
                           {stream_of(other), RoleGranted{Role::officer, {}}}}),
            Role::chair, "u-chair", kToday, AssignIssue{kIssue, other, "Xây dựng", std::nullopt});
  EXPECT_EQ(state.phase, IssuePhase::assigned);
  ASSERT_TRUE(state.assignment);
  EXPECT_EQ(state.assignment->assignee, other);
}

TEST(Assigning, NeedsAnAccountThatExists) {
  at(IssuePhase::classified)
      .when(AssignIssue{kIssue, {"u-ghost"}, "Địa chính", std::nullopt})
      .then_refused(does_not_exist, {{"stream", "user-u-ghost"}});
  at(IssuePhase::classified)
      .when(AssignIssue{kIssue, {}, "Địa chính", std::nullopt})
      .then_refused(value_required, {{"field", "assignee"}});
}

TEST(Assigning, NeedsAnAccountThatCanAccept) {
  at(IssuePhase::classified)
      .recorded("u-admin", kPast, {{stream_of(kOfficer), UserDisabled{"Nghỉ việc"}}})
      .when(assign())
      .then_refused(value_not_valid, {{"field", "assignee"}, {"value", "u-officer"}});
  at(IssuePhase::classified)
      .recorded("u-admin", kPast, {{stream_of(kOfficer), RoleRevoked{Role::officer}}})
      .when(assign())
      .then_refused(value_not_valid);
}

TEST(Assigning, NeedsAUnit) {
  at(IssuePhase::classified)
      .when(AssignIssue{kIssue, kOfficer, " ", std::nullopt})
      .then_refused(value_required, {{"field", "unit"}});
}

TEST(Assigning, HasItsInnerDateBetweenTheDayOfTheActAndTheDayItIsDue) {
  at(IssuePhase::classified)
      .when(AssignIssue{kIssue, kOfficer, "Địa chính", day("2021-03-09")})
      .then_refused(date_order, {{"first", "2021-03-10"}, {"second", "2021-03-09"}});
  at(IssuePhase::classified)
      .when(AssignIssue{kIssue, kOfficer, "Địa chính", day("2021-03-23")})
      .then_refused(date_order, {{"first", "2021-03-23"}, {"second", "2021-03-22"}});
}

TEST(Assigning, CanGiveAnOverdueIssueADayToBeDoneBy) {
  at(IssuePhase::classified)
      .on(day("2021-04-01"))
      .when(AssignIssue{kIssue, kOfficer, "Địa chính", day("2021-04-05")})
      .then_accepted();
}

// ---- accepted

TEST(Accepting, IsDoneByTheAssignee) {
  at(IssuePhase::assigned)
      .by(Role::officer, "u-officer")
      .when(AcceptAssignment{kIssue})
      .then({{kIssueStream, AssignmentAccepted{}}});
  EXPECT_EQ(state_of(at(IssuePhase::accepted)).phase, IssuePhase::accepted);
}

TEST(Accepting, IsNotDoneForSomebodyElse) {
  at(IssuePhase::assigned)
      .by(Role::officer, "u-colleague")
      .when(AcceptAssignment{kIssue})
      .then_refused(not_the_assignee);
}

// ---- progress

const NoteProgress kPublicNote{kIssue, "Đã khảo sát", NoteVisibility::public_};
const NoteProgress kInternalNote{kIssue, "Đã khảo sát", NoteVisibility::internal};

TEST(NotingProgress, KeepsTextAndVisibility) {
  at(IssuePhase::accepted)
      .by(Role::officer, "u-officer")
      .when(kPublicNote)
      .then({{kIssueStream, ProgressNoted{"Đã khảo sát", NoteVisibility::public_}}});
}

TEST(NotingProgress, BeginsTheWork) {
  EXPECT_EQ(state_of(at(IssuePhase::in_progress)).phase, IssuePhase::in_progress);
}

TEST(NotingProgress, LeavesAForwardedIssueForwarded) {
  for (const auto phase : {IssuePhase::forwarded, IssuePhase::forward_acknowledged,
                           IssuePhase::external_result_received}) {
    EXPECT_EQ(after(at(phase), Role::khom_head, "u-khom", kToday, kPublicNote).phase, phase);
  }
}

TEST(NotingProgress, IsAFirstReplyOnlyWhereTheResidentCanReadIt) {
  const auto internal =
      after(at(IssuePhase::accepted), Role::officer, "u-officer", kToday, kInternalNote);
  EXPECT_FALSE(internal.first_reply_on);
  const auto open =
      after(at(IssuePhase::accepted), Role::officer, "u-officer", kToday, kPublicNote);
  EXPECT_EQ(open.first_reply_on, kToday);
}

TEST(NotingProgress, DoesNotMoveAFirstReplyAlreadyGiven) {
  auto noted = at(IssuePhase::accepted).having(Role::officer, "u-officer", kToday, kPublicNote);
  EXPECT_EQ(after(noted, Role::officer, "u-officer", day("2021-03-11"), kPublicNote).first_reply_on,
            kToday);
}

TEST(NotingProgress, NeedsAText) {
  at(IssuePhase::accepted)
      .when(NoteProgress{kIssue, "", NoteVisibility::internal})
      .then_refused(value_required, {{"field", "text"}});
}

}  // namespace
}  // namespace langnghe::domain::spec
