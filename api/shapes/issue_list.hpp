#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <domain/issue_state.hpp>

#include "shapes/head.hpp"
#include "shapes/issues.hpp"
#include "shapes/names.hpp"

namespace langnghe::api::shapes {

/// The number of issues for each value of a part of the filter, while all its other parts hold.
struct IssueCounts {
  std::map<std::string, std::uint64_t> type;
  std::uint64_t type_not_given = 0;  ///< not classified
  std::map<std::string, std::uint64_t> phase;
  std::map<std::string, std::uint64_t> field;
  std::map<std::string, std::uint64_t> khom;
  std::map<std::string, std::uint64_t> channel;
};

/// An issue with those members alone that were asked for.
struct ChosenIssue {
  IssueSummary summary;
  std::shared_ptr<const std::vector<std::string>> members;  ///< the same for all rows of a list
};

struct IssueList {
  Head head;
  domain::Date today{};
  std::uint64_t total = 0;  ///< of all pages
  std::vector<IssueSummary> items;
  std::optional<std::vector<ChosenIssue>> chosen;  ///< in place of the items, where members were
  std::optional<std::string> next;                 ///< the cursor of the next page
  std::optional<IssueCounts> counts;
  Names names;
};

struct SimilarIssue {
  IssueSummary issue;
  bool same_khom = false;
  int percent = 0;  ///< 100 = all words of its subject or of the text are in the other
};

struct SimilarIssues {
  Head head;
  std::vector<SimilarIssue> items;
  Names names;
};

}  // namespace langnghe::api::shapes
