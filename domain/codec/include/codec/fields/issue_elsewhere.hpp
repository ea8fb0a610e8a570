#pragma once

#include <tuple>

#include <codec/fields.hpp>
#include <codec/fields/delivery_proof.hpp>
#include <codec/wire_type.hpp>
#include <domain/issue_elsewhere.hpp>

// Wire names of fields: what was ever stored under one keeps it. Include in .cpp files only.
namespace langnghe::codec {

template <>
struct Fields<domain::HandedOver> {
  using T = domain::HandedOver;
  static constexpr auto list = std::tuple{field("type", &T::type),
                                          field("dialogue", &T::dialogue),
                                          field("received", &T::received),
                                          field("counter", &T::counter),
                                          field("paper_register_number", &T::paper_register_number),
                                          field("receiving_officer", &T::receiving_officer)};
};
template <>
inline constexpr EventType kWireType<domain::HandedOver>{"issue.handed_over", 1};
template <>
struct Fields<domain::IssueForwarded> {
  using T = domain::IssueForwarded;
  static constexpr auto list =
      std::tuple{field("body", &T::body), field("document", &T::document),
                 field("asked", &T::asked), field("resident_told", &T::resident_told)};
};
template <>
inline constexpr EventType kWireType<domain::IssueForwarded>{"issue.forwarded", 1};
template <>
struct Fields<domain::ForwardAcknowledged> {
  using T = domain::ForwardAcknowledged;
  static constexpr auto list = std::tuple{field("document", &T::document)};
};
template <>
inline constexpr EventType kWireType<domain::ForwardAcknowledged>{"issue.forward_acknowledged", 1};
template <>
struct Fields<domain::ForwardBounced> {
  using T = domain::ForwardBounced;
  static constexpr auto list =
      std::tuple{field("document", &T::document), field("reason", &T::reason)};
};
template <>
inline constexpr EventType kWireType<domain::ForwardBounced>{"issue.forward_bounced", 1};
template <>
struct Fields<domain::ExternalResultReceived> {
  using T = domain::ExternalResultReceived;
  static constexpr auto list =
      std::tuple{field("document", &T::document), field("summary", &T::summary)};
};
template <>
inline constexpr EventType kWireType<domain::ExternalResultReceived>{
    "issue.external_result_received", 1};
template <>
struct Fields<domain::ExternalResultTold> {
  using T = domain::ExternalResultTold;
  static constexpr auto list =
      std::tuple{field("method", &T::method), added_later("proof", &T::proof),
                 field("absorbed", &T::absorbed), added_later("others_wait", &T::others_wait)};
};
template <>
inline constexpr EventType kWireType<domain::ExternalResultTold>{"issue.external_result_told", 1};
template <>
struct Fields<domain::HandlingRefused> {
  using T = domain::HandlingRefused;
  static constexpr auto list = std::tuple{
      field("ground", &T::ground),    field("reason", &T::reason), field("number", &T::number),
      field("symbol", &T::symbol),    field("date", &T::date),     field("signer", &T::signer),
      field("capacity", &T::capacity)};
};
template <>
inline constexpr EventType kWireType<domain::HandlingRefused>{"issue.handling_refused", 1};

}  // namespace langnghe::codec
