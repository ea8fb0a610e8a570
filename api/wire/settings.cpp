#include "shapes/settings.hpp"

#include <tuple>

#include <codec/fields/plan.hpp>
#include <codec/fields/settings.hpp>
#include <codec/fields/ward.hpp>

#include "shapes/assignees.hpp"
#include "shapes/plans.hpp"
#include "wire/answer_text.hpp"
#include "wire/common_fields.hpp"
#include "wire/official_fields.hpp"
#include "wire/schemas.hpp"

namespace langnghe::codec {

namespace shapes = api::shapes;

template <>
struct Fields<shapes::KhomName> {
  using T = shapes::KhomName;
  static constexpr auto list = std::tuple{field("from", &T::from), field("name", &T::name)};
};
template <>
struct Fields<shapes::Khom> {
  using T = shapes::Khom;
  static constexpr std::string_view name = "Khom";
  static constexpr auto list = std::tuple{field("id", &T::id),
                                          field("name", &T::name),
                                          field("names", &T::names),
                                          field("sample", &T::sample),
                                          field("valid_from", &T::valid_from),
                                          nullable("last_day", &T::last_day),
                                          nullable("taken_over_from", &T::taken_over_from),
                                          field("merged_from", &T::merged_from),
                                          field("valid", &T::valid)};
};
template <>
struct Fields<shapes::Delegation> {
  using T = shapes::Delegation;
  static constexpr std::string_view name = "Delegation";
  static constexpr auto list =
      std::tuple{flattened(&T::given), nullable("revocation", &T::revocation),
                 field("in_force", &T::in_force)};
};
template <>
struct Fields<shapes::SettingsVersions> {
  using T = shapes::SettingsVersions;
  static constexpr auto list = std::tuple{field("ward", &T::ward), field("calendar", &T::calendar),
                                          field("policy", &T::policy)};
};
template <>
struct Fields<shapes::Settings> {
  using T = shapes::Settings;
  static constexpr std::string_view name = "Settings";
  static constexpr auto list = std::tuple{flattened(&T::head),
                                          field("today", &T::today),
                                          field("versions", &T::versions),
                                          nullable("ward", &T::ward),
                                          field("khoms", &T::khoms),
                                          field("officials", &T::officials),
                                          nullable("report_route", &T::report_route),
                                          field("numbering", &T::numbering),
                                          field("templates", &T::templates),
                                          field("delegations", &T::delegations),
                                          nullable("calendar", &T::calendar),
                                          nullable("policy", &T::policy),
                                          field("allowed_commands", &T::allowed_commands)};
};
template <>
struct Fields<shapes::Assignee> {
  using T = shapes::Assignee;
  static constexpr std::string_view name = "Assignee";
  static constexpr auto list =
      std::tuple{field("user", &T::user), field("display_name", &T::display_name),
                 field("khoms", &T::khoms), nullable("official", &T::official)};
};
template <>
struct Fields<shapes::AssigneeList> {
  using T = shapes::AssigneeList;
  static constexpr std::string_view name = "AssigneeList";
  static constexpr auto list =
      std::tuple{flattened(&T::head), field("today", &T::today), field("items", &T::items)};
};
template <>
struct Fields<shapes::Plan> {
  using T = shapes::Plan;
  static constexpr std::string_view name = "Plan";
  static constexpr auto list = std::tuple{flattened(&T::head),
                                          flattened(&T::plan),
                                          field("version", &T::version),
                                          field("phase", &T::phase),
                                          nullable("approval", &T::approval),
                                          field("plan_version", &T::plan_version),
                                          field("places", &T::places),
                                          field("missed", &T::missed),
                                          field("credited", &T::credited),
                                          field("allowed_commands", &T::allowed_commands)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {

template std::string text(const shapes::Settings&);
template std::string text(const shapes::AssigneeList&);
template std::string text(const shapes::Plan&);

void describe_settings(codec::Schemas& answers) {
  std::ignore = codec::Kind<shapes::Settings>::schema(answers);
  std::ignore = codec::Kind<shapes::AssigneeList>::schema(answers);
  std::ignore = codec::Kind<shapes::Plan>::schema(answers);
}

}  // namespace langnghe::api::wire
