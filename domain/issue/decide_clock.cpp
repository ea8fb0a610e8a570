#include <algorithm>
#include <string>
#include <utility>

#include <domain/recompute.hpp>

#include "issue/decision_input.hpp"
#include "issue/marks.hpp"
#include "issue/round.hpp"

namespace langnghe::domain::issue {
namespace {

MaybeRefusal check_pause(const DecisionInput& input, const PauseClock& act) {
  const Date& on = input.on();
  if (auto refusal =
          first_of({check_date("until", act.until), check_order(add_days(on, 1), act.until)})) {
    return refusal;
  }
  const int longest = policy_of_round(input).pause_days_max;
  if (days_between(on, act.until) > longest) {
    return refuse(RefusalCode::pause_too_long, {{"max_days", std::to_string(longest)}});
  }
  return std::nullopt;
}

bool is_paused(const IssueState& issue) {
  return issue.paused && issue.clock && !issue.clock->pauses.empty();
}

/// A pause whose last day has come does not hold up the next, also before its end is recorded.
MaybeRefusal check_last_pause_over(const DecisionInput& input) {
  const auto& pause = input.issue.paused;
  return pause && input.on() < pause->until ? check_not_paused(input) : std::nullopt;
}

/// The end of the running pause. Requires `is_paused`.
ClockResumed resume(const IssueState& issue, const Date& on, const WorkingCalendar& calendar) {
  const Pause& pause = issue.clock->pauses.back();
  const int frozen = working_days_between(pause.from, std::min(pause.until, on), calendar);
  return {frozen, *issue.effective_due, due_date(resumed(*issue.clock, on), calendar),
          calendar.version};
}

/// The day a running clock is due, or why it does not run. What the resident was told first stops
/// the one, an approved answer the other; only the other can be paused.
std::expected<Date, Refusal> running_due(const DecisionInput& input, ClockKind clock) {
  const IssueState& issue = input.issue;
  if (clock == ClockKind::first_reply) {
    if (!issue.first_reply_due || issue.first_reply_on) {
      return std::unexpected(refuse(RefusalCode::clock_not_running));
    }
    return *issue.first_reply_due;
  }
  if (auto refusal = first_of({check_clock_running(input), check_not_paused(input)})) {
    return std::unexpected(*std::move(refusal));
  }
  return *issue.effective_due;
}

/// Is the day of this act within the last pause, on a clock that still runs?
bool resumes_earlier(const DecisionInput& input) {
  const Pause& last = input.issue.clock->pauses.back();
  return last.from < input.on() && input.on() < last.until &&
         !check_clock_running(input).has_value();
}

MaybeRefusal check_unmarked(const MarkedDue& marked, ClockKind clock, const Date& due) {
  if ((clock == ClockKind::first_reply ? marked.first_reply : marked.resolution) == due) {
    return refuse(RefusalCode::already_marked, {{"due", to_text(due)}});
  }
  return std::nullopt;
}

MaybeRefusal check_reached(bool reached, const Date& due) {
  if (reached) {
    return std::nullopt;
  }
  return refuse(RefusalCode::deadline_not_reached, {{"due", to_text(due)}});
}

}  // namespace

// A clock that ran out is not stopped: what is late stays late.
MaybeRefusal guard(const DecisionInput& input, const PauseClock&) {
  if (auto refusal = first_of({check_clock_running(input), check_last_pause_over(input),
                               check_settings_adopted(input.world)})) {
    return refusal;
  }
  return check_order(input.on(), *input.issue.effective_due);
}

MaybeRefusal guard(const DecisionInput& input, const ResumeClock&) {
  if (!input.issue.clock || input.issue.clock->pauses.empty() ||
      !(input.issue.paused || resumes_earlier(input))) {
    return refuse(RefusalCode::clock_not_paused);
  }
  return first_of({check_order(input.issue.clock->pauses.back().from, input.on()),
                   check_calendar_adopted(input.world)});
}

Decision decide(const DecisionInput& input, const PauseClock& act) {
  if (auto refusal = first_of({check_not_blank("reason", act.reason), check_pause(input, act)})) {
    return std::unexpected(*std::move(refusal));
  }
  const WorkingCalendar& calendar = input.world.calendar().current();
  std::vector<Emitted> events;
  IssueState issue = input.issue;
  // The last pause is over and its end not yet on the record: that comes first.
  if (is_paused(issue)) {
    ClockResumed resumed = resume(issue, input.on(), calendar);
    evolve(issue, resumed, input.context.actor.user, input.on());
    events.push_back(input.emitted(std::move(resumed)));
  }
  ResolutionClock clock = *issue.clock;
  clock.pauses.push_back({input.on(), act.until});
  events.push_back(
      input.emitted(ClockPaused{act.ground, act.until, act.reason, *issue.effective_due,
                                due_date(clock, calendar), calendar.version}));
  return events;
}

// A pause that ran to its end is shortened all the same by a resumption that is entered later.
Decision decide(const DecisionInput& input, const ResumeClock&) {
  return decided(input, {}, resume(input.issue, input.on(), input.world.calendar().current()));
}

Decision decide(const DecisionInput& input, const MarkDeadlineApproaching& act) {
  const auto due = running_due(input, act.clock);
  if (!due) {
    return std::unexpected(due.error());
  }
  if (auto refusal = first_of({check_settings_adopted(input.world), check_order(input.on(), *due),
                               check_unmarked(input.issue.approaching, act.clock, *due)})) {
    return std::unexpected(*std::move(refusal));
  }
  const int left = working_days_between(input.on(), *due, input.world.calendar().current());
  return decided(input, {check_reached(left <= policy_of_round(input).approaching_days, *due)},
                 DeadlineApproaching{act.clock, *due, left});
}

Decision decide(const DecisionInput& input, const MarkDeadlineBreached& act) {
  const auto due = running_due(input, act.clock);
  if (!due) {
    return std::unexpected(due.error());
  }
  if (input.issue.find_breach(act.clock, *due) != nullptr) {
    return std::unexpected(refuse(RefusalCode::already_marked, {{"due", to_text(*due)}}));
  }
  const auto late = lateness_of(input.issue.course(act.clock), *due);
  const bool reached =
      late && input.on() > *due && is_entry_over(input.world, late->day, input.context.now);
  if (auto refusal = check_reached(reached, *due)) {
    return std::unexpected(*std::move(refusal));
  }
  return std::vector{marked_on(late->day, input.context,
                               {stream_of(input.id), DeadlineBreached{act.clock, *due}})};
}

// An adoption moves every clock its caller's views knew of; one that was started beside it is found
// by the clock worker and moved here.
Decision decide(const DecisionInput& input, const RecomputeDeadline&) {
  const bool owes_first_reply =
      !input.issue.first_reply_on &&
      (input.issue.first_reply_due || input.issue.phase == IssuePhase::recorded);
  if (auto refusal = first_of({owes_first_reply ? std::nullopt : check_clock_running(input),
                               check_settings_adopted(input.world)})) {
    return std::unexpected(*std::move(refusal));
  }
  auto moved =
      recompute_deadlines(input.issue, input.world.policy(), input.world.calendar().current());
  if (!moved) {
    return std::unexpected(refuse(RefusalCode::deadline_unchanged));
  }
  return decided(input, {}, *std::move(moved));
}

}  // namespace langnghe::domain::issue
