#include "resources/described_person.hpp"

#include <optional>
#include <string>

#include "reading/personal_data.hpp"

namespace langnghe::api::resources {

namespace {

/// A member that is left empty says as much as one that is left out.
std::optional<std::string> said(const std::optional<std::string>& text) {
  return text && !is_blank(*text) ? text : std::nullopt;
}

}  // namespace

bool describes_somebody(const wire::SpeakerBody& speaker) {
  return said(speaker.name) || said(speaker.phone) || said(speaker.address);
}

domain::NewResident seal_person(Sealer& sealer, const domain::ResidentId& resident,
                                const wire::SpeakerBody& speaker) {
  const auto stream = domain::stream_of(resident);
  return {resident, sealer.seal_if(stream, kNameField, said(speaker.name)),
          sealer.seal_if(stream, kPhoneField, said(speaker.phone)),
          sealer.seal_if(stream, kAddressField, said(speaker.address))};
}

}  // namespace langnghe::api::resources
