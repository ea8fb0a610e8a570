#include "resources/act_subjects.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "call/path_values.hpp"
#include "routing/router.hpp"

namespace langnghe::api::resources {
namespace {

using domain::Subject;
using Command = wire::Read<domain::Command>;

template <class Value>
std::unexpected<Problem> because(const std::expected<Value, Problem>& failed) {
  return fail(failed.error());
}

/// Reads with what the path names, or says why it names nothing.
template <class Key, class Read>
Command read_at(const std::expected<Key, Problem>& key, const Act& act, const Call& call,
                Read read) {
  return key ? read(act.name, *key, call.request.body) : Command(because(key));
}

Command read_report(const Call& call, const Act& act) {
  const auto period = path_period(call);
  if (!period) {
    return because(period);
  }
  return wire::read_report_act(act.name, {period->family, period->name}, call.request.body);
}

bool creates(Subject subject, std::string_view act) {
  constexpr auto kCreations =
      std::to_array<std::string_view>({"establish", "schedule", "register"});
  return std::ranges::find(kCreations, act) != kCreations.end() ||
         (subject == Subject::plan && act == "draft") ||
         (subject == Subject::issue && act == "record");
}

}  // namespace

std::string_view base_of(Subject subject) {
  switch (subject) {
    case Subject::ward:
      return "ward/";
    case Subject::calendar:
      return "calendar/";
    case Subject::policy:
      return "policy/";
    case Subject::plan:
      return "plans/{year}/";
    case Subject::dialogue:
      return "dialogues/{id}/";
    case Subject::issue:
      return "issues/{id}/";
    case Subject::report:
      return "reports/{family}/{period}/";
    case Subject::document_register:
      return "register/{year}/";
    case Subject::resident:
      return "residents/{id}/";
    case Subject::user:
      return "users/{id}/";
    case Subject::supervision:
      return "supervision/";
  }
  return {};
}

std::string route_of(Subject subject, std::string_view act) {
  auto route = std::string(kWardBase) + std::string(base_of(subject));
  // An act that begins something has no id in its path: the folder takes it.
  if (act == domain::ScheduleDialogue::kAct) {
    return std::string(kWardBase) + "dialogues";
  }
  route += act;
  return route;
}

Precondition precondition_of(Subject subject, std::string_view act) {
  // The path names the dialogue, whose version does not move; what begins is told by nobody.
  if (act == domain::RedirectDenunciation::kAct) {
    return Precondition::unasked;
  }
  if (creates(subject, act)) {
    return Precondition::absent_or_any;
  }
  // These leave the ward itself as it was.
  if (act == "import-issues" || act == domain::ConfirmTime::kAct) {
    return Precondition::any;
  }
  switch (subject) {
    case Subject::report:
    case Subject::calendar:
    case Subject::policy:
      return Precondition::seen_or_first;
    // Each act is about one number or one recommendation; what others do beside it does not matter.
    case Subject::document_register:
    case Subject::supervision:
      return Precondition::any;
    default:
      // Several recorders at one meeting: opinions commute.
      return act == "record-opinion" ? Precondition::seen_or_any : Precondition::seen;
  }
}

Command read_command(const Call& call, const Act& act) {
  const std::string_view body = call.request.body;
  switch (act.subject) {
    case Subject::ward:
      return wire::read_ward_act(act.name, body);
    case Subject::calendar:
      return wire::read_calendar_act(act.name, body);
    case Subject::policy:
      return wire::read_policy_act(act.name, body);
    case Subject::plan:
      return read_at(path_year(call), act, call, &wire::read_plan_act);
    case Subject::dialogue:
      return read_at(path_id<domain::DialogueId>(call), act, call, &wire::read_dialogue_act);
    case Subject::issue:
      return read_at(path_id<domain::IssueId>(call), act, call, &wire::read_issue_act);
    case Subject::report:
      return read_report(call, act);
    case Subject::document_register:
      return read_at(path_year(call), act, call, &wire::read_register_act);
    case Subject::resident:
      return read_at(path_id<domain::ResidentId>(call), act, call, &wire::read_resident_act);
    case Subject::user:
      return read_at(path_id<domain::UserId>(call), act, call, &wire::read_user_act);
    case Subject::supervision:
      return wire::read_supervision_act(act.name, body);
  }
  return fail(ProblemCode::unknown_path);
}

Place place_of(const Call& call, Subject subject) {
  const auto at = [&](std::string_view parameter, std::string_view folder) {
    const auto& id = call.param(parameter);
    return Place{id, ward_path(call, std::string(folder) + id)};
  };
  switch (subject) {
    case Subject::ward:
    case Subject::calendar:
    case Subject::policy:
      return {std::string(domain::to_text(subject)), ward_path(call, "settings")};
    case Subject::plan:
      return at("year", "plans/");
    case Subject::dialogue:
      return at("id", "dialogues/");
    case Subject::issue:
      return at("id", "issues/");
    case Subject::report: {
      const auto tail = call.param("family") + '/' + call.param("period");
      return {tail, ward_path(call, "reports/" + tail)};
    }
    case Subject::document_register:
      return at("year", "register/");
    case Subject::resident:
      return at("id", "residents/");
    case Subject::user:
      return {call.param("id"), ward_path(call, "users")};
    case Subject::supervision:
      return {"supervision", ward_path(call, "supervision")};
  }
  return {};
}

}  // namespace langnghe::api::resources
