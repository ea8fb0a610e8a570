#include "issue_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

Given sent_back() {
  return at(IssuePhase::answer_drafted)
      .having(Role::chair, "u-chair", kToday, SendBackAnswer{kIssue, "Nêu rõ căn cứ"});
}

// ---- drafted

TEST(DraftingAnAnswer, CountsDrafts) {
  at(IssuePhase::accepted)
      .by(Role::officer, "u-officer")
      .when(draft())
      .then({{kIssueStream, AnswerDrafted{1, Outcome::done, "Đã nạo vét cống", "Luật 2013"}}});
  EXPECT_EQ(at(IssuePhase::answer_drafted)
                .by(Role::officer, "u-officer")
                .when(draft())
                .only<AnswerDrafted>()
                .draft,
            2);
}

TEST(DraftingAnAnswer, IsForTheAssignee) {
  at(IssuePhase::in_progress)
      .by(Role::officer, "u-colleague")
      .when(draft())
      .then_refused(not_the_assignee);
}

TEST(DraftingAnAnswer, NeedsTextAndLegalBasis) {
  const auto drafted = [](const DraftAnswer& act) {
    return at(IssuePhase::in_progress).by(Role::officer, "u-officer").when(act);
  };
  drafted({kIssue, Outcome::done, "", "Luật 2013"})
      .then_refused(value_required, {{"field", "text"}});
  drafted({kIssue, Outcome::done, "Đã xong", " "})
      .then_refused(value_required, {{"field", "legal_basis"}});
}

// ---- sent back

TEST(SendingBackAnAnswer, NamesTheDraft) {
  at(IssuePhase::answer_drafted)
      .by(Role::cchc_officer, "u-cchc")
      .when(SendBackAnswer{kIssue, "Nêu rõ căn cứ"})
      .then({{kIssueStream, AnswerSentBack{1, "Nêu rõ căn cứ"}}});
}

TEST(SendingBackAnAnswer, NeedsComments) {
  at(IssuePhase::answer_drafted)
      .when(SendBackAnswer{kIssue, ""})
      .then_refused(value_required, {{"field", "comments"}});
}

TEST(SendingBackAnAnswer, LeavesNothingToApproveOrSendBackUntilThereIsANewDraft) {
  sent_back()
      .by(Role::chair, "u-chair")
      .when(ApproveAnswer{kIssue, ""})
      .then_refused(act_not_allowed_in_state,
                    {{"act", "approve-answer"}, {"state", "answer_sent_back"}});
  sent_back()
      .when(SendBackAnswer{kIssue, "Nữa"})
      .then_refused(act_not_allowed_in_state,
                    {{"act", "send-back-answer"}, {"state", "answer_sent_back"}});
  sent_back()
      .having(Role::officer, "u-officer", kToday, draft())
      .by(Role::chair, "u-chair")
      .when(ApproveAnswer{kIssue, ""})
      .then({{kIssueStream, AnswerApproved{2, ""}}});
}

// ---- approved

TEST(ApprovingAnAnswer, SettlesTheIssueThatDay) {
  const auto state = state_of(at(IssuePhase::answer_approved));
  EXPECT_EQ(state.phase, IssuePhase::answer_approved);
  EXPECT_TRUE(state.answer.approved);
  EXPECT_EQ(state.settled_on, day("2021-03-08"));
  EXPECT_FALSE(state.delivered_on);
  EXPECT_FALSE(state.first_reply_on);
}

TEST(ApprovingAnAnswer, IsNotDoneByWhoDraftedIt) {
  at(IssuePhase::answer_drafted)
      .by(Role::chair, "u-officer")
      .when(ApproveAnswer{kIssue, " "})
      .then_refused(same_person_drafted);
}

TEST(ApprovingAnAnswer, ByItsDrafterKeepsTheReasonForEver) {
  at(IssuePhase::answer_drafted)
      .by(Role::chair, "u-officer")
      .when(ApproveAnswer{kIssue, "Chủ tịch đi vắng"})
      .then({{kIssueStream, AnswerApproved{1, "Chủ tịch đi vắng"}}});
}

TEST(ApprovingAnAnswer, ByAnotherKeepsNoReasonThatWasNotNeeded) {
  at(IssuePhase::answer_drafted)
      .by(Role::chair, "u-chair")
      .when(ApproveAnswer{kIssue, "thừa"})
      .then({{kIssueStream, AnswerApproved{1, ""}}});
}

