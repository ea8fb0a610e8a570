#include <codec/fields/dialogue.hpp>

#include "event_family.hpp"

namespace langnghe::codec {

template std::vector<EventEntry> entries_of<domain::DialogueEvent>();
template WrittenEvent written<domain::DialogueEvent>(const domain::DialogueEvent& family);

}  // namespace langnghe::codec
