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
struct Fields<domain::MergeKhoms> {
  static constexpr auto list = std::tuple{flattened(&domain::MergeKhoms::merger)};
};
template <>
struct Fields<domain::AdoptTemplate> {
  static constexpr auto list = std::tuple{flattened(&domain::AdoptTemplate::adopted)};
};
template <>
struct Fields<domain::AdoptRecipients> {
  static constexpr auto list = std::tuple{flattened(&domain::AdoptRecipients::adopted)};
};
template <>
struct Fields<domain::DelegateSigning> {
  static constexpr auto list = std::tuple{flattened(&domain::DelegateSigning::delegation)};
};
template <>
struct Fields<domain::RevokeDelegation> {
  static constexpr auto list = std::tuple{flattened(&domain::RevokeDelegation::revocation)};
};
template <>
struct Fields<domain::ConfirmTime> {
  static constexpr auto list = std::tuple{flattened(&domain::ConfirmTime::confirmed)};
};
template <>
struct Fields<domain::ImportedIssue> {
  using T = domain::ImportedIssue;
  static constexpr std::string_view name = "ImportedIssue";
  static constexpr auto list = std::tuple{field_or_default("issue", &T::issue),
                                          field("external_id", &T::external_id),
                                          field("row", &T::row, between(1, 1'000'000)),
                                          field("khom", &T::khom),
                                          field("received", &T::received),
                                          field("subject", &T::subject),
                                          field("field", &T::field),
                                          field_or_default("pressing", &T::pressing),
                                          field("agreed_due", &T::agreed_due),
                                          field("ended_on", &T::ended_on),
                                          field_or_default("outcome", &T::outcome)};
};
template <>
struct Fields<domain::ImportIssues> {
  using T = domain::ImportIssues;
  static constexpr auto list = std::tuple{
      field("source", &T::source), field("file_hash", &T::file_hash), field("issues", &T::issues)};
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

constexpr std::array kWardActs{reader_of<domain::EstablishWard, OnlyStream>(),
                               reader_of<domain::AddKhom, OnlyStream>(),
                               reader_of<domain::RenameKhom, OnlyStream>(),
                               reader_of<domain::CloseKhom, OnlyStream>(),
                               reader_of<domain::AppointOfficial, OnlyStream>(),
                               reader_of<domain::RecordOfficialLeft, OnlyStream>(),
                               reader_of<domain::AdoptReportRoute, OnlyStream>(),
                               reader_of<domain::AdoptNumbering, OnlyStream>(),
                               reader_of<domain::MergeKhoms, OnlyStream>(),
                               reader_of<domain::AdoptTemplate, OnlyStream>(),
                               reader_of<domain::AdoptRecipients, OnlyStream>(),
                               reader_of<domain::DelegateSigning, OnlyStream>(),
                               reader_of<domain::RevokeDelegation, OnlyStream>(),
                               reader_of<domain::ConfirmTime, OnlyStream>(),
                               reader_of<domain::ImportIssues, OnlyStream>()};
constexpr std::array kCalendarActs{reader_of<domain::AdoptCalendar, OnlyStream>()};
constexpr std::array kPolicyActs{reader_of<domain::AdoptPolicy, OnlyStream>()};

}  // namespace

Read<domain::Command> read_ward_act(std::string_view act, std::string_view body) {
  return read_with<OnlyStream>(kWardActs, act, OnlyStream{}, body);
}
Read<domain::Command> read_calendar_act(std::string_view act, std::string_view body) {
  return read_with<OnlyStream>(kCalendarActs, act, OnlyStream{}, body);
}
Read<domain::Command> read_policy_act(std::string_view act, std::string_view body) {
  return read_with<OnlyStream>(kPolicyActs, act, OnlyStream{}, body);
}

void describe_ward_bodies(Bodies& bodies) {
  using enum domain::Subject;
  describe_acts<OnlyStream>(kWardActs, ward, bodies);
  describe_acts<OnlyStream>(kCalendarActs, calendar, bodies);
  describe_acts<OnlyStream>(kPolicyActs, policy, bodies);
}

}  // namespace langnghe::api::wire
