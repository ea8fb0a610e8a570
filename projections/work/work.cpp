#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

#include <projections/issues.hpp>
#include <projections/work.hpp>

#include "issues/issue_index.hpp"
#include "issues/issue_keys.hpp"
#include "rows/row.hpp"
#include "work/work_tasks.hpp"

namespace langnghe::projections::work {
namespace {

using domain::IssuePhase;

bool is_one_of(IssuePhase phase, std::initializer_list<IssuePhase> phases) {
  return std::ranges::find(phases, phase) != phases.end();
}

bool is_asked_for(const Item& item, const Query& query) {
  return (!query.assignee || *query.assignee == item.assignee) &&
         (query.scope.empty() || std::ranges::find(query.scope, item.khom) != query.scope.end());
}

/// Overdue in the one clock and due soon in the other, it is overdue.
bool is_due_soon(const Item& item, const Query& query) {
  const auto due = item.next_due();
  return due && *due >= query.today && *due <= domain::add_days(query.today, query.due_within_days);
}

/// The lists that follow from the phase alone.
bool is_in_phase(List list, const Item& item) {
  switch (list) {
    case List::to_classify:
      return is_one_of(item.phase, {IssuePhase::recorded, IssuePhase::contested});
    case List::to_assign:
      return is_one_of(item.phase,
                       {IssuePhase::classified, IssuePhase::returned, IssuePhase::reopened});
    case List::to_accept:
      return item.phase == IssuePhase::assigned;
    case List::to_answer:
      return is_one_of(item.phase, {IssuePhase::accepted, IssuePhase::in_progress});
    case List::draft_sent_back:
      return item.phase == IssuePhase::answer_drafted && item.sent_back;
    case List::to_approve:
      return item.phase == IssuePhase::answer_drafted && !item.sent_back;
    case List::to_issue:
      return item.phase == IssuePhase::answer_approved;
    case List::to_deliver:
      return item.phase == IssuePhase::notice_issued;
    case List::to_tell:
      return item.phase == IssuePhase::external_result_received;
    case List::to_close:
      return is_one_of(item.phase, {IssuePhase::notice_delivered, IssuePhase::notice_posted});
    default:
      return false;
  }
}

}  // namespace

std::optional<domain::Date> Item::next_due() const {
  return open() ? issues::next_due(first_reply_on ? std::nullopt : first_reply_due,
                                   settled_on ? std::nullopt : due)
                : std::nullopt;
}

bool is_in(List list, const Item& item, const Query& query) {
  switch (list) {
    case List::extension_to_decide:
      return item.open() && item.extension_requested;
    case List::reopen_to_decide:
      return item.reopen_requested;
    case List::paused:
      return item.open() && item.paused_until.has_value();
    case List::due_soon:
      return is_due_soon(item, query);
    case List::overdue:
      return item.next_due() && *item.next_due() < query.today;
    case List::returned_often:
      return item.open() && item.returns >= query.returns_at_least;
    case List::deliveries_owed:
      return !item.owed.empty() && item.answer_is_there;
    case List::feedback_to_ask:
      return item.phase == IssuePhase::closed && !item.feedback_asked &&
             domain::days_between(item.since, query.today) <= query.feedback_days;
    case List::silent:
      return item.open() && domain::days_between(item.told_on, query.today) >= query.silent_days;
    default:
      return is_in_phase(list, item);
  }
}

std::vector<List> lists_of(domain::Role role) {
  using enum List;
  switch (role) {
    case domain::Role::chair:
      return {to_approve,       extension_to_decide,
              reopen_to_decide, plan_to_approve,
              dialogue_to_open, presentation_to_prepare,
              minutes_to_sign,  conclusion_to_publish,
              report_to_sign,   recommendation_to_answer,
              promise_due,      overdue,
              due_soon,         paused,
              returned_often};
    case domain::Role::cchc_officer:
      return {to_classify,          to_assign,        to_tell,
              to_deliver,           deliveries_owed,  to_close,
              feedback_to_ask,      plan_to_publish,  dialogue_to_schedule,
              dialogue_to_announce, dialogue_to_open, presentation_to_prepare,
              minutes_to_sign,      report_to_freeze, report_to_submit,
              promise_due,          overdue,          due_soon,
              returned_often,       silent,           paused};
    case domain::Role::officer:
      return {draft_sent_back, to_accept, to_answer, promise_due,
              overdue,         due_soon,  paused,    silent};
    case domain::Role::clerk:
      return {to_issue,        to_deliver,           deliveries_owed,      to_tell,
              plan_to_publish, dialogue_to_announce, dialogue_to_schedule, conclusion_to_publish};
    case domain::Role::khom_head:
      return {to_deliver,        deliveries_owed, to_tell, dialogue_to_schedule,
              promise_to_verify, overdue,         silent};
    case domain::Role::supervisor:
      return {promise_to_verify, feedback_to_ask, overdue, returned_often, silent, paused};
    case domain::Role::home_affairs:
      return {report_to_acknowledge};
    case domain::Role::admin:
    case domain::Role::system:
    case domain::Role::case_holder:
      return {};
  }
  return {};
}

bool holds_issues(List list) {
  return list <= List::feedback_to_ask;
}

std::string_view act_of(List list) {
  switch (list) {
    case List::to_classify:
      return "classify";
    case List::to_assign:
      return "assign";
    case List::to_accept:
      return "accept";
    case List::to_answer:
    case List::draft_sent_back:
      return "draft-answer";
    case List::to_approve:
      return "approve-answer";
    case List::to_issue:
      return "issue-notice";
    case List::to_deliver:
      return "record-delivery";
    case List::to_tell:
      return "tell-external-result";
    case List::to_close:
      return "close";
    case List::feedback_to_ask:
      return "ask-feedback";
    case List::plan_to_approve:
      return "approve";
    case List::plan_to_publish:
      return "publish";
    case List::dialogue_to_announce:
      return "announce";
    case List::dialogue_to_open:
      return "open";
    case List::minutes_to_sign:
      return "sign-minutes";
    case List::conclusion_to_publish:
      return "publish-conclusion";
    case List::report_to_freeze:
      return "freeze";
    case List::report_to_sign:
      return "sign";
    case List::report_to_submit:
      return "submit";
    case List::report_to_acknowledge:
      return "acknowledge";
    case List::recommendation_to_answer:
      return "answer-recommendation";
    case List::promise_due:
      return "file-evidence";
    case List::promise_to_verify:
      return "verify-commitment";
    default:
      return {};
  }
}

std::size_t Entries::late(const domain::Date& today) const {
  const auto is_late = [&](const auto& entry) { return entry.due && *entry.due < today; };
  const auto open_late = [&](const Item& item) { return !item.settled_on && is_late(item); };
  return static_cast<std::size_t>(std::ranges::count_if(issues, open_late) +
                                  std::ranges::count_if(tasks, is_late));
}

std::vector<Item> waiting(const Snapshot& snapshot) {
  std::vector<Item> items;
  snapshot.of(issues::kName)
      .scan(issues::kWaiting, {}, [&](std::string_view, std::string_view value) {
        items.push_back(row::from_bytes<Item>(value));
        return true;
      });
  return items;
}

namespace {

/// Closed within the days asked for: the longer ago, the less an answer can be had.
std::vector<Item> unasked(const Snapshot& snapshot, const Query& query) {
  const auto from = domain::add_days(query.today, -query.feedback_days);
  std::vector<Item> items;
  snapshot.of(issues::kName)
      .scan(issues::kUnasked, std::string(issues::kUnasked) + domain::to_text(from),
            [&](std::string_view, std::string_view value) {
              items.push_back(row::from_bytes<Item>(value));
              return true;
            });
  return items;
}

void add_items(const std::vector<Item>& items, const Query& query, std::map<List, Entries>& found) {
  for (const auto& item : items) {
    if (!is_asked_for(item, query)) {
      continue;
    }
    for (auto& [list, entries] : found) {
      if (holds_issues(list) && is_in(list, item, query)) {
        entries.issues.push_back(item);
      }
    }
  }
}

void sort_by_due(Entries& entries) {
  const auto key = [](const std::optional<domain::Date>& due) {
    return std::tuple(!due.has_value(), due.value_or(domain::Date{}));
  };
  std::ranges::stable_sort(entries.issues, {}, [&](const Item& item) {
    return key(item.due ? item.due : item.next_due());
  });
  std::ranges::stable_sort(entries.tasks, {}, [&](const Task& task) { return key(task.due); });
}

}  // namespace

std::map<List, Entries> lists(const Snapshot& snapshot, const std::vector<List>& wanted,
                              const Query& query) {
  std::map<List, Entries> found;
  for (const auto list : wanted) {
    found[list];
  }
  add_items(waiting(snapshot), query, found);
  if (found.contains(List::feedback_to_ask)) {
    std::map<List, Entries> feedback{{List::feedback_to_ask, {}}};
    add_items(unasked(snapshot, query), query, feedback);
    found[List::feedback_to_ask] = std::move(feedback.at(List::feedback_to_ask));
  }
  // An officer's own lists are of the issues the officer has.
  if (!query.assignee) {
    add_tasks(snapshot, query, found);
  }
  for (auto& [list, entries] : found) {
    sort_by_due(entries);
  }
  return found;
}

}  // namespace langnghe::projections::work
