#include <algorithm>

#include "issue/matter.hpp"

namespace langnghe::domain::issue {
namespace {

// Only an officer can accept: an issue given to anybody else would wait for ever.
MaybeRefusal check_can_accept(const World& world, const UserId& id) {
  if (id.empty()) {
    return value_required("assignee");
  }
  const UserState& user = world.user(id);
  if (!user.exists) {
    return check_exists(false, stream_of(id));
  }
  if (!user.enabled ||
      std::ranges::find(user.roles, Role::officer, &RoleGranted::role) == user.roles.end()) {
    return value_not_valid("assignee", id.value);
  }
  return std::nullopt;
}

MaybeRefusal check_internal_due(const Matter& matter, const std::optional<Date>& due) {
  if (!due) {
    return std::nullopt;
  }
  // What is overdue already can still be given a day to be done by.
  const auto& official = matter.issue.effective_due;
  if (official && matter.on() <= *official && *official < *due) {
    return check_order(*due, *official);
  }
  return check_order(matter.on(), *due);
}

}  // namespace

Decision decide(const Matter& matter, const AssignIssue& act) {
  return decided(matter,
                 {check_can_accept(matter.world, act.assignee), check_not_blank("unit", act.unit),
                  check_internal_due(matter, act.internal_due)},
                 IssueAssigned{act.assignee, act.unit, act.internal_due});
}

Decision decide(const Matter& matter, const AcceptAssignment&) {
  return decided(matter, {check_assignee(matter)}, AssignmentAccepted{});
}

Decision decide(const Matter& matter, const NoteProgress& act) {
  return decided(matter, {check_not_blank("text", act.text)},
                 ProgressNoted{act.text, act.visibility});
}

}  // namespace langnghe::domain::issue
