#pragma once

#include <tuple>

#include <codec/fields.hpp>
#include <codec/wire_type.hpp>
#include <domain/plan.hpp>

// Wire names of fields: what was ever stored under one keeps it. Include in .cpp files only.
namespace langnghe::codec {

template <>
struct Fields<domain::PlanLine> {
  using T = domain::PlanLine;
  static constexpr auto list =
      std::tuple{field("khom", &T::khom), field("per_quarter", &T::per_quarter, between(0, 100))};
};
template <>
struct Fields<domain::PlanDrafted> {
  using T = domain::PlanDrafted;
  static constexpr auto list =
      std::tuple{field("year", &T::year, between(kYearMin, kYearMax)), field("title", &T::title),
                 field("legal_basis", &T::legal_basis), field("lines", &T::lines)};
};
template <>
inline constexpr EventType kWireType<domain::PlanDrafted>{"plan.drafted", 1};
template <>
struct Fields<domain::PlanApproved> {
  using T = domain::PlanApproved;
  static constexpr auto list =
      std::tuple{field("number", &T::number), field("symbol", &T::symbol), field("date", &T::date),
                 field("signer", &T::signer), field("capacity", &T::capacity)};
};
template <>
inline constexpr EventType kWireType<domain::PlanApproved>{"plan.approved", 1};
template <>
struct Fields<domain::PlanPublished> {
  using T = domain::PlanPublished;
  static constexpr auto list = std::tuple{field("places", &T::places)};
};
template <>
inline constexpr EventType kWireType<domain::PlanPublished>{"plan.published", 1};
template <>
struct Fields<domain::PlanAmended> {
  using T = domain::PlanAmended;
  static constexpr auto list = std::tuple{
      field("version", &T::version), field("reason", &T::reason), field("lines", &T::lines),
      field("signer", &T::signer), field("capacity", &T::capacity)};
};
template <>
inline constexpr EventType kWireType<domain::PlanAmended>{"plan.amended", 1};
template <>
struct Fields<domain::ObligationMissed> {
  using T = domain::ObligationMissed;
  static constexpr auto list =
      std::tuple{field("khom", &T::khom), field("quarter", &T::quarter, between(1, 4)),
                 field("owed", &T::owed), field("held", &T::held)};
};
template <>
inline constexpr EventType kWireType<domain::ObligationMissed>{"plan.obligation_missed", 1};
template <>
struct Fields<domain::ObligationMissRetracted> {
  using T = domain::ObligationMissRetracted;
  static constexpr auto list =
      std::tuple{field("khom", &T::khom), field("quarter", &T::quarter, between(1, 4))};
};
template <>
inline constexpr EventType kWireType<domain::ObligationMissRetracted>{
    "plan.obligation_miss_retracted", 1};
template <>
struct Fields<domain::LateDialogueCredited> {
  using T = domain::LateDialogueCredited;
  static constexpr auto list = std::tuple{
      field("khom", &T::khom), field("quarter", &T::quarter, between(1, 4)),
      field("dialogue", &T::dialogue), field("held_on", &T::held_on), field("reason", &T::reason)};
};
template <>
inline constexpr EventType kWireType<domain::LateDialogueCredited>{"plan.late_dialogue_credited",
                                                                   1};
template <>
struct Fields<domain::PlanClosed> {
  using T = domain::PlanClosed;
  static constexpr auto list =
      std::tuple{field("owed", &T::owed), field("covered", &T::covered),
                 field("credited", &T::credited), field("lessons", &T::lessons)};
};
template <>
inline constexpr EventType kWireType<domain::PlanClosed>{"plan.closed", 1};

}  // namespace langnghe::codec
