#pragma once

#include <string>
#include <vector>

#include "report/dictionary2/act_figures.hpp"
#include "report/dictionary2/measure.hpp"
#include "report/dictionary2/tally.hpp"
#include "report/report_facts.hpp"

namespace langnghe::projections::report::second {

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
  void count_settlement(const IssueFacts& issue, const Round& round);
  void count_overdue(const IssueFacts& issue);
  void count_phases(const IssueFacts& issue);
  void count_pauses(const IssueFacts& issue);
  /// Is the settlement counted in the period? A recall within it undoes it.
  [[nodiscard]] bool counts(const Settlement& settlement) const;
  void add_lengths_to(FigureList& list) const;

  const Measure& measure_;
  Tally reply_measured_, reply_on_time_;
  Tally settled_, on_time_original_, on_time_effective_;
  std::vector<Length> lengths_;
  Tally open_, overdue_, ages_, in_phase_, paused_days_;
};

}  // namespace langnghe::projections::report::second
