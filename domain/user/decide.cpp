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

Refusal not_in_state(std::string_view act, std::string_view state) {
  return refuse(RefusalCode::act_not_allowed_in_state,
                {{"act", std::string(act)}, {"state", std::string(state)}});
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
  // The clock is the program itself: no person may act in its name.
  if (given.role == Role::system) {
    return std::unexpected(value_not_valid("role", std::string(to_text(given.role))));
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

Decision judge(const World& world, const DisableUser& command, const Context&) {
  if (!world.user(command.user).enabled) {
    return std::unexpected(not_in_state(DisableUser::kAct, "disabled"));
  }
  if (auto refusal = check_not_blank("reason", command.reason)) {
    return std::unexpected(*refusal);
  }
  return on_user(command.user, UserDisabled{command.reason});
}

Decision judge(const World& world, const EnableUser& command, const Context&) {
  if (world.user(command.user).enabled) {
    return std::unexpected(not_in_state(EnableUser::kAct, "enabled"));
  }
  if (auto refusal = check_not_blank("reason", command.reason)) {
    return std::unexpected(*refusal);
  }
  return on_user(command.user, UserEnabled{command.reason});
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

Decision rule(const World& world, const UserCommand& command, const Context& context) {
  const UserId& user = user_of(command);
  const bool exists = world.user(user).exists;
  const bool registering = std::holds_alternative<RegisterUser>(command);
  if (auto refusal = registering ? check_absent(exists, stream_of(user))
                                 : check_exists(exists, stream_of(user))) {
    return std::unexpected(*refusal);
  }
  return std::visit([&](const auto& what) { return judge(world, what, context); }, command);
}

}  // namespace langnghe::domain
