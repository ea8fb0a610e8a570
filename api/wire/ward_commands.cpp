#include <array>

#include <codec/fields/settings.hpp>
#include <codec/fields/ward.hpp>

#include "wire/read_body.hpp"

namespace langnghe::codec {

template <>
struct Fields<domain::EstablishWard> {
  static constexpr auto list = std::tuple{flattened(&domain::EstablishWard::ward)};
};
template <>
struct Fields<domain::AddKhom> {
  static constexpr auto list = std::tuple{flattened(&domain::AddKhom::khom)};
};
template <>
struct Fields<domain::RenameKhom> {
  static constexpr auto list = std::tuple{flattened(&domain::RenameKhom::khom)};
};
template <>
struct Fields<domain::CloseKhom> {
  static constexpr auto list = std::tuple{flattened(&domain::CloseKhom::khom)};
};
template <>
struct Fields<domain::AppointOfficial> {
  static constexpr auto list = std::tuple{flattened(&domain::AppointOfficial::official)};
};
template <>
struct Fields<domain::RecordOfficialLeft> {
  static constexpr auto list = std::tuple{flattened(&domain::RecordOfficialLeft::official)};
};
template <>
struct Fields<domain::AdoptReportRoute> {
  static constexpr auto list = std::tuple{flattened(&domain::AdoptReportRoute::route)};
};
template <>
struct Fields<domain::AdoptNumbering> {
  static constexpr auto list = std::tuple{flattened(&domain::AdoptNumbering::numbering)};
};
template <>
struct Fields<domain::AdoptPolicy> {
  static constexpr auto list = std::tuple{flattened(&domain::AdoptPolicy::policy)};
};
template <>
struct Fields<domain::AdoptCalendar> {
  using T = domain::AdoptCalendar;
  static constexpr auto list =
      std::tuple{field("days_off", &T::days_off), field("worked_days", &T::worked_days),
                 field("confirmed_through", &T::confirmed_through, between(kYearMin, kYearMax)),
                 field("basis", &T::basis)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {
namespace {

constexpr std::array kWardActs{reader_of<domain::EstablishWard, TheOnly>(),
                               reader_of<domain::AddKhom, TheOnly>(),
                               reader_of<domain::RenameKhom, TheOnly>(),
                               reader_of<domain::CloseKhom, TheOnly>(),
                               reader_of<domain::AppointOfficial, TheOnly>(),
                               reader_of<domain::RecordOfficialLeft, TheOnly>(),
                               reader_of<domain::AdoptReportRoute, TheOnly>(),
                               reader_of<domain::AdoptNumbering, TheOnly>()};
constexpr std::array kCalendarActs{reader_of<domain::AdoptCalendar, TheOnly>()};
constexpr std::array kPolicyActs{reader_of<domain::AdoptPolicy, TheOnly>()};

}  // namespace

Read<domain::Command> read_ward_act(std::string_view act, std::string_view body) {
  return read_with(kWardActs, act, TheOnly{}, body);
}
Read<domain::Command> read_calendar_act(std::string_view act, std::string_view body) {
  return read_with(kCalendarActs, act, TheOnly{}, body);
}
Read<domain::Command> read_policy_act(std::string_view act, std::string_view body) {
  return read_with(kPolicyActs, act, TheOnly{}, body);
}

}  // namespace langnghe::api::wire
