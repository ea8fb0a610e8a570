#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <domain/actor.hpp>
#include <domain/enum_text.hpp>
#include <domain/issue_state.hpp>
#include <projections/views.hpp>

/// What waits for whom: every open issue, and every request to open one again, in the lists of the
/// role whose next act it is.
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
  silent,  ///< the resident has heard nothing for the days asked for
};

}  // namespace langnghe::projections::work

template <>
struct langnghe::domain::EnumText<langnghe::projections::work::List> {
  using List = langnghe::projections::work::List;
  static constexpr std::array<std::pair<List, std::string_view>, 17> kNames{
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
       {List::silent, "silent"}}};
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
  domain::Date told_on{};  ///< the last day the resident heard something; else of receipt
  bool operator==(const Item&) const = default;

  [[nodiscard]] bool open() const { return !domain::ending_of(phase); }
  /// The next day on which something is owed: of the two clocks those that run. Nothing where
  /// neither does.
  [[nodiscard]] std::optional<domain::Date> next_due() const;
};

/// Every issue that is open or asked to be opened again, by id.
[[nodiscard]] std::vector<Item> waiting(const Snapshot& snapshot);

struct Query {
  domain::Date today{};
  std::optional<domain::UserId> assignee{};  ///< an officer's own lists
  std::vector<domain::KhomId> scope{};       ///< only these khóm; empty = all
  int due_within_days = 3;                   ///< calendar days, today included
  int returns_at_least = 2;
  int silent_days = 10;  ///< calendar days
};

/// Is the issue in the list? An issue can be in several.
[[nodiscard]] bool is_in(List list, const Item& item, const Query& query);

/// The lists a role works off, in the order it should.
[[nodiscard]] std::vector<List> lists_of(domain::Role role);

/// The items of each list of `lists`, the earliest due first, then by id.
[[nodiscard]] std::map<List, std::vector<Item>> lists(const Snapshot& snapshot,
                                                      const std::vector<List>& wanted,
                                                      const Query& query);

}  // namespace langnghe::projections::work
