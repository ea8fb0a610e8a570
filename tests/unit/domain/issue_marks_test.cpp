#include "issue_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;
using enum ClockKind;

MarkDeadlineApproaching approaching(ClockKind clock) {
  return {kIssue, clock};
}
MarkDeadlineBreached breached(ClockKind clock) {
  return {kIssue, clock};
}

Given with_settings_changed(const Given& before, const std::vector<Emitted>& settings) {
  return Given(before).recorded("u-admin", kToday, settings);
}

// ---- approaching

TEST(AnApproachingDeadline, IsMarkedThreeWorkingDaysBeforeIt) {
  at(IssuePhase::in_progress)
      .on(day("2021-03-17"))
      .when(approaching(resolution))
      .then({{kIssueStream, DeadlineApproaching{resolution, kSimpleDue, 3}}});
  at(IssuePhase::in_progress)
      .on(day("2021-03-16"))
      .when(approaching(resolution))
      .then_refused(deadline_not_reached, {{"due", "2021-03-22"}});
  at(IssuePhase::in_progress)
      .on(day("2021-03-15"))
      .when(approaching(first_reply))
      .then({{kIssueStream, DeadlineApproaching{first_reply, kFirstReplyDue, 0}}});
}

TEST(AnApproachingDeadline, IsMarkedOncePerDay) {
  auto marked = at(IssuePhase::in_progress)
                    .having(Role::system, "u-clock", day("2021-03-19"), approaching(resolution));
  EXPECT_EQ(state_of(marked).approaching.resolution, kSimpleDue);
  marked.on(day("2021-03-22"))
      .when(approaching(resolution))
      .then_refused(already_marked, {{"due", "2021-03-22"}});
  marked.having(Role::officer, "u-officer", day("2021-03-22"), request_days(1))
      .having(Role::chair, "u-chair", day("2021-03-22"), ApproveExtension{kIssue})
      .on(day("2021-03-22"))
      .when(approaching(resolution))
      .then({{kIssueStream, DeadlineApproaching{resolution, day("2021-03-23"), 1}}});
}

TEST(AnApproachingDeadline, HasNotPassed) {
  at(IssuePhase::in_progress)
      .on(day("2021-03-23"))
      .when(approaching(resolution))
      .then_refused(date_order, {{"first", "2021-03-23"}, {"second", "2021-03-22"}});
}

// ---- breached

TEST(ABreachedDeadline, IsMarkedTheDayAfterAndOnce) {
  at(IssuePhase::in_progress)
      .on(kSimpleDue)
      .when(breached(resolution))
      .then_refused(deadline_not_reached, {{"due", "2021-03-22"}});
  auto late = at(IssuePhase::in_progress);
  late.on(day("2021-03-23"))
      .when(breached(resolution))
      .then({{kIssueStream, DeadlineBreached{resolution, kSimpleDue}}});
  late.having(Role::system, "u-clock", day("2021-03-23"), breached(resolution))
      .on(day("2021-03-24"))
      .when(breached(resolution))
      .then_refused(already_marked, {{"due", "2021-03-22"}});
  EXPECT_EQ(state_of(late).breached.resolution, kSimpleDue);
  EXPECT_FALSE(state_of(late).breached.first_reply);
}

TEST(ABreachedDeadline, OfTheFirstReplyStandsByItself) {
  at(IssuePhase::in_progress)
      .on(day("2021-03-16"))
      .when(breached(first_reply))
      .then({{kIssueStream, DeadlineBreached{first_reply, kFirstReplyDue}}});
  const auto state = after(at(IssuePhase::in_progress), Role::system, "u-clock", day("2021-03-16"),
                           breached(first_reply));
  EXPECT_EQ(state.breached.first_reply, kFirstReplyDue);
  EXPECT_FALSE(state.breached.resolution);
}

TEST(AMark, NeedsAClockThatRuns) {
  const Date late = day("2021-04-01");
  at(IssuePhase::recorded).on(late).when(breached(resolution)).then_refused(clock_not_running);
  at(IssuePhase::recorded).on(late).when(breached(first_reply)).then_refused(clock_not_running);
  at(IssuePhase::notice_delivered)
      .on(late)
      .when(breached(first_reply))
      .then_refused(clock_not_running);
  at(IssuePhase::answer_approved)
      .on(late)
      .when(breached(resolution))
      .then_refused(clock_not_running);
  at(IssuePhase::answer_approved)
      .on(late)
      .when(approaching(resolution))
      .then_refused(clock_not_running);
}

