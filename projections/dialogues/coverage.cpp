#include "dialogues/coverage.hpp"

#include <cstddef>

namespace langnghe::projections {

QuarterSpan quarter_span(int year, int quarter) {
  using namespace std::chrono;
  const month last{static_cast<unsigned>(quarter) * 3};
  return {.from = {std::chrono::year{year}, last - months{2}, day{1}},
          .to = std::chrono::year{year} / last / std::chrono::last};
}

bool is_in_force(const std::optional<domain::PlanState>& plan) {
  return plan &&
         (plan->phase == domain::PlanPhase::approved ||
          plan->phase == domain::PlanPhase::published || plan->phase == domain::PlanPhase::closed);
}

int required_dialogues(const std::optional<domain::PlanState>& plan,
                       const domain::PolicyState& policies, const domain::KhomId& khom, int year,
                       int quarter) {
  if (is_in_force(plan)) {
    for (const auto& line : plan->plan.lines) {
      if (line.khom == khom) {
        return line.per_quarter[static_cast<std::size_t>(quarter - 1)];
      }
    }
  }
  const auto begin = quarter_span(year, quarter).from;
  return policies.exists() ? policies.valid_on(begin).dialogues_per_quarter
                           : domain::Policy{}.dialogues_per_quarter;
}

}  // namespace langnghe::projections
