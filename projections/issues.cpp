#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>

#include <projections/issues.hpp>

#include "issue_rows.hpp"
#include "keys.hpp"

// Rows: `i/<issue>` -> IssueRow; `o/<due>/<issue>` of the open and `a/<due>/<issue>` of all issues
// -> Summary; `h/<issue>/<position>` -> type of the record there; `d/<dialogue>/<issue>` ->
// nothing.

namespace langnghe::projections {

namespace issues {

/// What a filter asks about an issue, kept in the index so that a list decodes only what it shows.
struct Summary {
  domain::KhomId khom;
  domain::FieldCode field;
  domain::UserId assignee;
  bool open = false;
  bool settled = false;
  std::optional<domain::Date> due;
  bool operator==(const Summary&) const = default;
};

}  // namespace issues

namespace row {

void fields(auto& archive, Of<issues::Summary> auto& value) {
  auto& [khom, field, assignee, open, settled, due] = value;
  archive(khom, field, assignee, open, settled, due);
}

}  // namespace row

namespace issues {
namespace {

constexpr std::string_view kName = "issues";
constexpr std::string_view kOpenIndex = "o/";
constexpr std::string_view kAllIndex = "a/";

std::string issue_key(const domain::IssueId& id) {
  return "i/" + id.value;
}
std::string history_prefix(const domain::IssueId& id) {
  return "h/" + id.value + '/';
}
std::string dialogue_prefix(const domain::DialogueId& id) {
  return "d/" + id.value + '/';
}

bool is_overdue(bool open, bool settled, const std::optional<domain::Date>& due,
                const domain::Date& today) {
  return open && !settled && due && *due < today;
}

/// A denunciation's whole stream is its hand-over; it is counted, never listed (domain.md rule 14).
bool is_listed(const IssueRow& row) {
  return row.state.recorded.received != domain::Date{};
}

Summary summary_of(const IssueRow& row) {
  const auto& state = row.state;
  return {.khom = state.recorded.khom,
          .field = state.classification ? state.classification->field : state.recorded.field,
          .assignee = state.assignment ? state.assignment->assignee : domain::UserId{},
          .open = row.open(),
          .settled = state.settled_on.has_value(),
          .due = state.effective_due};
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

void reindex(ViewWriter& view, const std::optional<IndexEntry>& before,
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

void remember(ViewWriter& view, const domain::IssueId& id, const Input& input) {
  view.put(history_prefix(id) + be64(input.position.value), input.type);
}

void apply_issue(ViewWriter& view, const Input& input, const domain::IssueEvent& event) {
  const auto id = id_in<domain::IssueId>(input.event.stream, kIssueKind);
  const auto key = issue_key(id);
  auto held = row::read<IssueRow>(view, key);
  const auto before = held ? index_entry_of(*held) : std::nullopt;
  if (!held) {
    held.emplace();
    held->id = id;
  }
  domain::evolve(held->state, event, input.event.by, input.event.happened.date);
  held->version = input.version;
  held->last = input.position;
  view.put(key, row::to_bytes(*held));
  reindex(view, before, index_entry_of(*held));
  remember(view, id, input);
}

void apply_opinion(ViewWriter& view, const Input& input, const domain::OpinionRecorded& event) {
  const auto dialogue = id_in<domain::DialogueId>(input.event.stream, kDialogueKind);
  for (const auto& issue : event.issues) {
    view.put(dialogue_prefix(dialogue) + issue.value, {});
    remember(view, issue, input);
  }
}

void apply_minutes(ViewWriter& view, const Input& input) {
  const auto prefix = dialogue_prefix(id_in<domain::DialogueId>(input.event.stream, kDialogueKind));
  std::vector<domain::IssueId> raised;
  view.scan(prefix, {}, [&](std::string_view key, std::string_view) {
    raised.push_back({std::string(key.substr(prefix.size()))});
    return true;
  });
  for (const auto& issue : raised) {
    remember(view, issue, input);
  }
}

void apply(ViewWriter& view, const Input& input) {
  if (const auto* issue = std::get_if<domain::IssueEvent>(&input.event.event)) {
    apply_issue(view, input, *issue);
  } else if (const auto* dialogue = std::get_if<domain::DialogueEvent>(&input.event.event)) {
    if (const auto* opinion = std::get_if<domain::OpinionRecorded>(dialogue)) {
      apply_opinion(view, input, *opinion);
    } else if (std::holds_alternative<domain::MinutesSigned>(*dialogue)) {
      apply_minutes(view, input);
    }
  }
}

bool matches(const Filter& filter, const Summary& summary) {
  if (filter.open && *filter.open != summary.open) {
    return false;
  }
  if (filter.overdue &&
      *filter.overdue != is_overdue(summary.open, summary.settled, summary.due, filter.today)) {
    return false;
  }
  return (!filter.khom || *filter.khom == summary.khom) &&
         (!filter.field || *filter.field == summary.field) &&
         (!filter.assignee || *filter.assignee == summary.assignee) &&
         (filter.scope.empty() ||
          std::find(filter.scope.begin(), filter.scope.end(), summary.khom) != filter.scope.end());
}

/// Only open issues can be overdue, and there are few of them beside ten years of ended ones.
std::string_view index_for(const Filter& filter) {
  return filter.open.value_or(false) || filter.overdue.value_or(false) ? kOpenIndex : kAllIndex;
}

/// Can the filter let anything out of its index fall? If not, entries count without being read.
bool takes_all(const Filter& filter, std::string_view index) {
  return !filter.overdue && !filter.khom && !filter.field && !filter.assignee &&
         filter.scope.empty() && (!filter.open || index == kOpenIndex);
}

}  // namespace

bool IssueRow::overdue_on(const domain::Date& today) const {
  return is_overdue(open(), state.settled_on.has_value(), state.effective_due, today);
}

Projection definition() {
  return {.name = kName, .version = 1, .apply = apply};
}

Page find(const Snapshot& snapshot, const Filter& filter, const std::string& from,
          std::size_t limit) {
  const auto& view = snapshot.of(kName);
  const auto index = index_for(filter);
  const bool all = takes_all(filter, index);
  Page page;
  view.scan(index, {}, [&](std::string_view key, std::string_view value) {
    if (!all && !matches(filter, row::from_bytes<Summary>(value))) {
      return true;
    }
    ++page.total;
    const auto place = key.substr(index.size());
    if (place < from || !page.next.empty()) {
      return true;
    }
    if (page.rows.size() == limit) {
      page.next = place;
      return true;
    }
    const auto id = place.substr(place.rfind('/') + 1);
    if (auto found = row::read<IssueRow>(view, "i/" + std::string(id))) {
      page.rows.push_back(std::move(*found));
    }
    return true;
  });
  return page;
}

std::optional<IssueRow> find_one(const Snapshot& snapshot, const domain::IssueId& id) {
  return row::read<IssueRow>(snapshot.of(kName), issue_key(id));
}

std::vector<HistoryEntry> history(const Snapshot& snapshot, const domain::IssueId& id) {
  std::vector<HistoryEntry> entries;
  snapshot.of(kName).scan(
      history_prefix(id), {}, [&](std::string_view key, std::string_view value) {
        entries.push_back({.position = {last_be64(key)}, .type = std::string(value)});
        return true;
      });
  return entries;
}

}  // namespace issues
}  // namespace langnghe::projections
