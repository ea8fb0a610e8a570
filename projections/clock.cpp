#include <algorithm>
#include <limits>
#include <optional>
#include <tuple>
#include <utility>

#include <projections/clock.hpp>
#include <projections/commitments.hpp>
#include <projections/dialogues.hpp>
#include <projections/issues.hpp>
#include <projections/schedule.hpp>
#include <projections/settings.hpp>
#include <projections/work.hpp>

#include "coverage.hpp"

namespace langnghe::projections::clock {
namespace {

using domain::ClockKind;
using domain::Date;

/// What the clock goes by: the tables in force now.
struct Tables {
  domain::PolicyState policies;
  domain::WorkingCalendar calendar;
  Date today{};
  [[nodiscard]] const domain::Policy& policy() const { return policies.valid_on(today); }
};

DueAct on_day(const Date& day, domain::Command command) {
  return {.happened = {.date = day, .time_of_day = std::nullopt}, .command = std::move(command)};
}

/// The first day from which no more than so many working days are left until `due`.
Date warning_day(const Date& due, int working_days, const domain::WorkingCalendar& calendar) {
  Date day = due;
  for (int left = calendar.is_working(day) ? 1 : 0; left <= working_days;
       left += calendar.is_working(day) ? 1 : 0) {
    day = domain::add_days(day, -1);
  }
  return day;
}

struct Watch {
  ClockKind kind{};
  std::optional<Date> due;
  std::optional<Date> approaching;  ///< the due day a warning was recorded for
  std::optional<Date> breached;
};

void add_marks(std::vector<DueAct>& acts, const work::Item& item, const Watch& watch,
               const Tables& tables) {
  if (!watch.due) {
    return;
  }
  const Date warned = std::max(
      {warning_day(*watch.due, tables.policy().approaching_days, tables.calendar), item.due_since});
  if (watch.approaching != watch.due && watch.breached != watch.due && warned <= *watch.due &&
      warned <= tables.today) {
    acts.push_back(on_day(
        warned, domain::IssueCommand{domain::MarkDeadlineApproaching{item.issue, watch.kind}}));
  }
  const Date broken = domain::add_days(*watch.due, 1);
  if (watch.breached != watch.due && broken <= tables.today) {
    acts.push_back(
        on_day(std::max(broken, item.due_since),
               domain::IssueCommand{domain::MarkDeadlineBreached{item.issue, watch.kind}}));
  }
}

const domain::Term& settlement(const domain::Policy& policy, const domain::IssueState& state) {
  const bool complex =
      state.classification && state.classification->complexity == domain::Complexity::complex;
  return complex ? policy.settle_complex : policy.settle_simple;
}

/// Would these tables move a date of the issue? What the rules make of it, they say themselves.
bool may_have_moved(const domain::IssueState& state, int policy_version, const Tables& tables) {
  if (!state.clock || !state.effective_due || state.settled_on || state.clock_steps.empty()) {
    return false;
  }
  if (domain::due_date(*state.clock, tables.calendar) != *state.effective_due) {
    return true;
  }
  const auto* had = tables.policies.find(policy_version);
  const auto& governing = tables.policies.valid_on(state.clock->start);
  if (had == nullptr || governing.version <= had->version ||
      governing.valid_from > state.clock->start) {
    return false;
  }
  return settlement(*had, state) != settlement(governing, state) ||
         (!state.first_reply_on && had->first_reply != governing.first_reply);
}

void add_recomputation(std::vector<DueAct>& acts, const Snapshot& snapshot, const work::Item& item,
                       const Tables& tables) {
  const bool stale = item.calendar_version != tables.calendar.version ||
                     item.policy_version != tables.policies.versions.rbegin()->first;
  if (!stale || !item.due) {
    return;
  }
  const auto row = issues::find_one(snapshot, item.issue);
  if (row && may_have_moved(row->state, item.policy_version, tables)) {
    acts.push_back(
        on_day(tables.today, domain::IssueCommand{domain::RecomputeDeadline{item.issue}}));
  }
}

/// A clock that stands still is first set going again: only then is it known when it ends.
void add_issue_acts(std::vector<DueAct>& acts, const Snapshot& snapshot, const work::Item& item,
                    const Tables& tables) {
  if (!item.open()) {
    return;
  }
  if (!item.first_reply_on) {
    add_marks(acts, item,
              {ClockKind::first_reply, item.first_reply_due, item.approaching.first_reply,
               item.breached.first_reply},
              tables);
  }
  if (item.settled_on) {
    return;
  }
  if (!item.paused_until) {
    add_marks(
        acts, item,
        {ClockKind::resolution, item.due, item.approaching.resolution, item.breached.resolution},
        tables);
  } else if (*item.paused_until <= tables.today) {
    acts.push_back(
        on_day(*item.paused_until, domain::IssueCommand{domain::ResumeClock{item.issue}}));
  }
  add_recomputation(acts, snapshot, item, tables);
}

void add_promises(std::vector<DueAct>& acts, const Snapshot& snapshot, const Date& today) {
  const commitments::Filter filter{
      .missed = false, .overdue = true, .due_to = domain::add_days(today, -1), .today = today};
  for (const auto& row :
       commitments::find(snapshot, filter, {}, std::numeric_limits<std::size_t>::max()).rows) {
    acts.push_back(
        on_day(domain::add_days(row.commitment.due, 1),
               domain::IssueCommand{domain::MarkCommitmentMissed{row.issue, row.commitment.id}}));
  }
}

void add_dialogues(std::vector<DueAct>& acts, const Snapshot& snapshot, domain::Instant now,
                   const Tables& tables) {
  const auto grace = std::chrono::hours(tables.policy().missed_grace_hours);
  for (const auto& row : dialogues::awaited(snapshot)) {
    const domain::Instant begins =
        std::chrono::sys_days(row.schedule.date) + row.schedule.start - domain::kVietnamOffset;
    if (begins + grace <= now) {
      acts.push_back({.happened = domain::happened_at(begins + grace),
                      .command = domain::DialogueCommand{domain::MarkDialogueMissed{row.id}}});
    }
  }
}

bool is_owed_by_plan(const domain::PlanState& plan, const domain::KhomId& khom) {
  return std::ranges::find(plan.plan.lines, khom, &domain::PlanLine::khom) != plan.plan.lines.end();
}

/// What the rules count as held is a dialogue that was opened, whoever came.
void add_duties(std::vector<DueAct>& acts, const Snapshot& snapshot, const Date& today) {
  for (const int year : settings::plan_years(snapshot)) {
    const auto plan = settings::plan(snapshot, year);
    if (!plan || !is_in_force(plan->state) || plan->state.phase == domain::PlanPhase::closed) {
      continue;
    }
    for (const auto& cell : schedule::of_year(snapshot, year, today).cells) {
      if (cell.status == schedule::CellStatus::missed && !cell.missed_recorded &&
          cell.held + cell.held_empty < cell.required && is_owed_by_plan(plan->state, cell.khom)) {
        const auto ended = quarter_span(year, cell.quarter).to;
        acts.push_back(on_day(domain::add_days(ended, 1),
                              domain::PlanCommand{domain::MarkObligationMissed{
                                  year, cell.khom, cell.quarter, cell.dialogues}}));
      }
    }
  }
}

}  // namespace

std::vector<DueAct> due_acts(const Snapshot& snapshot, domain::Instant now) {
  Tables tables{.policies = settings::policy(snapshot).state,
                .calendar = {},
                .today = domain::local_date(now)};
  if (!tables.policies.exists()) {
    return {};
  }
  if (const auto calendars = settings::calendar(snapshot).state; calendars.exists()) {
    tables.calendar = calendars.current();
  }
  std::vector<DueAct> acts;
  for (const auto& item : work::waiting(snapshot)) {
    add_issue_acts(acts, snapshot, item, tables);
  }
  add_promises(acts, snapshot, tables.today);
  add_dialogues(acts, snapshot, now, tables);
  add_duties(acts, snapshot, tables.today);
  std::ranges::stable_sort(acts, {}, [](const DueAct& act) {
    return std::tuple(act.happened.date, act.happened.time_of_day.value_or(std::chrono::seconds{}));
  });
  return acts;
}

std::vector<domain::IssueId> issues_with_deadlines(const Snapshot& snapshot) {
  std::vector<domain::IssueId> found;
  for (const auto& item : work::waiting(snapshot)) {
    if (item.open() && item.due) {
      found.push_back(item.issue);
    }
  }
  return found;
}

domain::MarkObligationMissed obligation_missed(const Snapshot& snapshot, int year,
                                               const domain::KhomId& khom, int quarter) {
  const auto span = quarter_span(year, quarter);
  domain::MarkObligationMissed command{year, khom, quarter, {}};
  for (const auto& row : dialogues::between(snapshot, span.from, span.to)) {
    if (row.schedule.khom == khom) {
      command.dialogues.push_back(row.id);
    }
  }
  return command;
}

}  // namespace langnghe::projections::clock
