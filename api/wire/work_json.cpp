#include "wire/work_json.hpp"

#include <algorithm>
#include <functional>

#include "wire/issue_rows.hpp"

namespace langnghe::api::wire {
namespace {

namespace work = projections::work;

Json user_json(const domain::UserId& user) {
  return user.empty() ? Json(nullptr) : Json(user.value);
}

/// Never personal data: subjects are in the recorder's words.
Json item_json(const work::Item& item) {
  auto owed = Json::array();
  for (const auto& absorbed : item.owed) {
    owed.push_back(absorbed.value);
  }
  return {{"kind", "issue"},
          {"id", item.issue.value},
          {"version", item.version.value},
          {"issue", item.issue.value},
          {"answer_owed_to", std::move(owed)},
          {"phase", out(item.phase)},
          {"since", out(item.since)},
          {"khom", item.khom.value},
          {"field", item.field.value},
          {"subject", item.subject},
          {"pressing", item.pressing},
          {"received", out(item.received)},
          {"first_reply_due", out(item.first_reply_due)},
          {"first_reply_on", out(item.first_reply_on)},
          {"due", out(item.due)},
          {"paused_until", out(item.paused_until)},
          {"assignee", user_json(item.assignee)},
          {"held_since", out(item.held_since)},
          {"returns", item.returns},
          {"delivery_failures", item.delivery_failures},
          {"escalation", item.escalation},
          {"told_on", out(item.told_on)}};
}

Json task_json(const work::Task& task) {
  return {{"kind", out(task.kind)},
          {"id", task.id},
          {"version", task.version ? Json(task.version->value) : Json(nullptr)},
          {"phase", task.phase},
          {"khom", task.khom.empty() ? Json(nullptr) : Json(task.khom.value)},
          {"issue", task.issue.empty() ? Json(nullptr) : Json(task.issue.value)},
          {"subject", task.subject},
          {"since", out(task.since)},
          {"due", out(task.due)}};
}

Json entries_json(const work::Entries& entries, std::size_t limit) {
  auto rows = Json::array();
  for (const auto& item : entries.issues) {
    if (rows.size() < limit) {
      rows.push_back(item_json(item));
    }
  }
  for (const auto& task : entries.tasks) {
    if (rows.size() < limit) {
      rows.push_back(task_json(task));
    }
  }
  return rows;
}

}  // namespace

std::string commitment_list(const Call& call, const Reading& reading,
                            const projections::commitments::Page& page,
                            std::string_view next_cursor) {
  auto body = head(call, reading, {projections::issues::definition()});
  auto items = Json::array();
  for (const auto& row : page.rows) {
    auto shown = commitment_json(row.commitment);
    shown.emplace("issue", row.issue.value);
    shown.emplace("khom", row.khom.value);
    shown.emplace("made_on", out(row.made_on));
    shown.emplace("overdue", row.overdue_on(reading.today));
    items.push_back(std::move(shown));
  }
  body.emplace("today", out(reading.today));
  body.emplace("total", page.total);
  body.emplace("items", std::move(items));
  body.emplace("next", next_cursor.empty() ? Json(nullptr) : Json(next_cursor));
  return codec::to_json_text(body);
}

std::string recurrence_list(const Call& call, const Reading& reading,
                            const std::vector<projections::issues::Recurrence>& recurrences) {
  auto rows = recurrences;
  std::ranges::stable_sort(rows, std::greater{}, &projections::issues::Recurrence::issues);
  auto items = Json::array();
  for (const auto& row : rows) {
    auto ids = Json::array();
    for (const auto& issue : row.ids) {
      ids.push_back(issue.value);
    }
    items.push_back({{"khom", row.khom.value},
                     {"field", row.field.value},
                     {"issues", row.issues},
                     {"recurring", row.recurring},
                     {"reopened", row.reopened},
                     {"ids", std::move(ids)}});
  }
  auto body = head(call, reading, {projections::issues::definition()});
  body.emplace("items", std::move(items));
  return codec::to_json_text(body);
}

std::string work_lists(const Call& call, const Reading& reading,
                       const std::vector<work::List>& lists,
                       const std::map<work::List, work::Entries>& found, const WorkShown& shown) {
  auto body = head(call, reading, {projections::issues::definition()});
  auto told = Json::array();
  for (const auto list : lists) {
    const auto& entries = found.at(list);
    const auto act = work::act_of(list);
    Json row{{"list", out(list)},
             {"act", act.empty() ? Json(nullptr) : Json(act)},
             {"count", entries.count()},
             {"late", entries.late(reading.today)}};
    if (shown.entries) {
      row.emplace("items", entries_json(entries, shown.limit));
    }
    told.push_back(std::move(row));
  }
  body.emplace("today", out(reading.today));
  body.emplace("lists", std::move(told));
  return codec::to_json_text(body);
}

}  // namespace langnghe::api::wire