// ---- notice

TEST(IssuingANotice, TakesTheNextFreeNumberOfTheYearInTheSameCommit) {
  const Date on = day("2021-03-08");
  at(IssuePhase::answer_approved)
      .by(Role::clerk, "u-clerk")
      .on(on)
      .when(issue_notice())
      .then({{kIssueStream, NoticeIssued{1, "01/TB-UBND", on, kChairman, SigningCapacity::tm}},
             {register_stream(2021),
              NumberTaken{1, DocumentType::notice, "01/TB-UBND", on, kIssueStream}}});
}

TEST(IssuingANotice, TakesTheNumberThatWasAskedForIfItIsFree) {
  auto wanted = issue_notice();
  wanted.number = 12;
  const auto at_register = [](int taken) {
    return at(IssuePhase::answer_approved)
        .recorded("u-clerk", kPast,
                  {{register_stream(2021), NumberTaken{taken, DocumentType::plan, "", kPast, {}}}});
  };
  EXPECT_EQ(at_register(11).when(wanted).only<NoticeIssued>().symbol, "12/TB-UBND");
  at_register(12).when(wanted).then_refused(number_taken, {{"number", "12"}, {"year", "2021"}});
  wanted.number = 0;
  at_register(12).when(wanted).then_refused(value_not_valid, {{"field", "number"}, {"value", "0"}});
}

TEST(IssuingANotice, UsesTheRegisterOfTheYearOfTheActAndNotOfTheEntry) {
  const auto decision = at(IssuePhase::answer_approved)
                            .on(day("2021-12-31"))
                            .entered_at(noon(day("2022-01-04")))
                            .when(issue_notice())
                            .decision();
  ASSERT_TRUE(decision);
  EXPECT_EQ(decision->back().stream, register_stream(2021));
}

TEST(IssuingANotice, KeepsOneSeriesPerTypeWhereTheWardSoDecided) {
  EXPECT_EQ(
      at(IssuePhase::answer_approved)
          .recorded("u-admin", kPast,
                    {{ward_stream(), NumberingAdopted{NumberingMode::per_type, day("2021-01-01")}},
                     {register_stream(2021), NumberTaken{5, DocumentType::plan, "", kPast, {}}}})
          .when(issue_notice())
          .only<NoticeIssued>()
          .number,
      1);
}

TEST(IssuingANotice, NeedsASignerInOffice) {
  auto act = issue_notice();
  act.signer = {"o-nobody"};
  at(IssuePhase::answer_approved).when(act).then_refused(unknown_official);
}

// ---- delivered, closed

TEST(DeliveringANotice, IsTheFirstReplyIfNothingWasSaidBefore) {
  at(IssuePhase::notice_issued)
      .by(Role::clerk, "u-clerk")
      .when(RecordDelivery{kIssue, DeliveryMethod::post})
      .then({{kIssueStream, NoticeDelivered{DeliveryMethod::post}}});
  const auto state = state_of(at(IssuePhase::notice_delivered));
  EXPECT_EQ(state.phase, IssuePhase::notice_delivered);
  EXPECT_EQ(state.delivered_on, day("2021-03-09"));
  EXPECT_EQ(state.first_reply_on, day("2021-03-09"));
  EXPECT_EQ(state.settled_on, day("2021-03-08"));
}

TEST(DeliveringANotice, IsNotEarlierThanTheNotice) {
  at(IssuePhase::notice_issued)
      .on(day("2021-03-07"))
      .when(RecordDelivery{kIssue, DeliveryMethod::post})
      .then_refused(happened_before_start,
                    {{"happened", "2021-03-07"}, {"start", "2021-03-08"}, {"act", "issue-notice"}});
}

TEST(Closing, KeepsWhatTheAnswerSaid) {
  at(IssuePhase::notice_delivered)
      .by(Role::cchc_officer, "u-cchc")
      .when(CloseIssue{kIssue})
      .then({{kIssueStream, IssueClosed{Outcome::done, std::nullopt}}});
}

TEST(Closing, OfAForwardSaysThatAnotherBodySettledIt) {
  at(IssuePhase::external_result_told)
      .by(Role::cchc_officer, "u-cchc")
      .when(CloseIssue{kIssue})
      .then({{kIssueStream, IssueClosed{Outcome::other_body, std::nullopt}}});
}

}  // namespace
}  // namespace langnghe::domain::spec
