#include <algorithm>
#include <array>
#include <string>

#include <domain/permissions.hpp>

#include "path_values.hpp"
#include "resources/routes.hpp"
#include "wire/commands.hpp"

namespace langnghe::api::resources {
namespace {

using domain::Subject;
using Command = wire::Read<domain::Command>;

/// Where a subject's acts are, below the ward.
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
    case Subject::user:
      return "users/{id}/";
  }
  return {};
}

Precondition precondition_of(Subject subject, std::string_view act) {
  constexpr auto kCreations = std::to_array<std::string_view>(
      {"establish", "schedule", "register", "redirect-denunciation"});
  if (std::ranges::find(kCreations, act) != kCreations.end()) {
    return Precondition::absent_or_any;
  }
  if (subject == Subject::plan && act == "draft") {
    return Precondition::absent_or_any;
  }
  if (act == "record-opinion") {  // several recorders at one meeting: opinions commute
    return Precondition::seen_or_any;
  }
  const bool grows_from_nothing =
      subject == Subject::report || subject == Subject::calendar || subject == Subject::policy;
  return grows_from_nothing ? Precondition::seen_or_first : Precondition::seen;
}

template <class Value>
std::unexpected<Problem> because(const std::expected<Value, Problem>& failed) {
  return fail(failed.error());
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
    case Subject::plan: {
      const auto year = path_year(call);
      return year ? wire::read_plan_act(act.name, *year, body) : Command(because(year));
    }
    case Subject::dialogue: {
      const auto id = path_id<domain::DialogueId>(call);
      return id ? wire::read_dialogue_act(act.name, *id, body) : Command(because(id));
    }
    case Subject::issue: {
      const auto id = path_id<domain::IssueId>(call);
      return id ? wire::read_issue_act(act.name, *id, body) : Command(because(id));
    }
    case Subject::report: {
      const auto period = path_period(call);
      return period ? wire::read_report_act(act.name, {period->family, period->name}, body)
                    : Command(because(period));
    }
    case Subject::user: {
      const auto id = path_id<domain::UserId>(call);
      return id ? wire::read_user_act(act.name, *id, body) : Command(because(id));
    }
  }
  return fail(ProblemCode::unknown_path);
}

Place place_of(const Call& call, Subject subject) {
  switch (subject) {
    case Subject::ward:
    case Subject::calendar:
    case Subject::policy:
      return {std::string(domain::to_text(subject)), ward_path(call, "settings")};
    case Subject::plan:
      return {call.param("year"), ward_path(call, "plans/" + call.param("year"))};
    case Subject::dialogue:
      return {call.param("id"), ward_path(call, "dialogues/" + call.param("id"))};
    case Subject::issue:
      return {call.param("id"), ward_path(call, "issues/" + call.param("id"))};
    case Subject::report: {
      const auto tail = call.param("family") + '/' + call.param("period");
      return {tail, ward_path(call, "reports/" + tail)};
    }
    case Subject::user:
      return {call.param("id"), ward_path(call, "users")};
  }
  return {};
}

Reply perform(Call& call, const Act& act) {
  const auto intake = take_in(call, act);
  if (!intake) {
    return because(intake);
  }
  auto told = read_command(call, act);
  if (!told) {
    return because(told);
  }
  return carry_out(call, *intake, std::move(told->what), told->happened,
                   place_of(call, act.subject));
}

using Performer = Reply (*)(Call&, const Act&);

/// Acts that seal, compute or make ids have a resource of their own.
Performer performer_of(Subject subject, std::string_view act) {
  struct Row {
    Subject subject;
    std::string_view act;
    Performer perform;
  };
  static constexpr auto kRows = std::to_array<Row>({
      {Subject::dialogue, domain::ScheduleDialogue::kAct, &schedule_dialogue},
      {Subject::dialogue, domain::RecordOpinion::kAct, &record_opinion},
      {Subject::dialogue, domain::RedirectDenunciation::kAct, &redirect_denunciation},
      {Subject::issue, domain::RecordFeedback::kAct, &record_feedback},
      {Subject::report, domain::FreezeFigures::kAct, &freeze_figures},
  });
  for (const auto& row : kRows) {
    if (row.subject == subject && row.act == act) {
      return row.perform;
    }
  }
  return &perform;
}

}  // namespace

void add_act_routes(std::vector<Route>& routes) {
  for (const auto& rule : domain::act_rules()) {
    const Act act{rule.subject, rule.act, precondition_of(rule.subject, rule.act)};
    const auto performer = performer_of(rule.subject, rule.act);
    auto pattern = std::string(kWardBase) + std::string(base_of(rule.subject));
    pattern += rule.act;
    if (rule.act == domain::ScheduleDialogue::kAct) {
      pattern = std::string(kWardBase) + "dialogues";
    }
    routes.push_back({Method::post, std::move(pattern), Gate::member,
                      [act, performer](Call& call) { return performer(call, act); }});
  }
}

}  // namespace langnghe::api::resources
