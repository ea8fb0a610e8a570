#include "issue_index.hpp"

#include <algorithm>
#include <string>

#include "index_rows.hpp"
#include "issue_course.hpp"
#include "issue_keys.hpp"
#include "issue_rows.hpp"

namespace langnghe::projections::issues {
namespace {

/// A denunciation's whole stream is its hand-over; it is counted, never listed (domain.md rule 14).
bool is_listed(const IssueRow& row) {
  return row.state.recorded.received != domain::Date{};
}

Summary summary_of(const IssueRow& row) {
  const auto& state = row.state;
  const bool recurring = std::ranges::any_of(state.links, [](const domain::IssueLink& link) {
    return link.kind == domain::LinkKind::recurring;
  });
  return {.khom = state.recorded.khom,
          .field = state.classification ? state.classification->field : state.recorded.field,
          .assignee = state.assignment ? state.assignment->assignee : domain::UserId{},
          .open = row.open(),
          .voided = state.phase == domain::IssuePhase::voided,
          .settled = state.settled_on.has_value(),
          .due = state.effective_due,
          .received = state.recorded.received,
          .recurring = recurring,
          .reopenings = state.reopenings};
}

/// Issues without a due date come after all others.
std::string place_of(const IssueRow& row) {
  const auto& due = row.state.effective_due;
  return (due ? domain::to_text(*due) : std::string("9999-12-31")) + '/' + row.id.value;
}

struct IndexEntry {
  std::string place;
  Summary summary;
  bool operator==(const IndexEntry&) const = default;
};

std::optional<IndexEntry> index_entry_of(const IssueRow& row) {
  if (!is_listed(row)) {
    return std::nullopt;
  }
  return IndexEntry{place_of(row), summary_of(row)};
}

void move_entry(ViewWriter& view, const std::optional<IndexEntry>& before,
                const std::optional<IndexEntry>& after) {
  if (before == after) {
    return;
  }
  if (before && (!after || before->place != after->place)) {
    view.erase(std::string(kAllIndex) + before->place);
  }
  if (before && before->summary.open &&
      (!after || !after->summary.open || before->place != after->place)) {
    view.erase(std::string(kOpenIndex) + before->place);
  }
  if (after) {
    const auto value = row::to_bytes(after->summary);
    view.put(std::string(kAllIndex) + after->place, value);
    if (after->summary.open) {
      view.put(std::string(kOpenIndex) + after->place, value);
    }
  }
}

bool is_waiting(const IssueRow& row) {
  return is_listed(row) && (row.open() || row.state.reopen_request.has_value());
}

void move_item(ViewWriter& view, bool was_waiting, const IssueRow& after) {
  const auto key = std::string(kWaiting) + after.id.value;
  if (is_waiting(after)) {
    view.put(key, row::to_bytes(item_of(after)));
  } else if (was_waiting) {
    view.erase(key);
  }
}

}  // namespace

bool is_overdue(bool open, bool settled, const std::optional<domain::Date>& due,
                const domain::Date& today) {
  return open && !settled && due && *due < today;
}

void reindex(ViewWriter& view, const std::optional<IssueRow>& before, const IssueRow& after) {
  move_entry(view, before ? index_entry_of(*before) : std::nullopt, index_entry_of(after));
  move_item(view, before && is_waiting(*before), after);
}

}  // namespace langnghe::projections::issues
