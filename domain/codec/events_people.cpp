#include <codec/fields/resident.hpp>
#include <codec/fields/user.hpp>

#include "event_entry.hpp"

namespace langnghe::codec {

template <>
inline constexpr EventType kWireType<domain::ResidentRegistered>{"resident.registered", 1};

template <>
inline constexpr EventType kWireType<domain::UserRegistered>{"user.registered", 1};
template <>
inline constexpr EventType kWireType<domain::RoleGranted>{"user.role_granted", 1};
template <>
inline constexpr EventType kWireType<domain::RoleRevoked>{"user.role_revoked", 1};
template <>
inline constexpr EventType kWireType<domain::UserDisabled>{"user.disabled", 1};
template <>
inline constexpr EventType kWireType<domain::UserEnabled>{"user.enabled", 1};
template <>
inline constexpr EventType kWireType<domain::PasswordSet>{"user.password_set", 1};
template <>
inline constexpr EventType kWireType<domain::SignInLinkMade>{"user.sign_in_link_made", 1};
template <>
inline constexpr EventType kWireType<domain::TokenMade>{"user.token_made", 1};
template <>
inline constexpr EventType kWireType<domain::ContactChanged>{"resident.contact_changed", 1};
template <>
inline constexpr EventType kWireType<domain::IdentityWithheld>{"resident.identity_withheld", 1};
template <>
inline constexpr EventType kWireType<domain::IdentityRevealed>{"resident.identity_revealed", 1};
template <>
inline constexpr EventType kWireType<domain::KeyDestroyed>{"resident.key_destroyed", 1};

std::vector<EventEntry> resident_entries() {
  return entries_of<domain::ResidentEvent>();
}
WrittenEvent write(const domain::ResidentEvent& event) {
  return written(event);
}

std::vector<EventEntry> user_entries() {
  return entries_of<domain::UserEvent>();
}
WrittenEvent write(const domain::UserEvent& event) {
  return written(event);
}

}  // namespace langnghe::codec
