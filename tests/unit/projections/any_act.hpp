#pragma once

#include <vector>

#include <rapidcheck.h>

#include <domain/issue_events.hpp>
#include <domain/time.hpp>

/// Histories that no rule would allow: what views and figures say must hold whatever a ledger
/// holds.
namespace langnghe::test {

/// A day of 2021 or soon after.
[[nodiscard]] rc::Gen<domain::Date> any_day();
/// Every kind of act on the issue `i`, some in two ways; it meets the issue `i-other`.
[[nodiscard]] std::vector<domain::IssueEvent> every_act();
/// Any act on the issue `i` but the one that records it; it meets the issue `i-other`.
[[nodiscard]] rc::Gen<domain::IssueEvent> any_act();

}  // namespace langnghe::test
