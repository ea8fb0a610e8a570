#include <codec/fields/settings.hpp>

#include "event_entry.hpp"

namespace langnghe::codec {

template <>
inline constexpr EventType kWireType<domain::CalendarAdopted>{"calendar.adopted", 1};

template <>
inline constexpr EventType kWireType<domain::PolicyAdopted>{"policy.adopted", 2};

std::vector<EventEntry> calendar_entries() {
  return entries_of<domain::CalendarEvent>();
}
WrittenEvent write(const domain::CalendarEvent& event) {
  return written(event);
}

std::vector<EventEntry> policy_entries() {
  return entries_of<domain::PolicyEvent>();
}
WrittenEvent write(const domain::PolicyEvent& event) {
  return written(event);
}

}  // namespace langnghe::codec
