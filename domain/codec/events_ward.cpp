#include <codec/fields/ward.hpp>

#include "event_family.hpp"

namespace langnghe::codec {

template std::vector<EventEntry> entries_of<domain::WardEvent>();
template WrittenEvent written<domain::WardEvent>(const domain::WardEvent& family);

}  // namespace langnghe::codec
