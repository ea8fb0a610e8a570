#include <algorithm>
#include <cstddef>
#include <map>
#include <string_view>
#include <utility>

#include <projections/issues.hpp>

#include "issues/issue_filter.hpp"
#include "issues/issue_index.hpp"
#include "issues/issue_keys.hpp"
#include "rows/keys.hpp"
#include "rows/row.hpp"

namespace langnghe::projections::issues {
namespace {

/// Only open issues can be overdue, and there are few of them beside ten years of ended ones.
std::string_view index_for(const Filter& filter) {
  return filter.open.value_or(false) || filter.overdue.value_or(false) ? kOpenIndex : kAllIndex;
}

std::string_view id_at_the_end(std::string_view key) {
  return key.substr(key.rfind('/') + 1);
}

}  // namespace

bool IssueRow::overdue_on(const domain::Date& today) const {
  const auto due = next_due(*this);
  return due && *due < today;
}

Page find(const Snapshot& snapshot, const Filter& filter, const Wanted& wanted) {
  const auto& view = snapshot.of(kName);
  const auto index = index_for(filter);
  const bool in_index_order = wanted.order.by == Order::By::due && !wanted.order.descending;
  // Entries of a list that leaves out nothing are counted without being read.
  const bool reads_entries =
      wanted.counts || !in_index_order || !takes_all(filter, index == kOpenIndex);
  Sieve sieve(filter, wanted.counts);
  Page page;
  std::vector<std::string> places;  // of the matches from the page's beginning on
  view.scan(index, {}, [&](std::string_view key, std::string_view value) {
    const auto place = key.substr(index.size());
    if (reads_entries && !sieve.may_take(id_at_the_end(place))) {
      return true;
    }
    const auto summary = reads_entries ? row::from_bytes<Summary>(value) : Summary{};
    if (reads_entries && !sieve.takes(summary)) {
      return true;
    }
    ++page.total;
    if (!in_index_order) {
      auto ordered = place_in(wanted.order, summary, id_at_the_end(place));
      if (ordered >= wanted.from) {
        places.push_back(std::move(ordered));
      }
    } else if (place >= wanted.from && places.size() <= wanted.limit) {
      places.emplace_back(place);
    }
    return true;
  });
  if (!in_index_order) {
    const auto shown = std::min(places.size(), wanted.limit + 1);
    std::ranges::partial_sort(places, places.begin() + static_cast<std::ptrdiff_t>(shown));
  }
  for (std::size_t i = 0; i < std::min(places.size(), wanted.limit); ++i) {
    const domain::IssueId id{std::string(id_at_the_end(places[i]))};
    if (auto found = row::read<IssueRow>(view, issue_key(id))) {
      page.rows.push_back(std::move(*found));
    }
  }
  page.next = places.size() > wanted.limit ? places[wanted.limit] : std::string();
  page.counts = std::move(sieve).counts();
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
