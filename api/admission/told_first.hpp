#pragma once

#include <optional>

#include <domain/ids.hpp>

#include "call/call.hpp"

namespace langnghe::api {

/// Nobody comes in by a way that the ledger was not told of: tells it what another process opened
/// beside this one, and answers why this user has to wait where that cannot be done.
[[nodiscard]] std::optional<Problem> untold_of(const Call& call, const domain::UserId& user);

}  // namespace langnghe::api
