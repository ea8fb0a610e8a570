#pragma once

#include <string>
#include <string_view>

#include <domain/command.hpp>
#include <domain/permissions.hpp>

#include "acting/acting.hpp"
#include "call/call.hpp"
#include "wire/commands.hpp"

/// The subject of an act: where its route lies, how its body is read, where the answer points.
namespace langnghe::api::resources {

/// The path of a subject's acts, below the ward: `issues/{id}/`.
[[nodiscard]] std::string_view base_of(domain::Subject subject);

/// The pattern of an act's route.
[[nodiscard]] std::string route_of(domain::Subject subject, std::string_view act);

[[nodiscard]] Precondition precondition_of(domain::Subject subject, std::string_view act);

/// The command the path and the body make together.
[[nodiscard]] wire::Read<domain::Command> read_command(const Call& call, const Act& act);

[[nodiscard]] Place place_of(const Call& call, domain::Subject subject);

}  // namespace langnghe::api::resources
