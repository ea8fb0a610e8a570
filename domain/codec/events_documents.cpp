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
template <>
inline constexpr EventType kWireType<domain::PlanAmended>{"plan.amended", 1};
template <>
inline constexpr EventType kWireType<domain::ObligationMissed>{"plan.obligation_missed", 1};
template <>
inline constexpr EventType kWireType<domain::ObligationMissRetracted>{
    "plan.obligation_miss_retracted", 1};
template <>
inline constexpr EventType kWireType<domain::LateDialogueCredited>{"plan.late_dialogue_credited",
                                                                   1};
template <>
inline constexpr EventType kWireType<domain::PlanClosed>{"plan.closed", 1};
template <>
inline constexpr EventType kWireType<domain::ReportSentBack>{"report.sent_back", 1};
template <>
inline constexpr EventType kWireType<domain::ReportReturned>{"report.returned", 1};
template <>
inline constexpr EventType kWireType<domain::ReportSupplemented>{"report.supplemented", 1};
template <>
inline constexpr EventType kWireType<domain::NumberVoided>{"register.number_voided", 1};
template <>
inline constexpr EventType kWireType<domain::NumberAllowed>{"register.number_allowed", 1};
template <>
inline constexpr EventType kWireType<domain::CounterTaken>{"register.counter_taken", 1};

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
