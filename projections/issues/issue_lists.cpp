#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include <projections/issues.hpp>

#include "issues/issue_index.hpp"
#include "issues/issue_keys.hpp"
#include "rows/keys.hpp"
#include "rows/row.hpp"

namespace langnghe::projections::issues {
namespace {

bool matches(const Filter& filter, const Summary& summary) {
  if (filter.open && *filter.open != summary.open) {
    return false;
  }
  const bool overdue = summary.next_due && *summary.next_due < filter.today;
  if (filter.overdue && *filter.overdue != overdue) {
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

std::string_view id_at_the_end(std::string_view key) {
  return key.substr(key.rfind('/') + 1);
}

}  // namespace

bool IssueRow::overdue_on(const domain::Date& today) const {
  const auto due = next_due(*this);
  return due && *due < today;
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
    const domain::IssueId id{std::string(id_at_the_end(place))};
    if (auto found = row::read<IssueRow>(view, issue_key(id))) {
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
        auto [happened, type] = row::from_bytes<std::pair<domain::Date, std::string>>(value);
        entries.push_back(
            {.position = {last_be64(key)}, .type = std::move(type), .happened = happened});
        return true;
      });
  return entries;
}

std::vector<Recurrence> recurrences(const Snapshot& snapshot, const domain::Date& from,
                                    const domain::Date& to) {
  std::map<std::pair<domain::KhomId, domain::FieldCode>, Recurrence> groups;
  snapshot.of(kName).scan(kAllIndex, {}, [&](std::string_view key, std::string_view value) {
    const auto summary = row::from_bytes<Summary>(value);
    if (summary.voided || summary.received < from || summary.received > to) {
      return true;
    }
    auto& group = groups[{summary.khom, summary.field}];
    ++group.issues;
    group.recurring += summary.recurring ? 1 : 0;
    group.reopened += summary.reopenings > 0 ? 1 : 0;
    group.ids.push_back({std::string(id_at_the_end(key))});
    return true;
  });
  std::vector<Recurrence> found;
  for (auto& [place, group] : groups) {
    group.khom = place.first;
    group.field = place.second;
    std::ranges::sort(group.ids);
    found.push_back(std::move(group));
  }
  return found;
}

}  // namespace langnghe::projections::issues
