#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <domain/actor.hpp>
#include <domain/enum_text.hpp>
#include <domain/issue_state.hpp>
#include <ledger/types.hpp>
#include <projections/views.hpp>

/// The work that waits, in the lists of the role whose act is next: every open issue and every
/// request to open one again; plans, dialogues, reports, recommendations, promises and khóm.
namespace langnghe::projections::work {

enum class List {
  to_classify,
  to_assign,  ///< classified, returned or opened again
  to_accept,
  to_answer,  ///< accepted or in progress, no draft yet
  draft_sent_back,
  to_approve,
  extension_to_decide,
  to_issue,    ///< approved, the notice not yet issued
  to_deliver,  ///< issued, and reached nobody yet
  to_tell,     ///< another body's result, not yet told
  to_close,
  reopen_to_decide,
  paused,
  due_soon,  ///< due within the days asked for
  overdue,
  returned_often,
  silent,           ///< the resident has heard nothing for the days asked for
  deliveries_owed,  ///< persons of merged issues who have not got the answer that is there
  feedback_to_ask,  ///< closed within the days asked for, and nobody asked the resident
  // ---- not issues
  plan_to_approve,
  plan_to_publish,
  dialogue_to_schedule,  ///< a khóm that lacks a date this quarter; postponed without a new day
  dialogue_to_announce,
  dialogue_to_open,
  presentation_to_prepare,
  minutes_to_sign,
  conclusion_to_publish,
  report_to_freeze,  ///< the period is over
  report_to_sign,
  report_to_submit,
  report_to_acknowledge,
  recommendation_to_answer,
  promise_due,  ///< due within the days asked for, or late
  promise_to_verify,
};

}  // namespace langnghe::projections::work

template <>
struct langnghe::domain::EnumText<langnghe::projections::work::List> {
  using List = langnghe::projections::work::List;
  static constexpr std::array<std::pair<List, std::string_view>, 34> kNames{
      {{List::to_classify, "to_classify"},
       {List::to_assign, "to_assign"},
       {List::to_accept, "to_accept"},
       {List::to_answer, "to_answer"},
       {List::draft_sent_back, "draft_sent_back"},
       {List::to_approve, "to_approve"},
       {List::extension_to_decide, "extension_to_decide"},
       {List::to_issue, "to_issue"},
       {List::to_deliver, "to_deliver"},
       {List::to_tell, "to_tell"},
       {List::to_close, "to_close"},
       {List::reopen_to_decide, "reopen_to_decide"},
       {List::paused, "paused"},
       {List::due_soon, "due_soon"},
       {List::overdue, "overdue"},
       {List::returned_often, "returned_often"},
       {List::silent, "silent"},
       {List::deliveries_owed, "deliveries_owed"},
       {List::feedback_to_ask, "feedback_to_ask"},
       {List::plan_to_approve, "plan_to_approve"},
       {List::plan_to_publish, "plan_to_publish"},
       {List::dialogue_to_schedule, "dialogue_to_schedule"},
       {List::dialogue_to_announce, "dialogue_to_announce"},
       {List::dialogue_to_open, "dialogue_to_open"},
       {List::presentation_to_prepare, "presentation_to_prepare"},
       {List::minutes_to_sign, "minutes_to_sign"},
       {List::conclusion_to_publish, "conclusion_to_publish"},
       {List::report_to_freeze, "report_to_freeze"},
       {List::report_to_sign, "report_to_sign"},
       {List::report_to_submit, "report_to_submit"},
       {List::report_to_acknowledge, "report_to_acknowledge"},
       {List::recommendation_to_answer, "recommendation_to_answer"},
       {List::promise_due, "promise_due"},
       {List::promise_to_verify, "promise_to_verify"}}};
};

