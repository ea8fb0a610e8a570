#pragma once

#include "call/call.hpp"

namespace langnghe::api::resources {

[[nodiscard]] Reply get_issue_history(Call& call);
[[nodiscard]] Reply get_issue_deadline(Call& call);

}  // namespace langnghe::api::resources
