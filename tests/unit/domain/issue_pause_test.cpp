#include "issue_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

PauseClock pause_until(const Date& until) {
  return {kIssue, PauseGround::external_opinion, until, "Chờ ý kiến Sở"};
}

const Date kUntil = day("2021-03-17");
const ResumeClock kResume{kIssue};

// Wednesday 10 to Wednesday 17 March: five working days stand still.
Given paused() {
  return at(IssuePhase::in_progress).having(Role::chair, "u-chair", kToday, pause_until(kUntil));
}

TEST(PausingTheClock, FreezesTheDaysUpToItsEnd) {
  at(IssuePhase::in_progress)
      .by(Role::chair, "u-chair")
      .when(pause_until(kUntil))
      .then({{kIssueStream, ClockPaused{PauseGround::external_opinion, kUntil, "Chờ ý kiến Sở",
                                        kSimpleDue, day("2021-03-29"), 1}}});
  const auto state = state_of(paused());
  EXPECT_EQ(state.effective_due, day("2021-03-29"));
  EXPECT_EQ(state.original_due, kSimpleDue);
  EXPECT_EQ(state.clock->pauses, (std::vector<Pause>{{kToday, kUntil}}));
  ASSERT_TRUE(state.paused);
  EXPECT_EQ(state.paused->until, kUntil);
  EXPECT_EQ(state.clock_steps.back().kind, ClockStep::Kind::paused);
  EXPECT_EQ(state.clock_steps.back().previous_due, kSimpleDue);
}

TEST(PausingTheClock, IsDoneOnceAtATime) {
  paused().by(Role::chair, "u-chair").when(pause_until(kUntil)).then_refused(clock_already_paused);
}

// Nobody recorded yet that the last one is over: its end is put on the record first.
TEST(PausingTheClock, AgainIsAllowedOnceTheLastPauseIsOver) {
  const Date again = day("2021-03-24");
  paused()
      .by(Role::chair, "u-chair")
      .on(day("2021-03-16"))
      .when(pause_until(again))
      .then_refused(clock_already_paused);
  paused()
      .by(Role::chair, "u-chair")
      .on(kUntil)
      .when(pause_until(again))
      .then({{kIssueStream, ClockResumed{5, day("2021-03-29"), day("2021-03-29"), 1}},
             {kIssueStream, ClockPaused{PauseGround::external_opinion, again, "Chờ ý kiến Sở",
                                        day("2021-03-29"), day("2021-04-05"), 1}}});
  const auto state = state_of(paused().having(Role::chair, "u-chair", kUntil, pause_until(again)));
  EXPECT_EQ(state.clock->pauses, (std::vector<Pause>{{kToday, kUntil}, {kUntil, again}}));
  ASSERT_TRUE(state.paused);
  EXPECT_EQ(state.paused->until, again);
}

TEST(PausingTheClock, LastsAsLongAsThePolicyAllows) {
  at(IssuePhase::in_progress).when(pause_until(day("2021-04-09"))).then_accepted();
  at(IssuePhase::in_progress)
      .when(pause_until(day("2021-04-10")))
      .then_refused(pause_too_long, {{"max_days", "30"}});
}

TEST(PausingTheClock, EndsAfterTheDayItBegins) {
  at(IssuePhase::in_progress)
      .when(pause_until(kToday))
      .then_refused(date_order, {{"first", "2021-03-11"}, {"second", "2021-03-10"}});
  at(IssuePhase::in_progress).when(pause_until(Date{})).then_refused(value_not_valid);
}

TEST(PausingTheClock, IsTooLateOnceTheDayHasPassed) {
  at(IssuePhase::in_progress).on(kSimpleDue).when(pause_until(day("2021-03-24"))).then_accepted();
  at(IssuePhase::in_progress)
      .on(day("2021-03-23"))
      .when(pause_until(day("2021-03-24")))
      .then_refused(date_order, {{"first", "2021-03-23"}, {"second", "2021-03-22"}});
}

