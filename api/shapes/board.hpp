#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <domain/ids.hpp>
#include <domain/period.hpp>
#include <domain/time.hpp>

#include "shapes/head.hpp"
#include "shapes/names.hpp"
#include "shapes/reports.hpp"

/// The ward at a glance: what is late and soon, with whom and where, and how the period goes.
namespace langnghe::api::shapes {

struct BoardIssues {
  std::uint64_t open = 0;
  std::uint64_t overdue = 0;
  std::uint64_t soon = 0;  ///< due within the days that were asked for
};

/// Promises that are not verified.
struct BoardPromises {
  std::uint64_t open = 0;
  std::uint64_t overdue = 0;
  std::uint64_t soon = 0;
  std::uint64_t to_verify = 0;  ///< something was filed, and the khóm has not said yet
};

/// The issues of a khóm that one user has.
struct BoardCell {
  std::optional<domain::UserId> assignee;  ///< none: nobody has them
  domain::KhomId khom;
  BoardIssues issues;
};

struct BoardKhom {
  domain::KhomId khom;
  BoardIssues issues;
  BoardPromises promises;
};

/// The figures of the period that the board shows, as reports have them.
struct BoardFigures {
  domain::Period period;
  domain::Date measured_on{};
  bool estimate = false;
  std::vector<FigureRow> on_time;
  std::vector<FigureRow> promises;
  std::vector<FigureRow> verdicts;
};

struct Board {
  Head head;
  domain::Date today{};
  std::uint64_t due_within_days = 0;
  BoardIssues issues;
  BoardPromises promises;
  std::vector<BoardCell> cells;  ///< by assignee, then khóm; only where there is an open issue
  std::vector<BoardKhom> khoms;  ///< every khóm there is, also with nothing open
  std::optional<BoardFigures> figures;  ///< none for who may not read reports
  Names names;
};

}  // namespace langnghe::api::shapes
