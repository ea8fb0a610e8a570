#include <algorithm>
#include <string>
#include <utility>
#include <variant>

#include "plan/judge.hpp"

namespace langnghe::domain {
namespace {

constexpr int kQuarters = 4;

}  // namespace

Period quarter_of_year(int year, int quarter) {
  return *find_period(PeriodFamily::calendar,
                      std::to_string(year) + "-Q" + std::to_string(quarter));
}

int owed_to(const KhomId& khom, int quarter, const PlanState& plan, const WardState& ward) {
  const auto line = std::ranges::find(plan.plan.lines, khom, &PlanLine::khom);
  const Khom* known = ward.find_khom(khom);
  if (line == plan.plan.lines.end() || !known) {
    return 0;
  }
  const Period period = quarter_of_year(plan.plan.year, quarter);
  const auto index = static_cast<std::size_t>(quarter - 1);
  return known->valid_within(period.from, period.to) ? line->per_quarter.at(index) : 0;
}

bool was_held(const DialogueState& dialogue) {
  return dialogue.opening.has_value();
}

const ObligationMissed* find_missed(const PlanState& plan, const KhomId& khom, int quarter) {
  const auto found = std::ranges::find_if(plan.missed, [&](const ObligationMissed& missed) {
    return missed.khom == khom && missed.quarter == quarter;
  });
  return found == plan.missed.end() ? nullptr : &*found;
}

std::optional<PlanEvent> duty_after_opening(const PlanState& plan, const KhomId& khom,
                                            int quarter) {
  const ObligationMissed* missed = find_missed(plan, khom, quarter);
  if (missed == nullptr) {
    return std::nullopt;
  }
  if (missed->held + 1 >= missed->owed) {
    return ObligationMissRetracted{khom, quarter};
  }
  return ObligationMissed{khom, quarter, missed->owed, missed->held + 1};
}

Emitted on_plan(int year, PlanEvent event) {
  Emitted emitted{plan_stream(year), std::move(event)};
  if (const auto* of_plan = std::get_if<PlanEvent>(&emitted.event)) {
    if (const auto* missed = std::get_if<ObligationMissed>(of_plan)) {
      const Date day = add_days(quarter_of_year(year, missed->quarter).to, 1);
      emitted.happened = Happened{day, std::nullopt};
    }
  }
  return emitted;
}

int credits_of(const PlanState& plan, const KhomId& khom, int quarter) {
  return static_cast<int>(
      std::ranges::count_if(plan.credited, [&](const LateDialogueCredited& credit) {
        return credit.khom == khom && credit.quarter == quarter;
      }));
}

PlanClosed tally(const PlanState& plan, const WardState& ward) {
  PlanClosed closed;
  for (const PlanLine& line : plan.plan.lines) {
    for (int quarter = 1; quarter <= kQuarters; ++quarter) {
      const int owed = owed_to(line.khom, quarter, plan, ward);
      if (owed == 0) {
        continue;
      }
      ++closed.owed;
      const ObligationMissed* missed = find_missed(plan, line.khom, quarter);
      if (!missed) {
        ++closed.covered;
      } else if (missed->held + credits_of(plan, line.khom, quarter) >= missed->owed) {
        ++closed.credited;
      }
    }
  }
  return closed;
}

}  // namespace langnghe::domain
