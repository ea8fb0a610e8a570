#include "issue/fold.hpp"

namespace langnghe::domain::issue {

void fold(IssueState& state, const IssueRecorded& event, const Done&) {
  state.phase = IssuePhase::recorded;
  state.recorded = event;
  if (event.origin && event.origin->agreed_due) {
    const Date& agreed = *event.origin->agreed_due;
    state.original_due = agreed;
    state.effective_due = agreed;
    state.clock = ResolutionClock{event.received, Term{}, agreed, {}, {}};
  }
  if (event.first_reply) {
    owe_first_reply(state, *event.first_reply);
  }
  state.first_reply_on = event.first_reply_on;
}

void fold(IssueState& state, const AnsweredOnTheSpot&, const Done& done) {
  state.phase = IssuePhase::answered_on_the_spot;
  meet_first_reply(state, done);
  settle(state, done);
  state.delivered_on = done.on;
}

void fold(IssueState& state, const Noted&, const Done& done) {
  state.phase = IssuePhase::noted;
  meet_first_reply(state, done);
  settle(state, done);
}

// The words told to the resident stay the first reply; they deny that these settled the matter.
void fold(IssueState& state, const OnTheSpotAnswerContested&, const Done& done) {
  state.phase = IssuePhase::contested;
  state.contested_on = done.on;
  state.settled_on.reset();
  owe_all(state);
  state.feedback_asked = false;
  state.verdict.reset();
  state.reopen_request.reset();
}

// A record of the first schema does not say the day it counts from: it was the day of receipt.
void fold(IssueState& state, const IssueClassified& event, const Done& done) {
  state.phase = IssuePhase::classified;
  state.classification = event;
  if (!state.original_due) {
    state.original_due = event.original_due;
  }
  const Date& start = event.start.ok() ? event.start : state.recorded.received;
  // A day that stays follows from what it did before.
  if (state.first_reply_due != event.first_reply_due) {
    owe_first_reply(state,
                    {start, event.first_reply_due, event.policy_version, event.calendar_version});
  }
  state.clock = ResolutionClock{start, event.term, std::nullopt, {}, {}};
  if (state.recorded.origin) {
    state.clock->agreed_due = state.recorded.origin->agreed_due;
  }
  move_due(state, ClockStep::Kind::classified, done, event.original_due, event.policy_version,
           event.calendar_version, "");
}

namespace {

/// An agreed day was set knowing what the clock had been given so far; what comes after moves it.
void change_clock(ResolutionClock& clock, const IssueReclassified& event) {
  if (event.agreed_due) {
    clock.agreed_due = event.agreed_due;
    clock.extensions.clear();
    clock.pauses.clear();
  } else if (event.new_due != event.previous_due) {
    clock.term = event.term;
    clock.agreed_due.reset();
  }
}

}  // namespace

// A complaint waits for its hand-over from wherever it was found out to be one.
void fold(IssueState& state, const IssueReclassified& event, const Done& done) {
  if (!state.classification) {
    state.classification.emplace();
  }
  state.classification->type = event.type;
  state.classification->field = event.field;
  state.classification->complexity = event.complexity;
  state.classification->provisional = event.provisional;
  if (event.type == IssueType::complaint) {
    state.phase = IssuePhase::classified;
    state.assignment.reset();
    state.answer = {};
  }
  if (state.clock) {
    change_clock(*state.clock, event);
  }
  move_due(state, ClockStep::Kind::reclassified, done, event.new_due, event.policy_version,
           event.calendar_version, event.reason);
}

void fold(IssueState& state, const IssueSplit& event, const Done&) {
  state.phase = IssuePhase::split;
  state.split_into = event.parts;
  stop(state);
}

void fold(IssueState& state, const IssuesLinked& event, const Done&) {
  state.links.push_back({event.other, event.kind});
}

void fold(IssueState& state, const IssueCorrected& event, const Done&) {
  switch (event.field) {
    case CorrectedField::subject:
      state.recorded.subject = event.new_value;
      break;
    case CorrectedField::field:
      state.recorded.field = {event.new_value};
      if (state.classification) {
        state.classification->field = {event.new_value};
      }
      break;
    case CorrectedField::khom:
      state.recorded.khom = {event.new_value};
      break;
    case CorrectedField::pressing:
      state.recorded.pressing = event.new_value == "true";
      break;
  }
}

void fold(IssueState& state, const IssueVoided&, const Done&) {
  state.phase = IssuePhase::voided;
  stop(state);
}

// An approved answer has settled the matter on its own day, and that day stays (domain.md rule 7).
void fold(IssueState& state, const IssueWithdrawn&, const Done& done) {
  state.phase = IssuePhase::withdrawn;
  if (!state.settled_on) {
    settle(state, done);
  }
}

}  // namespace langnghe::domain::issue
