#pragma once

#include <tuple>

#include <codec/fields.hpp>
#include <codec/fields/sealed.hpp>
#include <codec/wire_type.hpp>
#include <domain/resident.hpp>

// Wire names of fields: what was ever stored under one keeps it. Include in .cpp files only.
namespace langnghe::codec {

template <>
struct Fields<domain::ResidentRegistered> {
  using T = domain::ResidentRegistered;
  static constexpr auto list =
      std::tuple{field("khom", &T::khom), field("anonymous", &T::anonymous),
                 field("name", &T::name), field("phone", &T::phone), field("address", &T::address)};
};
template <>
inline constexpr EventType kWireType<domain::ResidentRegistered>{"resident.registered", 1};
template <>
struct Fields<domain::ContactChanged> {
  using T = domain::ContactChanged;
  static constexpr auto list =
      std::tuple{field("name", &T::name), field("phone", &T::phone), field("address", &T::address),
                 field("reason", &T::reason)};
};
template <>
inline constexpr EventType kWireType<domain::ContactChanged>{"resident.contact_changed", 1};
template <>
struct Fields<domain::IdentityWithheld> {
  using T = domain::IdentityWithheld;
  static constexpr auto list = std::tuple{field("reason", &T::reason)};
};
template <>
inline constexpr EventType kWireType<domain::IdentityWithheld>{"resident.identity_withheld", 1};
template <>
struct Fields<domain::IdentityRevealed> {
  using T = domain::IdentityRevealed;
  static constexpr auto list = std::tuple{field("reason", &T::reason)};
};
template <>
inline constexpr EventType kWireType<domain::IdentityRevealed>{"resident.identity_revealed", 1};
template <>
struct Fields<domain::KeyDestroyed> {
  using T = domain::KeyDestroyed;
  static constexpr auto list =
      std::tuple{field("ground", &T::ground), field("reason", &T::reason),
                 field("decision", &T::decision), field("decided_on", &T::decided_on)};
};
template <>
inline constexpr EventType kWireType<domain::KeyDestroyed>{"resident.key_destroyed", 1};

}  // namespace langnghe::codec
