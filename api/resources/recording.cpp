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

using wire::RecordBody;

/// Of a row of an imported list nobody may be known. Words have to be under somebody's key, so
/// whoever wrote them without a name is a person of their own.
bool has_person(const RecordBody& body) {
  return body.speaker || body.words || body.channel != domain::IntakeChannel::import_;
}

domain::RecordIssue without_person(const domain::IssueId& issue, const RecordBody& body) {
  domain::RecordIssue command;
  command.issue = issue;
  command.channel = body.channel;
  command.khom = body.khom;
  command.received = body.received;
  command.subject = body.subject;
  command.field = body.field;
  command.pressing = body.pressing;
  command.origin = body.origin;
  return command;
}

/// Seals what the body says of a person and in their words.
std::optional<Problem> add_person(const Call& call, const Intake& intake, const RecordBody& body,
                                  domain::RecordIssue& command) {
  const auto speaker = body.speaker.value_or(wire::SpeakerBody{});
  const bool known = speaker.resident && !describes_somebody(speaker);
  if (known) {
    if (auto missing = check_known(call, *speaker.resident, "/speaker/resident")) {
      return missing;
    }
  }
  command.resident =
      speaker.resident.value_or(domain::ResidentId{id_for(call, intake, "resident")});
  Sealer sealer(call, intake, command.resident, !known);
  if (!known) {
    command.new_resident = seal_person(sealer, command.resident, speaker);
  }
  command.words = sealer.seal_if(domain::stream_of(command.issue), kIssueWordsField, body.words);
  return sealer.failed() ? std::optional(sealer.problem()) : std::nullopt;
}

}  // namespace

// POST …/issues/{id}/record -> 201: a matter that did not come up at a dialogue.
Reply record_issue(Call& call, const Act& act) {
  auto asked = asked_act<domain::IssueId>(call, act, &wire::read_record);
  if (!asked) {
    return fail(std::move(asked.error()));
  }
  auto& [intake, issue, told] = *asked;
  const auto& body = told.what;
  if (body.words && is_blank(*body.words)) {
    return fail(body_fault("/words", "value_required"));
  }
  auto command = without_person(issue, body);
  if (has_person(body)) {
    if (auto wrong = add_person(call, intake, body, command)) {
      return fail(*std::move(wrong));
    }
  }
  const Place place{issue.value, ward_path(call, "issues/" + issue.value)};
  return carry_out(call, intake, std::move(command), told.happened, place);
}

}  // namespace langnghe::api::resources
