#include "report/figures/measure.hpp"

namespace langnghe::projections::report {
namespace {

/// Periods of every family begin with a quarter and are made of whole ones.
std::vector<Quarter> quarters_of(const domain::Period& period, const domain::Date& on,
                                 const domain::Date& over) {
  std::vector<Quarter> quarters;
  for (auto from = period.from; from <= period.to;) {
    const domain::Date next = from + std::chrono::months{3};
    const auto to = domain::add_days(next, -1);
    quarters.push_back(
        {.from = from, .to = to, .end = std::min(to, on), .over = std::min(to, over)});
    from = next;
  }
  return quarters;
}

}  // namespace

Measure measure_of(const Snapshot& snapshot, const domain::Period& period,
                   const domain::Date& today) {
  const auto on = std::min(today, period.to);
  const auto over = std::min(domain::add_days(today, -1), period.to);
  return {.period = period,
          .on = on,
          .over = over,
          .quarters = quarters_of(period, on, over),
          .settings = SettingsHistory(snapshot)};
}

}  // namespace langnghe::projections::report
