#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <domain/enum_text.hpp>
#include <domain/ids.hpp>
#include <domain/issue_state.hpp>
#include <domain/time.hpp>
#include <projections/work.hpp>

#include "shapes/head.hpp"

/// The lists of what waits for the reader's roles.
namespace langnghe::api::shapes {

enum class WorkItemKind { issue };

/// An issue that waits. Never personal data: subjects are in the recorder's words.
struct WorkItem {
  WorkItemKind kind{};
  domain::IssueId id;
  std::uint64_t version = 0;  ///< what If-Match asks for
  domain::IssueId issue;
  std::vector<domain::IssueId> answer_owed_to;
  domain::IssuePhase phase{};
  domain::Date since{};
  domain::KhomId khom;
  domain::FieldCode field;
  std::string subject;
  bool pressing = false;
  domain::Date received{};
  std::optional<domain::Date> first_reply_due;
  std::optional<domain::Date> first_reply_on;
  std::optional<domain::Date> due;
  std::optional<domain::Date> paused_until;
  std::optional<domain::UserId> assignee;
  std::optional<domain::Date> held_since;
  int returns = 0;
  int delivery_failures = 0;
  int escalation = 0;
  domain::Date told_on{};
};

/// Anything else that waits.
struct WorkTask {
  projections::work::Task::Kind kind{};
  std::string id;                        ///< as in the paths
  std::optional<std::uint64_t> version;  ///< none: nothing is there yet
  std::string phase;
  std::optional<domain::KhomId> khom;    ///< none: of the whole ward
  std::optional<domain::IssueId> issue;  ///< of a promise
  std::string subject;
  std::optional<domain::Date> since;
  std::optional<domain::Date> due;
};

using WorkEntry = std::variant<WorkItem, WorkTask>;

struct WorkList {
  projections::work::List list{};
  std::optional<std::string> act;  ///< none where several take an entry off the list
  std::uint64_t count = 0;         ///< of all entries, also where fewer are shown
  std::uint64_t late = 0;
  std::optional<std::vector<WorkEntry>> items;  ///< none where only the counts are asked for
};

struct WorkLists {
  Head head;
  domain::Date today{};
  std::vector<WorkList> lists;
};

}  // namespace langnghe::api::shapes

template <>
struct langnghe::domain::EnumText<langnghe::api::shapes::WorkItemKind> {
  using Kind = langnghe::api::shapes::WorkItemKind;
  static constexpr std::array<std::pair<Kind, std::string_view>, 1> kNames{
      {{Kind::issue, "issue"}}};
};
