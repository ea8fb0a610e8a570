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

const NoteProgress kPublicNote{kIssue, "Đã khảo sát", NoteVisibility::public_, {photo()}};
const NoteProgress kInternalNote{kIssue, "Đã khảo sát", NoteVisibility::internal, {}};

TEST(NotingProgress, KeepsTextVisibilityAndFiles) {
  at(IssuePhase::accepted)
      .by(Role::officer, "u-officer")
      .when(kPublicNote)
      .then({{kIssueStream, ProgressNoted{"Đã khảo sát", NoteVisibility::public_, {photo()}}}});
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
      .when(NoteProgress{kIssue, "", NoteVisibility::internal, {}})
      .then_refused(value_required, {{"field", "text"}});
}

TEST(NotingProgress, TakesNoFileThatIsNone) {
  at(IssuePhase::accepted)
      .when(NoteProgress{kIssue, "Đã", NoteVisibility::internal, {{"xyz", "a/b", 1}}})
      .then_refused(value_not_valid, {{"field", "files"}, {"value", "xyz"}});
}

// ---- returned

TEST(Returning, SaysWhyAndWhoShouldHaveIt) {
  at(IssuePhase::accepted)
      .by(Role::officer, "u-officer")
      .when(ReturnIssue{kIssue, ReturnReason::not_my_field, "", "Xây dựng"})
      .then({{kIssueStream, IssueReturned{ReturnReason::not_my_field, "", "Xây dựng"}}});
  const auto state = state_of(at(IssuePhase::returned));
  EXPECT_EQ(state.phase, IssuePhase::returned);
  EXPECT_EQ(state.returns, 1);
  EXPECT_FALSE(state.assignment);
  EXPECT_EQ(state.effective_due, kSimpleDue);
}

TEST(Returning, IsForTheAssigneeAndExplainsAnotherReason) {
  at(IssuePhase::accepted)
      .by(Role::officer, "u-colleague")
      .when(ReturnIssue{kIssue, ReturnReason::overloaded, "", ""})
      .then_refused(not_the_assignee);
  at(IssuePhase::accepted)
      .by(Role::officer, "u-officer")
      .when(ReturnIssue{kIssue, ReturnReason::other, "", ""})
      .then_refused(value_required, {{"field", "text"}});
}

TEST(Returning, IsCountedEachTime) {
  const auto state = state_of(at(IssuePhase::returned)
                                  .having(Role::cchc_officer, "u-cchc", kToday, assign())
                                  .having(Role::officer, "u-officer", kToday,
                                          ReturnIssue{kIssue, ReturnReason::overloaded, "", ""}));
  EXPECT_EQ(state.returns, 2);
}

// ---- information

const RequestInformation kAsk{kIssue, "Phòng Quản lý đô thị", "Hồ sơ thoát nước"};
const ReceiveInformation kReceive{kIssue, "Bản vẽ 2019", {photo()}};

TEST(AskingForInformation, StaysOpenUntilItComes) {
  at(IssuePhase::in_progress)
      .by(Role::officer, "u-officer")
      .when(kAsk)
      .then({{kIssueStream, InformationRequested{"Phòng Quản lý đô thị", "Hồ sơ thoát nước"}}});
  auto asked = at(IssuePhase::in_progress).having(Role::officer, "u-officer", kToday, kAsk);
  EXPECT_EQ(state_of(asked).information_requests, 1);
  asked.by(Role::cchc_officer, "u-cchc")
      .when(kReceive)
      .then({{kIssueStream, InformationReceived{"Bản vẽ 2019", {photo()}}}});
  EXPECT_EQ(after(asked, Role::officer, "u-officer", kToday, kReceive).information_requests, 0);
}

TEST(AskingForInformation, NeedsWhomAndWhat) {
  at(IssuePhase::in_progress)
      .when(RequestInformation{kIssue, "", "Hồ sơ"})
      .then_refused(value_required, {{"field", "from"}});
  at(IssuePhase::in_progress)
      .when(RequestInformation{kIssue, "Phòng", ""})
      .then_refused(value_required, {{"field", "what"}});
}

