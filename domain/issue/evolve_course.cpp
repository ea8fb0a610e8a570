#include <variant>

#include "issue/course.hpp"

namespace langnghe::domain::issue {
namespace {

/// The day an event is about: an imported row ended before it was taken over.
Date day_of(const IssueEvent& event, const Date& on) {
  const auto* closed = std::get_if<IssueClosed>(&event);
  return closed != nullptr && closed->ended_on ? *closed->ended_on : on;
}

/// Receipt sets the day, not the typing of it; a part has its own from the split on.
Date first_reply_since(const IssueState& state, const IssueEvent& event, const Date& on) {
  if (const auto* recorded = std::get_if<IssueRecorded>(&event)) {
    return recorded->split_from ? on : state.first_reply->start;
  }
  const auto* set = std::get_if<FirstReplyDueSet>(&event);
  return set != nullptr && !set->previous_due ? set->first_reply.start : on;
}

/// `met` is the day on which what was owed was done.
void set_running(ClockCourse& course, bool runs, const std::optional<Date>& met, const Date& on) {
  if (runs != course.is_running()) {
    course.set_running(!runs && met ? *met : on, runs);
  }
}

/// An unmerged issue is what it was before: nothing happened to it since it was merged.
Date running_since(const ClockCourse& course, const IssueEvent& event, const Date& on) {
  const bool unmerged = std::holds_alternative<IssueUnmerged>(event);
  return unmerged && !course.runs.empty() && !course.is_running() ? course.runs.back().since : on;
}

void follow_first_reply(IssueState& state, const IssueEvent& event, const Date& on) {
  ClockCourse& course = state.first_reply_course;
  const auto& due = state.first_reply_due;
  if (!due) {
    return;
  }
  Date since = on;
  if (course.dues.empty() || course.dues.back().due != *due) {
    since = first_reply_since(state, event, on);
    course.set_due(since, *due);
  }
  const bool runs = !state.first_reply_on && !is_ended(state.phase);
  set_running(course, runs, state.first_reply_on,
              runs ? running_since(course, event, since) : day_of(event, on));
}

void follow_resolution(IssueState& state, const IssueEvent& event, const Date& on) {
  ClockCourse& course = state.resolution_course;
  const auto& due = state.effective_due;
  if (!due) {
    return;
  }
  if (course.dues.empty() || course.dues.back().due != *due) {
    course.set_due(on, *due);
  }
  const bool runs = !state.settled_on && !is_ended(state.phase);
  set_running(course, runs, state.settled_on,
              runs ? running_since(course, event, on) : day_of(event, on));
}

/// A promise outlives the closing of its issue. It ends with an issue that leaves the ward's hands,
/// was entered by mistake, or goes on in another one: the clock records no miss there.
bool holds_promises(IssuePhase phase) {
  switch (phase) {
    case IssuePhase::handed_over:
    case IssuePhase::split:
    case IssuePhase::merged:
    case IssuePhase::withdrawn:
    case IssuePhase::voided:
      return false;
    default:
      return true;
  }
}

void follow_promises(IssueState& state, const IssueEvent& event, const Date& on) {
  for (Commitment& held : state.commitments) {
    const bool is_owed =
        held.status == Commitment::Status::made || held.status == Commitment::Status::disputed;
    const bool runs = is_owed && holds_promises(state.phase);
    if (runs != held.course.is_running()) {
      held.course.set_running(runs ? running_since(held.course, event, on) : on, runs);
    }
  }
}

}  // namespace

void follow_courses(IssueState& state, const IssueEvent& event, const Date& on) {
  follow_first_reply(state, event, on);
  follow_resolution(state, event, on);
  follow_promises(state, event, on);
}

}  // namespace langnghe::domain::issue
