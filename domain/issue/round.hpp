#pragma once

#include <domain/issue_state.hpp>

/// Private to domain/issue: the running round of an issue's resolution clock.
namespace langnghe::domain::issue {

/// The day the round counts from by itself: of receipt, of the contest or of the reopening.
/// Requires a clock.
[[nodiscard]] Date own_start(const IssueState& state);

/// The day it counts from with what was merged into it this round: the earliest of them.
[[nodiscard]] Date merged_start(const IssueState& state);

/// The running clock with `pauses.back()` shortened to the day of resumption. Days after `on` count
/// again; a pause that froze nothing is gone.
[[nodiscard]] ResolutionClock resumed(ResolutionClock clock, const Date& on);

}  // namespace langnghe::domain::issue
