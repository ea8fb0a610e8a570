#pragma once

#include <optional>

#include <domain/ids.hpp>
#include <domain/plan.hpp>
#include <domain/settings.hpp>
#include <domain/time.hpp>

/// The duty to hold dialogues, one khóm and one calendar quarter at a time (domain.md rule 10).
namespace langnghe::projections {

struct QuarterSpan {
  domain::Date from{};
  domain::Date to{};  ///< included
};
[[nodiscard]] QuarterSpan quarter_span(int year, int quarter);

/// Has the plan been approved? Before that it binds nobody; closed, it still says what was owed.
[[nodiscard]] bool is_in_force(const std::optional<domain::PlanState>& plan);

/// The dialogues that the year's plan owes a khóm that is valid in the quarter. A khóm the plan
/// does not name, and every khóm while no plan is in force, is owed the policy's minimum: the duty
/// is then visible.
[[nodiscard]] int required_dialogues(const std::optional<domain::PlanState>& plan,
                                     const domain::PolicyState& policies,
                                     const domain::KhomId& khom, int year, int quarter);

}  // namespace langnghe::projections
