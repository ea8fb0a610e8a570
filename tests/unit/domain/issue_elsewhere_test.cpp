#include "issue_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

// ---- handed over

const HandOverIssue kHandOver{kIssue, 2, "07/KN", kChairman};

Given complaint() {
  return with_issue().having(Role::cchc_officer, "u-cchc", day("2021-03-02"),
                             classify_as(IssueType::complaint));
}

TEST(HandingOver, SendsAComplaintToItsLegalProcedure) {
  complaint()
      .by(Role::chair, "u-chair")
      .when(kHandOver)
      .then({{kIssueStream,
              HandedOver{IssueType::complaint, kDialogue, kReceived, 2, "07/KN", kChairman}},
             {register_stream(2021), CounterTaken{IssueType::complaint, 2}}});
}

TEST(HandingOver, IsAReplyAndEndsTheClock) {
  const auto state = after(complaint(), Role::chair, "u-chair", kToday, kHandOver);
  EXPECT_EQ(state.phase, IssuePhase::handed_over);
  EXPECT_EQ(state.first_reply_on, kToday);
  EXPECT_EQ(state.settled_on, kToday);
  EXPECT_FALSE(state.delivered_on);
  EXPECT_TRUE(state.handed_over);
}

TEST(HandingOver, IsForComplaintsOnly) {
  for (const auto type :
       {IssueType::petition, IssueType::opinion, IssueType::report, IssueType::question}) {
    with_issue()
        .having(Role::cchc_officer, "u-cchc", day("2021-03-02"), classify_as(type))
        .when(kHandOver)
        .then_refused(not_a_legal_procedure);
  }
}

TEST(HandingOver, NeedsCounterPaperNumberAndAnOfficial) {
  complaint()
      .when(HandOverIssue{kIssue, 0, "07/KN", kChairman})
      .then_refused(value_not_valid, {{"field", "counter"}, {"value", "0"}});
  complaint()
      .when(HandOverIssue{kIssue, 1, " ", kChairman})
      .then_refused(value_required, {{"field", "paper_register_number"}});
  complaint()
      .when(HandOverIssue{kIssue, 1, "07/KN", {"o-nobody"}})
      .then_refused(unknown_official, {{"official", "o-nobody"}});
}

// ---- forwarded

TEST(Forwarding, KeepsTheBodyTheLetterAndWhatWasAsked) {
  at(IssuePhase::in_progress)
      .by(Role::chair, "u-chair")
      .when(forward())
      .then({{kIssueStream, IssueForwarded{"Điện lực", "15/UBND-VP", "Sửa đèn", false}}});
}

TEST(Forwarding, IsNotAnEndAndTheClockRunsOn) {
  for (const auto phase : {IssuePhase::forwarded, IssuePhase::forward_acknowledged,
                           IssuePhase::external_result_received}) {
    const auto state = state_of(at(phase));
    EXPECT_EQ(state.phase, phase);
    EXPECT_FALSE(is_ended(state.phase));
    EXPECT_FALSE(state.settled_on);
    EXPECT_EQ(state.effective_due, kSimpleDue);
    EXPECT_TRUE(state.forward);
  }
}

TEST(Forwarding, IsAFirstReplyOnlyWhenTheResidentIsTold) {
  EXPECT_FALSE(state_of(at(IssuePhase::forwarded)).first_reply_on);
  auto told = forward();
  told.resident_told = true;
  EXPECT_EQ(after(at(IssuePhase::classified), Role::chair, "u-chair", kToday, told).first_reply_on,
            kToday);
}

TEST(Forwarding, NeedsBodyLetterAndQuestion) {
  const auto refused = [](const ForwardIssue& act, const std::string& field) {
    at(IssuePhase::classified).when(act).then_refused(value_required, {{"field", field}});
  };
  refused({kIssue, "", "15/UBND-VP", "Sửa đèn", false}, "body");
  refused({kIssue, "Điện lực", "", "Sửa đèn", false}, "document");
  refused({kIssue, "Điện lực", "15/UBND-VP", "", false}, "asked");
}

TEST(AcknowledgingAForward, KeepsTheirLetter) {
  at(IssuePhase::forwarded)
      .by(Role::clerk, "u-clerk")
      .when(AcknowledgeForward{kIssue, "88/ĐL"})
      .then({{kIssueStream, ForwardAcknowledged{"88/ĐL"}}});
  at(IssuePhase::forwarded)
      .when(AcknowledgeForward{kIssue, ""})
      .then_refused(value_required, {{"field", "document"}});
}

TEST(RecordingAnExternalResult, NeedsNoAcknowledgementBefore) {
  at(IssuePhase::forwarded)
      .by(Role::clerk, "u-clerk")
      .when(RecordExternalResult{kIssue, "90/ĐL", "Đã thay bóng"})
      .then({{kIssueStream, ExternalResultReceived{"90/ĐL", "Đã thay bóng"}}});
}

TEST(RecordingAnExternalResult, NeedsLetterAndSummary) {
  at(IssuePhase::forward_acknowledged)
      .when(RecordExternalResult{kIssue, "", "Đã thay bóng"})
      .then_refused(value_required, {{"field", "document"}});
  at(IssuePhase::forward_acknowledged)
      .when(RecordExternalResult{kIssue, "90/ĐL", ""})
      .then_refused(value_required, {{"field", "summary"}});
}

