#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

#include <projections/work.hpp>

#include "issue_index.hpp"
#include "issue_keys.hpp"
#include "issue_rows.hpp"

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
      return {to_approve, extension_to_decide, reopen_to_decide, overdue, due_soon,
              paused,     returned_often};
    case domain::Role::cchc_officer:
      return {to_classify, to_assign, to_tell,        to_deliver, to_close,
              overdue,     due_soon,  returned_often, silent,     paused};
    case domain::Role::officer:
      return {draft_sent_back, to_accept, to_answer, overdue, due_soon, paused, silent};
    case domain::Role::clerk:
      return {to_issue, to_deliver, to_tell};
    case domain::Role::khom_head:
      return {to_deliver, to_tell, overdue, silent};
    case domain::Role::supervisor:
      return {overdue, returned_often, silent, paused};
    case domain::Role::home_affairs:
    case domain::Role::admin:
    case domain::Role::system:
      return {};
  }
  return {};
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

std::map<List, std::vector<Item>> lists(const Snapshot& snapshot, const std::vector<List>& wanted,
                                        const Query& query) {
  std::map<List, std::vector<Item>> found;
  for (const auto list : wanted) {
    found[list];
  }
  for (const auto& item : waiting(snapshot)) {
    if (!is_asked_for(item, query)) {
      continue;
    }
    for (auto& [list, items] : found) {
      if (is_in(list, item, query)) {
        items.push_back(item);
      }
    }
  }
  for (auto& [list, items] : found) {
    std::ranges::stable_sort(items, {}, [](const Item& item) {
      const auto due = item.due ? item.due : item.next_due();
      return std::tuple(!due.has_value(), due.value_or(domain::Date{}));
    });
  }
  return found;
}

}  // namespace langnghe::projections::work
