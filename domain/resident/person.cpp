#include "resident/person.hpp"

#include <string>
#include <utility>

namespace langnghe::domain {

MaybeRefusal check_key(const ResidentState& resident, const ResidentId& id) {
  if (resident.phase == ResidentPhase::erased) {
    return refuse(RefusalCode::key_destroyed);
  }
  return check_exists(resident.exists(), stream_of(id));
}

MaybeRefusal check_person(const World& world, const ResidentId& resident,
                          const std::optional<NewResident>& introduced) {
  const ResidentState& known = world.resident(resident);
  if (!introduced || known.phase == ResidentPhase::erased) {
    return check_key(known, resident);
  }
  if (introduced->resident != resident) {
    return value_not_valid("new_resident.resident", introduced->resident.value);
  }
  return first_of({check_contact("new_resident.", resident, introduced->name, introduced->phone,
                                 introduced->address),
                   check_absent(known.exists(), stream_of(resident))});
}

MaybeRefusal check_contact(const std::string& prefix, const ResidentId& resident,
                           const std::optional<SealedText>& name,
                           const std::optional<SealedText>& phone,
                           const std::optional<SealedText>& address) {
  const std::pair<const char*, const std::optional<SealedText>*> parts[] = {
      {"name", &name}, {"phone", &phone}, {"address", &address}};
  for (const auto& [field, text] : parts) {
    if (!*text) {
      continue;
    }
    if (auto refusal = check_sealed(prefix + field, **text, resident)) {
      return refusal;
    }
  }
  return std::nullopt;
}

}  // namespace langnghe::domain
