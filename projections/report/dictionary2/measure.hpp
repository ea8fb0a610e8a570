#pragma once

#include <optional>

#include <domain/calendar.hpp>
#include <domain/period.hpp>
#include <domain/settings.hpp>

#include "report/report_facts.hpp"

namespace langnghe::projections::report::second {

/// The measure of every figure.
struct Measure {
  domain::Period period;
  domain::Date last_day{};  ///< the last day that is over, not after the period's end
  domain::PolicyState policies;
  domain::WorkingCalendar calendar;

  [[nodiscard]] bool within(const domain::Date& day) const { return period.contains(day); }
  [[nodiscard]] bool within(const Moment& moment) const { return within(moment.day); }
  [[nodiscard]] bool within(const std::optional<Moment>& moment) const {
    return moment && within(moment->day);
  }
};

}  // namespace langnghe::projections::report::second