TEST(TellingAnExternalResult, IsReplySettlementAndDeliveryAtOnce) {
  at(IssuePhase::external_result_received)
      .by(Role::khom_head, "u-khom")
      .when(TellExternalResult{kIssue, DeliveryMethod::khom_head})
      .then({{kIssueStream, ExternalResultTold{DeliveryMethod::khom_head}}});
  const auto state = state_of(at(IssuePhase::external_result_told));
  EXPECT_EQ(state.phase, IssuePhase::external_result_told);
  EXPECT_EQ(state.first_reply_on, day("2021-03-09"));
  EXPECT_EQ(state.settled_on, day("2021-03-09"));
  EXPECT_EQ(state.delivered_on, day("2021-03-09"));
}

// ---- bounced

const BounceForward kBounce{kIssue, "91/ĐL", "Không thuộc ngành điện"};

TEST(ABouncedForward, ComesBackOnTheClockItLeftWith) {
  for (const auto phase : {IssuePhase::forwarded, IssuePhase::forward_acknowledged}) {
    at(phase)
        .by(Role::clerk, "u-clerk")
        .when(kBounce)
        .then({{kIssueStream, ForwardBounced{"91/ĐL", "Không thuộc ngành điện"}}});
  }
  const auto before = state_of(at(IssuePhase::forwarded));
  const auto state = after(at(IssuePhase::forwarded), Role::clerk, "u-clerk", kToday, kBounce);
  EXPECT_EQ(state.phase, IssuePhase::classified);
  EXPECT_EQ(state.bounces, 1);
  EXPECT_FALSE(state.forward);
  EXPECT_FALSE(state.assignment);
  EXPECT_EQ(state.clock_steps, before.clock_steps);
  EXPECT_EQ(state.effective_due, kSimpleDue);
}

TEST(ABouncedForward, NeedsTheirLetterAndReason) {
  at(IssuePhase::forwarded)
      .when(BounceForward{kIssue, "", "Không thuộc ngành"})
      .then_refused(value_required, {{"field", "document"}});
  at(IssuePhase::forwarded)
      .when(BounceForward{kIssue, "91/ĐL", ""})
      .then_refused(value_required, {{"field", "reason"}});
}

// ---- refused

TEST(RefusingToHandle, IsAWrittenDocumentOfTheWard) {
  at(IssuePhase::classified)
      .by(Role::chair, "u-chair")
      .when(refuse_handling())
      .then({{kIssueStream, HandlingRefused{RefusalGround::under_court, "Tòa đang thụ lý", 1,
                                            "01/TB-UBND", kToday, kChairman, SigningCapacity::tm}},
             {register_stream(2021),
              NumberTaken{1, DocumentType::notice, "01/TB-UBND", kToday, kIssueStream}}});
}

TEST(RefusingToHandle, IsReplySettlementAndDelivery) {
  const auto state =
      after(at(IssuePhase::classified), Role::chair, "u-chair", kToday, refuse_handling());
  EXPECT_EQ(state.phase, IssuePhase::refused);
  EXPECT_EQ(state.first_reply_on, kToday);
  EXPECT_EQ(state.settled_on, kToday);
  EXPECT_EQ(state.delivered_on, kToday);
  ASSERT_TRUE(state.refusal);
  EXPECT_EQ(state.refusal->ground, RefusalGround::under_court);
  EXPECT_FALSE(state.notice);
}

TEST(RefusingToHandle, NeedsAReasonASignerAndAFreeNumber) {
  auto act = refuse_handling();
  act.reason = " ";
  at(IssuePhase::classified).when(act).then_refused(value_required, {{"field", "reason"}});
  act = refuse_handling();
  act.signer = {"o-nobody"};
  at(IssuePhase::classified).when(act).then_refused(unknown_official);
  act = refuse_handling();
  act.number = 7;
  at(IssuePhase::classified)
      .recorded("u-clerk", kPast,
                {{register_stream(2021), NumberTaken{7, DocumentType::notice, "", kPast, {}}}})
      .when(act)
      .then_refused(number_taken, {{"number", "7"}, {"year", "2021"}});
}

// "Not ours" is a forward that is followed (domain.md rule 8): the list of grounds has no such one.
TEST(RefusingToHandle, HasNoGroundForWhatIsNotOurs) {
  for (const auto& name : {"not_ours", "not_competent", "other_body"}) {
    EXPECT_FALSE(from_text<RefusalGround>(name)) << name;
  }
}

// ---- a denunciation

// The event of `RedirectDenunciation` is the whole stream (domain.md rule 14).
TEST(ADenunciation, AllowsNoActEverAfter) {
  const auto redirected = [] {
    return without_issue().recorded("u-cchc", kReceived,
                                    {{kIssueStream, HandedOver{IssueType::denunciation, kDialogue,
                                                               kReceived, 1, "03/TC", kChairman}}});
  };
  EXPECT_EQ(state_of(redirected()).phase, IssuePhase::handed_over);
  EXPECT_EQ(state_of(redirected()).recorded, IssueRecorded{});
  redirected().when(classify_as(IssueType::petition)).then_refused(act_not_allowed_in_state);
  redirected().when(kHandOver).then_refused(act_not_allowed_in_state);
}

}  // namespace
}  // namespace langnghe::domain::spec
