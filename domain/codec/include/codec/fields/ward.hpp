#pragma once

#include <tuple>

#include <codec/fields.hpp>
#include <codec/fields/attachment.hpp>
#include <codec/fields/deadline.hpp>
#include <codec/wire_type.hpp>
#include <domain/ward.hpp>

// Wire names of fields: what was ever stored under one keeps it. Include in .cpp files only.
namespace langnghe::codec {

template <>
struct Fields<domain::WardEstablished> {
  using T = domain::WardEstablished;
  static constexpr auto list =
      std::tuple{field("name", &T::name),     field("place_name", &T::place_name),
                 field("issuer", &T::issuer), field("issuer_symbol", &T::issuer_symbol),
                 if_said("city", &T::city),   field("province", &T::province)};
};
template <>
inline constexpr EventType kWireType<domain::WardEstablished>{"ward.established", 1};
template <>
struct Fields<domain::KhomAdded> {
  using T = domain::KhomAdded;
  static constexpr auto list = std::tuple{
      field("khom", &T::khom), field("name", &T::name), if_said("sample", &T::sample),
      field("valid_from", &T::valid_from), field("taken_over_from", &T::taken_over_from)};
};
template <>
inline constexpr EventType kWireType<domain::KhomAdded>{"ward.khom_added", 1};
template <>
struct Fields<domain::KhomRenamed> {
  using T = domain::KhomRenamed;
  static constexpr auto list = std::tuple{field("khom", &T::khom), field("name", &T::name),
                                          field("valid_from", &T::valid_from)};
};
template <>
inline constexpr EventType kWireType<domain::KhomRenamed>{"ward.khom_renamed", 1};
template <>
struct Fields<domain::KhomClosed> {
  using T = domain::KhomClosed;
  static constexpr auto list = std::tuple{field("khom", &T::khom), field("last_day", &T::last_day),
                                          field("reason", &T::reason)};
};
template <>
inline constexpr EventType kWireType<domain::KhomClosed>{"ward.khom_closed", 1};
template <>
struct Fields<domain::OfficialAppointed> {
  using T = domain::OfficialAppointed;
  static constexpr auto list =
      std::tuple{field("official", &T::official),     field("name", &T::name),
                 field("position", &T::position),     field("unit", &T::unit),
                 field("valid_from", &T::valid_from), field("office", &T::office)};
};
template <>
inline constexpr EventType kWireType<domain::OfficialAppointed>{"ward.official_appointed", 1};
template <>
struct Fields<domain::OfficialLeft> {
  using T = domain::OfficialLeft;
  static constexpr auto list =
      std::tuple{field("official", &T::official), field("last_day", &T::last_day)};
};
template <>
inline constexpr EventType kWireType<domain::OfficialLeft>{"ward.official_left", 1};
template <>
struct Fields<domain::ReportRouteAdopted> {
  using T = domain::ReportRouteAdopted;
  static constexpr auto list =
      std::tuple{field("addressee", &T::addressee), field("through", &T::through),
                 field("valid_from", &T::valid_from), field("due_within", &T::due_within)};
};
template <>
inline constexpr EventType kWireType<domain::ReportRouteAdopted>{"ward.report_route_adopted", 1};
template <>
struct Fields<domain::NumberingAdopted> {
  using T = domain::NumberingAdopted;
  static constexpr auto list =
      std::tuple{field("mode", &T::mode), field("valid_from", &T::valid_from)};
};
template <>
inline constexpr EventType kWireType<domain::NumberingAdopted>{"ward.numbering_adopted", 1};
template <>
struct Fields<domain::KhomsMerged> {
  using T = domain::KhomsMerged;
  static constexpr auto list = std::tuple{field("from", &T::from),
                                          field("into", &T::into),
                                          field("name", &T::name),
                                          field("sample", &T::sample),
                                          field("valid_from", &T::valid_from),
                                          field("basis", &T::basis)};
};
template <>
inline constexpr EventType kWireType<domain::KhomsMerged>{"ward.khoms_merged", 1};
template <>
struct Fields<domain::TemplateAdopted> {
  using T = domain::TemplateAdopted;
  static constexpr auto list = std::tuple{field("type", &T::type),
                                          assigned("version", &T::version),
                                          field("valid_from", &T::valid_from),
                                          if_said("text", &T::text),
                                          field("basis", &T::basis),
                                          added_later("kind", &T::kind),
                                          added_later("files", &T::files)};
};
template <>
inline constexpr EventType kWireType<domain::TemplateAdopted>{"ward.template_adopted", 1};
template <>
struct Fields<domain::RecipientsAdopted> {
  using T = domain::RecipientsAdopted;
  static constexpr auto list =
      std::tuple{field("kind", &T::kind), field("recipients", &T::recipients),
                 field("valid_from", &T::valid_from), field("basis", &T::basis)};
};
template <>
inline constexpr EventType kWireType<domain::RecipientsAdopted>{"ward.recipients_adopted", 1};
template <>
struct Fields<domain::SigningDelegated> {
  using T = domain::SigningDelegated;
  static constexpr auto list = std::tuple{field("delegation", &T::delegation),
                                          field("by", &T::by),
                                          field("to", &T::to),
                                          field("capacity", &T::capacity),
                                          field("documents", &T::documents),
                                          field("document", &T::document),
                                          field("date", &T::date),
                                          field("valid_from", &T::valid_from),
                                          field("last_day", &T::last_day)};
};
template <>
inline constexpr EventType kWireType<domain::SigningDelegated>{"ward.signing_delegated", 1};
template <>
struct Fields<domain::DelegationRevoked> {
  using T = domain::DelegationRevoked;
  static constexpr auto list =
      std::tuple{field("delegation", &T::delegation), field("last_day", &T::last_day),
                 field("reason", &T::reason)};
};
template <>
inline constexpr EventType kWireType<domain::DelegationRevoked>{"ward.delegation_revoked", 1};
template <>
struct Fields<domain::TimeConfirmed> {
  using T = domain::TimeConfirmed;
  static constexpr auto list = std::tuple{field("time", &T::time), field("reason", &T::reason)};
};
template <>
inline constexpr EventType kWireType<domain::TimeConfirmed>{"ward.time_confirmed", 1};

}  // namespace langnghe::codec
