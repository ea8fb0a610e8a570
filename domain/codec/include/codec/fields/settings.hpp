#pragma once

#include <tuple>

#include <codec/fields.hpp>
#include <codec/fields/deadline.hpp>
#include <codec/wire_type.hpp>
#include <domain/settings.hpp>

// Wire names of fields: what was ever stored under one keeps it. Include in .cpp files only.
namespace langnghe::codec {

template <>
struct Fields<domain::FieldDefinition> {
  using T = domain::FieldDefinition;
  static constexpr auto list = std::tuple{field("code", &T::code), field("name_vi", &T::name_vi),
                                          field("name_en", &T::name_en)};
};
template <>
struct Fields<domain::HoursSpan> {
  using T = domain::HoursSpan;
  static constexpr auto list = std::tuple{field("start", &T::start), field("end", &T::end)};
};
template <>
struct Fields<domain::DeliveryRule> {
  using T = domain::DeliveryRule;
  static constexpr auto list = std::tuple{field("method", &T::method), field("parts", &T::parts)};
};
template <>
struct Fields<domain::Policy> {
  using T = domain::Policy;
  static constexpr auto list =
      std::tuple{assigned("version", &T::version),
                 field("valid_from", &T::valid_from),
                 field("basis", &T::basis),
                 field("first_reply", &T::first_reply),
                 field("assign", &T::assign),
                 field("forward", &T::forward),
                 field("settle_simple", &T::settle_simple),
                 field("settle_complex", &T::settle_complex),
                 field("notice_after_settlement", &T::notice_after_settlement),
                 field("publish_result", &T::publish_result),
                 field("extensions_max", &T::extensions_max, between(0, 100)),
                 field("extension_days_max", &T::extension_days_max, between(0, 3'660)),
                 field("announce_days_before", &T::announce_days_before, between(0, 366)),
                 field("dialogues_per_quarter", &T::dialogues_per_quarter, between(0, 100)),
                 field("late_entry_days", &T::late_entry_days, between(0, 3'660)),
                 field("approaching_days", &T::approaching_days, between(0, 366)),
                 field("pause_days_max", &T::pause_days_max, between(0, 3'660)),
                 field("missed_grace_hours", &T::missed_grace_hours, between(0, 8'784)),
                 field("recommendation_answer", &T::recommendation_answer),
                 field("refusal_notice", &T::refusal_notice),
                 field("retention_years", &T::retention_years, between(0, 100)),
                 field("office_hours", &T::office_hours),
                 field("fields", &T::fields),
                 added_later("delivery_proof", &T::delivery_proof),
                 added_later("publish_answers", &T::publish_answers)};
};
template <>
struct Fields<domain::CalendarAdopted> {
  using T = domain::CalendarAdopted;
  static constexpr auto list =
      std::tuple{assigned("version", &T::version), field("days_off", &T::days_off),
                 field("worked_days", &T::worked_days),
                 field("confirmed_through", &T::confirmed_through, between(kYearMin, kYearMax)),
                 field("basis", &T::basis)};
};
template <>
inline constexpr EventType kWireType<domain::CalendarAdopted>{"calendar.adopted", 1};
template <>
struct Fields<domain::PolicyAdopted> {
  using T = domain::PolicyAdopted;
  static constexpr auto list = std::tuple{flattened(&T::policy)};
};
template <>
inline constexpr EventType kWireType<domain::PolicyAdopted>{"policy.adopted", 2};

}  // namespace langnghe::codec
