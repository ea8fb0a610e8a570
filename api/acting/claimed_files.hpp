#pragma once

#include <expected>

#include <domain/command.hpp>

#include "call/call.hpp"
#include "problems/problem.hpp"

namespace langnghe::api {

/// Makes sure of every file a command is about to name: it is there, and stays. What the request
/// left out of its description is filled in; what it says wrongly is refused. Called before the
/// append, so that no event names what a sweep took away.
[[nodiscard]] std::expected<void, Problem> claim_files(const Call& call, domain::Command& command);

}  // namespace langnghe::api