TEST(AMark, IsNotMadeOfAPausedClock) {
  auto paused =
      at(IssuePhase::in_progress)
          .having(Role::chair, "u-chair", kToday,
                  PauseClock{kIssue, PauseGround::force_majeure, day("2021-03-17"), "Lũ"});
  paused.on(day("2021-04-01")).when(breached(resolution)).then_refused(clock_already_paused);
  paused.on(day("2021-03-29")).when(approaching(resolution)).then_refused(clock_already_paused);
  paused.on(day("2021-03-16")).when(breached(first_reply)).then_accepted();
}

TEST(AnApproachingDeadline, NeedsTheSettings) {
  given({{kIssueStream, recorded_issue()}, {kIssueStream, classified_as(IssueType::petition)}})
      .when(approaching(resolution))
      .then_refused(no_policy_adopted);
}

// ---- recomputed

const RecomputeDeadline kRecompute{kIssue};

CalendarAdopted with_holiday(const Date& holiday) {
  CalendarAdopted newer = small_calendar();
  newer.version = 2;
  newer.days_off.push_back(holiday);
  return newer;
}

TEST(Recomputing, MovesADeadlineANewCalendarMissed) {
  const auto late = with_settings_changed(at(IssuePhase::in_progress),
                                          {{calendar_stream(), with_holiday(day("2021-03-12"))}});
  const auto event = late.when(kRecompute).only<DeadlineRecomputed>();
  EXPECT_EQ(event.reason, "calendar");
  EXPECT_EQ(event.previous_due, kSimpleDue);
  EXPECT_EQ(event.new_due, day("2021-03-23"));
  EXPECT_EQ(event.calendar_version, 2);
  EXPECT_EQ(event.previous_first_reply_due, kFirstReplyDue);
  EXPECT_EQ(event.new_first_reply_due, day("2021-03-16"));
  const auto state = after(late, Role::system, "u-clock", kToday, kRecompute);
  EXPECT_EQ(state.effective_due, day("2021-03-23"));
  EXPECT_EQ(state.first_reply_due, day("2021-03-16"));
  EXPECT_EQ(state.original_due, kSimpleDue);
  EXPECT_EQ(state.clock_steps.back().kind, ClockStep::Kind::recomputed);
  EXPECT_EQ(state.clock_steps.back().calendar_version, 2);
}

TEST(Recomputing, TakesTheTermOfAPolicyThatWasValidWhenTheRoundBegan) {
  Policy newer = small_policy();
  newer.version = 2;
  newer.valid_from = kReceived;
  newer.settle_simple = {5, DayUnit::working_days};
  const auto late =
      with_settings_changed(at(IssuePhase::in_progress), {{policy_stream(), PolicyAdopted{newer}}});
  const auto state = after(late, Role::system, "u-clock", kToday, kRecompute);
  EXPECT_EQ(state.effective_due, day("2021-03-08"));
  EXPECT_EQ(state.clock->term, (Term{5, DayUnit::working_days}));
  EXPECT_EQ(state.clock_steps.back().policy_version, 2);
}

TEST(Recomputing, HasNothingToDoWhereNoDateMoves) {
  at(IssuePhase::in_progress).when(kRecompute).then_refused(deadline_unchanged);
  with_settings_changed(at(IssuePhase::in_progress),
                        {{calendar_stream(), with_holiday(day("2021-12-24"))}})
      .when(kRecompute)
      .then_refused(deadline_unchanged);
}

TEST(Recomputing, NeedsAClockAndTheSettings) {
  with_issue()
      .recorded("u-past", kPast, {{kIssueStream, AssignmentAccepted{}}})
      .when(kRecompute)
      .then_refused(clock_not_running);
  given({{kIssueStream, recorded_issue()}, {kIssueStream, classified_as(IssueType::petition)}})
      .when(kRecompute)
      .then_refused(no_policy_adopted);
}

}  // namespace
}  // namespace langnghe::domain::spec
