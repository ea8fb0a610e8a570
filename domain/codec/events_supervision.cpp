#include <codec/fields/supervision.hpp>

#include "event_family.hpp"

namespace langnghe::codec {

template std::vector<EventEntry> entries_of<domain::SupervisionEvent>();
template WrittenEvent written<domain::SupervisionEvent>(const domain::SupervisionEvent& family);

}  // namespace langnghe::codec
