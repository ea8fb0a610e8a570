#include "issue_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

Given asked() {
  return at(IssuePhase::closed)
      .having(Role::cchc_officer, "u-cchc", kToday, AskFeedback{kIssue, "điện thoại"});
}

SealedText words_of(const ResidentId& resident) {
  return {resident, "c2VhbGVk"};
}

// ---- the resident's verdict

TEST(AskingForFeedback, KeepsTheChannel) {
  at(IssuePhase::answered_on_the_spot)
      .by(Role::supervisor, "u-front")
      .when(AskFeedback{kIssue, "điện thoại"})
      .then({{kIssueStream, FeedbackAsked{"điện thoại"}}});
  at(IssuePhase::closed)
      .when(AskFeedback{kIssue, ""})
      .then_refused(value_required, {{"field", "channel"}});
}

TEST(RecordingFeedback, KeepsTheVerdictAndTheSealedWords) {
  asked()
      .by(Role::khom_head, "u-khom")
      .when(RecordFeedback{kIssue, Verdict::partly, false, words_of(kResident)})
      .then({{kIssueStream, FeedbackRecorded{Verdict::partly, false, words_of(kResident)}}});
  const auto state = after(asked(), Role::khom_head, "u-khom", kToday,
                           RecordFeedback{kIssue, Verdict::partly, false, std::nullopt});
  EXPECT_EQ(state.verdict, Verdict::partly);
  EXPECT_EQ(state.phase, IssuePhase::closed);
}

TEST(RecordingFeedback, NeedsThatItWasAskedFor) {
  at(IssuePhase::closed)
      .when(RecordFeedback{kIssue, Verdict::satisfied, true, std::nullopt})
      .then_refused(act_not_allowed_in_state,
                    {{"act", "record-feedback"}, {"state", "feedback_not_asked"}});
}

TEST(RecordingFeedback, TakesWordsOnlyUnderTheResidentsOwnKey) {
  asked()
      .when(RecordFeedback{kIssue, Verdict::satisfied, true, words_of({"r2"})})
      .then_refused(value_not_valid, {{"field", "words"}, {"value", "r2"}});
  asked()
      .when(RecordFeedback{kIssue, Verdict::satisfied, true, SealedText{kResident, ""}})
      .then_refused(value_required, {{"field", "words"}});
}

// ---- a new round

const ReopenIssue kReopen{kIssue, "Ngập lại"};

TEST(Reopening, SetsANewClockFromTheDayOfTheAct) {
  at(IssuePhase::closed)
      .by(Role::chair, "u-chair")
      .when(kReopen)
      .then({{kIssueStream,
              IssueReopened{1, "Ngập lại", 1, 1, day("2021-03-31"), {15, DayUnit::working_days}}}});
}

TEST(Reopening, KeepsTheComplexityOfTheClassification) {
  auto told = with_issue()
                  .having(Role::cchc_officer, "u-cchc", kReceived,
                          classify_as(IssueType::petition, Complexity::complex))
                  .having(Role::chair, "u-chair", kReceived, forward())
                  .having(Role::clerk, "u-clerk", kReceived,
                          RecordExternalResult{kIssue, "90/ĐL", "Đã thay bóng"})
                  .having(Role::clerk, "u-clerk", kReceived,
                          TellExternalResult{kIssue, DeliveryMethod::post});
  const auto event = told.on(kReceived).when(kReopen).only<IssueReopened>();
  EXPECT_EQ(event.term, (Term{30, DayUnit::working_days}));
  EXPECT_EQ(event.new_due, kComplexDue);
}

TEST(Reopening, ReadsThePolicyOfTheDayOfTheAct) {
  Policy newer = small_policy();
  newer.version = 2;
  newer.valid_from = kToday;
  newer.settle_simple = {3, DayUnit::working_days};
  const auto event = at(IssuePhase::closed)
                         .recorded("u-admin", kPast, {{policy_stream(), PolicyAdopted{newer}}})
                         .when(kReopen)
                         .only<IssueReopened>();
  EXPECT_EQ(event.policy_version, 2);
  EXPECT_EQ(event.new_due, day("2021-03-15"));
}

