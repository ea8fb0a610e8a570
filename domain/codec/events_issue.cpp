#include <codec/fields/issue.hpp>

#include "event_family.hpp"

namespace langnghe::codec {

template std::vector<EventEntry> entries_of<domain::IssueEvent>();
template WrittenEvent written<domain::IssueEvent>(const domain::IssueEvent& family);

}  // namespace langnghe::codec
