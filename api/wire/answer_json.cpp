#include "wire/answer_json.hpp"

#include <variant>

#include "wire/json_out.hpp"

namespace langnghe::api::wire {
namespace {

/// The state that a client shows right after an act, by kind of stream.
class AsState {
 public:
  Json operator()(const domain::IssueState& issue) const {
    auto state = phase(domain::to_text(issue.phase));
    state.emplace("original_due", out(issue.original_due));
    state.emplace("effective_due", out(issue.effective_due));
    state.emplace("extension_requested", issue.pending_extension.has_value());
    return state;
  }
  Json operator()(const domain::DialogueState& dialogue) const {
    return phase(domain::to_text(dialogue.phase));
  }
  Json operator()(const domain::PlanState& plan) const {
    return phase(domain::to_text(plan.phase));
  }
  Json operator()(const domain::ReportState& report) const {
    return phase(domain::to_text(report.phase));
  }
  Json operator()(const domain::UserState& user) const {
    auto roles = Json::array();
    for (const auto& grant : user.roles) {
      roles.push_back(domain::to_text(grant.role));
    }
    return {{"enabled", user.enabled}, {"roles", std::move(roles)}};
  }
  Json operator()(const domain::CalendarState& calendar) const {
    return {{"calendar_version", calendar.exists() ? calendar.current().version : 0}};
  }
  Json operator()(const domain::PolicyState& policy) const {
    return {{"policy_version", policy.exists() ? policy.versions.rbegin()->first : 0}};
  }
  Json operator()(const domain::WardState& ward) const {
    return {{"khoms", ward.khoms.size()}, {"officials", ward.officials.size()}};
  }
  Json operator()(const domain::RegisterState& /*numbers*/) const { return Json::object(); }
  Json operator()(const domain::ResidentState& resident) const {
    return phase(domain::to_text(resident.phase));
  }
  Json operator()(const domain::SupervisionState& supervision) const {
    return {{"recommendations", supervision.recommendations.size()},
            {"takedowns", supervision.takedowns.size()}};
  }

 private:
  // Not what is allowed now: this answer is given again for ever as it was.
  [[nodiscard]] static Json phase(std::string_view text) { return {{"phase", text}}; }
};

}  // namespace

std::string command_answer(std::string_view id, eventstore::Version version,
                           eventstore::Position position, std::uint64_t ledger_size,
                           const Trace& traced) {
  auto events = Json::array();
  for (const auto& event : traced.events) {
    events.push_back(
        {{"position", event.position}, {"type", event.type}, {"stream", event.stream}});
  }
  const Json body{{"id", id},
                  {"version", version.value},
                  {"position", position.value},
                  {"ledger_size", ledger_size},
                  {"events", std::move(events)},
                  {"state", std::visit(AsState{}, traced.state)}};
  return codec::to_json_text(body);
}

}  // namespace langnghe::api::wire