TEST(Reopening, BeginsARoundWithNothingOfTheLastButItsFirstDeadline) {
  const auto before = state_of(at(IssuePhase::closed));
  const auto state = state_of(at(IssuePhase::reopened));
  EXPECT_EQ(state.phase, IssuePhase::reopened);
  EXPECT_EQ(state.reopenings, 1);
  EXPECT_EQ(state.original_due, before.original_due);
  EXPECT_EQ(state.first_reply_on, before.first_reply_on);
  EXPECT_EQ(state.effective_due, day("2021-03-31"));
  EXPECT_FALSE(state.settled_on);
  EXPECT_FALSE(state.delivered_on);
  EXPECT_FALSE(state.notice);
  EXPECT_FALSE(state.forward);
  EXPECT_EQ(state.answer, AnswerState{});
  EXPECT_EQ(state.extensions, 0);
  EXPECT_FALSE(state.reopen_request);
  const ResolutionClock clock{kToday, {15, DayUnit::working_days}, std::nullopt, {}, {}};
  EXPECT_EQ(state.clock, clock);
  ASSERT_EQ(state.clock_steps.size(), 2U);
  EXPECT_EQ(state.clock_steps[1], (ClockStep{ClockStep::Kind::reopened, kToday, std::nullopt,
                                             day("2021-03-31"), clock, 1, 1, "Ngập lại"}));
}

TEST(Reopening, AsksForTheVerdictAnew) {
  const auto state =
      state_of(asked()
                   .having(Role::khom_head, "u-khom", kToday,
                           RecordFeedback{kIssue, Verdict::dissatisfied, false, std::nullopt})
                   .having(Role::chair, "u-chair", kToday, kReopen));
  EXPECT_FALSE(state.verdict);
  EXPECT_FALSE(state.feedback_asked);
}

TEST(Reopening, GivesWhatNeverHadAClockItsFirstDeadline) {
  for (const auto phase : {IssuePhase::answered_on_the_spot, IssuePhase::noted}) {
    const auto state = after(at(phase).recorded("u-cchc", kReceived, minutes_signed()), Role::chair,
                             "u-chair", kToday, kReopen);
    EXPECT_EQ(state.original_due, day("2021-03-31"));
    EXPECT_EQ(state.effective_due, day("2021-03-31"));
  }
}

TEST(Reopening, OfWhatEndedAtTheMeetingWaitsForTheMinutesToCountIt) {
  for (const auto phase : {IssuePhase::answered_on_the_spot, IssuePhase::noted}) {
    at(phase).when(kReopen).then_refused(act_not_allowed_in_state,
                                         {{"act", "reopen"}, {"state", "minutes_not_signed"}});
  }
}

TEST(Reopening, AllowsTheExtensionsOfItsOwnRoundWhateverTheLastOneUsedUp) {
  auto second = at(IssuePhase::in_progress)
                    .having(Role::officer, "u-officer", day("2021-03-04"), request_days(10))
                    .having(Role::chair, "u-chair", day("2021-03-04"), ApproveExtension{kIssue})
                    .having(Role::chair, "u-chair", day("2021-03-05"), forward())
                    .having(Role::clerk, "u-clerk", day("2021-03-08"),
                            RecordExternalResult{kIssue, "90/ĐL", "Đã thay bóng"})
                    .having(Role::clerk, "u-clerk", day("2021-03-09"),
                            TellExternalResult{kIssue, DeliveryMethod::post})
                    .having(Role::chair, "u-chair", kToday, kReopen)
                    .having(Role::cchc_officer, "u-cchc", kToday, assign())
                    .having(Role::officer, "u-officer", kToday, request_days(2))
                    .having(Role::chair, "u-chair", kToday, ApproveExtension{kIssue});
  EXPECT_EQ(state_of(second).extensions, 1);
  EXPECT_EQ(state_of(second).effective_due, day("2021-04-02"));
  EXPECT_EQ(state_of(second).original_due, kSimpleDue);
}

TEST(Reopening, NeedsAReasonAndADayNotBeforeTheSettlement) {
  at(IssuePhase::closed)
      .when(ReopenIssue{kIssue, ""})
      .then_refused(value_required, {{"field", "reason"}});
  at(IssuePhase::closed)
      .on(day("2021-03-07"))
      .when(kReopen)
      .then_refused(happened_before_start,
                    {{"happened", "2021-03-07"}, {"start", "2021-03-09"}, {"act", "close"}});
}

