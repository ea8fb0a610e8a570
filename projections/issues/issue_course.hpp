#pragma once

#include <domain/issue_events.hpp>
#include <projections/issues.hpp>
#include <projections/work.hpp>

namespace langnghe::projections::issues {

/// Follows who has the issue, since when it is where it is, and when the resident last heard of
/// it. `row.state` holds the event already; `before` is the phase it came from.
void follow(IssueRow& row, domain::IssuePhase before, const domain::IssueEvent& event,
            const domain::Date& on);

/// The members of an issue that work lists and the clock read.
[[nodiscard]] work::Item item_of(const IssueRow& row);

}  // namespace langnghe::projections::issues
