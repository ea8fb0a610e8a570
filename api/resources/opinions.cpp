#include <string>
#include <utility>

#include "acting/sealing.hpp"
#include "reading/personal_data.hpp"
#include "resources/asked_act.hpp"
#include "resources/described_person.hpp"
#include "resources/routes.hpp"
#include "wire/commands.hpp"

namespace langnghe::api::resources {
namespace {

using wire::OpinionBody;

/// Is the speaker somebody the ward has met before? Whoever is described, or speaks anonymously
/// under an id nobody has, is met now.
std::expected<bool, Problem> is_known(const Call& call, const OpinionBody& body) {
  if (!body.speaker || !body.speaker->resident || describes_somebody(*body.speaker)) {
    return false;
  }
  auto missing = check_known(call, *body.speaker->resident, "/speaker/resident");
  if (!missing) {
    return true;
  }
  if (body.anonymous && missing->status == 422) {
    return false;
  }
  return fail(std::move(*missing));
}

/// A check that the rules make too, asked before anything is sealed.
std::optional<Problem> check_body(const OpinionBody& body) {
  if (is_blank(body.words)) {
    return body_fault("/words", "value_required");
  }
  if (body.issues.empty()) {
    return refused({domain::RefusalCode::opinion_without_issue, {}});
  }
  if (body.anonymous && body.speaker && describes_somebody(*body.speaker)) {
    return body_fault("/speaker", "value_not_valid");
  }
  return std::nullopt;
}

domain::RecordOpinion with_ids(const Call& call, const Intake& intake,
                               const domain::DialogueId& dialogue, const OpinionBody& body) {
  domain::RecordOpinion command;
  command.dialogue = dialogue;
  command.opinion = body.opinion.value_or(domain::OpinionId{id_for(call, intake, "opinion")});
  const bool named = body.speaker && body.speaker->resident;
  command.resident =
      named ? *body.speaker->resident : domain::ResidentId{id_for(call, intake, "resident")};
  // A speaker who is not named at all is anonymous, whether or not the form says so.
  command.anonymous =
      body.anonymous || !(named || (body.speaker && describes_somebody(*body.speaker)));
  for (std::size_t i = 0; i < body.issues.size(); ++i) {
    const auto& raised = body.issues[i];
    const auto made = domain::IssueId{id_for(call, intake, "issue " + std::to_string(i))};
    command.issues.push_back(
        {raised.issue.value_or(made), raised.subject, raised.field, raised.pressing});
  }
  return command;
}

std::expected<domain::RecordOpinion, Problem> command_of(const Call& call, const Intake& intake,
                                                         const domain::DialogueId& dialogue,
                                                         const OpinionBody& body) {
  const auto known = is_known(call, body);
  if (!known) {
    return fail(known.error());
  }
  auto command = with_ids(call, intake, dialogue, body);
  Sealer sealer(call, intake, command.resident, !*known);
  if (!*known) {
    const auto speaker = body.speaker.value_or(wire::SpeakerBody{});
    command.new_resident = seal_person(sealer, command.resident, speaker);
  }
  command.words =
      sealer.seal(domain::stream_of(dialogue), words_field(command.opinion), body.words);
  if (sealer.failed()) {
    return fail(sealer.problem());
  }
  return command;
}

}  // namespace

// POST …/dialogues/{id}/record-opinion -> 200
Reply record_opinion(Call& call, const Act& act) {
  auto asked = asked_act<domain::DialogueId>(call, act, &wire::read_opinion);
  if (!asked) {
    return fail(std::move(asked.error()));
  }
  auto& [intake, dialogue, told] = *asked;
  if (auto wrong = check_body(told.what)) {
    return fail(std::move(*wrong));
  }
  auto command = command_of(call, intake, dialogue, told.what);
  if (!command) {
    return fail(std::move(command.error()));
  }
  const Place place{dialogue.value, ward_path(call, "dialogues/" + dialogue.value)};
  return carry_out(call, intake, std::move(*command), told.happened, place);
}

// POST …/dialogues/{id}/redirect-denunciation -> 201: an issue that holds five facts and no text.
Reply redirect_denunciation(Call& call, const Act& act) {
  auto asked = asked_act<domain::DialogueId>(call, act, &wire::read_redirect);
  if (!asked) {
    return fail(std::move(asked.error()));
  }
  auto& [intake, dialogue, told] = *asked;
  auto& body = told.what;
  domain::RedirectDenunciation command{
      dialogue, body.issue.value_or(domain::IssueId{id_for(call, intake, "issue")}), body.counter,
      std::move(body.paper_register_number), std::move(body.receiving_officer)};
  const Place place{command.issue.value, ward_path(call, "issues/" + command.issue.value)};
  return carry_out(call, intake, std::move(command), told.happened, place);
}

}  // namespace langnghe::api::resources
