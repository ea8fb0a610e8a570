#pragma once

#include <optional>
#include <vector>

#include <domain/time.hpp>

/// When a deadline was late, from what happened alone: the same acts give the same days, whenever
/// and in whatever batches they were entered.
namespace langnghe::domain {

/// The due day of a clock and whether it ran, from which day on. An act that is entered later with
/// an earlier day replaces what was known from that day on.
struct ClockCourse {
  struct DueFrom {
    Date since{};
    Date due{};
    bool operator==(const DueFrom&) const = default;
  };
  struct RunsFrom {
    Date since{};
    bool runs = false;
    bool operator==(const RunsFrom&) const = default;
  };
  std::vector<DueFrom> dues;   ///< by day, each another one than before
  std::vector<RunsFrom> runs;  ///< likewise
  bool operator==(const ClockCourse&) const = default;

  void set_due(const Date& since, const Date& due);
  void set_running(const Date& since, bool runs);
  [[nodiscard]] bool is_running() const { return !runs.empty() && runs.back().runs; }
};

/// A due day that passed while its clock ran.
struct Lateness {
  Date due{};
  Date day{};         ///< the first day on which it was late: the day after `due`, as a rule
  bool over = false;  ///< the clock stopped or got another day since: no act to come can be in time
  bool operator==(const Lateness&) const = default;
};

/// Every due day that passed or will pass unless something happens, each once, in order.
[[nodiscard]] std::vector<Lateness> latenesses(const ClockCourse& course);

/// The one with that due day, or nothing.
[[nodiscard]] std::optional<Lateness> lateness_of(const ClockCourse& course, const Date& due);

}  // namespace langnghe::domain
