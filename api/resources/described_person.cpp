#include "resources/described_person.hpp"

#include "reading/personal_data.hpp"

namespace langnghe::api::resources {

bool describes_somebody(const wire::SpeakerBody& speaker) {
  return speaker.name || speaker.phone || speaker.address;
}

domain::NewResident seal_person(Sealer& sealer, const domain::ResidentId& resident,
                                const wire::SpeakerBody& speaker) {
  const auto stream = domain::stream_of(resident);
  return {resident, sealer.seal_if(stream, kNameField, speaker.name),
          sealer.seal_if(stream, kPhoneField, speaker.phone),
          sealer.seal_if(stream, kAddressField, speaker.address)};
}

}  // namespace langnghe::api::resources
