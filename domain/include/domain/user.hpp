#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <domain/actor.hpp>
#include <domain/course.hpp>
#include <domain/enum_text.hpp>
#include <domain/ids.hpp>
#include <domain/time.hpp>

/// The stream `user-{id}`: an account and its roles. No password, token or hash is ever in it.
namespace langnghe::domain {

struct UserRegistered {
  std::string display_name;
  std::optional<OfficialId> official;
  bool operator==(const UserRegistered&) const = default;
};
struct RoleGranted {
  Role role{};
  std::vector<KhomId> khoms;  ///< limits a khóm head, and nobody else; empty = all
  bool operator==(const RoleGranted&) const = default;
};
struct RoleRevoked {
  Role role{};
  bool operator==(const RoleRevoked&) const = default;
};
struct UserDisabled {
  std::string reason;
  bool operator==(const UserDisabled&) const = default;
};
struct UserEnabled {
  std::string reason;
  bool operator==(const UserEnabled&) const = default;
};

/// The means by which a password was set.
enum class PasswordMeans {
  own_password,   ///< the person, who knew the old one
  sign_in_link,   ///< the person, with a one-time link
  administrator,  ///< somebody else, who knows it now
  command_line,   ///< the machine's operator, who knows it now
};

template <>
struct EnumText<PasswordMeans> {
  static constexpr std::array<std::pair<PasswordMeans, std::string_view>, 4> kNames{
      {{PasswordMeans::own_password, "own_password"},
       {PasswordMeans::sign_in_link, "sign_in_link"},
       {PasswordMeans::administrator, "administrator"},
       {PasswordMeans::command_line, "command_line"}}};
};

// A means to sign in as a person bears on every act recorded in their name, so each one that is
// set for somebody is an event. The secret itself never is.
struct PasswordSet {
  PasswordMeans means{};
  bool operator==(const PasswordSet&) const = default;
};
struct SignInLinkMade {
  Instant expires{};
  bool operator==(const SignInLinkMade&) const = default;
};
struct TokenMade {
  std::string token;  ///< its public identifier, as lists of tokens show it
  std::string name;
  Instant expires{};
  bool operator==(const TokenMade&) const = default;
};
/// From now on signing in asks for a code of the person's own device too.
struct SecondFactorTurnedOn {
  bool operator==(const SecondFactorTurnedOn&) const = default;
};
/// By the person, or by an administrator for somebody who lost the device: the actor tells.
struct SecondFactorTurnedOff {
  bool operator==(const SecondFactorTurnedOff&) const = default;
};
using UserEvent =
    std::variant<UserRegistered, RoleGranted, RoleRevoked, UserDisabled, UserEnabled, PasswordSet,
                 SignInLinkMade, TokenMade, SecondFactorTurnedOn, SecondFactorTurnedOff>;

struct RegisterUser {
  static constexpr std::string_view kAct = "register";
  UserId user;
  UserRegistered registration;
};
struct GrantRole {
  static constexpr std::string_view kAct = "grant-role";
  UserId user;
  RoleGranted grant;
};
struct RevokeRole {
  static constexpr std::string_view kAct = "revoke-role";
  UserId user;
  Role role{};
};
struct DisableUser {
  static constexpr std::string_view kAct = "disable";
  UserId user;
  std::string reason;
};
struct EnableUser {
  static constexpr std::string_view kAct = "enable";
  UserId user;
  std::string reason;
};
/// One's own with the old password or a link, anybody's as administrator or at the machine.
struct SetPassword {
  static constexpr std::string_view kAct = "set-password";
  UserId user;
  PasswordMeans means{};
};
struct MakeSignInLink {
  static constexpr std::string_view kAct = "make-sign-in-link";
  UserId user;
  Instant expires{};
};
/// At the machine alone.
struct MakeToken {
  static constexpr std::string_view kAct = "make-token";
  UserId user;
  std::string token;
  std::string name;
  Instant expires{};
};
/// One's own alone: the device is the person's.
struct TurnOnSecondFactor {
  static constexpr std::string_view kAct = "turn-on-second-factor";
  UserId user;
};
/// One's own, anybody's as administrator or at the machine.
struct TurnOffSecondFactor {
  static constexpr std::string_view kAct = "turn-off-second-factor";
  UserId user;
};
using UserCommand =
    std::variant<RegisterUser, GrantRole, RevokeRole, DisableUser, EnableUser, SetPassword,
                 MakeSignInLink, MakeToken, TurnOnSecondFactor, TurnOffSecondFactor>;

struct UserState {
  bool exists = false;
  bool enabled = false;
  UserRegistered registration;
  std::vector<RoleGranted> roles;
  Course act_course;
  bool operator==(const UserState&) const = default;
};
void evolve(UserState& state, const UserEvent& event);

}  // namespace langnghe::domain
