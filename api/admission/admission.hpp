#pragma once

#include <optional>

#include "call/call.hpp"
#include "routing/router.hpp"

namespace langnghe::api {

/// Finds the ward and who asks, and puts both into the call; answers why they may not come in.
[[nodiscard]] std::optional<Problem> admit(Call& call, const Route& route);

}  // namespace langnghe::api
