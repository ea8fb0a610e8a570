#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/figures/act_figures.hpp"
#include "report/figures/measure.hpp"
#include "report/figures/tally.hpp"
#include "report/report_facts.hpp"

namespace langnghe::projections::report {

/// The group `time` of the dictionary.
class TimeFigures {
 public:
  explicit TimeFigures(const Measure& measure) : measure_(measure) {}
  void count(const IssueFacts& issue);
  void add_to(FigureList& list, const ActFigures& acts) const;

 private:
  /// The length of a round, and its issue.
  struct Length {
    int days = 0;
    std::string issue;
    std::uint64_t position = 0;
  };

  void count_first_reply(const IssueFacts& issue);
  void count_settlements(const IssueFacts& issue, const Quarter& quarter);
  void count_overdue(const IssueFacts& issue);
  void count_phases(const IssueFacts& issue);
  void count_pauses(const IssueFacts& issue, const Quarter& quarter);
  void add_lengths_to(FigureList& list) const;

  const Measure& measure_;
  Share reply_, original_, effective_, overdue_;
  std::vector<Length> lengths_;
  Tally ages_, in_phase_, paused_days_;
};

}  // namespace langnghe::projections::report
