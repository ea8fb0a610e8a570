#include "issue_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

Given when_minutes_are_signed() {
  return with_issue().recorded("u-cchc", kReceived, minutes_signed());
}

// ---- answered on the spot

const AnswerOnTheSpot kAnswer{kIssue, "Tuần sau sửa xong", kChairman, true};

TEST(AnsweringOnTheSpot, KeepsTheAnswerAndWhoGaveIt) {
  with_issue()
      .by(Role::chair, "u-chair")
      .when(kAnswer)
      .then({{kIssueStream, AnsweredOnTheSpot{"Tuần sau sửa xong", kChairman, true}}});
}

TEST(AnsweringOnTheSpot, IsFirstReplySettlementAndDeliveryAtOnce) {
  const auto state = after(with_issue(), Role::chair, "u-chair", kReceived, kAnswer);
  EXPECT_EQ(state.phase, IssuePhase::answered_on_the_spot);
  EXPECT_EQ(state.first_reply_on, kReceived);
  EXPECT_EQ(state.settled_on, kReceived);
  EXPECT_EQ(state.delivered_on, kReceived);
  EXPECT_FALSE(state.original_due);
}

TEST(AnsweringOnTheSpot, NeedsAnAnswer) {
  with_issue()
      .when(AnswerOnTheSpot{kIssue, " \t\n", kChairman, true})
      .then_refused(value_required, {{"field", "answer"}});
}

TEST(AnsweringOnTheSpot, NeedsAnOfficialInOfficeThatDay) {
  with_issue()
      .when(AnswerOnTheSpot{kIssue, "Rõ", {"o-nobody"}, true})
      .then_refused(unknown_official, {{"official", "o-nobody"}});
  with_issue()
      .recorded("u-admin", kPast, {{ward_stream(), OfficialLeft{kChairman, day("2021-03-05")}}})
      .on(day("2021-03-06"))
      .when(kAnswer)
      .then_refused(unknown_official);
}

TEST(AnsweringOnTheSpot, IsOverOnceTheMinutesAreSigned) {
  when_minutes_are_signed().when(kAnswer).then_refused(
      act_not_allowed_in_state, {{"act", "answer-on-the-spot"}, {"state", "minutes_signed"}});
  when_minutes_are_signed()
      .recorded("u-cchc", kReceived, {{stream_of(kDialogue), ConclusionPublished{}}})
      .when(kAnswer)
      .then_refused(act_not_allowed_in_state,
                    {{"act", "answer-on-the-spot"}, {"state", "concluded"}});
}

TEST(AnsweringOnTheSpot, IsForWhatWasSaidAtADialogue) {
  IssueRecorded by_letter = recorded_issue();
  by_letter.channel = IntakeChannel::letter;
  by_letter.dialogue = {};
  without_issue()
      .recorded("u-clerk", kReceived, {{kIssueStream, by_letter}})
      .when(kAnswer)
      .then_refused(not_from_a_dialogue);
}

// ---- noted

TEST(Noting, KeepsTheReason) {
  with_issue()
      .by(Role::cchc_officer, "u-cchc")
      .when(NoteIssue{kIssue, "Góp ý"})
      .then({{kIssueStream, Noted{"Góp ý"}}});
}

TEST(Noting, EndsAnIssueThatAsksForNothing) {
  const auto state =
      after(with_issue(), Role::cchc_officer, "u-cchc", kReceived, NoteIssue{kIssue, "Góp ý"});
  EXPECT_EQ(state.phase, IssuePhase::noted);
  EXPECT_EQ(state.first_reply_on, kReceived);
  EXPECT_EQ(state.settled_on, kReceived);
  EXPECT_FALSE(state.delivered_on);
}

TEST(Noting, NeedsAReason) {
  with_issue().when(NoteIssue{kIssue, ""}).then_refused(value_required, {{"field", "reason"}});
}

TEST(Noting, IsOverOnceTheMinutesAreSigned) {
  when_minutes_are_signed()
      .when(NoteIssue{kIssue, "Góp ý"})
      .then_refused(act_not_allowed_in_state, {{"act", "note"}, {"state", "minutes_signed"}});
}

// ---- classified

TEST(Classifying, SetsBothClocksFromTheDayOfReceipt) {
  with_issue()
      .by(Role::cchc_officer, "u-cchc")
      .on(day("2021-03-05"))
      .when(classify_as(IssueType::petition))
      .then({{kIssueStream, classified_as(IssueType::petition)}});
}

TEST(Classifying, GivesAComplexMatterTheLongerTerm) {
  const auto event = with_issue()
                         .when(classify_as(IssueType::report, Complexity::complex))
                         .only<IssueClassified>();
  EXPECT_EQ(event.original_due, kComplexDue);
  EXPECT_EQ(event.term, (Term{30, DayUnit::working_days}));
}

