#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <domain/ids.hpp>
#include <domain/issue_state.hpp>
#include <domain/time.hpp>
#include <ledger/types.hpp>

/// The row keys of the projection `issues`:
/// `i/<issue>` -> IssueRow; `o/<due>/<issue>` of the open and `a/<due>/<issue>` of all issues ->
/// Summary; `w/<issue>` -> work::Item while somebody has to act; `f/<closed>/<issue>` -> work::Item
/// of what was closed and nobody was asked about; `c/<due>/<issue>/<commitment>` ->
/// CommitmentRow; `h/<issue>/<position>` -> day and type of the record there; and with empty
/// values `d/<dialogue>/<issue>`, `p/<opinion>/<issue>` and `r/<resident>/<issue>`.
namespace langnghe::projections::issues {

inline constexpr std::string_view kName = "issues";
inline constexpr std::string_view kOpenIndex = "o/";
inline constexpr std::string_view kAllIndex = "a/";
inline constexpr std::string_view kWaiting = "w/";
inline constexpr std::string_view kUnasked = "f/";
inline constexpr std::string_view kCommitments = "c/";

/// The members of an issue that a filter reads, kept in the index so that a list decodes only what
/// it shows.
struct Summary {
  domain::KhomId khom;
  domain::FieldCode field;
  domain::UserId assignee;
  std::string unit;  ///< of the assignee
  domain::DialogueId dialogue;
  domain::IssuePhase phase{};
  std::optional<domain::IssueType> type;
  domain::IntakeChannel channel{};
  bool open = false;
  bool voided = false;
  std::optional<domain::Date> next_due;  ///< of a clock that runs
  std::optional<domain::Date> due;       ///< as its place in the indexes says
  domain::Date received{};
  std::optional<domain::Date> closed;
  eventstore::Position last;  ///< of its newest event
  bool recurring = false;
  int reopenings = 0;
  std::optional<domain::Verdict> verdict;
  bool operator==(const Summary&) const = default;
};

[[nodiscard]] inline std::string issue_key(const domain::IssueId& id) {
  return "i/" + id.value;
}
[[nodiscard]] inline std::string history_prefix(const domain::IssueId& id) {
  return "h/" + id.value + '/';
}
[[nodiscard]] inline std::string dialogue_prefix(const domain::DialogueId& id) {
  return "d/" + id.value + '/';
}
[[nodiscard]] inline std::string opinion_prefix(const domain::OpinionId& id) {
  return "p/" + id.value + '/';
}
[[nodiscard]] inline std::string resident_prefix(const domain::ResidentId& id) {
  return "r/" + id.value + '/';
}
[[nodiscard]] inline std::string commitment_key(const domain::Date& due,
                                                const domain::IssueId& issue,
                                                const domain::CommitmentId& id) {
  return std::string(kCommitments) + domain::to_text(due) + '/' + issue.value + '/' + id.value;
}

}  // namespace langnghe::projections::issues
