#include <algorithm>

#include <domain/issue_state.hpp>

namespace langnghe::domain {
namespace {

/// Who did it and the day it happened.
struct Done {
  const UserId& by;
  const Date& on;
};

void meet_first_reply(IssueState& state, const Date& on) {
  if (!state.first_reply_on) {
    state.first_reply_on = on;
  }
}

/// The resolution clock stops; what was asked of it is no longer a question.
void settle(IssueState& state, const Date& on) {
  state.settled_on = on;
  state.pending_extension.reset();
}

// ---- intake

void fold(IssueState& state, const IssueRecorded& event, const Done&) {
  state.phase = IssuePhase::recorded;
  state.recorded = event;
}

void fold(IssueState& state, const AnsweredOnTheSpot&, const Done& done) {
  state.phase = IssuePhase::answered_on_the_spot;
  meet_first_reply(state, done.on);
  settle(state, done.on);
  state.delivered_on = done.on;
}

void fold(IssueState& state, const Noted&, const Done& done) {
  state.phase = IssuePhase::noted;
  meet_first_reply(state, done.on);
  settle(state, done.on);
}

void fold(IssueState& state, const IssueClassified& event, const Done&) {
  state.phase = IssuePhase::classified;
  state.classification = event;
  state.original_due = event.original_due;
  state.effective_due = event.original_due;
  state.clock.push_back({ClockStep::Kind::classified, state.recorded.received, event.term,
                         event.original_due, event.policy_version, event.calendar_version});
}

// ---- handling

void fold(IssueState& state, const IssueAssigned& event, const Done&) {
  state.phase = IssuePhase::assigned;
  state.assignment = event;
}

void fold(IssueState& state, const AssignmentAccepted&, const Done&) {
  state.phase = IssuePhase::accepted;
}

// The first note says that work has begun; a note on a forward leaves it where it is.
void fold(IssueState& state, const ProgressNoted& event, const Done& done) {
  if (state.phase == IssuePhase::accepted) {
    state.phase = IssuePhase::in_progress;
  }
  if (event.visibility == NoteVisibility::public_) {
    meet_first_reply(state, done.on);
  }
}

void fold(IssueState& state, const ExtensionRequested& event, const Done& done) {
  state.pending_extension = PendingExtension{done.by, event.days, event.reason, event.late};
}

void fold(IssueState& state, const ExtensionApproved& event, const Done&) {
  state.effective_due = event.new_due;
  state.extensions = event.ordinal;
  state.pending_extension.reset();
  state.clock.push_back({ClockStep::Kind::extended, event.previous_due,
                         Term{event.days, DayUnit::working_days}, event.new_due, 0,
                         event.calendar_version});
}

void fold(IssueState& state, const ExtensionRefused&, const Done&) {
  state.pending_extension.reset();
}

// ---- elsewhere

void fold(IssueState& state, const HandedOver& event, const Done& done) {
  state.phase = IssuePhase::handed_over;
  state.handed_over = event;
  meet_first_reply(state, done.on);
  settle(state, done.on);
}

void fold(IssueState& state, const IssueForwarded& event, const Done& done) {
  state.phase = IssuePhase::forwarded;
  state.forward = event;
  if (event.resident_told) {
    meet_first_reply(state, done.on);
  }
}

void fold(IssueState& state, const ForwardAcknowledged&, const Done&) {
  state.phase = IssuePhase::forward_acknowledged;
}

void fold(IssueState& state, const ExternalResultReceived&, const Done&) {
  state.phase = IssuePhase::external_result_received;
}

void fold(IssueState& state, const ExternalResultTold&, const Done& done) {
  state.phase = IssuePhase::external_result_told;
  meet_first_reply(state, done.on);
  settle(state, done.on);
  state.delivered_on = done.on;
}

// ---- answer

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
  settle(state, done.on);
}

void fold(IssueState& state, const NoticeIssued& event, const Done&) {
  state.phase = IssuePhase::notice_issued;
  state.notice = event;
}

void fold(IssueState& state, const NoticeDelivered&, const Done& done) {
  state.phase = IssuePhase::notice_delivered;
  meet_first_reply(state, done.on);
  state.delivered_on = done.on;
}

void fold(IssueState& state, const IssueClosed&, const Done&) {
  state.phase = IssuePhase::closed;
}

// ---- after

void fold(IssueState& state, const FeedbackAsked&, const Done&) {
  state.feedback_asked = true;
}

void fold(IssueState& state, const FeedbackRecorded& event, const Done&) {
  state.verdict = event.verdict;
}

// A new round begins with nothing of the last one but its first deadline and its history. What was
// answered on the spot or noted had no deadline, so the new one is its first.
void fold(IssueState& state, const IssueReopened& event, const Done& done) {
  state.phase = IssuePhase::reopened;
  state.reopenings = event.ordinal;
  if (!state.original_due) {
    state.original_due = event.new_due;
  }
  state.effective_due = event.new_due;
  state.settled_on.reset();
  state.delivered_on.reset();
  state.extensions = 0;
  state.pending_extension.reset();
  state.answer = {};
  state.notice.reset();
  state.forward.reset();
  state.feedback_asked = false;
  state.verdict.reset();
  state.clock.push_back({ClockStep::Kind::reopened, done.on, event.term, event.new_due,
                         event.policy_version, event.calendar_version});
}

}  // namespace

bool is_ended(IssuePhase phase) {
  switch (phase) {
    case IssuePhase::answered_on_the_spot:
    case IssuePhase::noted:
    case IssuePhase::handed_over:
    case IssuePhase::external_result_told:
    case IssuePhase::closed:
      return true;
    default:
      return false;
  }
}

void evolve(IssueState& state, const IssueEvent& event, const UserId& by, const Date& on) {
  std::visit([&](const auto& what) { fold(state, what, Done{by, on}); }, event);
  state.last_act_on = std::max(state.last_act_on, on);
}

}  // namespace langnghe::domain
