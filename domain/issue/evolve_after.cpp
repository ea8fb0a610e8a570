#include "issue/fold.hpp"

namespace langnghe::domain::issue {

// An imported issue had been answered and settled before it was taken over. Whether a notice
// reached anybody its list does not say.
void fold(IssueState& state, const IssueClosed& event, const Done& done) {
  state.phase = IssuePhase::closed;
  if (event.ended_on) {
    const Done then{done.by, *event.ended_on};
    meet_first_reply(state, then);
    settle(state, then);
  }
}

void fold(IssueState& state, const FeedbackAsked&, const Done&) {
  state.feedback_asked = true;
}

void fold(IssueState& state, const FeedbackRecorded& event, const Done&) {
  state.verdict = event.verdict;
}

void fold(IssueState& state, const ReopenRequested& event, const Done&) {
  state.reopen_request = event;
}

void fold(IssueState& state, const ReopenDeclined&, const Done&) {
  state.reopen_request.reset();
}

// A new round begins with nothing of the last one but its first deadline and its history. What was
// answered on the spot or noted had no deadline, so the new one is its first.
void fold(IssueState& state, const IssueReopened& event, const Done& done) {
  stop(state);
  state.phase = IssuePhase::reopened;
  state.reopenings = event.ordinal;
  if (!state.original_due) {
    state.original_due = event.new_due;
  }
  state.settled_on.reset();
  owe_all(state);
  state.extensions = 0;
  state.answer = {};
  state.notice.reset();
  state.delivery_failures = 0;
  state.forward.reset();
  state.refusal.reset();
  state.feedback_asked = false;
  state.verdict.reset();
  state.reopen_request.reset();
  state.information_requests = 0;
  if (event.first_reply) {
    owe_first_reply(state, *event.first_reply);
  }
  state.clock = ResolutionClock{done.on, event.term, std::nullopt, {}, {}};
  move_due(state, ClockStep::Kind::reopened, done, event.new_due, event.policy_version,
           event.calendar_version, event.reason);
}

}  // namespace langnghe::domain::issue
