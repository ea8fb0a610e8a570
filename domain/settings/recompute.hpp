#pragma once

#include <optional>

#include <domain/issue_state.hpp>
#include <domain/settings.hpp>

/// Private to the domain: what a new calendar or policy does to the clocks that run.
namespace langnghe::domain {

/// The deadlines of an issue as these tables give them; nothing where no date of it moves. A policy
/// touches only rounds that began on or after the day it is valid from, and a clock that stopped is
/// left alone. `reason` is `policy` where another policy governs the round, else `calendar`.
[[nodiscard]] std::optional<DeadlineRecomputed> recompute_deadlines(
    const IssueState& issue, const PolicyState& policies, const WorkingCalendar& calendar);

}  // namespace langnghe::domain
