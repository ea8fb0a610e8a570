#pragma once

#include <optional>

#include <domain/issue_state.hpp>
#include <domain/settings.hpp>

/// The effect of a new calendar or policy on the running clocks.
namespace langnghe::domain {

/// The deadlines of an issue as these tables give them; nothing where no date of it moves. A policy
/// touches only rounds that began on or after the day it is valid from, and a clock that stopped is
/// left alone. Each clock is counted under the versions of its own. Before the matter is classified
/// there is the first reply alone, which is set here where an older record does not know it.
[[nodiscard]] std::optional<IssueEvent> recompute_deadlines(const IssueState& issue,
                                                            const PolicyState& policies,
                                                            const WorkingCalendar& calendar);

}  // namespace langnghe::domain
