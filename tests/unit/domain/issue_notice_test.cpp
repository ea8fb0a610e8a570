#include "issue_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

const Date kIssuedOn = day("2021-03-08");

NumberTaken taken(int number, const std::string& symbol) {
  return {number, DocumentType::notice, symbol, kToday, kIssueStream};
}

/// Every act on a notice that was issued on the 8th is refused for the 7th.
void refuses_the_day_before(IssuePhase phase, const Command& command) {
  at(phase).on(day("2021-03-07")).when(command).then_refused(happened_before_start);
}

// ---- posted

const PostNotice kPost{kIssue, "Văn phòng khóm 1"};

TEST(PostingANotice, ReachesByLawWhoCannotBeFound) {
  at(IssuePhase::notice_issued)
      .by(Role::khom_head, "u-khom")
      .when(kPost)
      .then({{kIssueStream, NoticePosted{"Văn phòng khóm 1"}}});
  const auto state = after(at(IssuePhase::notice_issued), Role::clerk, "u-clerk", kToday, kPost);
  EXPECT_EQ(state.phase, IssuePhase::notice_posted);
  EXPECT_EQ(state.delivered_on, kToday);
  EXPECT_EQ(state.first_reply_on, kToday);
}

TEST(PostingANotice, KeepsItsDayWhenTheNoticeIsHandedOverLater) {
  const auto state = state_of(at(IssuePhase::notice_issued)
                                  .having(Role::clerk, "u-clerk", day("2021-03-09"), kPost)
                                  .having(Role::clerk, "u-clerk", kToday,
                                          RecordDelivery{kIssue, DeliveryMethod::in_person}));
  EXPECT_EQ(state.phase, IssuePhase::notice_delivered);
  EXPECT_EQ(state.delivered_on, day("2021-03-09"));
}

TEST(PostingANotice, NeedsAPlaceAndADayNotBeforeTheNotice) {
  at(IssuePhase::notice_issued)
      .when(PostNotice{kIssue, ""})
      .then_refused(value_required, {{"field", "place"}});
  refuses_the_day_before(IssuePhase::notice_issued, kPost);
}

TEST(PostingANotice, IsEnoughToClose) {
  at(IssuePhase::notice_posted).when(CloseIssue{kIssue}).then_accepted();
}

// ---- not delivered

const RecordDeliveryFailure kFailure{kIssue, DeliveryMethod::post, "Đã chuyển đi"};

TEST(AFailedDelivery, IsCountedAndLeavesTheNoticeToDeliver) {
  at(IssuePhase::notice_issued)
      .by(Role::khom_head, "u-khom")
      .when(kFailure)
      .then({{kIssueStream, DeliveryFailed{DeliveryMethod::post, "Đã chuyển đi"}}});
  const auto state = state_of(at(IssuePhase::notice_issued)
                                  .having(Role::clerk, "u-clerk", kToday, kFailure)
                                  .having(Role::clerk, "u-clerk", kToday, kFailure));
  EXPECT_EQ(state.delivery_failures, 2);
  EXPECT_EQ(state.phase, IssuePhase::notice_issued);
  EXPECT_FALSE(state.delivered_on);
}

TEST(AFailedDelivery, NeedsAReasonAndADayNotBeforeTheNotice) {
  at(IssuePhase::notice_issued)
      .when(RecordDeliveryFailure{kIssue, DeliveryMethod::post, ""})
      .then_refused(value_required, {{"field", "reason"}});
  refuses_the_day_before(IssuePhase::notice_issued, kFailure);
}

// ---- replaced

ReplaceNotice replace() {
  return {kIssue, std::nullopt, kChairman, SigningCapacity::tm, "Sẽ làm cống mới", "Sai nội dung"};
}

TEST(ReplacingANotice, TakesANewNumberAndHasToBeDeliveredAgain) {
  at(IssuePhase::notice_delivered)
      .by(Role::chair, "u-chair")
      .when(replace())
      .then({{kIssueStream, NoticeReplaced{"01/TB-UBND", 2, "02/TB-UBND", kToday, kChairman,
                                           SigningCapacity::tm, "Sẽ làm cống mới", "Sai nội dung"}},
             {register_stream(2021), taken(2, "02/TB-UBND")}});
  const auto state =
      after(at(IssuePhase::notice_delivered), Role::chair, "u-chair", kToday, replace());
  EXPECT_EQ(state.phase, IssuePhase::notice_issued);
  EXPECT_EQ(state.notice, (NoticeIssued{2, "02/TB-UBND", kToday, kChairman, SigningCapacity::tm}));
  EXPECT_EQ(state.answer.text, "Sẽ làm cống mới");
  EXPECT_EQ(state.settled_on, kIssuedOn);
  EXPECT_FALSE(state.delivered_on);
}

