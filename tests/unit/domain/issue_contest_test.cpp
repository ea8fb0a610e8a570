#include "issue_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

const ContestOnTheSpotAnswer kContest{kIssue, "Vẫn còn ngập"};
const Date kContestedOn = day("2021-03-05");

Given ended_at_the_meeting(IssuePhase phase) {
  return at(phase).recorded("u-cchc", kReceived, minutes_signed());
}

TEST(Contesting, OpensWhatEndedAtTheMeeting) {
  for (const auto phase : {IssuePhase::answered_on_the_spot, IssuePhase::noted}) {
    ended_at_the_meeting(phase)
        .by(Role::khom_head, "u-khom")
        .when(kContest)
        .then({{kIssueStream, OnTheSpotAnswerContested{"Vẫn còn ngập"}}});
    const auto state =
        after(ended_at_the_meeting(phase), Role::khom_head, "u-khom", kContestedOn, kContest);
    EXPECT_EQ(state.phase, IssuePhase::contested);
    EXPECT_EQ(state.contested_on, kContestedOn);
    EXPECT_EQ(state.first_reply_on, kReceived);
    EXPECT_FALSE(state.settled_on);
    EXPECT_FALSE(state.delivered_on);
    EXPECT_FALSE(state.effective_due);
  }
}

TEST(Contesting, WaitsForTheMinutesToCountTheAnswer) {
  at(IssuePhase::noted)
      .when(kContest)
      .then_refused(act_not_allowed_in_state,
                    {{"act", "contest"}, {"state", "minutes_not_signed"}});
  ended_at_the_meeting(IssuePhase::noted)
      .recorded("u-cchc", kReceived, {{stream_of(kDialogue), ConclusionPublished{}}})
      .when(kContest)
      .then_accepted();
}

TEST(Contesting, NeedsAReasonAndADayNotBeforeTheAnswer) {
  ended_at_the_meeting(IssuePhase::noted)
      .when(ContestOnTheSpotAnswer{kIssue, ""})
      .then_refused(value_required, {{"field", "reason"}});
  at(IssuePhase::recorded)
      .having(Role::cchc_officer, "u-cchc", day("2021-03-03"), NoteIssue{kIssue, "Góp ý"})
      .recorded("u-cchc", day("2021-03-03"), minutes_signed())
      .on(day("2021-03-02"))
      .when(kContest)
      .then_refused(happened_before_start,
                    {{"happened", "2021-03-02"}, {"start", "2021-03-03"}, {"act", "note"}});
}

TEST(Contesting, DropsTheVerdictOnTheAnswerThatNoLongerStands) {
  const auto state =
      state_of(ended_at_the_meeting(IssuePhase::answered_on_the_spot)
                   .having(Role::supervisor, "u-front", kToday, AskFeedback{kIssue, "điện thoại"})
                   .having(Role::supervisor, "u-front", kToday,
                           RecordFeedback{kIssue, Verdict::dissatisfied, false, std::nullopt})
                   .having(Role::khom_head, "u-khom", kToday,
                           RequestReopen{kIssue, Requester::resident, "Ngập lại"})
                   .having(Role::khom_head, "u-khom", kToday, kContest));
  EXPECT_FALSE(state.verdict);
  EXPECT_FALSE(state.feedback_asked);
  EXPECT_FALSE(state.reopen_request);
}

TEST(Classifying, OfWhatWasContestedCountsFromTheContest) {
  const auto event =
      at(IssuePhase::contested).when(classify_as(IssueType::petition)).only<IssueClassified>();
  EXPECT_EQ(event.start, kContestedOn);
  EXPECT_EQ(event.original_due, day("2021-03-26"));
  EXPECT_EQ(event.first_reply_due, day("2021-03-19"));
  const auto state = after(at(IssuePhase::contested), Role::cchc_officer, "u-cchc", kToday,
                           classify_as(IssueType::petition));
  ASSERT_TRUE(state.clock);
  EXPECT_EQ(state.clock->start, kContestedOn);
  EXPECT_EQ(state.first_reply_on, kReceived) << "the first reply stays met";
}

// ---- reclassified

ReclassifyIssue reclassify(Complexity complexity, IssueType type = IssueType::report) {
  return {kIssue, type, kRoads, complexity, "Phải khảo sát", std::nullopt};
}

