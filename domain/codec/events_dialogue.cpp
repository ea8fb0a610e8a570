#include <codec/fields/dialogue.hpp>

#include "event_entry.hpp"

namespace langnghe::codec {

template <>
inline constexpr EventType kWireType<domain::DialogueScheduled>{"dialogue.scheduled", 1};
template <>
inline constexpr EventType kWireType<domain::DialogueAnnounced>{"dialogue.announced", 1};
template <>
inline constexpr EventType kWireType<domain::DialogueOpened>{"dialogue.opened", 1};
template <>
inline constexpr EventType kWireType<domain::AttendanceRecorded>{"dialogue.attendance_recorded", 1};
template <>
inline constexpr EventType kWireType<domain::OpinionRecorded>{"dialogue.opinion_recorded", 1};
template <>
inline constexpr EventType kWireType<domain::DialogueClosed>{"dialogue.closed", 1};
template <>
inline constexpr EventType kWireType<domain::MinutesSigned>{"dialogue.minutes_signed", 1};
template <>
inline constexpr EventType kWireType<domain::ParticipantInvited>{"dialogue.participant_invited", 1};
template <>
inline constexpr EventType kWireType<domain::InvitationAnswered>{"dialogue.invitation_answered", 1};
template <>
inline constexpr EventType kWireType<domain::DialoguePostponed>{"dialogue.postponed", 1};
template <>
inline constexpr EventType kWireType<domain::DialogueRearranged>{"dialogue.rearranged", 1};
template <>
inline constexpr EventType kWireType<domain::DialogueCancelled>{"dialogue.cancelled", 1};
template <>
inline constexpr EventType kWireType<domain::DialogueMissed>{"dialogue.missed", 1};
template <>
inline constexpr EventType kWireType<domain::DialogueMissRetracted>{"dialogue.miss_retracted", 1};
template <>
inline constexpr EventType kWireType<domain::PreviousResultsPresented>{
    "dialogue.previous_results_presented", 1};
template <>
inline constexpr EventType kWireType<domain::PresentationSkipped>{"dialogue.presentation_skipped",
                                                                  1};
template <>
inline constexpr EventType kWireType<domain::OpinionConfirmed>{"dialogue.opinion_confirmed", 1};
template <>
inline constexpr EventType kWireType<domain::ConfirmationDeclined>{"dialogue.confirmation_declined",
                                                                   1};
template <>
inline constexpr EventType kWireType<domain::SignatureRefused>{"dialogue.signature_refused", 1};
template <>
inline constexpr EventType kWireType<domain::MinutesAddendumSigned>{
    "dialogue.minutes_addendum_signed", 1};
template <>
inline constexpr EventType kWireType<domain::ConclusionPublished>{"dialogue.conclusion_published",
                                                                  1};

std::vector<EventEntry> dialogue_entries() {
  return entries_of<domain::DialogueEvent>();
}
WrittenEvent write(const domain::DialogueEvent& event) {
  return written(event);
}

}  // namespace langnghe::codec
