#include "acting/acted_shape.hpp"

#include <variant>

namespace langnghe::api {
namespace {

using shapes::StateAfter;

class AsShape {
 public:
  StateAfter operator()(const domain::IssueState& issue) const {
    return shapes::IssueAfter{issue.phase, issue.original_due, issue.effective_due,
                              issue.pending_extension.has_value()};
  }
  StateAfter operator()(const domain::DialogueState& dialogue) const {
    return shapes::DialogueAfter{dialogue.phase};
  }
  StateAfter operator()(const domain::PlanState& plan) const {
    return shapes::PlanAfter{plan.phase};
  }
  StateAfter operator()(const domain::ReportState& report) const {
    return shapes::ReportAfter{report.phase};
  }
  StateAfter operator()(const domain::UserState& user) const {
    shapes::UserAfter after{user.enabled, {}};
    for (const auto& grant : user.roles) {
      after.roles.push_back(grant.role);
    }
    return after;
  }
  StateAfter operator()(const domain::CalendarState& calendar) const {
    return shapes::CalendarAfter{calendar.exists() ? calendar.current().version : 0};
  }
  StateAfter operator()(const domain::PolicyState& policy) const {
    return shapes::PolicyAfter{policy.exists() ? policy.versions.rbegin()->first : 0};
  }
  StateAfter operator()(const domain::WardState& ward) const {
    return shapes::WardAfter{ward.khoms.size(), ward.officials.size()};
  }
  StateAfter operator()(const domain::RegisterState& /*numbers*/) const {
    return shapes::RegisterAfter{};
  }
  StateAfter operator()(const domain::ResidentState& resident) const {
    return shapes::ResidentAfter{resident.phase};
  }
  StateAfter operator()(const domain::SupervisionState& supervision) const {
    return shapes::SupervisionAfter{supervision.recommendations.size(),
                                    supervision.takedowns.size()};
  }
};

}  // namespace

StateAfter state_after(const domain::StreamState& state) {
  return std::visit(AsShape{}, state);
}

}  // namespace langnghe::api
