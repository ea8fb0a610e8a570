#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "bench/measure.hpp"

namespace langnghe::tools::bench {

enum class Bound { at_least, at_most };

/// One figure beside its limit. `ratio` is program / limit but where the row says otherwise.
struct Row {
  std::string bar;  ///< `P1`
  std::string what;
  std::string unit;
  double program = 0;
  double limit = 0;
  double ratio = 0;
  double bar_ratio = 0;
  Bound bound = Bound::at_least;

  [[nodiscard]] bool reached() const {
    return bound == Bound::at_least ? ratio >= bar_ratio : ratio <= bar_ratio;
  }
};

/// The row of interleaved rounds: medians of both sides and the median of their ratios.
[[nodiscard]] Row row_of(std::string bar, std::string what, std::string unit, const Rounds& rounds,
                         Bound bound, double bar_ratio);

/// The machine of a run; printed with it, because a figure without it says nothing.
struct Machine {
  std::string processor;
  unsigned cores = 0;
  std::string file_system;
  double fdatasync_p50_us = 0;
  std::string rocksdb;
  double load = 0;  ///< of the last minute, before the run
};
[[nodiscard]] Machine look_at_machine(const std::string& directory);

struct Sizes {
  std::size_t events = 0;
  double seconds = 0;
  int rounds = 0;
};

void print_table(const Machine& machine, const Sizes& sizes, const std::vector<Row>& rows,
                 std::ostream& out);
[[nodiscard]] std::string to_json_text(const Machine& machine, const Sizes& sizes,
                                       const std::vector<Row>& rows);

}  // namespace langnghe::tools::bench
