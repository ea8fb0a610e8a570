#include "shapes/work.hpp"

#include <algorithm>

#include <projections/issues.hpp>
#include <projections/work.hpp>

#include "reading/answer_parts.hpp"
#include "reading/reading.hpp"
#include "resources/routes.hpp"
#include "routing/query.hpp"
#include "shapes/unless_empty.hpp"
#include "wire/answers.hpp"

namespace langnghe::api::resources {
namespace {

namespace work = projections::work;

constexpr std::uint64_t kDaysMax = 366;

/// The lists of all the reader's roles, each once.
std::vector<work::List> lists_of(const Access& access) {
  std::vector<work::List> lists;
  for (const auto& grant : access.roles) {
    for (const auto list : work::lists_of(grant.role)) {
      if (std::ranges::find(lists, list) == lists.end()) {
        lists.push_back(list);
      }
    }
  }
  return lists;
}

work::Query read_query(Query& query) {
  work::Query wanted;
  const auto days = [&](std::string_view name, int& value) {
    if (const auto given = query.number(name, 0, kDaysMax)) {
      value = static_cast<int>(*given);
    }
  };
  wanted.assignee = query.id<domain::UserId>("assignee");
  days("due_within_days", wanted.due_within_days);
  days("returns_at_least", wanted.returns_at_least);
  days("silent_days", wanted.silent_days);
  days("ahead_days", wanted.ahead_days);
  days("feedback_days", wanted.feedback_days);
  return wanted;
}

shapes::WorkItem item_of(const work::Item& item) {
  return {.kind = shapes::WorkItemKind::issue,
          .id = item.issue,
          .version = item.version.value,
          .issue = item.issue,
          .answer_owed_to = item.owed,
          .phase = item.phase,
          .since = item.since,
          .khom = item.khom,
          .field = item.field,
          .subject = item.subject,
          .pressing = item.pressing,
          .received = item.received,
          .first_reply_due = item.first_reply_due,
          .first_reply_on = item.first_reply_on,
          .due = item.due,
          .paused_until = item.paused_until,
          .assignee = shapes::unless_empty(item.assignee),
          .held_since = item.held_since,
          .returns = item.returns,
          .delivery_failures = item.delivery_failures,
          .escalation = item.escalation,
          .told_on = item.told_on};
}

shapes::WorkTask task_of(const work::Task& task) {
  return {.kind = task.kind,
          .id = task.id,
          .version = task.version ? std::optional(task.version->value) : std::nullopt,
          .phase = task.phase,
          .khom = shapes::unless_empty(task.khom),
          .issue = shapes::unless_empty(task.issue),
          .subject = task.subject,
          .since = task.since,
          .due = task.due};
}

std::vector<shapes::WorkEntry> entries_of(const work::Entries& entries) {
  std::vector<shapes::WorkEntry> rows;
  rows.reserve(entries.issues.size() + entries.tasks.size());
  for (const auto& item : entries.issues) {
    rows.emplace_back(item_of(item));
  }
  for (const auto& task : entries.tasks) {
    rows.emplace_back(task_of(task));
  }
  return rows;
}

/// The part of the lists that is shown.
struct WorkShown {
  bool entries = true;      ///< else the counts alone
  std::size_t limit = 500;  ///< entries of each list; the counts are of all
};

/// In the order of `lists`.
shapes::WorkLists work_lists(const Call& call, const Reading& reading,
                             const std::vector<work::List>& lists, const work::Query& wanted,
                             const WorkShown& shown) {
  const auto found = work::lists(*reading.snapshot, lists, wanted);
  shapes::WorkLists answer{
      head_of(call, reading, {projections::issues::definition()}), reading.today, {}};
  for (const auto list : lists) {
    const auto& entries = found.at(list);
    const auto act = work::act_of(list);
    answer.lists.push_back(
        {.list = list,
         .act = act.empty() ? std::nullopt : std::optional<std::string>(act),
         .count = entries.count,
         .late = entries.late,
         .items = shown.entries ? std::optional(entries_of(entries)) : std::nullopt});
  }
  return answer;
}

Reply show_work(Call& call, Query& query, const WorkShown& shown) {
  const auto list = query.choice<work::List>("list");
  auto wanted = read_query(query);
  const auto reading = open_reading(call, query);
  if (!reading) {
    return fail(reading.error());
  }
  wanted.today = reading->today;
  wanted.most = shown.entries ? shown.limit : 0;
  if (!call.access->sees_all) {
    wanted.scope = call.access->scope;
  }
  const auto lists = list ? std::vector{*list} : lists_of(*call.access);
  return list_answer(call, *reading, wire::text(work_lists(call, *reading, lists, wanted, shown)));
}

// GET …/work?list=&assignee=&limit=: what waits for the reader's roles.
Reply get_work(Call& call) {
  Query query(call.target);
  WorkShown shown;
  if (const auto limit = query.number("limit", 1, shown.limit)) {
    shown.limit = *limit;
  }
  return show_work(call, query, shown);
}

// GET …/work/counts: how much of it, for a page that is looked at often.
Reply get_work_counts(Call& call) {
  Query query(call.target);
  return show_work(call, query, {.entries = false});
}

}  // namespace

void add_work_routes(std::vector<Route>& routes) {
  add_read(routes, "work", &get_work);
  add_read(routes, "work/counts", &get_work_counts);
}

}  // namespace langnghe::api::resources
