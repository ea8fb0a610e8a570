#include "issue/fold.hpp"
#include "issue/round.hpp"

namespace langnghe::domain::issue {
namespace {

void mark(MarkedDue& marked, ClockKind clock, const Date& due) {
  (clock == ClockKind::first_reply ? marked.first_reply : marked.resolution) = due;
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
  mark(state.approaching, event.clock, event.due);
}

void fold(IssueState& state, const DeadlineBreached& event, const Done&) {
  mark(state.breached, event.clock, event.due);
}

// Where only the day of the first reply moved, the resolution clock took no step.
void fold(IssueState& state, const DeadlineRecomputed& event, const Done& done) {
  if (event.new_first_reply_due) {
    state.first_reply_due = event.new_first_reply_due;
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
