#include "access/visible_subject.hpp"
#include "acting/sealing.hpp"
#include "reading/personal_data.hpp"
#include "resources/routes.hpp"
#include "wire/commands.hpp"

namespace langnghe::api::resources {
namespace {

/// A household's address is personal data of who lives there: it is sealed under the host's key.
std::expected<domain::Venue, Problem> venue_of(const Call& call, const Intake& intake,
                                               const domain::DialogueId& dialogue,
                                               const wire::VenueBody& body) {
  domain::Venue venue{body.kind, body.place, std::nullopt};
  if (!body.host_address) {
    return venue;
  }
  if (body.kind != domain::VenueKind::household) {
    return fail(body_fault("/venue/host_address", "value_not_valid"));
  }
  if (is_blank(*body.host_address)) {
    return fail(body_fault("/venue/host_address", "value_required"));
  }
  // Who is limited to a khóm names only people they can read; somebody new needs no identifier.
  if (body.host && !call.access->sees_all) {
    if (auto missing = check_known(call, *body.host, "/venue/host")) {
      return fail(std::move(*missing));
    }
  }
  // The host may be somebody the ward has not met yet: their key is made, or found.
  const auto host = body.host.value_or(domain::ResidentId{id_for(call, intake, "host")});
  Sealer sealer(call, intake, host, true);
  venue.host_address =
      sealer.seal(domain::stream_of(dialogue), kHostAddressField, *body.host_address);
  if (sealer.failed()) {
    return fail(sealer.problem());
  }
  return venue;
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
  auto venue = venue_of(call, *intake, command.dialogue, told->what.venue);
  if (!venue) {
    return fail(std::move(venue.error()));
  }
  command.venue = std::move(*venue);
  const Place place{command.dialogue.value, ward_path(call, "dialogues/" + command.dialogue.value)};
  return carry_out(call, *intake, std::move(command), told->happened, place);
}

}  // namespace langnghe::api::resources