TEST(ReceivingInformation, AnswersARequest) {
  at(IssuePhase::in_progress)
      .when(kReceive)
      .then_refused(act_not_allowed_in_state,
                    {{"act", "receive-information"}, {"state", "information_not_requested"}});
  auto asked = at(IssuePhase::in_progress).having(Role::officer, "u-officer", kToday, kAsk);
  asked.when(ReceiveInformation{kIssue, "", {}}).then_refused(value_required, {{"field", "what"}});
  asked.when(ReceiveInformation{kIssue, "Bản vẽ", {{"xyz", "a/b", 1}}})
      .then_refused(value_not_valid, {{"field", "files"}, {"value", "xyz"}});
}

// ---- escalated, instructed

TEST(Escalating, KeepsTheHighestLevel) {
  at(IssuePhase::in_progress)
      .by(Role::supervisor, "u-front")
      .when(EscalateIssue{kIssue, 2, "Quá hạn"})
      .then({{kIssueStream, IssueEscalated{2, "Quá hạn"}}});
  const auto state =
      state_of(at(IssuePhase::in_progress)
                   .having(Role::supervisor, "u-front", kToday, EscalateIssue{kIssue, 3, "Quá hạn"})
                   .having(Role::cchc_officer, "u-cchc", kToday, EscalateIssue{kIssue, 1, "Nhắc"}));
  EXPECT_EQ(state.escalation, 3);
}

TEST(Escalating, NeedsALevelAndAReason) {
  for (const int level : {0, 4}) {
    at(IssuePhase::in_progress)
        .when(EscalateIssue{kIssue, level, "Quá hạn"})
        .then_refused(value_not_valid, {{"field", "level"}, {"value", std::to_string(level)}});
  }
  at(IssuePhase::in_progress)
      .when(EscalateIssue{kIssue, 1, ""})
      .then_refused(value_required, {{"field", "reason"}});
}

const CommitmentId kPromise{"c1"};
const Date kBy = day("2021-03-20");

TEST(Instructing, IsAPromiseWhenItNamesAnOwner) {
  at(IssuePhase::in_progress)
      .by(Role::chair, "u-chair")
      .when(InstructIssue{kIssue, "Làm ngay", kBy, kChairman, kPromise})
      .then({{kIssueStream, ChairInstructed{"Làm ngay", kBy}},
             {kIssueStream, CommitmentMade{kPromise, "Làm ngay", kChairman, kBy}}});
  at(IssuePhase::in_progress)
      .when(InstructIssue{kIssue, "Làm ngay", std::nullopt, std::nullopt, std::nullopt})
      .then({{kIssueStream, ChairInstructed{"Làm ngay", std::nullopt}}});
}

TEST(Instructing, AsksForAllOfAPromiseOrNothing) {
  const auto refused = [](const InstructIssue& act, const std::string& field) {
    at(IssuePhase::in_progress).when(act).then_refused(value_required, {{"field", field}});
  };
  refused({kIssue, "", kBy, std::nullopt, std::nullopt}, "text");
  refused({kIssue, "Làm", std::nullopt, kChairman, kPromise}, "due");
  refused({kIssue, "Làm", kBy, kChairman, std::nullopt}, "commitment");
  refused({kIssue, "Làm", kBy, std::nullopt, kPromise}, "owner");
}

TEST(Instructing, NeedsADayAheadAnOfficialAndAFreshName) {
  at(IssuePhase::in_progress)
      .when(InstructIssue{kIssue, "Làm", day("2021-03-09"), std::nullopt, std::nullopt})
      .then_refused(date_order);
  at(IssuePhase::in_progress)
      .when(InstructIssue{kIssue, "Làm", Date{}, std::nullopt, std::nullopt})
      .then_refused(value_not_valid);
  at(IssuePhase::in_progress)
      .when(InstructIssue{kIssue, "Làm", kBy, OfficialId{"o-nobody"}, kPromise})
      .then_refused(unknown_official);
  at(IssuePhase::in_progress)
      .having(Role::chair, "u-chair", kToday,
              InstructIssue{kIssue, "Làm", kBy, kChairman, kPromise})
      .when(InstructIssue{kIssue, "Làm nữa", kBy, kChairman, kPromise})
      .then_refused(duplicate_id, {{"id", "c1"}});
}

}  // namespace
}  // namespace langnghe::domain::spec
