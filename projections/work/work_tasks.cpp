#include "work/work_tasks.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include <domain/period.hpp>
#include <projections/commitments.hpp>
#include <projections/dialogues.hpp>
#include <projections/issues.hpp>
#include <projections/oversight.hpp>
#include <projections/report.hpp>
#include <projections/schedule.hpp>
#include <projections/settings.hpp>

namespace langnghe::projections::work {
namespace {

using dialogues::DialogueRow;
using domain::add_days;
using domain::Date;
using domain::DialoguePhase;

/// The settings the lists depend on, read once.
struct Office {
  const Snapshot& snapshot;
  const Query& query;
  domain::WardState ward;
  domain::PolicyState policies;
  domain::CalendarState calendars;

  Office(const Snapshot& views, const Query& asked)
      : snapshot(views),
        query(asked),
        ward(settings::ward(views).state),
        policies(settings::policy(views).state),
        calendars(settings::calendar(views).state) {}

  [[nodiscard]] const Date& today() const { return query.today; }
  /// Nothing is due by it before a policy was adopted.
  [[nodiscard]] const domain::Policy* policy_on(const Date& date) const {
    return policies.exists() ? &policies.valid_on(date) : nullptr;
  }
  [[nodiscard]] std::optional<Date> due(const Date& start, const domain::Term& term) const {
    return calendars.exists() ? std::optional(domain::due_date(start, term, calendars.current()))
                              : std::nullopt;
  }
};

class Lists {
 public:
  Lists(const Query& query, std::map<List, Entries>& found) : query_(query), found_(found) {}

  [[nodiscard]] bool wants(List list) const { return found_.contains(list); }
  [[nodiscard]] bool wants_any(std::initializer_list<List> lists) const {
    return std::ranges::any_of(lists, [&](List list) { return wants(list); });
  }
  /// A task of no khóm is the whole ward's, and is not shown to a reader of one khóm alone.
  void add(List list, Task task) {
    const auto place = found_.find(list);
    const bool in_scope =
        query_.scope.empty() || std::ranges::find(query_.scope, task.khom) != query_.scope.end();
    if (place != found_.end() && in_scope) {
      place->second.tasks.push_back(std::move(task));
    }
  }

