#include <algorithm>

#include <domain/period.hpp>
#include <domain/ward.hpp>
#include <projections/schedule.hpp>
#include <projections/settings.hpp>

#include "dialogues/coverage.hpp"

namespace langnghe::projections::schedule {
namespace {

using dialogues::DialogueRow;
using domain::Date;
using domain::DialoguePhase;

bool held(const DialogueRow& row) {
  return row.phase >= DialoguePhase::opened && row.attendance && row.attendance->residents > 0;
}

/// Opened, and it is known that nobody came: counted so, or closed without anybody counted.
bool held_empty(const DialogueRow& row) {
  return row.phase >= DialoguePhase::opened && !held(row) &&
         (row.attendance || row.phase >= DialoguePhase::closed);
}

/// On the calendar: neither cancelled, nor missed, nor postponed without a day.
bool stands(const DialogueRow& row) {
  return row.phase != DialoguePhase::cancelled && row.phase != DialoguePhase::missed &&
         row.phase != DialoguePhase::postponed;
}

void count(Cell& cell, const DialogueRow& row, const Date& today) {
  cell.dialogues.push_back(row.id);
  if (held(row)) {
    ++cell.held;
  } else if (held_empty(row)) {
    ++cell.held_empty;
  } else if (stands(row) && row.schedule.date >= today) {
    ++cell.planned;
  }
}

CellStatus status_of(const Cell& cell, bool over) {
  if (cell.required == 0) {
    return CellStatus::not_due;
  }
  if (cell.held >= cell.required) {
    return CellStatus::met;
  }
  if (cell.held + static_cast<int>(cell.credited.size()) >= cell.required) {
    return CellStatus::credited;
  }
  if (over) {
    return CellStatus::missed;
  }
  return cell.held + cell.planned >= cell.required ? CellStatus::scheduled : CellStatus::open;
}

void add_plan_acts(Cell& cell, const std::optional<domain::PlanState>& plan) {
  if (!plan) {
    return;
  }
  const auto concerns = [&](const auto& act) {
    return act.khom == cell.khom && act.quarter == cell.quarter;
  };
  cell.missed_recorded = std::ranges::any_of(plan->missed, concerns);
  for (const auto& late : plan->credited) {
    if (concerns(late)) {
      cell.credited.push_back(late.dialogue);
    }
  }
}

struct Duty {
  int quarter = 0;
  int required = 0;
};

Cell make_cell(const Schedule& schedule, const domain::Khom& khom, const Duty& duty,
               const std::optional<domain::PlanState>& plan, const Date& today) {
  const auto last_day = quarter_span(schedule.year, duty.quarter).to;
  Cell cell{.khom = khom.id,
            .khom_name = khom.name_on(last_day),
            .sample = khom.sample,
            .quarter = duty.quarter,
            .required = duty.required,
            .dialogues = {},
            .credited = {}};
  for (const auto& row : schedule.dialogues) {
    if (row.schedule.khom == khom.id && domain::quarter_of(row.schedule.date) == duty.quarter) {
      count(cell, row, today);
    }
  }
  add_plan_acts(cell, plan);
  cell.status = status_of(cell, today > last_day);
  return cell;
}

void add_up(Schedule& schedule, const Cell& cell) {
  schedule.required += cell.required;
  schedule.due += cell.required > 0 ? 1 : 0;
  schedule.met += cell.status == CellStatus::met ? 1 : 0;
  schedule.credited += cell.status == CellStatus::credited ? 1 : 0;
  schedule.missed += cell.status == CellStatus::missed ? 1 : 0;
}

}  // namespace

Schedule of_year(const Snapshot& snapshot, int year, const Date& today, OwedSince since) {
  const auto ward = settings::ward(snapshot).state;
  const auto policies = settings::policy(snapshot).state;
  const auto first_day = settings::first_day(snapshot);
  std::optional<domain::PlanState> plan;
  if (auto versioned = settings::plan(snapshot, year)) {
    plan = std::move(versioned->state);
  }

  Schedule schedule{
      .year = year, .has_plan = is_in_force(plan), .plan_symbol = {}, .cells = {}, .dialogues = {}};
  if (schedule.has_plan && plan->approval) {
    schedule.plan_symbol = plan->approval->symbol;
  }
  schedule.dialogues =
      dialogues::between(snapshot, quarter_span(year, 1).from, quarter_span(year, 4).to);
  for (const auto& [id, khom] : ward.khoms) {
    for (int quarter = 1; quarter <= 4; ++quarter) {
      const auto span = quarter_span(year, quarter);
      if (!khom.valid_within(span.from, span.to)) {
        continue;
      }
      const bool owed = since == OwedSince::ever || !first_day || *first_day <= span.to;
      const int required = owed ? required_dialogues(plan, policies, id, year, quarter) : 0;
      schedule.cells.push_back(make_cell(schedule, khom, {quarter, required}, plan, today));
      add_up(schedule, schedule.cells.back());
    }
  }
  return schedule;
}

}  // namespace langnghe::projections::schedule