ReclassifyIssue agreed(const Date& due) {
  auto act = reclassify(Complexity::simple, IssueType::petition);
  act.agreed_due = due;
  return act;
}

const Term kSimpleTerm{15, DayUnit::working_days};

TEST(Reclassifying, NeverGivesMoreTimeByItself) {
  at(IssuePhase::in_progress)
      .by(Role::cchc_officer, "u-cchc")
      .when(reclassify(Complexity::complex))
      .then(
          {{kIssueStream, IssueReclassified{IssueType::petition, IssueType::report, kRoads,
                                            Complexity::complex, "Phải khảo sát", 1, 1, kSimpleDue,
                                            kSimpleDue, std::nullopt, kSimpleTerm, false}}});
  const auto state = after(at(IssuePhase::in_progress), Role::cchc_officer, "u-cchc", kToday,
                           reclassify(Complexity::complex));
  EXPECT_EQ(state.classification->type, IssueType::report);
  EXPECT_EQ(state.classification->complexity, Complexity::complex);
  EXPECT_EQ(state.effective_due, kSimpleDue);
  EXPECT_EQ(state.phase, IssuePhase::in_progress);
  EXPECT_EQ(state.clock_steps.back().kind, ClockStep::Kind::reclassified);
  EXPECT_EQ(state.clock_steps.back().reason, "Phải khảo sát");
}

TEST(Reclassifying, TakesTheShorterTermFromTheSameStart) {
  const auto complex = [] {
    return with_issue().having(Role::cchc_officer, "u-cchc", day("2021-03-02"),
                               classify_as(IssueType::petition, Complexity::complex));
  };
  const auto event = complex().when(reclassify(Complexity::simple)).only<IssueReclassified>();
  EXPECT_EQ(event.previous_due, kComplexDue);
  EXPECT_EQ(event.new_due, kSimpleDue);
  EXPECT_EQ(event.term, kSimpleTerm);
  const auto state =
      after(complex(), Role::cchc_officer, "u-cchc", kToday, reclassify(Complexity::simple));
  EXPECT_EQ(state.effective_due, kSimpleDue);
  EXPECT_EQ(state.original_due, kComplexDue);
  EXPECT_EQ(state.clock->term, kSimpleTerm);
}

TEST(Reclassifying, KeepsTheExtensionsHadSoFar) {
  const auto event =
      with_issue()
          .having(Role::cchc_officer, "u-cchc", day("2021-03-02"),
                  classify_as(IssueType::petition, Complexity::complex))
          .having(Role::cchc_officer, "u-cchc", day("2021-03-02"), assign())
          .having(Role::officer, "u-officer", day("2021-03-03"), request_days(5))
          .having(Role::chair, "u-chair", day("2021-03-03"), ApproveExtension{kIssue})
          .when(reclassify(Complexity::simple))
          .only<IssueReclassified>();
  EXPECT_EQ(event.new_due, day("2021-03-29"));
}

TEST(Reclassifying, TakesADayTheChairAgreedTo) {
  const auto event = at(IssuePhase::in_progress)
                         .by(Role::chair, "u-chair")
                         .when(agreed(day("2021-04-01")))
                         .only<IssueReclassified>();
  EXPECT_EQ(event.new_due, day("2021-04-01"));
  EXPECT_EQ(event.agreed_due, day("2021-04-01"));
  const auto state =
      after(at(IssuePhase::in_progress), Role::chair, "u-chair", kToday, agreed(day("2021-04-01")));
  EXPECT_EQ(state.effective_due, day("2021-04-01"));
  EXPECT_EQ(state.original_due, kSimpleDue);
  EXPECT_EQ(state.clock->agreed_due, day("2021-04-01"));
}

TEST(Reclassifying, RollsAnAgreedDayOffToAWorkingDay) {
  const auto event = at(IssuePhase::in_progress)
                         .by(Role::chair, "u-chair")
                         .when(agreed(day("2021-04-03")))
                         .only<IssueReclassified>();
  EXPECT_EQ(event.new_due, day("2021-04-05"));
}

TEST(Reclassifying, GivesMoreTimeOnlyByTheChair) {
  at(IssuePhase::in_progress)
      .by(Role::cchc_officer, "u-cchc")
      .when(agreed(day("2021-03-23")))
      .then_refused(chair_decides);
  at(IssuePhase::in_progress)
      .by(Role::cchc_officer, "u-cchc")
      .when(agreed(kSimpleDue))
      .then_accepted();
}

