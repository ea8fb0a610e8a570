#include "speakers.hpp"

namespace langnghe::api {

std::optional<wire::ShownSpeaker> show_speaker(const Call& call,
                                               const projections::Snapshot& snapshot,
                                               const domain::ResidentId& resident,
                                               const domain::KhomId& khom) {
  const auto found = projections::dialogues::resident(snapshot, resident);
  if (!found) {
    return std::nullopt;
  }
  const auto share = call.access->personal_data_in(khom);
  const bool all = share == PersonalData::full;
  const bool delivery = share >= PersonalData::for_delivery;
  const auto stream = domain::stream_of(resident);
  return wire::ShownSpeaker{resident, found->anonymous,
                            show(call, delivery, stream, kNameField, found->name),
                            show(call, all, stream, kPhoneField, found->phone),
                            show(call, delivery, stream, kAddressField, found->address)};
}

Shown show_words(const Call& call, const projections::dialogues::OpinionRow& opinion,
                 const domain::KhomId& khom) {
  const bool may = call.access->personal_data_in(khom) == PersonalData::full;
  return show(call, may, domain::stream_of(opinion.dialogue), words_field(opinion.opinion.opinion),
              opinion.opinion.words);
}

}  // namespace langnghe::api
