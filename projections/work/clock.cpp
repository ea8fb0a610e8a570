#include <algorithm>
#include <limits>
#include <optional>
#include <tuple>
#include <utility>

#include <domain/recompute.hpp>
#include <projections/clock.hpp>
#include <projections/commitments.hpp>
#include <projections/dialogues.hpp>
#include <projections/issues.hpp>
#include <projections/schedule.hpp>
#include <projections/settings.hpp>
#include <projections/work.hpp>

#include "dialogues/coverage.hpp"

namespace langnghe::projections::clock {
namespace {

using domain::ClockKind;
using domain::Date;

/// The tables in force now, by which the clock decides.
struct Tables {
  domain::PolicyState policies;
  domain::WorkingCalendar calendar;
  Date today{};
  [[nodiscard]] const domain::Policy& policy() const { return policies.valid_on(today); }
};

domain::Instant moment_of(const domain::Happened& happened) {
  return std::chrono::sys_days(happened.date) +
         happened.time_of_day.value_or(std::chrono::seconds{0}) - domain::kVietnamOffset;
}

DueAct on_day(const Date& day, domain::Command command) {
  const domain::Happened happened{.date = day, .time_of_day = std::nullopt};
  return {.happened = happened, .command = std::move(command), .ready = moment_of(happened)};
}

/// Something was left undone: nobody may still be entering it in time.
DueAct undone(const Date& day, const Tables& tables, domain::Command command) {
  auto act = on_day(day, std::move(command));
  act.ready += std::chrono::days(tables.policy().late_entry_days);
  return act;
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
  Date since{};  ///< the day of the act that set the due day
};

void add_warning(std::vector<DueAct>& acts, const work::Item& item, const Watch& watch,
                 const Tables& tables) {
  const Date warned = std::max(
      {warning_day(*watch.due, tables.policy().approaching_days, tables.calendar), watch.since});
  if (watch.approaching != watch.due && watch.breached != watch.due && warned <= *watch.due) {
    acts.push_back(on_day(
        warned, domain::IssueCommand{domain::MarkDeadlineApproaching{item.issue, watch.kind}}));
  }
}

/// On which day it was late the course of the clock tells, not the due day alone.
void add_breach(std::vector<DueAct>& acts, const Snapshot& snapshot, const work::Item& item,
                const Watch& watch, const Tables& tables) {
  if (watch.breached == watch.due || *watch.due >= tables.today) {
    return;
  }
  const auto row = issues::find_one(snapshot, item.issue);
  if (!row || row->state.find_breach(watch.kind, *watch.due) != nullptr) {
    return;
  }
  if (const auto late = domain::lateness_of(row->state.course(watch.kind), *watch.due)) {
    acts.push_back(
        undone(late->day, tables,
               domain::IssueCommand{domain::MarkDeadlineBreached{item.issue, watch.kind}}));
  }
}

void add_marks(std::vector<DueAct>& acts, const Snapshot& snapshot, const work::Item& item,
               const Watch& watch, const Tables& tables) {
  if (watch.due) {
    add_warning(acts, item, watch, tables);
    add_breach(acts, snapshot, item, watch, tables);
  }
}

/// Do both clocks of the issue stand under the tables in force, as far as it has them?
bool is_current(const work::Item& item, const Tables& tables) {
  const int calendar = tables.calendar.version;
  const int policy = tables.policies.versions.rbegin()->first;
  const bool resolution =
      !item.due || (item.calendar_version == calendar && item.policy_version == policy);
  const auto& first = item.first_reply;
  const bool first_reply =
      first ? first->calendar_version == calendar && first->policy_version == policy
            : item.phase != domain::IssuePhase::recorded;
  return resolution && (first_reply || item.first_reply_on);
}

/// An issue recorded beside an adoption, or before the first reply was owed from receipt.
void add_recomputation(std::vector<DueAct>& acts, const Snapshot& snapshot, const work::Item& item,
                       const Tables& tables) {
  if (tables.calendar.version == 0 || is_current(item, tables)) {
    return;
  }
  const auto row = issues::find_one(snapshot, item.issue);
  if (row && domain::recompute_deadlines(row->state, tables.policies, tables.calendar)) {
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
    add_marks(acts, snapshot, item,
              {ClockKind::first_reply, item.first_reply_due, item.approaching.first_reply,
               item.breached.first_reply, item.received},
              tables);
  }
  add_recomputation(acts, snapshot, item, tables);
  if (item.settled_on) {
    return;
  }
  if (!item.paused_until) {
    add_marks(acts, snapshot, item,
              {ClockKind::resolution, item.due, item.approaching.resolution,
               item.breached.resolution, item.due_since},
              tables);
  } else if (*item.paused_until <= tables.today) {
    acts.push_back(
        on_day(*item.paused_until, domain::IssueCommand{domain::ResumeClock{item.issue}}));
  }
}

void add_promises(std::vector<DueAct>& acts, const Snapshot& snapshot, const Tables& tables) {
  const commitments::Filter filter{.missed = false,
                                   .overdue = true,
                                   .due_to = domain::add_days(tables.today, -1),
                                   .today = tables.today};
  for (const auto& row :
       commitments::find(snapshot, filter, {}, std::numeric_limits<std::size_t>::max()).rows) {
    const auto& promise = row.commitment;
    if (const auto late = domain::lateness_of(promise.course, promise.due)) {
      acts.push_back(
          undone(late->day, tables,
                 domain::IssueCommand{domain::MarkCommitmentMissed{row.issue, promise.id}}));
    }
  }
}

void add_dialogues(std::vector<DueAct>& acts, const Snapshot& snapshot, const Tables& tables) {
  for (const auto& row : dialogues::awaited(snapshot)) {
    const auto& policy = tables.policies.valid_on(row.schedule.date);
    const domain::Instant missed = std::chrono::sys_days(row.schedule.date) + row.schedule.start -
                                   domain::kVietnamOffset +
                                   std::chrono::hours(policy.missed_grace_hours);
    acts.push_back({.happened = domain::happened_at(missed),
                    .command = domain::DialogueCommand{domain::MarkDialogueMissed{row.id}},
                    .ready = missed + std::chrono::days(policy.late_entry_days)});
  }
}

bool is_owed_by_plan(const domain::PlanState& plan, const domain::KhomId& khom) {
  return std::ranges::find(plan.plan.lines, khom, &domain::PlanLine::khom) != plan.plan.lines.end();
}

/// The rules count a dialogue as held that was opened, whoever came.
void add_duties(std::vector<DueAct>& acts, const Snapshot& snapshot, const Tables& tables) {
  for (const int year : settings::plan_years(snapshot)) {
    const auto plan = settings::plan(snapshot, year);
    if (!plan || !is_in_force(plan->state) || plan->state.phase == domain::PlanPhase::closed) {
      continue;
    }
    for (const auto& cell : schedule::of_year(snapshot, year, tables.today).cells) {
      if (cell.status == schedule::CellStatus::missed && !cell.missed_recorded &&
          cell.held + cell.held_empty < cell.required && is_owed_by_plan(plan->state, cell.khom)) {
        const auto ended = quarter_span(year, cell.quarter).to;
        acts.push_back(undone(domain::add_days(ended, 1), tables,
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
  add_promises(acts, snapshot, tables);
  add_dialogues(acts, snapshot, tables);
  add_duties(acts, snapshot, tables);
  std::erase_if(acts, [&](const DueAct& act) { return act.ready > now; });
  std::ranges::stable_sort(
      acts, {}, [](const DueAct& act) { return std::tuple(act.ready, moment_of(act.happened)); });
  return acts;
}

std::vector<domain::IssueId> issues_with_deadlines(const Snapshot& snapshot) {
  std::vector<domain::IssueId> found;
  for (const auto& item : work::waiting(snapshot)) {
    const bool owes_first_reply =
        !item.first_reply_on &&
        (item.first_reply_due || item.phase == domain::IssuePhase::recorded);
    if (item.open() && (item.due || owes_first_reply)) {
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

std::vector<domain::DialogueId> dialogues_of_year(const Snapshot& snapshot, int year) {
  std::vector<domain::DialogueId> ids;
  for (const auto& row :
       dialogues::between(snapshot, quarter_span(year, 1).from, quarter_span(year, 4).to)) {
    ids.push_back(row.id);
  }
  return ids;
}

}  // namespace langnghe::projections::clock
