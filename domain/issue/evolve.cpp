#include <algorithm>
#include <utility>

#include "issue/course.hpp"
#include "issue/fold.hpp"

namespace langnghe::domain {
namespace issue {

void meet_first_reply(IssueState& state, const Done& done) {
  if (!state.first_reply_on) {
    state.first_reply_on = done.on;
  }
}

void owe_first_reply(IssueState& state, const FirstReplyOwed& owed) {
  state.first_reply = owed;
  state.first_reply_due = owed.due;
}

void stop(IssueState& state) {
  state.pending_extension.reset();
  state.paused.reset();
}

void settle(IssueState& state, const Done& done) {
  state.settled_on = done.on;
  stop(state);
}

bool serve(IssueState& state, const std::optional<IssueId>& absorbed, const Done& done) {
  ResidentId person = state.recorded.resident;
  if (absorbed) {
    const AbsorbedIssue* held = state.find_absorbed(*absorbed);
    person = held == nullptr ? ResidentId{} : held->resident;
  }
  for (AbsorbedIssue& held : state.absorbed) {
    const bool same_person = !person.empty() && held.resident == person;
    // The first delivery tells the day, also one after it had been given up.
    const bool waits = !held.served_on || !held.given_up_for.empty();
    if (waits && (same_person || (absorbed && held.issue == *absorbed))) {
      held.served_on = done.on;
      held.given_up_for.clear();
    }
  }
  return !absorbed || (!person.empty() && person == state.recorded.resident);
}

void owe_all(IssueState& state) {
  state.delivered_on.reset();
  state.deliveries.clear();
  for (AbsorbedIssue& held : state.absorbed) {
    held.served_on.reset();
    held.given_up_for.clear();
  }
}

void end_when_all_told(IssueState& state, const Done& done) {
  if (state.phase == IssuePhase::external_result_received && state.delivered_on &&
      state.owed().empty()) {
    state.phase = IssuePhase::external_result_told;
    settle(state, done);
  }
}

void move_due(IssueState& state, ClockStep::Kind kind, const Done& done, const Date& due,
              int policy_version, int calendar_version, std::string reason) {
  const int policy_before = state.clock_steps.empty() ? 0 : state.clock_steps.back().policy_version;
  const bool new_round = kind == ClockStep::Kind::classified || kind == ClockStep::Kind::reopened;
  state.clock_steps.push_back({kind, done.on, new_round ? std::nullopt : state.effective_due, due,
                               state.clock.value_or(ResolutionClock{}),
                               policy_version == 0 ? policy_before : policy_version,
                               calendar_version, std::move(reason)});
  state.effective_due = due;
}

}  // namespace issue

std::optional<Ending> ending_of(IssuePhase phase) {
  switch (phase) {
    case IssuePhase::answered_on_the_spot:
      return Ending::answered_on_the_spot;
    case IssuePhase::noted:
      return Ending::noted;
    case IssuePhase::handed_over:
      return Ending::handed_over;
    case IssuePhase::closed:
      return Ending::settled;
    case IssuePhase::external_result_told:
      return Ending::external_result_told;
    case IssuePhase::refused:
      return Ending::refused;
    case IssuePhase::withdrawn:
      return Ending::withdrawn;
    case IssuePhase::split:
      return Ending::split;
    case IssuePhase::merged:
      return Ending::merged;
    case IssuePhase::voided:
      return Ending::voided;
    default:
      return std::nullopt;
  }
}

bool is_ended(IssuePhase phase) {
  return ending_of(phase).has_value();
}

Date IssueState::received() const {
  Date earliest = recorded.received;
  for (const AbsorbedIssue& other : absorbed) {
    earliest = std::min(earliest, other.received);
  }
  return earliest;
}

std::vector<IssueId> IssueState::owed() const {
  std::vector<IssueId> waiting;
  for (const AbsorbedIssue& held : absorbed) {
    if (!held.served_on) {
      waiting.push_back(held.issue);
    }
  }
  return waiting;
}

const AbsorbedIssue* IssueState::find_absorbed(const IssueId& issue) const {
  const auto found = std::ranges::find(absorbed, issue, &AbsorbedIssue::issue);
  return found == absorbed.end() ? nullptr : &*found;
}

const ClockCourse& IssueState::course(ClockKind kind) const {
  return kind == ClockKind::first_reply ? first_reply_course : resolution_course;
}

const Breach* IssueState::find_breach(ClockKind kind, const Date& due) const {
  const auto found = std::ranges::find_if(
      breaches, [&](const Breach& breach) { return breach.clock == kind && breach.due == due; });
  return found == breaches.end() ? nullptr : &*found;
}

const Commitment* IssueState::find_commitment(const CommitmentId& commitment) const {
  const auto found = std::ranges::find(commitments, commitment, &Commitment::id);
  return found == commitments.end() ? nullptr : &*found;
}

void evolve(IssueState& state, const IssueEvent& event, const UserId& by, const Date& on) {
  std::visit([&](const auto& what) { issue::fold(state, what, issue::Done{by, on}); }, event);
  issue::follow_courses(state, event, on);
  state.last_act_on = std::max(state.last_act_on, on);
}

}  // namespace langnghe::domain
