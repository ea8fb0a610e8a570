#pragma once

#include <vector>

#include "rules.hpp"
#include "value_checks.hpp"

/// Private to domain/settings: the issues an adoption moves, each in the commit of the adoption.
namespace langnghe::domain {

/// `own` and, where issues are named, both tables and those issues.
[[nodiscard]] std::vector<StreamId> read_with(const StreamId& own,
                                              const std::vector<IssueId>& issues);
/// Each exists and is named once: an issue moved twice in one commit would not fold.
[[nodiscard]] MaybeRefusal check_open_issues(const World& world,
                                             const std::vector<IssueId>& issues);
/// Appends what moves under the tables given.
void move_deadlines(const World& world, const std::vector<IssueId>& issues,
                    const PolicyState& policies, const WorkingCalendar& calendar,
                    std::vector<Emitted>& events);

}  // namespace langnghe::domain
