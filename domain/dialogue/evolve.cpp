#include <domain/dialogue.hpp>

namespace langnghe::domain {

void move_start(DialogueScheduled& schedule, std::chrono::minutes start) {
  constexpr std::chrono::minutes kMidnight{24 * 60};
  if (schedule.end) {
    const std::chrono::minutes end = *schedule.end + (start - schedule.start);
    schedule.end = end < kMidnight ? std::optional(end) : std::nullopt;
  }
  schedule.start = start;
}

namespace {

void fold(DialogueState& state, const DialogueScheduled& event) {
  state.phase = DialoguePhase::scheduled;
  state.schedule = event;
}

// Typed after the clock had found it missed, it leaves that as it is.
void fold(DialogueState& state, const DialogueAnnounced&) {
  if (state.phase != DialoguePhase::missed) {
    state.phase = DialoguePhase::announced;
  }
}

void fold(DialogueState& state, const DialogueOpened& event) {
  state.phase = DialoguePhase::opened;
  state.opening = event;
}

void fold(DialogueState& state, const AttendanceRecorded& event) {
  state.attendance = event;
}

void fold(DialogueState& state, const OpinionRecorded& event) {
  state.opinions.push_back(event.opinion);
  state.issues.insert(state.issues.end(), event.issues.begin(), event.issues.end());
}

void fold(DialogueState& state, const DialogueClosed&) {
  state.phase = DialoguePhase::closed;
}

void fold(DialogueState& state, const MinutesSigned& event) {
  state.phase = DialoguePhase::minutes_signed;
  state.minutes_on = event.date;
}

void fold(DialogueState& state, const ParticipantInvited& event) {
  state.invitations.push_back({event, std::nullopt});
}

void fold(DialogueState& state, const InvitationAnswered& event) {
  for (Invitation& invitation : state.invitations) {
    if (invitation.invited.participant == event.participant) {
      invitation.answer = event;
    }
  }
}

void fold(DialogueState& state, const DialoguePostponed& event) {
  ++state.postponements;
  if (!event.date) {
    state.phase = DialoguePhase::postponed;
    return;
  }
  // Another day was announced: the new one is announced again.
  state.phase = DialoguePhase::scheduled;
  state.schedule.date = *event.date;
  state.schedule.outside_office_hours = event.outside_office_hours;
  state.schedule.double_booked = event.double_booked;
  if (event.start) {
    move_start(state.schedule, *event.start);
  }
}

void fold(DialogueState& state, const DialogueRearranged& event) {
  if (event.announce_again) {
    state.phase = DialoguePhase::scheduled;
  }
  DialogueScheduled& schedule = state.schedule;
  schedule.khom = event.khom;
  schedule.start = event.start;
  schedule.end = event.end;
  schedule.venue = event.venue;
  schedule.chair = event.chair;
  schedule.outside_office_hours = event.outside_office_hours;
  schedule.double_booked = event.double_booked;
}

void fold(DialogueState& state, const DialogueCancelled&) {
  state.phase = DialoguePhase::cancelled;
}

void fold(DialogueState& state, const DialogueMissed&) {
  state.phase = DialoguePhase::missed;
}

// The change that the act beside it made to the dialogue stays.
void fold(DialogueState& state, const DialogueMissRetracted&) {
  if (state.phase == DialoguePhase::missed) {
    state.phase = DialoguePhase::scheduled;
  }
}

void fold(DialogueState& state, const PreviousResultsPresented&) {
  state.presentation = Presentation::presented;
}

void fold(DialogueState& state, const PresentationSkipped&) {
  state.presentation = Presentation::skipped;
}

void fold(DialogueState& state, const OpinionConfirmed& event) {
  state.confirmed.push_back(event.opinion);
}

void fold(DialogueState& state, const ConfirmationDeclined& event) {
  state.confirmed.push_back(event.opinion);
}

// It is in the record for who reads it; the minutes stand without that signature.
void fold(DialogueState&, const SignatureRefused&) {}

void fold(DialogueState& state, const MinutesAddendumSigned& event) {
  state.addenda = event.ordinal;
}

void fold(DialogueState& state, const ConclusionPublished& event) {
  state.phase = DialoguePhase::concluded;
  state.conclusion = event;
}

}  // namespace

void evolve(DialogueState& state, const DialogueEvent& event) {
  std::visit([&](const auto& what) { fold(state, what); }, event);
}

}  // namespace langnghe::domain
