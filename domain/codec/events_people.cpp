#include <codec/fields/resident.hpp>
#include <codec/fields/user.hpp>

#include "event_family.hpp"

namespace langnghe::codec {

template std::vector<EventEntry> entries_of<domain::ResidentEvent>();
template WrittenEvent written<domain::ResidentEvent>(const domain::ResidentEvent& family);

template std::vector<EventEntry> entries_of<domain::UserEvent>();
template WrittenEvent written<domain::UserEvent>(const domain::UserEvent& family);

}  // namespace langnghe::codec
