#include <algorithm>
#include <string>
#include <utility>

#include <domain/recompute.hpp>

#include "issue/marks.hpp"
#include "issue/matter.hpp"
#include "issue/round.hpp"

namespace langnghe::domain::issue {
namespace {

MaybeRefusal check_pause(const Matter& matter, const PauseClock& act) {
  const Date& on = matter.on();
  if (auto refusal =
          first_of({check_date("until", act.until), check_order(add_days(on, 1), act.until)})) {
    return refusal;
  }
  const int longest = policy_of_round(matter).pause_days_max;
  if (days_between(on, act.until) > longest) {
    return refuse(RefusalCode::pause_too_long, {{"max_days", std::to_string(longest)}});
  }
  return std::nullopt;
}

bool is_paused(const IssueState& issue) {
  return issue.paused && issue.clock && !issue.clock->pauses.empty();
}

/// A pause whose last day has come does not hold up the next, also before its end is recorded.
MaybeRefusal check_last_pause_over(const Matter& matter) {
  const auto& pause = matter.issue.paused;
  return pause && matter.on() < pause->until ? check_not_paused(matter) : std::nullopt;
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
std::expected<Date, Refusal> running_due(const Matter& matter, ClockKind clock) {
  const IssueState& issue = matter.issue;
  if (clock == ClockKind::first_reply) {
    if (!issue.first_reply_due || issue.first_reply_on) {
      return std::unexpected(refuse(RefusalCode::clock_not_running));
    }
    return *issue.first_reply_due;
  }
  if (auto refusal = first_of({check_clock_running(matter), check_not_paused(matter)})) {
    return std::unexpected(*std::move(refusal));
  }
  return *issue.effective_due;
}

/// Is the day of this act within the last pause, on a clock that still runs?
bool resumes_earlier(const Matter& matter) {
  const Pause& last = matter.issue.clock->pauses.back();
  return last.from < matter.on() && matter.on() < last.until &&
         !check_clock_running(matter).has_value();
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
MaybeRefusal guard(const Matter& matter, const PauseClock&) {
  if (auto refusal = first_of({check_clock_running(matter), check_last_pause_over(matter),
                               check_settings_adopted(matter.world)})) {
    return refusal;
  }
  return check_order(matter.on(), *matter.issue.effective_due);
}

MaybeRefusal guard(const Matter& matter, const ResumeClock&) {
  if (!matter.issue.clock || matter.issue.clock->pauses.empty() ||
      !(matter.issue.paused || resumes_earlier(matter))) {
    return refuse(RefusalCode::clock_not_paused);
  }
  return first_of({check_order(matter.issue.clock->pauses.back().from, matter.on()),
                   check_calendar_adopted(matter.world)});
}

Decision decide(const Matter& matter, const PauseClock& act) {
  if (auto refusal = first_of({check_not_blank("reason", act.reason), check_pause(matter, act)})) {
    return std::unexpected(*std::move(refusal));
  }
  const WorkingCalendar& calendar = matter.world.calendar().current();
  std::vector<Emitted> events;
  IssueState issue = matter.issue;
  // The last pause is over and its end not yet on the record: that comes first.
  if (is_paused(issue)) {
    ClockResumed resumed = resume(issue, matter.on(), calendar);
    evolve(issue, resumed, matter.context.actor.user, matter.on());
    events.push_back(matter.emitted(std::move(resumed)));
  }
  ResolutionClock clock = *issue.clock;
  clock.pauses.push_back({matter.on(), act.until});
  events.push_back(
      matter.emitted(ClockPaused{act.ground, act.until, act.reason, *issue.effective_due,
                                 due_date(clock, calendar), calendar.version}));
  return events;
}

// A pause that ran to its end is shortened all the same by a resumption that is entered later.
Decision decide(const Matter& matter, const ResumeClock&) {
  return decided(matter, {}, resume(matter.issue, matter.on(), matter.world.calendar().current()));
}

Decision decide(const Matter& matter, const MarkDeadlineApproaching& act) {
  const auto due = running_due(matter, act.clock);
  if (!due) {
    return std::unexpected(due.error());
  }
  if (auto refusal = first_of({check_settings_adopted(matter.world), check_order(matter.on(), *due),
                               check_unmarked(matter.issue.approaching, act.clock, *due)})) {
    return std::unexpected(*std::move(refusal));
  }
  const int left = working_days_between(matter.on(), *due, matter.world.calendar().current());
  return decided(matter, {check_reached(left <= policy_of_round(matter).approaching_days, *due)},
                 DeadlineApproaching{act.clock, *due, left});
}

Decision decide(const Matter& matter, const MarkDeadlineBreached& act) {
  const auto due = running_due(matter, act.clock);
  if (!due) {
    return std::unexpected(due.error());
  }
  if (matter.issue.find_breach(act.clock, *due) != nullptr) {
    return std::unexpected(refuse(RefusalCode::already_marked, {{"due", to_text(*due)}}));
  }
  const auto late = lateness_of(matter.issue.course(act.clock), *due);
  const bool reached =
      late && matter.on() > *due && is_entry_over(matter.world, late->day, matter.context.now);
  if (auto refusal = check_reached(reached, *due)) {
    return std::unexpected(*std::move(refusal));
  }
  return std::vector{marked_on(late->day, matter.context,
                               {stream_of(matter.id), DeadlineBreached{act.clock, *due}})};
}

// An adoption moves every clock its caller's views knew of; one that was started beside it is found
// by the clock worker and moved here.
Decision decide(const Matter& matter, const RecomputeDeadline&) {
  const bool owes_first_reply =
      !matter.issue.first_reply_on &&
      (matter.issue.first_reply_due || matter.issue.phase == IssuePhase::recorded);
  if (auto refusal = first_of({owes_first_reply ? std::nullopt : check_clock_running(matter),
                               check_settings_adopted(matter.world)})) {
    return std::unexpected(*std::move(refusal));
  }
  auto moved =
      recompute_deadlines(matter.issue, matter.world.policy(), matter.world.calendar().current());
  if (!moved) {
    return std::unexpected(refuse(RefusalCode::deadline_unchanged));
  }
  return decided(matter, {}, *std::move(moved));
}

}  // namespace langnghe::domain::issue