TEST(PausingTheClock, NeedsAReasonAClockAndTheSettings) {
  auto act = pause_until(kUntil);
  act.reason = "";
  at(IssuePhase::in_progress).when(act).then_refused(value_required, {{"field", "reason"}});
  with_issue()
      .recorded("u-past", kPast, {{kIssueStream, IssueAssigned{kOfficer, "", std::nullopt}}})
      .when(pause_until(kUntil))
      .then_refused(clock_not_running);
  const std::vector<Emitted> told{{kIssueStream, recorded_issue()},
                                  {kIssueStream, classified_as(IssueType::petition)}};
  given(told).when(pause_until(kUntil)).then_refused(no_policy_adopted);
  given(told)
      .recorded("u-admin", kPast, {{policy_stream(), PolicyAdopted{small_policy()}}})
      .when(pause_until(kUntil))
      .then_refused(no_calendar_adopted);
}

TEST(ResumingTheClock, BeforeItsDayFreezesOnlyTheDaysGone) {
  const Date early = day("2021-03-12");
  paused()
      .by(Role::cchc_officer, "u-cchc")
      .on(early)
      .when(kResume)
      .then({{kIssueStream, ClockResumed{2, day("2021-03-29"), day("2021-03-24"), 1}}});
  const auto state = after(paused(), Role::cchc_officer, "u-cchc", early, kResume);
  EXPECT_EQ(state.effective_due, day("2021-03-24"));
  EXPECT_FALSE(state.paused);
  EXPECT_EQ(state.clock->pauses, (std::vector<Pause>{{kToday, early}}));
  EXPECT_EQ(state.clock_steps.back().kind, ClockStep::Kind::resumed);
}

TEST(ResumingTheClock, OnItsDayOrLaterMovesNothing) {
  for (const auto& on : {kUntil, day("2021-03-19")}) {
    const auto event =
        paused().by(Role::system, "u-clock").on(on).when(kResume).only<ClockResumed>();
    EXPECT_EQ(event.frozen_days, 5);
    EXPECT_EQ(event.new_due, event.previous_due);
    EXPECT_EQ(after(paused(), Role::system, "u-clock", on, kResume).clock->pauses,
              (std::vector<Pause>{{kToday, kUntil}}));
  }
}

TEST(ResumingTheClock, OnTheDayItWasPausedLeavesNoTrace) {
  const auto state = after(paused(), Role::chair, "u-chair", kToday, kResume);
  EXPECT_EQ(state.effective_due, kSimpleDue);
  EXPECT_TRUE(state.clock->pauses.empty());
}

TEST(ResumingTheClock, NeedsAPauseThatHasBegun) {
  at(IssuePhase::in_progress).when(kResume).then_refused(clock_not_paused);
  paused()
      .on(day("2021-03-09"))
      .when(kResume)
      .then_refused(date_order, {{"first", "2021-03-10"}, {"second", "2021-03-09"}});
  given({{kIssueStream, recorded_issue()},
         {kIssueStream, classified_as(IssueType::petition)},
         {kIssueStream, ClockPaused{{}, kUntil, "", kSimpleDue, day("2021-03-29"), 1}}})
      .when(kResume)
      .then_refused(no_calendar_adopted);
}

TEST(APausedClock, ExtendsAndPausesInAnyOrderToTheSameDay) {
  const auto asked =
      at(IssuePhase::in_progress).having(Role::officer, "u-officer", kToday, request_days(5));
  const auto extended_first = Given(asked)
                                  .having(Role::chair, "u-chair", kToday, ApproveExtension{kIssue})
                                  .having(Role::chair, "u-chair", kToday, pause_until(kUntil));
  const auto paused_first = Given(asked)
                                .having(Role::chair, "u-chair", kToday, pause_until(kUntil))
                                .having(Role::chair, "u-chair", kToday, ApproveExtension{kIssue});
  EXPECT_EQ(state_of(extended_first).effective_due, day("2021-04-05"));
  EXPECT_EQ(state_of(paused_first).effective_due, day("2021-04-05"));
}

TEST(APausedClock, StopsForGoodWhenTheAnswerIsApproved) {
  const auto state =
      state_of(paused()
                   .having(Role::officer, "u-officer", kToday, draft())
                   .having(Role::chair, "u-chair", kToday, ApproveAnswer{kIssue, ""}));
  EXPECT_FALSE(state.paused);
  EXPECT_EQ(state.settled_on, kToday);
  EXPECT_EQ(state.effective_due, day("2021-03-29"));
}

}  // namespace
}  // namespace langnghe::domain::spec