TEST(Reopening, NeedsAPolicyAndACalendar) {
  const std::vector<Emitted> told{{kIssueStream, recorded_issue()},
                                  {kIssueStream, ExternalResultTold{}}};
  given(told).when(kReopen).then_refused(no_policy_adopted);
  given(told)
      .recorded("u-admin", kPast, {{policy_stream(), PolicyAdopted{small_policy()}}})
      .when(kReopen)
      .then_refused(no_calendar_adopted);
}

TEST(Reopening, TakesUpWhatWasRefusedOrWithdrawn) {
  for (const auto phase : {IssuePhase::refused, IssuePhase::withdrawn}) {
    const auto state = after(at(phase), Role::chair, "u-chair", kToday, kReopen);
    EXPECT_EQ(state.phase, IssuePhase::reopened);
    EXPECT_FALSE(state.refusal);
    EXPECT_FALSE(state.settled_on);
    EXPECT_EQ(state.original_due, kSimpleDue);
  }
}

// ---- asked for

const RequestReopen kRequest{kIssue, Requester::resident, "Ngập lại"};

Given reopening_requested() {
  return at(IssuePhase::closed).having(Role::khom_head, "u-khom", kToday, kRequest);
}

TEST(AskingToReopen, KeepsWhoAskedAndWhy) {
  at(IssuePhase::closed)
      .by(Role::khom_head, "u-khom")
      .when(kRequest)
      .then({{kIssueStream, ReopenRequested{Requester::resident, "Ngập lại"}}});
  EXPECT_EQ(state_of(reopening_requested()).reopen_request,
            (ReopenRequested{Requester::resident, "Ngập lại"}));
  EXPECT_EQ(state_of(reopening_requested()).phase, IssuePhase::closed);
}

TEST(AskingToReopen, IsDoneOnceAtATime) {
  reopening_requested()
      .by(Role::supervisor, "u-front")
      .when(kRequest)
      .then_refused(act_not_allowed_in_state,
                    {{"act", "request-reopen"}, {"state", "reopen_requested"}});
}

TEST(AskingToReopen, NeedsAReasonAndADayNotBeforeTheSettlement) {
  at(IssuePhase::closed)
      .when(RequestReopen{kIssue, Requester::resident, ""})
      .then_refused(value_required, {{"field", "reason"}});
  at(IssuePhase::closed).on(day("2021-03-07")).when(kRequest).then_refused(happened_before_start);
}

TEST(AskingToReopen, IsAnsweredByReopening) {
  const auto state =
      after(reopening_requested(), Role::chair, "u-chair", day("2021-03-11"), kReopen);
  EXPECT_FALSE(state.reopen_request);
}

TEST(DecliningToReopen, AnswersARequestInWriting) {
  reopening_requested()
      .by(Role::chair, "u-chair")
      .when(DeclineReopen{kIssue, "Không có tình tiết mới", "21/TB-UBND"})
      .then({{kIssueStream, ReopenDeclined{"Không có tình tiết mới", "21/TB-UBND"}}});
  const auto state = after(reopening_requested(), Role::chair, "u-chair", kToday,
                           DeclineReopen{kIssue, "Không có tình tiết mới", "21/TB-UBND"});
  EXPECT_FALSE(state.reopen_request);
  EXPECT_EQ(state.phase, IssuePhase::closed);
}

TEST(DecliningToReopen, NeedsARequestAReasonAndADocument) {
  at(IssuePhase::closed)
      .when(DeclineReopen{kIssue, "Không", "21/TB-UBND"})
      .then_refused(act_not_allowed_in_state,
                    {{"act", "decline-reopen"}, {"state", "reopen_not_requested"}});
  reopening_requested()
      .when(DeclineReopen{kIssue, "", "21/TB-UBND"})
      .then_refused(value_required, {{"field", "reason"}});
  reopening_requested()
      .when(DeclineReopen{kIssue, "Không", ""})
      .then_refused(value_required, {{"field", "document"}});
}

}  // namespace
}  // namespace langnghe::domain::spec
