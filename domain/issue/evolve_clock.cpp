#include <optional>

#include "issue/fold.hpp"
#include "issue/round.hpp"

namespace langnghe::domain::issue {
namespace {

std::optional<Date>& of_clock(MarkedDue& marked, ClockKind clock) {
  return clock == ClockKind::first_reply ? marked.first_reply : marked.resolution;
}

}  // namespace

void fold(IssueState& state, const ClockPaused& event, const Done& done) {
  state.paused = event;
  if (state.clock) {
    state.clock->pauses.push_back({done.on, event.until});
  }
  move_due(state, ClockStep::Kind::paused, done, event.new_due, 0, event.calendar_version,
           event.reason);
}

void fold(IssueState& state, const ClockResumed& event, const Done& done) {
  state.paused.reset();
  if (state.clock) {
    state.clock = resumed(*state.clock, done.on);
  }
  move_due(state, ClockStep::Kind::resumed, done, event.new_due, 0, event.calendar_version, "");
}

void fold(IssueState& state, const ExtensionRequested& event, const Done& done) {
  state.pending_extension = PendingExtension{done.by, event.days, event.reason, event.late};
}

void fold(IssueState& state, const ExtensionApproved& event, const Done& done) {
  state.extensions = event.ordinal;
  if (state.clock) {
    state.clock->extensions.push_back(event.days);
  }
  const std::string reason = state.pending_extension ? state.pending_extension->reason : "";
  state.pending_extension.reset();
  move_due(state, ClockStep::Kind::extended, done, event.new_due, 0, event.calendar_version,
           reason);
}

void fold(IssueState& state, const ExtensionRefused&, const Done&) {
  state.pending_extension.reset();
}

void fold(IssueState& state, const DeadlineApproaching& event, const Done&) {
  of_clock(state.approaching, event.clock) = event.due;
}

void fold(IssueState& state, const DeadlineBreached& event, const Done& done) {
  of_clock(state.breached, event.clock) = event.due;
  state.breaches.push_back({event.clock, event.due, done.on});
}

void fold(IssueState& state, const BreachRetracted& event, const Done&) {
  std::erase_if(state.breaches, [&](const Breach& breach) {
    return breach.clock == event.clock && breach.due == event.due;
  });
  ++state.breaches_retracted;
  std::optional<Date> last;
  for (const Breach& breach : state.breaches) {
    last = breach.clock == event.clock ? std::optional(breach.due) : last;
  }
  of_clock(state.breached, event.clock) = last;
  if (event.replied_on) {
    state.first_reply_on = event.replied_on;
    state.first_reply_course.set_running(*event.replied_on, false);
  }
}

void fold(IssueState& state, const FirstReplyDueSet& event, const Done&) {
  owe_first_reply(state, event.first_reply);
}

namespace {

/// A record from before its own version was kept: both clocks of a first round stood under one
/// policy, of a later one each under its own.
FirstReplyOwed recomputed(const IssueState& state, const DeadlineRecomputed& event) {
  FirstReplyOwed owed = state.first_reply.value_or(FirstReplyOwed{state.recorded.received});
  owed.due = *event.new_first_reply_due;
  owed.calendar_version = event.calendar_version;
  if (event.first_reply_policy_version > 0) {
    owed.policy_version = event.first_reply_policy_version;
  } else if (state.clock && state.clock->start == owed.start) {
    owed.policy_version = event.policy_version;
  }
  return owed;
}

}  // namespace

// The resolution clock took no step where only the day of the first reply moved.
void fold(IssueState& state, const DeadlineRecomputed& event, const Done& done) {
  if (event.new_first_reply_due) {
    owe_first_reply(state, recomputed(state, event));
  }
  if (state.classification) {
    state.classification->provisional = event.provisional;
  }
  const bool new_term = state.clock && event.term.days > 0 && state.clock->term != event.term;
  if (new_term) {
    state.clock->term = event.term;
  }
  if (new_term || event.new_due != event.previous_due) {
    move_due(state, ClockStep::Kind::recomputed, done, event.new_due, event.policy_version,
             event.calendar_version, event.reason);
  }
}

}  // namespace langnghe::domain::issue
