#pragma once

#include "report/dictionary2/measure.hpp"
#include "report/dictionary2/tally.hpp"
#include "report/report_facts.hpp"

namespace langnghe::projections::report::second {

/// The group `balance` of the dictionary: the same numbers, opened down to issues and records.
class BalanceFigures {
 public:
  explicit BalanceFigures(const Measure& measure) : measure_(measure) {}
  void count(const IssueFacts& issue);
  void add_to(FigureList& list) const;

 private:
  const Measure& measure_;
  Tally carried_in_, fresh_, reopened_, ended_, carried_out_, voided_;
};

}  // namespace langnghe::projections::report::second
