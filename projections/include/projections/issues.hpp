#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <domain/issue_state.hpp>
#include <eventstore/types.hpp>
#include <projections/projection.hpp>
#include <projections/views.hpp>

/// Every issue with its state, and the open ones by the day they are due.
namespace langnghe::projections::issues {

[[nodiscard]] Projection definition();

struct IssueRow {
  domain::IssueId id;
  eventstore::Version version;
  eventstore::Position last;  ///< of its newest event
  domain::IssueState state;

  [[nodiscard]] bool open() const { return !domain::is_ended(state.phase); }
  /// Settled or not, is the resolution overdue on that day? Ended issues never are.
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

/// One entry of an issue's history: where its record lies. Includes the dialogue's own acts that
/// concern the issue (the opinion that raised it, the minutes that list it).
struct HistoryEntry {
  eventstore::Position position;
  std::string type;
};
[[nodiscard]] std::vector<HistoryEntry> history(const Snapshot& snapshot,
                                                const domain::IssueId& id);

}  // namespace langnghe::projections::issues
