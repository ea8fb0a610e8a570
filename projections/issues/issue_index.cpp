#include "issues/issue_index.hpp"

#include <algorithm>
#include <string>

#include <projections/issues.hpp>

#include "issues/issue_course.hpp"
#include "issues/issue_keys.hpp"
#include "rows/row.hpp"

namespace langnghe::projections::issues {
namespace {

/// A denunciation's whole stream is its hand-over; it is counted, never listed (domain.md rule 14).
bool is_listed(const IssueRow& row) {
  return row.state.recorded.received != domain::Date{};
}

/// The day it is to be settled by; before that is known, of the first reply.
std::optional<domain::Date> due_of(const IssueRow& row) {
  return row.state.effective_due ? row.state.effective_due : next_due(row);
}

Summary summary_of(const IssueRow& row) {
  const auto& state = row.state;
  const bool recurring = std::ranges::any_of(state.links, [](const domain::IssueLink& link) {
    return link.kind == domain::LinkKind::recurring;
  });
  return {.khom = state.recorded.khom,
          .field = state.classification ? state.classification->field : state.recorded.field,
          .assignee = state.assignment ? state.assignment->assignee : domain::UserId{},
          .unit = state.assignment ? state.assignment->unit : std::string(),
          .dialogue = state.recorded.dialogue,
          .phase = state.phase,
          .type = state.classification ? std::optional(state.classification->type) : std::nullopt,
          .channel = state.recorded.channel,
          .open = row.open(),
          .voided = state.phase == domain::IssuePhase::voided,
          .next_due = next_due(row),
          .due = due_of(row),
          .received = state.recorded.received,
          .closed = row.open() ? std::nullopt : std::optional(row.phase_since),
          .last = row.last,
          .recurring = recurring,
          .reopenings = state.reopenings,
          .verdict = state.verdict};
}

/// Issues without a due date come after all others.
std::string place_of(const IssueRow& row) {
  const auto due = due_of(row);
  return (due ? domain::to_text(*due) : std::string("9999-12-31")) + '/' + row.id.value;
}

std::optional<IndexEntry> index_entry_of(const IssueRow& row) {
  if (!is_listed(row)) {
    return std::nullopt;
  }
  return IndexEntry{place_of(row), summary_of(row)};
}

void move_entry(Overlay& rows, const std::optional<IndexEntry>& before,
                const std::optional<IndexEntry>& after) {
  if (before == after) {
    return;
  }
  if (before && (!after || before->place != after->place)) {
    rows.erase(std::string(kAllIndex) + before->place);
  }
  if (before && before->summary.open &&
      (!after || !after->summary.open || before->place != after->place)) {
    rows.erase(std::string(kOpenIndex) + before->place);
  }
  if (after) {
    row::put(rows, std::string(kAllIndex) + after->place, after->summary);
    if (after->summary.open) {
      row::put(rows, std::string(kOpenIndex) + after->place, after->summary);
    }
  }
}

bool is_waiting(const IssueRow& row) {
  return is_listed(row) &&
         (row.open() || row.state.reopen_request.has_value() || !row.state.owed().empty());
}

/// Closed by the ward itself, and nobody asked yet what the resident makes of it.
bool is_unasked(const IssueRow& row) {
  return is_listed(row) && row.state.phase == domain::IssuePhase::closed &&
         !row.state.feedback_asked && !row.state.verdict && !row.state.recorded.origin;
}

std::string unasked_key(const IssueRow& row) {
  return std::string(kUnasked) + domain::to_text(row.phase_since) + '/' + row.id.value;
}

void move_item(Overlay& rows, bool was_waiting, const IssueRow& after) {
  const auto key = std::string(kWaiting) + after.id.value;
  if (is_waiting(after)) {
    row::put(rows, key, item_of(after));
  } else if (was_waiting) {
    rows.erase(key);
  }
}

void move_unasked(Overlay& rows, const std::string& before, const IssueRow& after) {
  const auto place = is_unasked(after) ? unasked_key(after) : std::string();
  if (!before.empty() && before != place) {
    rows.erase(before);
  }
  if (!place.empty()) {
    row::put(rows, place, item_of(after));
  }
}

}  // namespace

std::optional<domain::Date> next_due(const std::optional<domain::Date>& first_reply,
                                     const std::optional<domain::Date>& resolution) {
  return first_reply && resolution ? std::min(first_reply, resolution)
                                   : (first_reply ? first_reply : resolution);
}

std::optional<domain::Date> next_due(const IssueRow& row) {
  const auto& state = row.state;
  return row.open() ? next_due(state.first_reply_on ? std::nullopt : state.first_reply_due,
                               state.settled_on ? std::nullopt : state.effective_due)
                    : std::nullopt;
}

void IssuesUnder::add(const domain::IssueId& issue) {
  if (std::ranges::find(issues, issue) == issues.end()) {
    issues.push_back(issue);
  }
}

}  // namespace langnghe::projections::issues

namespace langnghe::projections {

using issues::IndexedIssue;
using issues::IssuesUnder;

std::optional<IndexedIssue> RowsOf<IndexedIssue>::read(const ViewReader& rows,
                                                       std::string_view key) {
  auto found = row::read<issues::IssueRow>(rows, key);
  if (!found) {
    return std::nullopt;
  }
  auto entry = issues::index_entry_of(*found);
  const bool waits = issues::is_waiting(*found);
  auto unasked = issues::is_unasked(*found) ? issues::unasked_key(*found) : std::string();
  return IndexedIssue{*std::move(found), std::move(entry), waits, std::move(unasked)};
}

void RowsOf<IndexedIssue>::write(IndexedIssue& issue, std::string_view key, Overlay& rows) {
  row::put(rows, key, issue.row);
  issues::move_entry(rows, issue.entry, issues::index_entry_of(issue.row));
  issues::move_item(rows, issue.waits, issue.row);
  issues::move_unasked(rows, issue.unasked, issue.row);
}

std::optional<IssuesUnder> RowsOf<IssuesUnder>::read(const ViewReader& rows,
                                                     std::string_view prefix) {
  IssuesUnder under;
  rows.scan(prefix, {}, [&](std::string_view key, std::string_view) {
    under.issues.push_back({std::string(key.substr(prefix.size()))});
    return true;
  });
  under.stored = under.issues.size();
  return under.issues.empty() ? std::nullopt : std::optional(std::move(under));
}

void RowsOf<IssuesUnder>::write(const IssuesUnder& under, std::string_view prefix, Overlay& rows) {
  for (std::size_t i = under.stored; i < under.issues.size(); ++i) {
    rows.put(std::string(prefix) + under.issues[i].value, {});
  }
}

}  // namespace langnghe::projections
