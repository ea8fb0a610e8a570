#include <algorithm>

#include "rules.hpp"
#include "value_checks.hpp"

namespace langnghe::domain {
namespace {

const UserId& user_of(const UserCommand& command) {
  return std::visit([](const auto& what) -> const UserId& { return what.user; }, command);
}

Decision on_user(const UserId& user, UserEvent event) {
  return std::vector{Emitted{stream_of(user), std::move(event)}};
}

Decision judge(const World& world, const RegisterUser& command, const Context& context) {
  if (auto refusal =
          first_of({check_not_blank("user", command.user.value),
                    check_not_blank("display_name", command.registration.display_name)})) {
    return std::unexpected(*refusal);
  }
  if (const auto& official = command.registration.official) {
    if (auto refusal = check_official(world.ward(), *official, context.happened.date)) {
      return std::unexpected(*refusal);
    }
  }
  return on_user(command.user, command.registration);
}

Decision judge(const World& world, const GrantRole& command, const Context&) {
  const RoleGranted& given = command.grant;
  // The clock is the program itself: no person may act in its name. The holder of a case has no
  // account.
  if (given.role == Role::system || given.role == Role::case_holder) {
    return std::unexpected(value_not_valid("role", std::string(to_text(given.role))));
  }
  // Only a khóm head's sight ends at a khóm: named for another role it would promise a limit that
  // no read keeps.
  if (given.role != Role::khom_head && !given.khoms.empty()) {
    return std::unexpected(refuse(RefusalCode::value_not_valid,
                                  {{"field", "khoms"}, {"value", given.khoms.front().value}}));
  }
  for (const KhomId& khom : given.khoms) {
    if (!world.ward().find_khom(khom)) {
      return std::unexpected(refuse(RefusalCode::unknown_khom, {{"khom", khom.value}}));
    }
  }
  if (auto refusal = check_distinct(given.khoms)) {
    return std::unexpected(*refusal);
  }
  return on_user(command.user, given);
}

Decision judge(const World& world, const RevokeRole& command, const Context&) {
  const auto& held = world.user(command.user).roles;
  if (std::ranges::find(held, command.role, &RoleGranted::role) == held.end()) {
    return std::unexpected(value_not_valid("role", std::string(to_text(command.role))));
  }
  return on_user(command.user, RoleRevoked{command.role});
}

Decision judge(const World&, const DisableUser& command, const Context&) {
  if (auto refusal = check_not_blank("reason", command.reason)) {
    return std::unexpected(*refusal);
  }
  return on_user(command.user, UserDisabled{command.reason});
}

Decision judge(const World&, const EnableUser& command, const Context&) {
  if (auto refusal = check_not_blank("reason", command.reason)) {
    return std::unexpected(*refusal);
  }
  return on_user(command.user, UserEnabled{command.reason});
}

/// Does the actor set it in the way that is told? Nobody else's word would be worth recording.
bool sets_it_so(const SetPassword& command, const Actor& actor) {
  switch (command.means) {
    case PasswordMeans::own_password:
    case PasswordMeans::sign_in_link:
      return actor.user == command.user;
    case PasswordMeans::administrator:
      return actor.role == Role::admin;
    case PasswordMeans::command_line:
      return actor.role == Role::system;
  }
  return false;
}

Decision judge(const World&, const SetPassword& command, const Context& context) {
  if (!sets_it_so(command, context.actor)) {
    return std::unexpected(value_not_valid("means", std::string(to_text(command.means))));
  }
  return on_user(command.user, PasswordSet{command.means});
}

Decision judge(const World&, const MakeSignInLink& command, const Context&) {
  return on_user(command.user, SignInLinkMade{command.expires});
}

Decision judge(const World&, const MakeToken& command, const Context&) {
  if (auto refusal = first_of(
          {check_not_blank("token", command.token), check_not_blank("name", command.name)})) {
    return std::unexpected(*refusal);
  }
  return on_user(command.user, TokenMade{command.token, command.name, command.expires});
}

Decision judge(const World&, const TurnOnSecondFactor& command, const Context& context) {
  if (context.actor.user != command.user) {
    return std::unexpected(value_not_valid("user", command.user.value));
  }
  return on_user(command.user, SecondFactorTurnedOn{});
}

Decision judge(const World&, const TurnOffSecondFactor& command, const Context& context) {
  const auto& actor = context.actor;
  if (actor.user != command.user && actor.role != Role::admin && actor.role != Role::system) {
    return std::unexpected(value_not_valid("user", command.user.value));
  }
  return on_user(command.user, SecondFactorTurnedOff{});
}

bool needs_ward(const UserCommand& command) {
  if (const auto* registering = std::get_if<RegisterUser>(&command)) {
    return registering->registration.official.has_value();
  }
  const auto* granting = std::get_if<GrantRole>(&command);
  return granting && !granting->grant.khoms.empty();
}

}  // namespace

std::vector<StreamId> reads(const UserCommand& command, const Context&, const World&) {
  std::vector<StreamId> streams{stream_of(user_of(command))};
  // The first administrator is registered before there is a ward to read.
  if (needs_ward(command)) {
    streams.push_back(ward_stream());
  }
  return streams;
}

StreamId subject(const UserCommand& command) {
  return stream_of(user_of(command));
}

std::optional<Refusal> guard(const World& world, const UserCommand& command, const Context&) {
  const UserId& user = user_of(command);
  const UserState& account = world.user(user);
  if (std::holds_alternative<RegisterUser>(command)) {
    return check_absent(account.exists, stream_of(user));
  }
  if (auto refusal = check_exists(account.exists, stream_of(user))) {
    return refusal;
  }
  if (std::holds_alternative<DisableUser>(command) && !account.enabled) {
    return not_allowed_now(DisableUser::kAct, "disabled");
  }
  if (std::holds_alternative<EnableUser>(command) && account.enabled) {
    return not_allowed_now(EnableUser::kAct, "enabled");
  }
  if (std::holds_alternative<RevokeRole>(command) && account.roles.empty()) {
    return not_allowed_now(RevokeRole::kAct, "no_role");
  }
  return std::nullopt;
}

Decision rule(const World& world, const UserCommand& command, const Context& context) {
  return std::visit([&](const auto& what) { return judge(world, what, context); }, command);
}

}  // namespace langnghe::domain
