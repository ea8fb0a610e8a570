#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <projections/issues.hpp>

#include "issues/issue_keys.hpp"
#include "running/row_cache.hpp"

/// The rows by which an issue is found: they follow from its row alone.
namespace langnghe::projections::issues {

/// The earlier of the days by which something is still owed: nothing where nothing is.
[[nodiscard]] std::optional<domain::Date> next_due(const std::optional<domain::Date>& first_reply,
                                                   const std::optional<domain::Date>& resolution);
/// Of an issue: the first reply that is not given, the settlement that is not reached.
[[nodiscard]] std::optional<domain::Date> next_due(const IssueRow& row);

/// The place of an issue in the indexes.
struct IndexEntry {
  std::string place;
  Summary summary;
  bool operator==(const IndexEntry&) const = default;
};

/// An issue while events about it come, and where its index rows still are.
struct IndexedIssue {
  IssueRow row;
  std::optional<IndexEntry> entry;
  bool waits = false;   ///< it has a row among those that wait for somebody
  std::string unasked;  ///< its row among those to be asked for feedback; empty = none
};

/// The issues of a dialogue or an opinion: under its prefix a row without value for each.
struct IssuesUnder {
  std::vector<domain::IssueId> issues;
  std::size_t stored = 0;  ///< so many of them have their rows

  void add(const domain::IssueId& issue);
};

}  // namespace langnghe::projections::issues

namespace langnghe::projections {

template <>
struct RowsOf<issues::IndexedIssue> {
  [[nodiscard]] static std::optional<issues::IndexedIssue> read(const ViewReader& rows,
                                                                std::string_view key);
  /// The issue's row, and its index rows from where they were to where they belong.
  static void write(issues::IndexedIssue& issue, std::string_view key, Overlay& rows);
};

template <>
struct RowsOf<issues::IssuesUnder> {
  [[nodiscard]] static std::optional<issues::IssuesUnder> read(const ViewReader& rows,
                                                               std::string_view prefix);
  static void write(const issues::IssuesUnder& under, std::string_view prefix, Overlay& rows);
};

}  // namespace langnghe::projections
