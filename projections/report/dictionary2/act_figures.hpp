#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "report/dictionary2/measure.hpp"
#include "report/dictionary2/tally.hpp"
#include "report/report_facts.hpp"

namespace langnghe::projections::report::second {

/// The figures that are nothing but acts of the period.
class ActFigures {
 public:
  explicit ActFigures(const Measure& measure) : measure_(measure) {}

  /// `item` is the issue or dialogue they were done to.
  void count(std::string_view item, const std::vector<CountedAct>& acts);
  void count(std::string_view item, const CountedAct& act);

  [[nodiscard]] const Tally& of(Act act) const { return tallies_[static_cast<std::size_t>(act)]; }

 private:
  const Measure& measure_;
  std::array<Tally, static_cast<std::size_t>(Act::count_)> tallies_;
};

}  // namespace langnghe::projections::report::second
