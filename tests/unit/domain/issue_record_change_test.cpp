#include "issue_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

Given two_issues() {
  return with_other(at(IssuePhase::classified), day("2021-03-03"));
}

Given survivor() {
  return two_issues().having(Role::cchc_officer, "u-cchc", kToday,
                             MergeIssue{kOther, kIssue, "Cùng chỗ"});
}

void refuses_while_others_are_merged_in(const Command& command, const std::string& act) {
  survivor().when(command).then_refused(act_not_allowed_in_state,
                                        {{"act", act}, {"state", "absorbed_others"}});
}

// ---- linked

const LinkIssue kLink{kIssue, kOther, LinkKind::recurring, "Năm nào cũng ngập"};

TEST(Linking, StandsInBothStreamsEachNamingTheOther) {
  two_issues()
      .by(Role::officer, "u-officer")
      .when(kLink)
      .then({{kIssueStream, IssuesLinked{kOther, LinkKind::recurring, "Năm nào cũng ngập"}},
             {kOtherStream, IssuesLinked{kIssue, LinkKind::recurring, "Năm nào cũng ngập"}}});
  const auto linked = two_issues().having(Role::officer, "u-officer", kToday, kLink);
  EXPECT_EQ(state_of(linked).links, (std::vector<IssueLink>{{kOther, LinkKind::recurring}}));
  EXPECT_EQ(linked.scene().issue(kOther).links,
            (std::vector<IssueLink>{{kIssue, LinkKind::recurring}}));
  EXPECT_EQ(state_of(linked).phase, IssuePhase::classified);
}

TEST(Linking, IsDoneOnceForEachKind) {
  auto linked = two_issues().having(Role::officer, "u-officer", kToday, kLink);
  linked.when(kLink).then_refused(duplicate_id, {{"id", "i2"}});
  linked.when(LinkIssue{kIssue, kOther, LinkKind::related, "Cùng tuyến"}).then_accepted();
}

TEST(Linking, NeedsAnotherIssueThatIsThere) {
  two_issues()
      .when(LinkIssue{kIssue, {}, LinkKind::related, "Cùng tuyến"})
      .then_refused(value_required, {{"field", "other"}});
  two_issues()
      .when(LinkIssue{kIssue, kIssue, LinkKind::related, "Cùng tuyến"})
      .then_refused(same_issue);
  at(IssuePhase::classified).when(kLink).then_refused(does_not_exist, {{"stream", "issue-i2"}});
  two_issues()
      .when(LinkIssue{kIssue, kOther, LinkKind::related, ""})
      .then_refused(value_required, {{"field", "reason"}});
}

// domain.md rule 14: a denunciation's stream holds its hand-over and nothing else, ever.
TEST(Linking, WritesNothingBesideADenunciation) {
  at(IssuePhase::classified)
      .recorded("u-cchc", kPast,
                {{kOtherStream, HandedOver{IssueType::denunciation, kDialogue, kReceived, 1,
                                           "03/TC", kChairman}}})
      .when(kLink)
      .then_refused(other_issue_ended, {{"issue", "i2"}});
}

// ---- corrected

CorrectIssue correct(CorrectedField field, const std::string& value) {
  return {kIssue, field, value, "Ghi nhầm"};
}

TEST(Correcting, KeepsTheOldValueBesideTheNew) {
  at(IssuePhase::recorded)
      .by(Role::cchc_officer, "u-cchc")
      .when(correct(CorrectedField::subject, "Hẻm 21 ngập"))
      .then({{kIssueStream, IssueCorrected{CorrectedField::subject, "Đường hẻm 12 ngập nước",
                                           "Hẻm 21 ngập", "Ghi nhầm"}}});
  EXPECT_EQ(after(at(IssuePhase::recorded), Role::cchc_officer, "u-cchc", kToday,
                  correct(CorrectedField::subject, "Hẻm 21 ngập"))
                .recorded.subject,
            "Hẻm 21 ngập");
}

TEST(Correcting, OfTheKhomAsksForOneThatWasThereThen) {
  const auto with_second_khom = [] {
    return at(IssuePhase::classified)
        .recorded(
            "u-admin", kPast,
            {{ward_stream(), KhomAdded{{"k2"}, "Khóm 2", true, day("2020-01-01"), std::nullopt}}});
  };
  EXPECT_EQ(after(with_second_khom(), Role::cchc_officer, "u-cchc", kToday,
                  correct(CorrectedField::khom, "k2"))
                .recorded.khom,
            (KhomId{"k2"}));
  at(IssuePhase::classified)
      .when(correct(CorrectedField::khom, "k9"))
      .then_refused(unknown_khom, {{"khom", "k9"}});
  refuses_while_others_are_merged_in(correct(CorrectedField::khom, "k2"), "correct");
}

TEST(Correcting, OfTheFieldReachesItsClassification) {
  Policy wider = small_policy();
  wider.fields.push_back({{"WATER"}, "Cấp nước", "Water"});
  const auto state =
      after(at(IssuePhase::classified)
                .recorded("u-admin", kPast, {{policy_stream(), PolicyAdopted{wider}}}),
            Role::cchc_officer, "u-cchc", kToday, correct(CorrectedField::field, "WATER"));
  EXPECT_EQ(state.recorded.field, (FieldCode{"WATER"}));
  EXPECT_EQ(state.classification->field, (FieldCode{"WATER"}));
  at(IssuePhase::classified)
      .when(correct(CorrectedField::field, "MOON"))
      .then_refused(unknown_field_code, {{"field", "MOON"}});
}

