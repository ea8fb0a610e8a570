#pragma once

#include <expected>

#include <domain/resident.hpp>

#include "acting/sealing.hpp"
#include "wire/commands.hpp"

/// A person as a request describes them: somebody met before, or somebody new.
namespace langnghe::api::resources {

[[nodiscard]] bool describes_somebody(const wire::SpeakerBody& speaker);

/// Name, phone and address sealed under the person's own key.
[[nodiscard]] domain::NewResident seal_person(Sealer& sealer, const domain::ResidentId& resident,
                                              const wire::SpeakerBody& speaker);

}  // namespace langnghe::api::resources
