#include "resources/assignees.hpp"

#include <algorithm>

#include "acting/sealing.hpp"
#include "reading/answer_parts.hpp"
#include "reading/reading.hpp"
#include "resources/official_shapes.hpp"
#include "resources/routes.hpp"
#include "shapes/assignees.hpp"
#include "wire/answers.hpp"

namespace langnghe::api::resources {

namespace settings = projections::settings;

std::vector<Assignee> assignees(const projections::Snapshot& views, const domain::WardState& ward) {
  std::vector<Assignee> found;
  for (const auto& [user, account] : settings::users(views)) {
    const auto& state = account.state;
    const auto role =
        std::ranges::find(state.roles, domain::Role::officer, &domain::RoleGranted::role);
    if (!state.enabled || role == state.roles.end()) {
      continue;
    }
    const auto& official = state.registration.official;
    const auto known = official ? ward.officials.find(*official) : ward.officials.end();
    found.push_back({user, state.registration, role->khoms,
                     known == ward.officials.end() ? nullptr : &known->second});
  }
  return found;
}

std::expected<void, Problem> name_assignee(const projections::Snapshot& views,
                                           domain::UserId& assignee) {
  const auto ward = settings::ward(views).state;
  if (settings::user(views, assignee) || !ward.officials.contains({assignee.value})) {
    return {};
  }
  auto accounts = assignees(views, ward);
  std::erase_if(accounts, [&](const Assignee& each) {
    return each.registration.official != domain::OfficialId{assignee.value};
  });
  if (accounts.size() != 1) {
    return fail(body_fault("/assignee", accounts.empty() ? "official_without_account"
                                                         : "official_with_several_accounts"));
  }
  assignee = accounts.front().user;
  return {};
}

namespace {

bool may_assign(const Access& access) {
  const auto* rule = domain::find_rule(domain::Subject::issue, domain::AssignIssue::kAct);
  return std::ranges::any_of(access.roles, [&](const domain::RoleGranted& grant) {
    return domain::role_may(*rule, grant.role);
  });
}

// GET …/assignees: for whoever may assign.
Reply list_assignees(Call& call) {
  if (!may_assign(*call.access)) {
    return fail(ProblemCode::reading_not_permitted);
  }
  const auto reading = open_reading(call);
  if (!reading) {
    return fail(reading.error());
  }
  const auto ward = settings::ward(*reading->snapshot).state;
  shapes::AssigneeList list{head_of(call, *reading, {settings::definition()}), reading->today, {}};
  for (auto& each : assignees(*reading->snapshot, ward)) {
    list.items.push_back(
        {.user = std::move(each.user),
         .display_name = std::move(each.registration.display_name),
         .khoms = std::move(each.khoms),
         .official = each.official == nullptr
                         ? std::nullopt
                         : std::optional(official_on(*each.official, reading->today))});
  }
  return list_answer(call, *reading, wire::text(list));
}

}  // namespace

void add_assignee_routes(std::vector<Route>& routes) {
  add_read(routes, "assignees", &list_assignees);
}

}  // namespace langnghe::api::resources