TEST(Reclassifying, AgreesOnNoDayThatIsPastFarOffOrFrozen) {
  at(IssuePhase::in_progress)
      .by(Role::chair, "u-chair")
      .when(agreed(day("2021-03-09")))
      .then_refused(date_order, {{"first", "2021-03-10"}, {"second", "2021-03-09"}});
  at(IssuePhase::in_progress)
      .by(Role::chair, "u-chair")
      .when(agreed(day("2031-03-19")))
      .then_refused(value_not_valid, {{"field", "agreed_due"}, {"value", "2031-03-19"}});
  at(IssuePhase::in_progress)
      .having(Role::chair, "u-chair", kToday,
              PauseClock{kIssue, PauseGround::external_opinion, day("2021-03-15"), "Chờ Sở"})
      .by(Role::chair, "u-chair")
      .when(agreed(day("2021-04-01")))
      .then_refused(clock_already_paused);
}

TEST(Reclassifying, FreesFromAnAgreedDayWhereThePolicyGivesLess) {
  const auto state =
      state_of(at(IssuePhase::in_progress)
                   .having(Role::chair, "u-chair", kToday, agreed(day("2021-04-01")))
                   .having(Role::cchc_officer, "u-cchc", kToday, reclassify(Complexity::simple)));
  EXPECT_EQ(state.effective_due, kSimpleDue);
  EXPECT_FALSE(state.clock->agreed_due);
}

TEST(Reclassifying, OfAComplaintFoundLateLetsItBeHandedOver) {
  auto found = at(IssuePhase::answer_drafted)
                   .having(Role::cchc_officer, "u-cchc", kToday,
                           reclassify(Complexity::simple, IssueType::complaint));
  EXPECT_EQ(state_of(found).phase, IssuePhase::classified);
  EXPECT_FALSE(state_of(found).assignment);
  EXPECT_EQ(state_of(found).answer, AnswerState{});
  found.when(HandOverIssue{kIssue, 1, "07/KN", kChairman}).then_accepted();
}

TEST(Reclassifying, NeverMakesADenunciation) {
  at(IssuePhase::in_progress)
      .when(reclassify(Complexity::simple, IssueType::denunciation))
      .then_refused(denunciation_keeps_nothing);
}

TEST(Reclassifying, ChangesSomething) {
  at(IssuePhase::in_progress)
      .when(reclassify(Complexity::simple, IssueType::petition))
      .then_refused(value_not_valid, {{"field", "type"}, {"value", "PETITION"}});
}

TEST(Reclassifying, NeedsAReasonAFieldAndAClassification) {
  auto act = reclassify(Complexity::complex);
  act.reason = "";
  at(IssuePhase::in_progress).when(act).then_refused(value_required, {{"field", "reason"}});
  act = reclassify(Complexity::complex);
  act.field = {"MOON"};
  at(IssuePhase::in_progress).when(act).then_refused(unknown_field_code, {{"field", "MOON"}});
  ended_at_the_meeting(IssuePhase::noted)
      .having(Role::chair, "u-chair", kToday, ReopenIssue{kIssue, "Ngập lại"})
      .when(reclassify(Complexity::complex))
      .then_refused(act_not_allowed_in_state, {{"act", "reclassify"}, {"state", "not_classified"}});
}

TEST(Reclassifying, NeedsAClockAPolicyAndACalendar) {
  const std::vector<Emitted> told{{kIssueStream, recorded_issue()},
                                  {kIssueStream, classified_as(IssueType::petition)}};
  given(told).when(reclassify(Complexity::complex)).then_refused(no_policy_adopted);
  given(told)
      .recorded("u-admin", kPast, {{policy_stream(), PolicyAdopted{small_policy()}}})
      .when(reclassify(Complexity::complex))
      .then_refused(no_calendar_adopted);
  at(IssuePhase::classified)
      .recorded("u-past", kPast,
                {{kIssueStream, AnswerApproved{1, ""}}, {kIssueStream, AnswerDrafted{}}})
      .when(reclassify(Complexity::complex))
      .then_refused(clock_not_running);
}

}  // namespace
}  // namespace langnghe::domain::spec
