#include <codec/fields/ward.hpp>

#include "event_entry.hpp"

namespace langnghe::codec {

template <>
inline constexpr EventType kWireType<domain::WardEstablished>{"ward.established", 1};
template <>
inline constexpr EventType kWireType<domain::KhomAdded>{"ward.khom_added", 1};
template <>
inline constexpr EventType kWireType<domain::KhomRenamed>{"ward.khom_renamed", 1};
template <>
inline constexpr EventType kWireType<domain::KhomClosed>{"ward.khom_closed", 1};
template <>
inline constexpr EventType kWireType<domain::OfficialAppointed>{"ward.official_appointed", 1};
template <>
inline constexpr EventType kWireType<domain::OfficialLeft>{"ward.official_left", 1};
template <>
inline constexpr EventType kWireType<domain::ReportRouteAdopted>{"ward.report_route_adopted", 1};
template <>
inline constexpr EventType kWireType<domain::NumberingAdopted>{"ward.numbering_adopted", 1};
template <>
inline constexpr EventType kWireType<domain::KhomsMerged>{"ward.khoms_merged", 1};
template <>
inline constexpr EventType kWireType<domain::TemplateAdopted>{"ward.template_adopted", 1};
template <>
inline constexpr EventType kWireType<domain::SigningDelegated>{"ward.signing_delegated", 1};
template <>
inline constexpr EventType kWireType<domain::DelegationRevoked>{"ward.delegation_revoked", 1};
template <>
inline constexpr EventType kWireType<domain::TimeConfirmed>{"ward.time_confirmed", 1};

std::vector<EventEntry> ward_entries() {
  return entries_of<domain::WardEvent>();
}
WrittenEvent write(const domain::WardEvent& event) {
  return written(event);
}

}  // namespace langnghe::codec