TEST(Correcting, OfWhetherItPressesIsYesOrNo) {
  EXPECT_TRUE(after(at(IssuePhase::recorded), Role::cchc_officer, "u-cchc", kToday,
                    correct(CorrectedField::pressing, "true"))
                  .recorded.pressing);
  at(IssuePhase::recorded)
      .when(correct(CorrectedField::pressing, "perhaps"))
      .then_refused(value_not_valid, {{"field", "new_value"}, {"value", "perhaps"}});
}

TEST(Correcting, ChangesSomethingForAReason) {
  at(IssuePhase::recorded)
      .when(correct(CorrectedField::pressing, "false"))
      .then_refused(value_not_valid, {{"field", "new_value"}, {"value", "pressing"}});
  at(IssuePhase::recorded)
      .when(correct(CorrectedField::subject, " "))
      .then_refused(value_required, {{"field", "new_value"}});
  at(IssuePhase::recorded)
      .when(CorrectIssue{kIssue, CorrectedField::subject, "Hẻm 21", ""})
      .then_refused(value_required, {{"field", "reason"}});
  given({{kIssueStream, recorded_issue()}})
      .when(correct(CorrectedField::subject, "Hẻm 21"))
      .then_refused(no_policy_adopted);
}

// ---- voided

const VoidIssue kVoid{kIssue, "Ghi nhầm hai lần", kOther};

TEST(Voiding, LeavesTheIssueInItsStream) {
  two_issues()
      .by(Role::chair, "u-chair")
      .when(kVoid)
      .then({{kIssueStream, IssueVoided{"Ghi nhầm hai lần", kOther}}});
  const auto state = after(two_issues(), Role::chair, "u-chair", kToday, kVoid);
  EXPECT_EQ(state.phase, IssuePhase::voided);
  EXPECT_EQ(ending_of(state.phase), Ending::voided);
  EXPECT_FALSE(state.settled_on);
}

TEST(Voiding, EndsAPauseAndWhatWasAsked) {
  const auto state = state_of(
      at(IssuePhase::in_progress)
          .having(Role::officer, "u-officer", kToday, request_days(2))
          .having(Role::chair, "u-chair", kToday,
                  PauseClock{kIssue, PauseGround::external_opinion, day("2021-03-12"), "Chờ Sở"})
          .having(Role::chair, "u-chair", kToday, VoidIssue{kIssue, "Nhầm", std::nullopt}));
  EXPECT_FALSE(state.paused);
  EXPECT_FALSE(state.pending_extension);
}

TEST(Voiding, NeedsAReasonAndNamesAnotherIssueThatIsThere) {
  two_issues()
      .when(VoidIssue{kIssue, "", std::nullopt})
      .then_refused(value_required, {{"field", "reason"}});
  two_issues().when(VoidIssue{kIssue, "Nhầm", kIssue}).then_refused(same_issue);
  two_issues()
      .when(VoidIssue{kIssue, "Nhầm", IssueId{}})
      .then_refused(value_required, {{"field", "duplicate_of"}});
  at(IssuePhase::classified).when(kVoid).then_refused(does_not_exist, {{"stream", "issue-i2"}});
  refuses_while_others_are_merged_in(VoidIssue{kIssue, "Nhầm", std::nullopt}, "void");
}

// ---- withdrawn

TEST(Withdrawing, IsAnActOfTheResidentOnPaper) {
  const WithdrawIssue act{kIssue, WithdrawalForm::fingerprint, "Đơn 04/3", "Đã tự sửa", {photo()}};
  at(IssuePhase::in_progress)
      .by(Role::cchc_officer, "u-cchc")
      .when(act)
      .then({{kIssueStream,
              IssueWithdrawn{WithdrawalForm::fingerprint, "Đơn 04/3", "Đã tự sửa", {photo()}}}});
  const auto state = after(at(IssuePhase::in_progress), Role::cchc_officer, "u-cchc", kToday, act);
  EXPECT_EQ(state.phase, IssuePhase::withdrawn);
  EXPECT_EQ(state.settled_on, kToday);
  EXPECT_FALSE(state.first_reply_on);
  EXPECT_FALSE(state.delivered_on);
}

TEST(Withdrawing, NeedsADocumentAReasonAndRealFiles) {
  at(IssuePhase::classified)
      .when(WithdrawIssue{kIssue, WithdrawalForm::signed_, "", "Đã tự sửa", {}})
      .then_refused(value_required, {{"field", "document"}});
  at(IssuePhase::classified)
      .when(WithdrawIssue{kIssue, WithdrawalForm::signed_, "Đơn 04/3", "", {}})
      .then_refused(value_required, {{"field", "reason"}});
  at(IssuePhase::classified)
      .when(WithdrawIssue{kIssue, WithdrawalForm::signed_, "Đơn 04/3", "Đã", {{"xyz", "a/b", 1}}})
      .then_refused(value_not_valid, {{"field", "files"}, {"value", "xyz"}});
  refuses_while_others_are_merged_in(
      WithdrawIssue{kIssue, WithdrawalForm::signed_, "Đơn 04/3", "Đã", {}}, "withdraw");
}

}  // namespace
}  // namespace langnghe::domain::spec
