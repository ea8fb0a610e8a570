#include <optional>
#include <utility>

#include "acting/sealing.hpp"
#include "admission/visible_subject.hpp"
#include "reading/personal_data.hpp"
#include "resources/asked_act.hpp"
#include "resources/completion.hpp"
#include "resources/described_person.hpp"
#include "resources/routes.hpp"
#include "wire/commands.hpp"

namespace langnghe::api::resources {
namespace {

/// The venue, and its host where the request names one.
struct Where {
  domain::Venue venue;
  std::optional<domain::NewResident> new_host;
};

std::optional<Problem> check_host(const wire::VenueBody& body) {
  const bool is_household = body.kind == domain::VenueKind::household;
  if (!is_household && body.host_address) {
    return body_fault("/venue/host_address", "value_not_valid");
  }
  if ((!is_household || !body.host_address) && body.host_name) {
    return body_fault("/venue/host_name", "value_not_valid");
  }
  if ((!is_household || !body.host_name) && body.host_phone) {
    return body_fault("/venue/host_phone", "value_not_valid");
  }
  if (body.host_address && is_blank(*body.host_address)) {
    return body_fault("/venue/host_address", "value_required");
  }
  if (body.host_name && is_blank(*body.host_name)) {
    return body_fault("/venue/host_name", "value_required");
  }
  return std::nullopt;
}

/// A household's address is personal data of who lives there: it is sealed under the host's key. A
/// host with a name is a person the ward now knows.
std::expected<Where, Problem> where_of(const Call& call, const Intake& intake,
                                       const domain::DialogueId& dialogue,
                                       const wire::VenueBody& body) {
  if (auto wrong = check_host(body)) {
    return fail(*std::move(wrong));
  }
  Where where{{body.kind, body.place, std::nullopt}, std::nullopt};
  if (!body.host_address) {
    return where;
  }
  // A role that is limited to a khóm names only people it can read; a new person needs no id.
  if (body.host && !call.access->sees_all) {
    if (auto missing = check_known(call, *body.host, "/venue/host")) {
      return fail(std::move(*missing));
    }
  }
  // The host may be somebody the ward has not met yet: their key is made, or found.
  const auto host = body.host.value_or(domain::ResidentId{id_for(call, intake, "host")});
  Sealer sealer(call, intake, host, true);
  where.venue.host_address =
      sealer.seal(domain::stream_of(dialogue), kHostAddressField, *body.host_address);
  if (body.host_name) {
    where.new_host =
        seal_person(sealer, host, {host, body.host_name, body.host_phone, body.host_address});
  }
  if (sealer.failed()) {
    return fail(sealer.problem());
  }
  return where;
}

/// Adds the facts of the views to the command before it is carried out.
Reply arrange(Call& call, const Intake& intake, domain::Command command,
              const std::optional<domain::Happened>& happened, const domain::DialogueId& dialogue) {
  if (auto completed = complete(call, intake, command); !completed) {
    return fail(std::move(completed.error()));
  }
  const Place place{dialogue.value, ward_path(call, "dialogues/" + dialogue.value)};
  return carry_out(call, intake, std::move(command), happened, place);
}

}  // namespace

// POST …/dialogues -> 201
Reply schedule_dialogue(Call& call, const Act& act) {
  const auto intake = take_in(call, act);
  if (!intake) {
    return fail(intake.error());
  }
  auto told = wire::read_schedule(call.request.body);
  if (!told) {
    return fail(std::move(told.error()));
  }
  auto command = std::move(told->what.schedule);
  command.dialogue =
      told->what.dialogue.value_or(domain::DialogueId{id_for(call, *intake, "dialogue")});
  if (auto taken = taken_unseen(call, domain::stream_of(command.dialogue))) {
    return fail(std::move(*taken));
  }
  auto where = where_of(call, *intake, command.dialogue, told->what.venue);
  if (!where) {
    return fail(std::move(where.error()));
  }
  command.venue = std::move(where->venue);
  command.new_host = std::move(where->new_host);
  const auto dialogue = command.dialogue;
  return arrange(call, *intake, domain::DialogueCommand(std::move(command)), told->happened,
                 dialogue);
}

// POST …/dialogues/{id}/rearrange -> 200
Reply rearrange_dialogue(Call& call, const Act& act) {
  auto asked = asked_act<domain::DialogueId>(call, act, &wire::read_rearrangement);
  if (!asked) {
    return fail(std::move(asked.error()));
  }
  auto& [intake, dialogue, told] = *asked;
  auto command = std::move(told.what.rearrangement);
  command.dialogue = dialogue;
  if (const auto& venue = told.what.venue) {
    auto where = where_of(call, intake, dialogue, *venue);
    if (!where) {
      return fail(std::move(where.error()));
    }
    command.venue = std::move(where->venue);
    command.new_host = std::move(where->new_host);
  }
  return arrange(call, intake, domain::DialogueCommand(std::move(command)), told.happened,
                 dialogue);
}

}  // namespace langnghe::api::resources
