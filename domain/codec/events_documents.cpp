#include <codec/fields/document_register.hpp>
#include <codec/fields/plan.hpp>
#include <codec/fields/report.hpp>

#include "event_entry.hpp"

namespace langnghe::codec {

template <>
inline constexpr EventType kWireType<domain::PlanDrafted>{"plan.drafted", 1};
template <>
inline constexpr EventType kWireType<domain::PlanApproved>{"plan.approved", 1};
template <>
inline constexpr EventType kWireType<domain::PlanPublished>{"plan.published", 1};

template <>
inline constexpr EventType kWireType<domain::FiguresFrozen>{"report.figures_frozen", 1};
template <>
inline constexpr EventType kWireType<domain::ReportDrafted>{"report.drafted", 1};
template <>
inline constexpr EventType kWireType<domain::ReportSigned>{"report.signed", 1};
template <>
inline constexpr EventType kWireType<domain::ReportSubmitted>{"report.submitted", 1};
template <>
inline constexpr EventType kWireType<domain::ReportAcknowledged>{"report.acknowledged", 1};

template <>
inline constexpr EventType kWireType<domain::NumberTaken>{"register.number_taken", 1};

std::vector<EventEntry> plan_entries() {
  return entries_of<domain::PlanEvent>();
}
WrittenEvent write(const domain::PlanEvent& event) {
  return written(event);
}

std::vector<EventEntry> report_entries() {
  return entries_of<domain::ReportEvent>();
}
WrittenEvent write(const domain::ReportEvent& event) {
  return written(event);
}

std::vector<EventEntry> register_entries() {
  return entries_of<domain::RegisterEvent>();
}
WrittenEvent write(const domain::RegisterEvent& event) {
  return written(event);
}

}  // namespace langnghe::codec