TEST(ReplacingANotice, NeverTakesTheOldNumberAgain) {
  auto act = replace();
  act.number = 1;
  at(IssuePhase::notice_issued)
      .when(act)
      .then_refused(number_taken, {{"number", "1"}, {"year", "2021"}});
}

TEST(ReplacingANotice, NeedsATextAReasonAndASigner) {
  auto act = replace();
  act.text = "";
  at(IssuePhase::notice_issued).when(act).then_refused(value_required, {{"field", "text"}});
  act = replace();
  act.reason = "";
  at(IssuePhase::notice_issued).when(act).then_refused(value_required, {{"field", "reason"}});
  act = replace();
  act.signer = {"o-nobody"};
  at(IssuePhase::notice_issued).when(act).then_refused(unknown_official);
  refuses_the_day_before(IssuePhase::notice_posted, replace());
}

// ---- corrected

const CorrectNotice kCorrect{kIssue, "33/UBND-VP", "Sai thể thức"};

TEST(CorrectingANotice, IsALetterAndChangesNothingElse) {
  at(IssuePhase::notice_delivered)
      .by(Role::clerk, "u-clerk")
      .when(kCorrect)
      .then({{kIssueStream, NoticeCorrected{"33/UBND-VP", "Sai thể thức"}}});
  auto before = state_of(at(IssuePhase::closed));
  before.last_act_on = kToday;
  EXPECT_EQ(after(at(IssuePhase::closed), Role::clerk, "u-clerk", kToday, kCorrect), before);
}

TEST(CorrectingANotice, NeedsANoticeALetterAndAReason) {
  at(IssuePhase::external_result_told)
      .having(Role::cchc_officer, "u-cchc", kToday, CloseIssue{kIssue})
      .when(kCorrect)
      .then_refused(act_not_allowed_in_state,
                    {{"act", "correct-notice"}, {"state", "notice_not_issued"}});
  at(IssuePhase::closed)
      .when(CorrectNotice{kIssue, "", "Sai thể thức"})
      .then_refused(value_required, {{"field", "document"}});
  at(IssuePhase::closed)
      .when(CorrectNotice{kIssue, "33/UBND-VP", ""})
      .then_refused(value_required, {{"field", "reason"}});
  refuses_the_day_before(IssuePhase::closed, kCorrect);
}

// ---- recalled

const RecallNotice kRecall{kIssue, "Căn cứ không còn"};

TEST(RecallingANotice, TakesTheMatterUpAgainOnItsOldClock) {
  at(IssuePhase::notice_delivered)
      .by(Role::chair, "u-chair")
      .when(kRecall)
      .then({{kIssueStream, NoticeRecalled{"01/TB-UBND", "Căn cứ không còn"}}});
  const auto before = state_of(at(IssuePhase::notice_delivered));
  const auto state =
      after(at(IssuePhase::notice_delivered), Role::chair, "u-chair", kToday, kRecall);
  EXPECT_EQ(state.phase, IssuePhase::in_progress);
  EXPECT_EQ(state.answer, AnswerState{});
  EXPECT_FALSE(state.notice);
  EXPECT_FALSE(state.settled_on);
  EXPECT_FALSE(state.delivered_on);
  EXPECT_EQ(state.effective_due, kSimpleDue);
  EXPECT_EQ(state.clock, before.clock);
  EXPECT_EQ(state.clock_steps, before.clock_steps);
  EXPECT_EQ(state.first_reply_on, before.first_reply_on);
}

TEST(RecallingANotice, LeavesItsNumberTaken) {
  const auto second = at(IssuePhase::notice_issued)
                          .having(Role::chair, "u-chair", kToday, kRecall)
                          .having(Role::officer, "u-officer", kToday, draft())
                          .having(Role::chair, "u-chair", kToday, ApproveAnswer{kIssue, ""})
                          .when(issue_notice())
                          .only<NoticeIssued>();
  EXPECT_EQ(second.number, 2);
}

TEST(RecallingANotice, NeedsAReasonAndADayNotBeforeTheNotice) {
  at(IssuePhase::notice_issued)
      .when(RecallNotice{kIssue, ""})
      .then_refused(value_required, {{"field", "reason"}});
  refuses_the_day_before(IssuePhase::notice_issued, kRecall);
}

TEST(Notice, AnImportedEndIsNoDelivery) {
  IssueState state;
  evolve(state, IssueRecorded{}, {"system"}, day("2021-03-01"));
  evolve(state, IssueClosed{Outcome::done, day("2021-02-20")}, {"system"}, day("2021-03-01"));
  EXPECT_EQ(state.settled_on, day("2021-02-20"));
  EXPECT_FALSE(state.delivered_on);
}

}  // namespace
}  // namespace langnghe::domain::spec
