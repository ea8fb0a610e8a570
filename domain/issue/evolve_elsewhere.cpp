#include "issue/fold.hpp"

namespace langnghe::domain::issue {

void fold(IssueState& state, const HandedOver& event, const Done& done) {
  state.phase = IssuePhase::handed_over;
  state.handed_over = event;
  meet_first_reply(state, done);
  settle(state, done);
}

void fold(IssueState& state, const IssueForwarded& event, const Done& done) {
  state.phase = IssuePhase::forwarded;
  state.forward = event;
  if (event.resident_told) {
    meet_first_reply(state, done);
  }
}

void fold(IssueState& state, const ForwardAcknowledged&, const Done&) {
  state.phase = IssuePhase::forward_acknowledged;
}

// It came back to the ward on the clock it left with, and nobody has it yet.
void fold(IssueState& state, const ForwardBounced&, const Done&) {
  state.phase = IssuePhase::classified;
  state.forward.reset();
  state.assignment.reset();
  ++state.bounces;
}

void fold(IssueState& state, const ExternalResultReceived&, const Done&) {
  state.phase = IssuePhase::external_result_received;
}

void fold(IssueState& state, const ExternalResultTold& event, const Done& done) {
  state.deliveries.push_back({done.on, event.method, event.proof, event.absorbed});
  if (serve(state, event.absorbed, done)) {
    meet_first_reply(state, done);
    state.delivered_on = done.on;
  }
  if (!event.others_wait && !is_ended(state.phase)) {
    state.phase = IssuePhase::external_result_told;
    settle(state, done);
  }
}

// The written refusal is the reply and reaches the resident as a notice does.
void fold(IssueState& state, const HandlingRefused& event, const Done& done) {
  state.phase = IssuePhase::refused;
  state.refusal = event;
  meet_first_reply(state, done);
  settle(state, done);
  state.delivered_on = done.on;
}

}  // namespace langnghe::domain::issue
