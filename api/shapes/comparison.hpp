#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <domain/issue_state.hpp>
#include <domain/period.hpp>
#include <domain/time.hpp>

#include "shapes/reports.hpp"

/// The ward at two moments.
namespace langnghe::api::shapes {

struct ComparedMoment {
  std::uint64_t position = 0;
  domain::Date today{};
  std::uint64_t open = 0;  ///< issues that the reader may see
  std::uint64_t overdue = 0;
};

struct ComparedIssue {
  domain::IssueId id;
  std::string subject;
  domain::KhomId khom;
  domain::FieldCode field;
  std::optional<domain::IssuePhase> from;  ///< none: it was not there
  domain::IssuePhase to{};
  std::optional<domain::Date> due;
};

struct ComparedIssues {
  std::uint64_t count = 0;
  std::vector<ComparedIssue> items;  ///< the first of them, by id
};

/// A figure whose numbers differ.
struct ComparedFigure {
  FigureId id;
  projections::report::FigureKind kind{};
  std::int64_t from = 0;
  std::optional<std::int64_t> from_of;
  std::int64_t to = 0;
  std::optional<std::int64_t> to_of;
};

struct ComparedFigures {
  domain::PeriodFamily family{};
  std::string period;
  std::vector<ComparedFigure> items;
};

struct Comparison {
  std::string ledger;
  ComparedMoment from;
  ComparedMoment to;
  ComparedIssues opened;
  ComparedIssues closed;
  ComparedIssues reopened;
  ComparedIssues moved;  ///< to another phase
  ComparedIssues late;   ///< overdue at `to`, and not at `from`
  std::optional<ComparedFigures> figures;
};

}  // namespace langnghe::api::shapes