 private:
  const Query& query_;
  std::map<List, Entries>& found_;
};

// ---- plans

void add_plans(const Office& office, Lists& lists) {
  if (!lists.wants_any({List::plan_to_approve, List::plan_to_publish})) {
    return;
  }
  for (const int year : settings::plan_years(office.snapshot)) {
    const auto plan = settings::plan(office.snapshot, year);
    if (!plan) {
      continue;
    }
    Task task{.kind = Task::Kind::plan,
              .id = std::to_string(year),
              .version = plan->version,
              .phase = std::string(domain::to_text(plan->state.phase)),
              .khom = {},
              .issue = {},
              .subject = plan->state.plan.title,
              .since = std::nullopt,
              .due = std::nullopt};
    if (plan->state.phase == domain::PlanPhase::drafted) {
      lists.add(List::plan_to_approve, std::move(task));
    } else if (plan->state.phase == domain::PlanPhase::approved) {
      task.since = plan->state.approval ? std::optional(plan->state.approval->date) : std::nullopt;
      lists.add(List::plan_to_publish, std::move(task));
    }
  }
}

// ---- dialogues

Task task_of(const DialogueRow& row, std::optional<Date> since, std::optional<Date> due) {
  return {.kind = Task::Kind::dialogue,
          .id = row.id.value,
          .version = row.version,
          .phase = std::string(domain::to_text(row.phase)),
          .khom = row.schedule.khom,
          .issue = {},
          .subject = row.schedule.topics,
          .since = since,
          .due = due};
}

/// The day it has to be made known by: by the policy of the day it is held.
std::optional<Date> announce_by(const Office& office, const DialogueRow& row) {
  const auto* policy = office.policy_on(row.schedule.date);
  return policy == nullptr
             ? std::nullopt
             : std::optional(add_days(row.schedule.date, -policy->announce_days_before));
}

void add_before_meeting(const Office& office, const DialogueRow& row, Lists& lists) {
  const Date& held = row.schedule.date;
  const Date horizon = add_days(office.today(), office.query.ahead_days);
  if (row.phase == DialoguePhase::scheduled) {
    const Date by = announce_by(office, row).value_or(held);
    if (by <= horizon) {
      lists.add(List::dialogue_to_announce, task_of(row, std::nullopt, by));
    }
  }
  if (held <= office.today()) {
    lists.add(List::dialogue_to_open, task_of(row, std::nullopt, held));
  }
  if (held <= horizon) {
    lists.add(List::presentation_to_prepare, task_of(row, std::nullopt, held));
  }
}

void add_after_meeting(const Office& office, const DialogueRow& row, Lists& lists) {
  const Date& held = row.schedule.date;
  const bool untold = row.presentation == domain::Presentation::not_recorded;
  const bool minutes_open =
      row.phase == DialoguePhase::opened || row.phase == DialoguePhase::closed;
  if (minutes_open && untold) {
    lists.add(List::presentation_to_prepare, task_of(row, held, held));
  }
  if (row.phase == DialoguePhase::closed) {
    lists.add(List::minutes_to_sign, task_of(row, held, std::nullopt));
  } else if (row.phase == DialoguePhase::minutes_signed) {
    const auto* policy = office.policy_on(held);
    const auto due = policy == nullptr ? std::nullopt : office.due(held, policy->publish_result);
    const auto since = row.minutes ? std::optional(row.minutes->date) : std::nullopt;
    lists.add(List::conclusion_to_publish, task_of(row, since, due));
  }
}

void add_dialogues(const Office& office, Lists& lists) {
  if (!lists.wants_any({List::dialogue_to_announce, List::dialogue_to_open,
                        List::dialogue_to_schedule, List::presentation_to_prepare,
                        List::minutes_to_sign, List::conclusion_to_publish})) {
    return;
  }
  constexpr Date kFirst{std::chrono::year{1}, std::chrono::January, std::chrono::day{1}};
  constexpr Date kLast{std::chrono::year{9999}, std::chrono::December, std::chrono::day{31}};
  for (const auto& row : dialogues::between(office.snapshot, kFirst, kLast)) {
    if (row.phase == DialoguePhase::scheduled || row.phase == DialoguePhase::announced) {
      add_before_meeting(office, row, lists);
    } else if (row.phase == DialoguePhase::postponed) {
      lists.add(List::dialogue_to_schedule, task_of(row, std::nullopt, std::nullopt));
    } else {
      add_after_meeting(office, row, lists);
    }
  }
}

/// An early warning: this quarter is owed a dialogue that nobody has put on the calendar.
void add_khoms(const Office& office, Lists& lists) {
  if (!lists.wants(List::dialogue_to_schedule) || !office.policies.exists()) {
    return;
  }
  const auto& today = office.today();
  const auto year = static_cast<int>(today.year());
  const auto quarter = domain::quarter_of(today);
  const auto last_month = std::chrono::month{static_cast<unsigned>(quarter) * 3};
  const Date last_day{today.year() / last_month / std::chrono::last};
  for (const auto& cell : schedule::of_year(office.snapshot, year, today).cells) {
    if (cell.quarter == quarter && cell.status == schedule::CellStatus::open) {
      lists.add(List::dialogue_to_schedule, {.kind = Task::Kind::khom,
                                             .id = cell.khom.value,
                                             .version = std::nullopt,
                                             .phase = "open",
                                             .khom = cell.khom,
                                             .issue = {},
                                             .subject = cell.khom_name,
                                             .since = std::nullopt,
                                             .due = last_day});
    }
  }
}

// ---- reports

struct Reported {
  domain::Period period;
  std::optional<report::ReportRow> row;
};

std::vector<Reported> periods_over(const Office& office, domain::PeriodFamily family) {
  std::vector<Reported> over;
  const auto year = static_cast<int>(office.today().year());
  for (const int of : {year - 1, year, year + 1}) {
    for (auto& period : domain::periods_of_year(family, of)) {
      const bool recent = period.to < office.today() && period.to >= add_days(office.today(), -366);
      if (recent) {
        auto row = report::find(office.snapshot, {family, period.name});
        over.push_back({std::move(period), std::move(row)});
      }
    }
  }
  return over;
}

std::optional<List> list_of(domain::ReportPhase phase) {
  switch (phase) {
    case domain::ReportPhase::open:
      return List::report_to_freeze;
    case domain::ReportPhase::frozen:
    case domain::ReportPhase::drafted:
    case domain::ReportPhase::sent_back:
      return List::report_to_sign;
    case domain::ReportPhase::signed_:
    case domain::ReportPhase::returned:
      return List::report_to_submit;
    case domain::ReportPhase::submitted:
      return List::report_to_acknowledge;
    case domain::ReportPhase::acknowledged:
      return std::nullopt;
  }
  return std::nullopt;
}

/// A report is owed from the ward's first day on, where a route was in force when its period ended;
/// of a family nobody reports in, nothing is.
void add_reports(const Office& office, Lists& lists) {
  if (!lists.wants_any({List::report_to_freeze, List::report_to_sign, List::report_to_submit,
                        List::report_to_acknowledge})) {
    return;
  }
  const auto first_day = settings::first_day(office.snapshot);
  for (const auto& [family, name] : domain::EnumText<domain::PeriodFamily>::kNames) {
    const auto periods = periods_over(office, family);
    const bool in_use = family == domain::PeriodFamily::cchc ||
                        std::ranges::any_of(periods, [](const Reported& each) {
                          return each.row && each.row->state.frozen;
                        });
    for (const auto& [period, row] : periods) {
      const auto* route = office.ward.route_on(period.to);
      const auto phase = row ? row->state.phase : domain::ReportPhase::open;
      const auto list = list_of(phase);
      const bool before_the_ward = first_day && period.to < *first_day;
      if (!in_use || before_the_ward || route == nullptr || !list) {
        continue;
      }
      const auto due = route->due_within ? office.due(period.to, *route->due_within) : std::nullopt;
      lists.add(*list, {.kind = Task::Kind::report,
                        .id = std::string(name) + '/' + period.name,
                        .version = row ? std::optional(row->version) : std::nullopt,
                        .phase = std::string(domain::to_text(phase)),
                        .khom = {},
                        .issue = {},
                        .subject = route->addressee,
                        .since = period.to,
                        .due = due});
    }
  }
}

// ---- recommendations and promises

void add_recommendations(const Office& office, Lists& lists) {
  if (!lists.wants(List::recommendation_to_answer)) {
    return;
  }
  const auto version = oversight::supervision_version(office.snapshot);
  oversight::RecommendationFilter filter;
  filter.answered = false;
  filter.today = office.today();
  for (const auto& row : oversight::recommendations(office.snapshot, filter)) {
    const auto& made = row.recommendation.made;
    lists.add(List::recommendation_to_answer, {.kind = Task::Kind::recommendation,
                                               .id = made.recommendation.value,
                                               .version = version,
                                               .phase = "open",
                                               .khom = {},
                                               .issue = {},
                                               .subject = made.body,
                                               .since = row.made_on,
                                               .due = made.answer_due});
  }
}

void add_promises(const Office& office, Lists& lists) {
  if (!lists.wants_any({List::promise_due, List::promise_to_verify})) {
    return;
  }
  const Date soon = add_days(office.today(), office.query.due_within_days);
  const auto page = commitments::find(office.snapshot, {.today = office.today()}, "",
                                      std::numeric_limits<std::size_t>::max());
  for (const auto& row : page.rows) {
    using Status = domain::Commitment::Status;
    const auto& promise = row.commitment;
    const bool to_do = promise.status == Status::made || promise.status == Status::disputed;
    const bool filed = promise.status == Status::evidence_filed;
    if (!filed && !(to_do && promise.due <= soon)) {
      continue;
    }
    const auto issue = issues::find_one(office.snapshot, row.issue);
    lists.add(filed ? List::promise_to_verify : List::promise_due,
              {.kind = Task::Kind::promise,
               .id = promise.id.value,
               .version = issue ? std::optional(issue->version) : std::nullopt,
               .phase = std::string(domain::to_text(promise.status)),
               .khom = row.khom,
               .issue = row.issue,
               .subject = promise.what,
               .since = row.made_on,
               .due = promise.due});
  }
}

}  // namespace

void add_tasks(const Snapshot& snapshot, const Query& query, std::map<List, Entries>& found) {
  const bool any =
      std::ranges::any_of(found, [](const auto& each) { return !holds_issues(each.first); });
  if (!any) {
    return;
  }
  const Office office(snapshot, query);
  Lists lists(query, found);
  add_plans(office, lists);
  add_dialogues(office, lists);
  add_khoms(office, lists);
  add_reports(office, lists);
  add_recommendations(office, lists);
  add_promises(office, lists);
}

}  // namespace langnghe::projections::work