TEST(Classifying, GivesAComplaintTheSameClockUntilItIsHandedOver) {
  EXPECT_EQ(
      with_issue().when(classify_as(IssueType::complaint)).only<IssueClassified>().original_due,
      kSimpleDue);
}

TEST(Classifying, ReadsThePolicyOfTheDayOfReceiptAndNotOfTheDayOfTyping) {
  Policy newer = small_policy();
  newer.version = 2;
  newer.valid_from = day("2021-03-02");
  newer.settle_simple = {1, DayUnit::working_days};
  const auto event = with_issue()
                         .recorded("u-admin", kPast, {{policy_stream(), PolicyAdopted{newer}}})
                         .when(classify_as(IssueType::petition))
                         .only<IssueClassified>();
  EXPECT_EQ(event.policy_version, 1);
  EXPECT_EQ(event.original_due, kSimpleDue);
}

TEST(Classifying, ReadsTheCalendarThatIsCurrent) {
  CalendarAdopted newer = small_calendar();
  newer.version = 2;
  newer.days_off.push_back(kSimpleDue);
  const auto event = with_issue()
                         .recorded("u-admin", kPast, {{calendar_stream(), newer}})
                         .when(classify_as(IssueType::petition))
                         .only<IssueClassified>();
  EXPECT_EQ(event.calendar_version, 2);
  EXPECT_EQ(event.original_due, day("2021-03-23"));
}

TEST(Classifying, SaysThatADeadlinePastTheLastConfirmedYearIsProvisional) {
  CalendarAdopted unconfirmed = small_calendar();
  unconfirmed.confirmed_through = 2020;
  EXPECT_TRUE(given({{kIssueStream, recorded_issue()},
                     {policy_stream(), PolicyAdopted{small_policy()}},
                     {calendar_stream(), unconfirmed}})
                  .when(classify_as(IssueType::petition))
                  .only<IssueClassified>()
                  .provisional);
}

TEST(Classifying, StartsTheClockWithTheStepThatExplainsIt) {
  const auto state = state_of(at(IssuePhase::classified));
  EXPECT_EQ(state.phase, IssuePhase::classified);
  EXPECT_EQ(state.original_due, kSimpleDue);
  EXPECT_EQ(state.effective_due, kSimpleDue);
  EXPECT_FALSE(state.first_reply_on);
  EXPECT_FALSE(state.settled_on);
  EXPECT_EQ(state.first_reply_due, kFirstReplyDue);
  const ResolutionClock clock{kReceived, {15, DayUnit::working_days}, std::nullopt, {}, {}};
  EXPECT_EQ(state.clock, clock);
  EXPECT_EQ(state.clock_steps,
            (std::vector<ClockStep>{{ClockStep::Kind::classified, day("2021-03-02"), std::nullopt,
                                     kSimpleDue, clock, 1, 1, ""}}));
}

TEST(Classifying, OfAFirstSchemaRecordCountsFromReceipt) {
  IssueClassified old = classified_as(IssueType::petition);
  old.start = Date{};
  const auto state = state_of(with_issue().recorded("u-cchc", kToday, {{kIssueStream, old}}));
  ASSERT_TRUE(state.clock);
  EXPECT_EQ(state.clock->start, kReceived);
}

TEST(Classifying, SaysWhenAGroupStandsBehindIt) {
  ClassifyIssue of_group = classify_as(IssueType::petition);
  of_group.group = true;
  EXPECT_TRUE(with_issue().when(of_group).only<IssueClassified>().group);
  EXPECT_FALSE(with_issue().when(classify_as(IssueType::petition)).only<IssueClassified>().group);
}

TEST(Classifying, StaysPossibleAfterTheMinutesAreSigned) {
  when_minutes_are_signed().when(classify_as(IssueType::petition)).then_accepted();
}

TEST(Classifying, NeverTakesADenunciation) {
  with_issue().when(classify_as(IssueType::denunciation)).then_refused(denunciation_keeps_nothing);
}

TEST(Classifying, NeedsAFieldThePolicyKnows) {
  with_issue()
      .when(ClassifyIssue{kIssue, IssueType::petition, {"MOON"}, Complexity::simple, false})
      .then_refused(unknown_field_code, {{"field", "MOON"}});
}

TEST(Classifying, NeedsAPolicyAndACalendar) {
  given({{kIssueStream, recorded_issue()}, {calendar_stream(), small_calendar()}})
      .when(classify_as(IssueType::petition))
      .then_refused(no_policy_adopted);
  given({{kIssueStream, recorded_issue()}, {policy_stream(), PolicyAdopted{small_policy()}}})
      .when(classify_as(IssueType::petition))
      .then_refused(no_calendar_adopted);
}

}  // namespace
}  // namespace langnghe::domain::spec
