#include "sealed/speakers.hpp"

#include <projections/residents.hpp>

namespace langnghe::api {

bool handles(const Call& call, const Meeting& met) {
  return call.access->has(domain::Role::chair) || call.access->has(domain::Role::cchc_officer) ||
         met.assignee == call.access->user;
}

shapes::ShownSpeaker show_person(const Call& call, const domain::ResidentId& resident,
                                 const domain::ResidentRegistered& known, const Meeting& met,
                                 SealedReading& sealed) {
  const auto& person = sealed.person(resident);
  if (person.erasure) {
    const Shown erased{Shown::As::erased, {}};
    return {resident, known.anonymous, person.phase, person.erasure, erased, erased, erased};
  }
  const bool hidden = person.phase == domain::ResidentPhase::withheld && !handles(call, met);
  const auto share = hidden ? PersonalData::sealed : call.access->personal_data_in(met.khom);
  const bool all = share == PersonalData::full;
  const bool delivery = share >= PersonalData::for_delivery;
  const auto stream = domain::stream_of(resident);
  return {resident,
          known.anonymous,
          person.phase,
          person.erasure,
          sealed.show(delivery, stream, kNameField, known.name),
          sealed.show(all, stream, kPhoneField, known.phone),
          sealed.show(delivery, stream, kAddressField, known.address)};
}

std::optional<shapes::ShownSpeaker> show_speaker(const Call& call,
                                                 const projections::Snapshot& snapshot,
                                                 const domain::ResidentId& resident,
                                                 const Meeting& met, SealedReading& sealed) {
  const auto found = projections::residents::find(snapshot, resident);
  if (!found) {
    return std::nullopt;
  }
  return show_person(call, resident, found->state.resident, met, sealed);
}

Shown show_words(const Call& call, const projections::dialogues::OpinionRow& opinion,
                 const domain::KhomId& khom, SealedReading& sealed) {
  const bool may = call.access->personal_data_in(khom) == PersonalData::full;
  return sealed.show(may, domain::stream_of(opinion.dialogue), words_field(opinion.opinion.opinion),
                     opinion.opinion.words);
}

}  // namespace langnghe::api
