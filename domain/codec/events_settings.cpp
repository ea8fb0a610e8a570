#include <codec/fields/settings.hpp>

#include "event_family.hpp"

namespace langnghe::codec {

template std::vector<EventEntry> entries_of<domain::CalendarEvent>();
template WrittenEvent written<domain::CalendarEvent>(const domain::CalendarEvent& family);

template std::vector<EventEntry> entries_of<domain::PolicyEvent>();
template WrittenEvent written<domain::PolicyEvent>(const domain::PolicyEvent& family);

}  // namespace langnghe::codec
