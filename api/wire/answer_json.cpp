#include "wire/answer_json.hpp"

#include <variant>

#include "problems/problem_texts.hpp"
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

Json faults_json(const std::vector<Fault>& faults, Language language) {
  auto items = Json::array();
  for (const auto& fault : faults) {
    const auto* text = find_fault_text(language, fault.code);
    Json item{{"code", fault.code},
              {"detail", text == nullptr ? std::string{}
                                         : filled(text->detail, {{"expected", fault.expected}})}};
    item.emplace(fault.in == Fault::In::query ? "parameter" : "pointer", fault.where);
    if (!fault.expected.empty()) {
      item.emplace("expected", fault.expected);
    }
    items.push_back(std::move(item));
  }
  return items;
}

Json changes_json(const std::vector<Change>& changes) {
  auto items = Json::array();
  for (const auto& change : changes) {
    items.push_back({{"position", change.position},
                     {"type", change.type},
                     {"user", change.user},
                     {"role", change.role},
                     {"happened", change.happened},
                     {"recorded", change.recorded}});
  }
  return items;
}

void add_version_facts(const Problem& problem, Json& details) {
  for (const auto& fact : problem.facts) {
    if (fact.name == "current_version") {
      details.emplace("current_version", std::stoull(fact.value));
    }
  }
  details.emplace("changes", changes_json(problem.changes));
}

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

std::string problem_details(const Problem& problem, Language language, std::string_view instance) {
  const auto* text = find_problem_text(language, problem.code);
  Json details{{"type", "/problems/" + problem.code},
               {"status", problem.status},
               {"code", problem.code},
               {"instance", instance}};
  if (text != nullptr) {
    details.emplace("title", text->title);
    details.emplace("detail", filled(text->detail, in_words(language, problem.facts)));
  }
  auto facts = Json::object();
  for (const auto& fact : problem.facts) {
    facts.emplace(fact.name, fact.value);
  }
  details.emplace("facts", std::move(facts));
  if (!problem.faults.empty()) {
    details.emplace("errors", faults_json(problem.faults, language));
  }
  if (problem.status == 409) {
    details.emplace("allowed_commands", out(problem.allowed_commands, language));
  }
  if (problem.status == 412) {
    add_version_facts(problem, details);
  }
  return codec::to_json_text(details);
}

}  // namespace langnghe::api::wire
