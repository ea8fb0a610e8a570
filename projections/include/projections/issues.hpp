#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <domain/issue_state.hpp>
#include <ledger/types.hpp>
#include <projections/projection.hpp>
#include <projections/views.hpp>

/// Every issue with its state, and the open ones by the day they are due.
namespace langnghe::projections::issues {

[[nodiscard]] Projection definition();

/// An interval in which somebody had the issue.
struct Holding {
  domain::UserId assignee;
  std::string unit;
  domain::Date from{};
  std::optional<domain::Date> accepted;
  std::optional<domain::Date> until;  ///< absent = has it still
  bool returned = false;              ///< given back to who assigned it
  bool operator==(const Holding&) const = default;
};

struct IssueRow {
  domain::IssueId id;
  eventstore::Version version;
  eventstore::Position last;  ///< of its newest event
  domain::IssueState state;
  std::vector<Holding> holdings;  ///< in order: who had it how long
  domain::Date phase_since{};     ///< the day of the act that brought it where it is
  domain::Date told_on{};         ///< the last day the resident heard something; else of receipt

  [[nodiscard]] bool open() const { return !domain::ending_of(state.phase); }
  /// Is the first reply or the resolution overdue on that day? Ended issues never are.
  [[nodiscard]] bool overdue_on(const domain::Date& today) const;
};

struct Filter {
  std::optional<bool> open{};
  std::optional<bool> overdue{};  ///< as of `today`
  std::optional<domain::KhomId> khom{};
  std::optional<domain::FieldCode> field{};
  std::optional<domain::UserId> assignee{};
  std::vector<domain::KhomId> scope{};  ///< only these khóm; empty = all
  domain::Date today{};
};

struct Page {
  std::vector<IssueRow> rows;
  std::string next;       ///< where the next page begins; empty = this was the last
  std::size_t total = 0;  ///< of all pages
};

/// Issues by due date (those without one after the others), then by id. `from` is a page's `next`.
[[nodiscard]] Page find(const Snapshot& snapshot, const Filter& filter, const std::string& from,
                        std::size_t limit);
[[nodiscard]] std::optional<IssueRow> find_one(const Snapshot& snapshot, const domain::IssueId& id);

/// The number of times a subject field came up in a khóm, and how many of them were still open.
struct Recurrence {
  domain::KhomId khom;
  domain::FieldCode field;
  int issues = 0;     ///< received in the span
  int recurring = 0;  ///< of them linked as recurring to another
  int reopened = 0;   ///< of them opened again
  std::vector<domain::IssueId> ids;
};
/// Both ends included; by khóm, then field. What was voided is not counted.
[[nodiscard]] std::vector<Recurrence> recurrences(const Snapshot& snapshot,
                                                  const domain::Date& from, const domain::Date& to);

/// One entry of an issue's history: where its record lies. Includes the dialogue's own acts that
/// concern the issue (the opinion that raised it, the minutes that list it).
struct HistoryEntry {
  eventstore::Position position;
  std::string type;
  domain::Date happened{};
};
[[nodiscard]] std::vector<HistoryEntry> history(const Snapshot& snapshot,
                                                const domain::IssueId& id);

}  // namespace langnghe::projections::issues
