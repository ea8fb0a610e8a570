#pragma once

#include <optional>

#include "rules.hpp"
#include "value_checks.hpp"

/// Private to the domain: who stands behind a word, as every stream that names a person asks it.
namespace langnghe::domain {

/// Known, and their key not destroyed: nothing more can be sealed under a key that is gone.
[[nodiscard]] MaybeRefusal check_key(const ResidentState& resident, const ResidentId& id);

/// A person is either known already or introduced now, never both: a second introduction would be
/// a second person under one id.
[[nodiscard]] MaybeRefusal check_person(const World& world, const ResidentId& resident,
                                        const std::optional<NewResident>& introduced);

/// Each part given is sealed under the person's own key; `prefix` begins the fields' names.
[[nodiscard]] MaybeRefusal check_contact(const std::string& prefix, const ResidentId& resident,
                                         const std::optional<SealedText>& name,
                                         const std::optional<SealedText>& phone,
                                         const std::optional<SealedText>& address);

}  // namespace langnghe::domain
