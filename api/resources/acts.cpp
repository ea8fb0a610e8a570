#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include <api/clock_guard.hpp>

#include "admission/visible_subject.hpp"
#include "resources/act_subjects.hpp"
#include "resources/completion.hpp"
#include "resources/routes.hpp"

namespace langnghe::api::resources {
namespace {

using domain::Subject;

/// A reading is recorded of people the reader may know of: else its answer would tell whether there
/// is such a person.
std::optional<Problem> why_not_recorded(const Call& call, const domain::Command& command) {
  const auto* on_supervision = std::get_if<domain::SupervisionCommand>(&command);
  const auto* reading =
      on_supervision == nullptr ? nullptr : std::get_if<domain::RecordSealedRead>(on_supervision);
  if (reading == nullptr) {
    return std::nullopt;
  }
  const auto known = knows_of(call, domain::stream_of(reading->resident));
  if (!known) {
    return known.error();
  }
  return *known ? std::nullopt : std::optional(problem(ProblemCode::not_found));
}

Reply perform(Call& call, const Act& act) {
  const auto intake = take_in(call, act);
  if (!intake) {
    return fail(intake.error());
  }
  auto told = read_command(call, act);
  if (!told) {
    return fail(std::move(told.error()));
  }
  if (auto hidden = why_not_recorded(call, told->what)) {
    return fail(std::move(*hidden));
  }
  if (auto completed = complete(call, *intake, told->what); !completed) {
    return fail(std::move(completed.error()));
  }
  auto reply =
      carry_out(call, *intake, std::move(told->what), told->happened, place_of(call, act.subject));
  // A draft may never be made, and no view shows it.
  const bool is_made = call.draft == nullptr && (call.just_made || !intake->answered);
  if (reply && is_made) {
    record_issued_paper(call, act, intake->key);
  }
  return reply;
}

/// Once the confirmation stands in the ledger acts are taken again. A repeat of an earlier one
/// confirms nothing: it says what the clock was then.
Reply confirm_time(Call& call, const Act& act) {
  auto reply = perform(call, act);
  if (reply && call.services.clock != nullptr &&
      std::ranges::find(reply->headers, "Idempotent-Replayed",
                        &std::pair<std::string, std::string>::first) == reply->headers.end()) {
    call.services.clock->confirm();
  }
  return reply;
}

using Performer = Reply (*)(Call&, const Act&);

/// Acts that seal, or whose body is not their command's, have a resource of their own.
Performer performer_of(Subject subject, std::string_view act) {
  struct Row {
    Subject subject;
    std::string_view act;
    Performer perform;
  };
  static constexpr auto kRows = std::to_array<Row>({
      {Subject::ward, domain::ConfirmTime::kAct, &confirm_time},
      {Subject::ward, domain::AdoptTemplate::kAct, &adopt_template},
      {Subject::dialogue, domain::ScheduleDialogue::kAct, &schedule_dialogue},
      {Subject::dialogue, domain::RearrangeDialogue::kAct, &rearrange_dialogue},
      {Subject::dialogue, domain::RecordOpinion::kAct, &record_opinion},
      {Subject::dialogue, domain::RedirectDenunciation::kAct, &redirect_denunciation},
      {Subject::issue, domain::RecordIssue::kAct, &record_issue},
      {Subject::issue, domain::RecordFeedback::kAct, &record_feedback},
      {Subject::issue, domain::RecordDelivery::kAct, &record_delivery},
      {Subject::issue, domain::TellExternalResult::kAct, &tell_external_result},
      {Subject::report, domain::FreezeFigures::kAct, &freeze_figures},
      {Subject::document_register, domain::RecordPaper::kAct, &record_paper},
      {Subject::resident, domain::ChangeContact::kAct, &change_contact},
      {Subject::user, domain::SetPassword::kAct, &set_password},
      {Subject::user, domain::MakeSignInLink::kAct, &make_sign_in_link},
      {Subject::user, domain::TurnOnSecondFactor::kAct, &turn_on_second_factor},
      {Subject::user, domain::TurnOffSecondFactor::kAct, &turn_off_second_factor},
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
    if (domain::is_clock_act(rule)) {
      continue;
    }
    const Act act{rule.subject, rule.act, precondition_of(rule.subject, rule.act)};
    const auto performer = performer_of(rule.subject, rule.act);
    routes.push_back({Method::post, route_of(rule.subject, rule.act), Gate::member,
                      [act, performer](Call& call) { return performer(call, act); }});
  }
}

}  // namespace langnghe::api::resources
