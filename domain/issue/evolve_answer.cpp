#include "issue/fold.hpp"

namespace langnghe::domain::issue {

void fold(IssueState& state, const AnswerDrafted& event, const Done& done) {
  state.phase = IssuePhase::answer_drafted;
  state.answer =
      AnswerState{event.draft, done.by, event.outcome, event.text, event.legal_basis, false, false};
}

void fold(IssueState& state, const AnswerSentBack&, const Done&) {
  state.answer.sent_back = true;
}

void fold(IssueState& state, const AnswerApproved&, const Done& done) {
  state.phase = IssuePhase::answer_approved;
  state.answer.approved = true;
  settle(state, done);
}

void fold(IssueState& state, const NoticeIssued& event, const Done&) {
  state.phase = IssuePhase::notice_issued;
  state.notice = event;
}

// A notice that hung at the khóm office had reached the resident by law: the first day stays.
void fold(IssueState& state, const NoticeDelivered& event, const Done& done) {
  state.deliveries.push_back({done.on, event.method, event.proof, event.absorbed});
  if (!serve(state, event.absorbed, done)) {
    return;
  }
  if (state.phase != IssuePhase::closed) {
    state.phase = IssuePhase::notice_delivered;
  }
  meet_first_reply(state, done);
  if (!state.delivered_on) {
    state.delivered_on = done.on;
  }
}

// Once the own person has the notice, it hangs there for the others alone.
void fold(IssueState& state, const NoticePosted& event, const Done& done) {
  state.deliveries.push_back({done.on,
                              DeliveryMethod::posted,
                              {std::nullopt, std::nullopt, "", event.reference, event.files},
                              std::nullopt});
  for (const IssueId& absorbed : event.absorbed) {
    serve(state, absorbed, done);
  }
  if (!state.delivered_on) {
    serve(state, std::nullopt, done);
    state.phase = IssuePhase::notice_posted;
    meet_first_reply(state, done);
    state.delivered_on = done.on;
  }
}

void fold(IssueState& state, const DeliveryGivenUp& event, const Done& done) {
  for (AbsorbedIssue& held : state.absorbed) {
    if (held.issue == event.absorbed) {
      held.served_on = done.on;
      held.given_up_for = event.reason;
    }
  }
  end_when_all_told(state, done);
}

void fold(IssueState& state, const DeliveryFailed&, const Done&) {
  ++state.delivery_failures;
}

// The matter stays settled on its day; the right answer has yet to be delivered.
void fold(IssueState& state, const NoticeReplaced& event, const Done&) {
  state.phase = IssuePhase::notice_issued;
  state.notice = NoticeIssued{event.number, event.symbol, event.date, event.signer, event.capacity};
  state.answer.text = event.text;
  owe_all(state);
}

// A letter beside the notice; nothing of the answer changes.
void fold(IssueState&, const NoticeCorrected&, const Done&) {}

// As if it had not been answered, on the clock that was stopped: it is never restarted (rule 7).
void fold(IssueState& state, const NoticeRecalled&, const Done&) {
  state.phase = IssuePhase::in_progress;
  state.answer = {};
  state.notice.reset();
  state.settled_on.reset();
  owe_all(state);
}

}  // namespace langnghe::domain::issue
