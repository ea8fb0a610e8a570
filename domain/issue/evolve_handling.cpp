#include <algorithm>

#include "issue/fold.hpp"

namespace langnghe::domain::issue {

void fold(IssueState& state, const IssueAssigned& event, const Done&) {
  state.phase = IssuePhase::assigned;
  state.assignment = event;
}

void fold(IssueState& state, const AssignmentAccepted&, const Done&) {
  state.phase = IssuePhase::accepted;
}

// Nobody has it now; the clock goes on.
void fold(IssueState& state, const IssueReturned&, const Done&) {
  state.phase = IssuePhase::returned;
  state.assignment.reset();
  ++state.returns;
}

// The first note says that work has begun; a note on a forward leaves it where it is.
void fold(IssueState& state, const ProgressNoted& event, const Done& done) {
  if (state.phase == IssuePhase::accepted) {
    state.phase = IssuePhase::in_progress;
  }
  if (event.visibility == NoteVisibility::public_) {
    meet_first_reply(state, done);
  }
}

void fold(IssueState& state, const InformationRequested&, const Done&) {
  ++state.information_requests;
}

void fold(IssueState& state, const InformationReceived&, const Done&) {
  state.information_requests = std::max(0, state.information_requests - 1);
}

void fold(IssueState& state, const IssueEscalated& event, const Done&) {
  state.escalation = std::max(state.escalation, event.level);
}

// The text is for who reads the history; a promise in it has an event of its own.
void fold(IssueState&, const ChairInstructed&, const Done&) {}

}  // namespace langnghe::domain::issue
