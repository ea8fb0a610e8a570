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

std::vector<EventEntry> dialogue_entries() {
  return entries_of<domain::DialogueEvent>();
}
WrittenEvent write(const domain::DialogueEvent& event) {
  return written(event);
}

}  // namespace langnghe::codec
