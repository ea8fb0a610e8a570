#include <domain/dialogue.hpp>

namespace langnghe::domain {
namespace {

void fold(DialogueState& state, const DialogueScheduled& event) {
  state.phase = DialoguePhase::scheduled;
  state.schedule = event;
}

void fold(DialogueState& state, const DialogueAnnounced&) {
  state.phase = DialoguePhase::announced;
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

void fold(DialogueState& state, const MinutesSigned&) {
  state.phase = DialoguePhase::minutes_signed;
}

}  // namespace

void evolve(DialogueState& state, const DialogueEvent& event) {
  std::visit([&](const auto& what) { fold(state, what); }, event);
}

}  // namespace langnghe::domain
