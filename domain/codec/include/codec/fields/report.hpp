#pragma once

#include <tuple>

#include <codec/fields.hpp>
#include <codec/wire_type.hpp>
#include <domain/report.hpp>

// Wire names of fields: what was ever stored under one keeps it. Include in .cpp files only.
namespace langnghe::codec {

template <>
struct Fields<domain::FiguresFrozen> {
  using T = domain::FiguresFrozen;
  static constexpr auto list = std::tuple{
      field("ledger_size", &T::ledger_size), field("definition_version", &T::definition_version),
      field("figures_hash", &T::figures_hash), field("estimate", &T::estimate),
      added_later("measured_on", &T::measured_on)};
};
template <>
inline constexpr EventType kWireType<domain::FiguresFrozen>{"report.figures_frozen", 1};
template <>
struct Fields<domain::ReportDrafted> {
  using T = domain::ReportDrafted;
  static constexpr auto list = std::tuple{field("narrative", &T::narrative)};
};
template <>
inline constexpr EventType kWireType<domain::ReportDrafted>{"report.drafted", 1};
template <>
struct Fields<domain::ReportSigned> {
  using T = domain::ReportSigned;
  static constexpr auto list =
      std::tuple{field("number", &T::number), field("symbol", &T::symbol), field("date", &T::date),
                 field("signer", &T::signer), field("capacity", &T::capacity)};
};
template <>
inline constexpr EventType kWireType<domain::ReportSigned>{"report.signed", 1};
template <>
struct Fields<domain::ReportSubmitted> {
  using T = domain::ReportSubmitted;
  static constexpr auto list =
      std::tuple{field("addressee", &T::addressee), field("through", &T::through),
                 field("channel", &T::channel)};
};
template <>
inline constexpr EventType kWireType<domain::ReportSubmitted>{"report.submitted", 1};
template <>
struct Fields<domain::ReportAcknowledged> {
  using T = domain::ReportAcknowledged;
  static constexpr auto list = std::tuple{field("receipt", &T::receipt)};
};
template <>
inline constexpr EventType kWireType<domain::ReportAcknowledged>{"report.acknowledged", 1};
template <>
struct Fields<domain::ReportSentBack> {
  using T = domain::ReportSentBack;
  static constexpr auto list = std::tuple{field("comments", &T::comments)};
};
template <>
inline constexpr EventType kWireType<domain::ReportSentBack>{"report.sent_back", 1};
template <>
struct Fields<domain::ReportReturned> {
  using T = domain::ReportReturned;
  static constexpr auto list = std::tuple{field("reason", &T::reason)};
};
template <>
inline constexpr EventType kWireType<domain::ReportReturned>{"report.returned", 1};
template <>
struct Fields<domain::FigureDifference> {
  using T = domain::FigureDifference;
  static constexpr auto list = std::tuple{field("figure", &T::figure), field("before", &T::before),
                                          field("after", &T::after)};
};
template <>
struct Fields<domain::ReportSupplemented> {
  using T = domain::ReportSupplemented;
  static constexpr auto list = std::tuple{field("ordinal", &T::ordinal),
                                          field("ledger_size", &T::ledger_size),
                                          field("definition_version", &T::definition_version),
                                          field("figures_hash", &T::figures_hash),
                                          field("differences", &T::differences),
                                          field("positions", &T::positions),
                                          field("reason", &T::reason),
                                          added_later("measured_on", &T::measured_on)};
};
template <>
inline constexpr EventType kWireType<domain::ReportSupplemented>{"report.supplemented", 1};

}  // namespace langnghe::codec
