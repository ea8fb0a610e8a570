#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include <domain/period.hpp>
#include <domain/time.hpp>

#include "report/report_facts.hpp"
#include "report/settings_history.hpp"

namespace langnghe::projections::report {

/// A quarter of the family. Flows are counted in the quarter they belong to, by what had happened
/// when it ended: that makes quarters add up to longer periods, and what is over stand still.
struct Quarter {
  domain::Date from{};
  domain::Date to{};
  domain::Date end{};   ///< whose acts count: its last day, or the day of measuring before it
  domain::Date over{};  ///< the last day that is over by then

  [[nodiscard]] bool contains(const domain::Date& day) const { return from <= day && day <= end; }
  /// On its calendar, also ahead of the day of measuring.
  [[nodiscard]] bool plans(const domain::Date& day) const { return from <= day && day <= to; }
  /// A term that ran out on that day counts here.
  [[nodiscard]] bool ran_out(const domain::Date& day) const { return from <= day && day <= over; }
};

/// The measure of every figure.
struct Measure {
  domain::Period period;
  domain::Date on{};    ///< acts until the end of it count: today, or the period's last day
  domain::Date over{};  ///< the last day that is over: what is due later is not measured yet
  std::vector<Quarter> quarters;
  SettingsHistory settings;

  [[nodiscard]] bool within(const domain::Date& day) const {
    return period.from <= day && day <= std::min(on, period.to);
  }
  [[nodiscard]] bool within(const Moment& moment) const { return within(moment.day); }
  [[nodiscard]] bool within(const std::optional<Moment>& moment) const {
    return moment && within(moment->day);
  }
};

[[nodiscard]] Measure measure_of(const Snapshot& snapshot, const domain::Period& period,
                                 const domain::Date& today);

}  // namespace langnghe::projections::report
