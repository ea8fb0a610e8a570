#pragma once

#include <following/supervisor.hpp>

namespace langnghe::tools {

/// Tells of a consumer's failure on standard error: `FollowingPlan::on_failure` of a serving
/// process.
void tell_failure(const eventstore::ConsumerState& state);

}  // namespace langnghe::tools
