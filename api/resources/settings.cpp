#include "shapes/settings.hpp"

#include <projections/settings.hpp>

#include "reading/allowed.hpp"
#include "reading/answer_parts.hpp"
#include "reading/reading.hpp"
#include "resources/official_shapes.hpp"
#include "resources/routes.hpp"
#include "wire/answers.hpp"

namespace langnghe::api::resources {
namespace {

namespace settings = projections::settings;

shapes::Khom shape_of(const domain::Khom& khom, const domain::Date& today) {
  shapes::Khom shape{.id = khom.id,
                     .name = khom.name_on(today),
                     .names = {},
                     .sample = khom.sample,
                     .valid_from = khom.valid_from,
                     .last_day = khom.last_day,
                     .taken_over_from = khom.taken_over_from,
                     .merged_from = khom.merged_from,
                     .valid = khom.valid_on(today)};
  for (const auto& [from, name] : khom.names) {
    shape.names.push_back({from, name});
  }
  return shape;
}

shapes::Delegation shape_of(const domain::Delegation& delegation, const domain::Date& today) {
  const auto& given = delegation.given;
  return {given, delegation.revocation,
          delegation.covers(given.to, given.documents.front(), today)};
}

std::optional<domain::CalendarAdopted> calendar_in_force(const domain::CalendarState& calendar) {
  if (!calendar.exists()) {
    return std::nullopt;
  }
  const auto& current = calendar.current();
  return domain::CalendarAdopted{
      .version = current.version,
      .days_off = {current.days_off.begin(), current.days_off.end()},
      .worked_days = {current.worked_days.begin(), current.worked_days.end()},
      .confirmed_through = current.confirmed_through,
      .basis = current.basis};
}

void add_ward(const domain::WardState& ward, const domain::Date& today, shapes::Settings& answer) {
  if (ward.exists) {
    answer.ward = ward.ward;
  }
  for (const auto& [id, khom] : ward.khoms) {
    answer.khoms.push_back(shape_of(khom, today));
  }
  for (const auto& [id, official] : ward.officials) {
    answer.officials.push_back(official_on(official, today));
  }
  if (const auto* route = ward.route_on(today)) {
    answer.report_route = *route;
  }
  answer.numbering = ward.numbering_on(today);
  answer.templates = ward.templates;
  for (const auto& [id, delegation] : ward.delegations) {
    answer.delegations.push_back(shape_of(delegation, today));
  }
}

shapes::Settings settings_on(const Call& call, const Reading& reading, const AllowedActs& allowed) {
  const auto& views = *reading.snapshot;
  const auto ward = settings::ward(views);
  const auto calendar = settings::calendar(views);
  const auto policy = settings::policy(views);
  shapes::Settings answer;
  answer.head = head_of(call, reading, {settings::definition()});
  answer.today = reading.today;
  answer.versions = {ward.version.value, calendar.version.value, policy.version.value};
  add_ward(ward.state, reading.today, answer);
  answer.calendar = calendar_in_force(calendar.state);
  if (policy.state.exists()) {
    answer.policy = policy.state.valid_on(reading.today);
  }
  answer.allowed_commands = allowed_of(call, allowed);
  return answer;
}

// GET …/settings: the ward, its khóm and officials, the calendar and the policy in force; each with
// the version that If-Match asks for.
Reply get_settings(Call& call) {
  const auto reading = open_reading(call);
  if (!reading) {
    return fail(reading.error());
  }
  AllowedActs allowed;
  for (const auto subject :
       {domain::Subject::ward, domain::Subject::calendar, domain::Subject::policy}) {
    const auto acts = allowed_for(call, *reading, subject, "");
    if (!acts) {
      return fail(acts.error());
    }
    allowed.insert(allowed.end(), acts->begin(), acts->end());
  }
  return list_answer(call, *reading, wire::text(settings_on(call, *reading, allowed)));
}

}  // namespace

void add_settings_routes(std::vector<Route>& routes) {
  add_read(routes, "settings", &get_settings);
}

}  // namespace langnghe::api::resources
