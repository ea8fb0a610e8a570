#pragma once

#include <tuple>

#include <codec/fields.hpp>
#include <codec/wire_type.hpp>
#include <domain/user.hpp>

// Wire names of fields: what was ever stored under one keeps it. Include in .cpp files only.
namespace langnghe::codec {

template <>
struct Fields<domain::UserRegistered> {
  using T = domain::UserRegistered;
  static constexpr auto list =
      std::tuple{field("display_name", &T::display_name), field("official", &T::official)};
};
template <>
inline constexpr EventType kWireType<domain::UserRegistered>{"user.registered", 1};
template <>
struct Fields<domain::RoleGranted> {
  using T = domain::RoleGranted;
  static constexpr auto list = std::tuple{field("role", &T::role), if_said("khoms", &T::khoms)};
};
template <>
inline constexpr EventType kWireType<domain::RoleGranted>{"user.role_granted", 1};
template <>
struct Fields<domain::RoleRevoked> {
  using T = domain::RoleRevoked;
  static constexpr auto list = std::tuple{field("role", &T::role)};
};
template <>
inline constexpr EventType kWireType<domain::RoleRevoked>{"user.role_revoked", 1};
template <>
struct Fields<domain::UserDisabled> {
  using T = domain::UserDisabled;
  static constexpr auto list = std::tuple{field("reason", &T::reason)};
};
template <>
inline constexpr EventType kWireType<domain::UserDisabled>{"user.disabled", 1};
template <>
struct Fields<domain::UserEnabled> {
  using T = domain::UserEnabled;
  static constexpr auto list = std::tuple{field("reason", &T::reason)};
};
template <>
inline constexpr EventType kWireType<domain::UserEnabled>{"user.enabled", 1};

template <>
struct Fields<domain::PasswordSet> {
  using T = domain::PasswordSet;
  static constexpr auto list = std::tuple{field("means", &T::means)};
};
template <>
inline constexpr EventType kWireType<domain::PasswordSet>{"user.password_set", 1};
template <>
struct Fields<domain::SignInLinkMade> {
  using T = domain::SignInLinkMade;
  static constexpr auto list = std::tuple{field("expires", &T::expires)};
};
template <>
inline constexpr EventType kWireType<domain::SignInLinkMade>{"user.sign_in_link_made", 1};
template <>
struct Fields<domain::TokenMade> {
  using T = domain::TokenMade;
  static constexpr auto list =
      std::tuple{field("token", &T::token), field("name", &T::name), field("expires", &T::expires)};
};
template <>
inline constexpr EventType kWireType<domain::TokenMade>{"user.token_made", 1};
template <>
struct Fields<domain::SecondFactorTurnedOn> {
  static constexpr auto list = std::tuple{};
};
template <>
inline constexpr EventType kWireType<domain::SecondFactorTurnedOn>{"user.second_factor_turned_on",
                                                                   1};
template <>
struct Fields<domain::SecondFactorTurnedOff> {
  static constexpr auto list = std::tuple{};
};
template <>
inline constexpr EventType kWireType<domain::SecondFactorTurnedOff>{"user.second_factor_turned_off",
                                                                    1};

}  // namespace langnghe::codec