namespace langnghe::projections::work {

/// Enough of an issue for a line of a list and for the lists themselves.
struct Item {
  domain::IssueId issue;
  domain::IssuePhase phase{};
  domain::KhomId khom;
  domain::FieldCode field;
  std::string subject;  ///< in the recorder's words, naming nobody
  bool pressing = false;
  domain::Date received{};
  domain::Date since{};  ///< the day it came into this phase
  std::optional<domain::Date> first_reply_due;
  std::optional<domain::Date> first_reply_on;
  std::optional<domain::Date> due;
  std::optional<domain::Date> settled_on;
  std::optional<domain::Date> paused_until;
  domain::MarkedDue approaching;
  domain::MarkedDue breached;
  std::optional<domain::FirstReplyOwed> first_reply;
  int policy_version = 0;  ///< of the running round; 0 = not classified
  int calendar_version = 0;
  domain::Date due_since{};                ///< the day of the act that last moved `due`
  domain::UserId assignee;                 ///< empty = nobody
  std::optional<domain::Date> held_since;  ///< the day the assignee got it
  domain::UserId drafted_by;
  bool sent_back = false;
  bool extension_requested = false;
  bool reopen_requested = false;
  int returns = 0;
  int delivery_failures = 0;
  int escalation = 0;
  domain::Date told_on{};       ///< the last day the resident heard something; else of receipt
  eventstore::Version version;  ///< of the issue: what If-Match asks for
  std::vector<domain::IssueId> owed;  ///< merged issues whose persons wait for the answer
  bool answer_is_there = false;       ///< a notice, or another body's result, can be delivered
  bool feedback_asked = false;
  bool operator==(const Item&) const = default;

  [[nodiscard]] bool open() const { return !domain::ending_of(phase); }
  /// The next day on which something is owed: of the two clocks those that run. Nothing where
  /// neither does.
  [[nodiscard]] std::optional<domain::Date> next_due() const;
};

/// Every issue that is open, asked to be opened again or owes somebody its answer, by id.
[[nodiscard]] std::vector<Item> waiting(const Snapshot& snapshot);

/// Anything else that waits.
struct Task {
  enum class Kind { plan, dialogue, khom, report, recommendation, promise };
  Kind kind{};
  std::string id;  ///< `2021`, `d-1`, `tan-my`, `cchc/2021-Q1`, `r-1`, `c-1`
  std::optional<eventstore::Version> version;  ///< what If-Match asks for; none: nothing is there
  std::string phase;
  domain::KhomId khom;    ///< empty: of the whole ward
  domain::IssueId issue;  ///< of a promise
  std::string subject;    ///< what it is about, naming no resident
  std::optional<domain::Date> since;
  std::optional<domain::Date> due;
  bool operator==(const Task&) const = default;
};

struct Query {
  domain::Date today{};
  std::optional<domain::UserId> assignee{};  ///< an officer's own lists
  std::vector<domain::KhomId> scope{};       ///< only these khóm; empty = all
  int due_within_days = 3;                   ///< calendar days, today included
  int returns_at_least = 2;
  int silent_days = 10;    ///< calendar days
  int ahead_days = 14;     ///< calendar days before a meeting, or before it has to be announced
  int feedback_days = 30;  ///< calendar days since the closing
  /// Entries of each list that are wanted; counts are of all.
  std::size_t most = std::numeric_limits<std::size_t>::max();
};

/// Is the issue in the list? An issue can be in several.
[[nodiscard]] bool is_in(List list, const Item& item, const Query& query);

/// The lists a role works off, in the order it should.
[[nodiscard]] std::vector<List> lists_of(domain::Role role);

/// Does the list hold issues? Every other holds tasks.
[[nodiscard]] bool holds_issues(List list);

/// The act that takes an entry off the list; empty where several may.
[[nodiscard]] std::string_view act_of(List list);

/// One list. Either of the two is empty.
struct Entries {
  std::vector<Item> issues;
  std::vector<Task> tasks;
  std::size_t count = 0;  ///< also of those beyond `Query::most`
  std::size_t late = 0;   ///< of them, those whose day has passed
};

/// The entries of each list of `lists`, the earliest due first, then by id.
[[nodiscard]] std::map<List, Entries> lists(const Snapshot& snapshot,
                                            const std::vector<List>& wanted, const Query& query);

}  // namespace langnghe::projections::work

template <>
struct langnghe::domain::EnumText<langnghe::projections::work::Task::Kind> {
  using Kind = langnghe::projections::work::Task::Kind;
  static constexpr std::array<std::pair<Kind, std::string_view>, 6> kNames{
      {{Kind::plan, "plan"},
       {Kind::dialogue, "dialogue"},
       {Kind::khom, "khom"},
       {Kind::report, "report"},
       {Kind::recommendation, "recommendation"},
       {Kind::promise, "promise"}}};
};
