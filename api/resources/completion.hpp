#pragma once

#include <expected>

#include <domain/command.hpp>

#include "acting/acting.hpp"
#include "call/call.hpp"

namespace langnghe::api::resources {

/// Gives a command what no client says: ids it left to the service, and what the views know at this
/// moment (open issues whose deadlines may move, a resident's issues, what changed since a freeze).
/// A command that will store nothing is left as it is.
[[nodiscard]] std::expected<void, Problem> complete(const Call& call, const Intake& intake,
                                                    domain::Command& command);

}  // namespace langnghe::api::resources
