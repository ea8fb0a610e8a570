#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

namespace {

template <class Visit>
void visit_waiting(const Snapshot& snapshot, const Visit& visit) {
  snapshot.of(issues::kName)
      .scan(issues::kWaiting, {}, [&](std::string_view, std::string_view value) {
        visit(row::from_bytes<Item>(value));
        return true;
      });
}

/// Closed within the days asked for: the longer ago, the less an answer can be had.
template <class Visit>
void visit_unasked(const Snapshot& snapshot, const Query& query, const Visit& visit) {
  const auto from = domain::add_days(query.today, -query.feedback_days);
  snapshot.of(issues::kName)
      .scan(issues::kUnasked, std::string(issues::kUnasked) + domain::to_text(from),
            [&](std::string_view, std::string_view value) {
              visit(row::from_bytes<Item>(value));
              return true;
            });
}

/// The earliest due come first, those without a day last.
std::pair<bool, domain::Date> place_of(const std::optional<domain::Date>& due) {
  return {!due.has_value(), due.value_or(domain::Date{})};
}

/// A list while it is being made: of many thousand entries only those that are wanted are held.
template <class Entry>
class FirstOf {
 public:
  FirstOf(std::size_t most, const domain::Date& today) : most_(most), today_(today) {}

  /// `late_by`: the day whose passing makes it late.
  void add(const Entry& entry, const std::optional<domain::Date>& due,
           const std::optional<domain::Date>& late_by) {
    ++count_;
    if (late_by && *late_by < today_) {
      ++late_;
    }
    const auto place = place_of(due);
    if (first_.size() == most_ && (most_ == 0 || !(place < first_.rbegin()->first))) {
      return;
    }
    first_.emplace(place, entry);
    if (first_.size() > most_) {
      first_.erase(std::prev(first_.end()));
    }
  }

  /// Of equal days in the order in which they came.
  void put_into(std::vector<Entry>& list, Entries& entries) && {
    for (auto& [place, entry] : first_) {
      list.push_back(std::move(entry));
    }
    entries.count += count_;
    entries.late += late_;
  }

 private:
  std::size_t most_;
  domain::Date today_;
  std::multimap<std::pair<bool, domain::Date>, Entry> first_;
  std::size_t count_ = 0;
  std::size_t late_ = 0;
};

/// The lists of issues among those wanted.
class IssueLists {
 public:
  IssueLists(const std::vector<List>& wanted, const Query& query) : query_(query) {
    for (const auto list : wanted) {
      lists_.emplace(list, FirstOf<Item>(query.most, query.today));
    }
  }

  void add(const Item& item) {
    if (!is_asked_for(item, query_)) {
      return;
    }
    const auto due = item.due ? item.due : item.next_due();
    for (auto& [list, entries] : lists_) {
      if (is_in(list, item, query_)) {
        entries.add(item, due, item.settled_on ? std::nullopt : item.due);
      }
    }
  }

  void put_into(std::map<List, Entries>& found) && {
    for (auto& [list, first] : lists_) {
      auto& entries = found[list];
      std::move(first).put_into(entries.issues, entries);
    }
  }

 private:
  const Query& query_;
  std::map<List, FirstOf<Item>> lists_;
};

void order_tasks(Entries& entries, const Query& query) {
  auto tasks = std::exchange(entries.tasks, {});
  FirstOf<Task> first(query.most, query.today);
  for (const auto& task : tasks) {
    first.add(task, task.due, task.due);
  }
  std::move(first).put_into(entries.tasks, entries);
}

}  // namespace

std::vector<Item> waiting(const Snapshot& snapshot) {
  std::vector<Item> items;
  visit_waiting(snapshot, [&](Item item) { items.push_back(std::move(item)); });
  return items;
}

std::map<List, Entries> lists(const Snapshot& snapshot, const std::vector<List>& wanted,
                              const Query& query) {
  std::map<List, Entries> found;
  std::vector<List> of_waiting;
  for (const auto list : wanted) {
    found[list];
    if (holds_issues(list) && list != List::feedback_to_ask) {
      of_waiting.push_back(list);
    }
  }
  if (!of_waiting.empty()) {
    IssueLists lists(of_waiting, query);
    visit_waiting(snapshot, [&](const Item& item) { lists.add(item); });
    std::move(lists).put_into(found);
  }
  if (found.contains(List::feedback_to_ask)) {
    IssueLists feedback({List::feedback_to_ask}, query);
    visit_unasked(snapshot, query, [&](const Item& item) { feedback.add(item); });
    std::move(feedback).put_into(found);
  }
  // An officer's own lists are of the issues the officer has.
  if (!query.assignee) {
    add_tasks(snapshot, query, found);
  }
  for (auto& [list, entries] : found) {
    order_tasks(entries, query);
  }
  return found;
}

}  // namespace langnghe::projections::work
