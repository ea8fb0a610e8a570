#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <domain/enum_text.hpp>
#include <domain/ids.hpp>
#include <domain/time.hpp>

namespace langnghe::domain {

/// Roles of domain.md section 2. A resident has no account: they act with the code of their case.
enum class Role {
  chair,
  cchc_officer,
  officer,
  khom_head,
  clerk,
  supervisor,
  home_affairs,
  admin,
  system,
  case_holder,  ///< whoever has the code of a case, mostly the resident
};

template <>
struct EnumText<Role> {
  static constexpr std::array<std::pair<Role, std::string_view>, 10> kNames{
      {{Role::chair, "chair"},
       {Role::cchc_officer, "cchc_officer"},
       {Role::officer, "officer"},
       {Role::khom_head, "khom_head"},
       {Role::clerk, "clerk"},
       {Role::supervisor, "supervisor"},
       {Role::home_affairs, "home_affairs"},
       {Role::admin, "admin"},
       {Role::system, "system"},
       {Role::case_holder, "case_holder"}}};
};

/// The user who acts, in one role. `khoms` limits a khóm head to their own; empty = all.
struct Actor {
  UserId user;
  Role role{};
  std::vector<KhomId> khoms;
  bool operator==(const Actor&) const = default;
};

/// The facts that a decision may use besides the streams it read.
struct Context {
  Actor actor;
  Instant now{};      ///< the server's clock
  Happened happened;  ///< when the act took place, on the word of who enters it
};

}  // namespace langnghe::domain
