#include <codec/fields/document_register.hpp>
#include <codec/fields/plan.hpp>
#include <codec/fields/report.hpp>

#include "event_family.hpp"

namespace langnghe::codec {

template std::vector<EventEntry> entries_of<domain::PlanEvent>();
template WrittenEvent written<domain::PlanEvent>(const domain::PlanEvent& family);

template std::vector<EventEntry> entries_of<domain::ReportEvent>();
template WrittenEvent written<domain::ReportEvent>(const domain::ReportEvent& family);

template std::vector<EventEntry> entries_of<domain::RegisterEvent>();
template WrittenEvent written<domain::RegisterEvent>(const domain::RegisterEvent& family);

}  // namespace langnghe::codec
