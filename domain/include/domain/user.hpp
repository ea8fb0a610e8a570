#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <domain/actor.hpp>
#include <domain/course.hpp>
#include <domain/ids.hpp>

/// The stream `user-{id}`: an account and its roles. No password, token or hash is ever in it.
namespace langnghe::domain {

struct UserRegistered {
  std::string display_name;
  std::optional<OfficialId> official;
  bool operator==(const UserRegistered&) const = default;
};
struct RoleGranted {
  Role role{};
  std::vector<KhomId> khoms;  ///< limits a khóm head; empty = all
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
using UserEvent = std::variant<UserRegistered, RoleGranted, RoleRevoked, UserDisabled, UserEnabled>;

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
using UserCommand = std::variant<RegisterUser, GrantRole, RevokeRole, DisableUser, EnableUser>;

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
