#include <algorithm>
#include <ranges>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <domain/period.hpp>

#include "unit/domain/scene.hpp"

// Rule 13 of domain.md section 4: one engine for every family of periods.
// RC_ASSERT takes an expression apart and knows no short circuit: || stands in its own parentheses.
namespace langnghe::domain::spec {
namespace {

constexpr PeriodFamily kFamilies[] = {PeriodFamily::calendar, PeriodFamily::cchc,
                                      PeriodFamily::ttcp};

Date any_day() {
  return add_days(day("2020-01-01"), *rc::gen::inRange(0, 365 * 12));
}

RC_GTEST_PROP(Rule13, EveryDayLiesInOneYearOfEachFamilyAndInEveryPeriodThatSaysSo, ()) {
  const auto date = any_day();
  for (const auto family : kFamilies) {
    const auto periods = periods_with(family, date);
    RC_ASSERT(std::ranges::count(periods, 4U,
                                 [](const auto& period) { return period.name.size(); }) == 1);
    for (const auto& period : periods) {
      RC_ASSERT(period.contains(date));
      RC_ASSERT(find_period(family, period.name) == period);
    }
  }
}

RC_GTEST_PROP(Rule13, YearsFollowOneAnotherWithoutAGap, ()) {
  const int year = *rc::gen::inRange(2000, 2100);
  for (const auto family : kFamilies) {
    const auto period = find_period(family, std::to_string(year)).value();
    const auto next = find_period(family, std::to_string(year + 1)).value();
    RC_ASSERT(add_days(period.to, 1) == next.from);
    for (const auto& part : periods_of_year(family, year)) {
      RC_ASSERT(period.from <= part.from);
      RC_ASSERT(part.from < part.to);
      RC_ASSERT(part.to <= period.to);
    }
  }
}

// The duty per khóm knows every quarter; the administrative reform report neither Q2 nor Q4.
RC_GTEST_PROP(Rule13, QuartersOfAFamilyDoNotOverlap, ()) {
  const auto date = any_day();
  const auto quarters_in = [&](PeriodFamily family) {
    return std::ranges::count_if(periods_with(family, date), [](const auto& period) {
      return period.name.find("-Q") != std::string::npos;
    });
  };
  RC_ASSERT(quarters_in(PeriodFamily::calendar) == 1);
  RC_ASSERT(quarters_in(PeriodFamily::ttcp) == 1);
  RC_ASSERT(quarters_in(PeriodFamily::cchc) <= 1);
  const auto year = std::to_string(static_cast<int>(date.year()));
  const auto name = year + "-Q" + std::to_string(quarter_of(date));
  RC_ASSERT(find_period(PeriodFamily::calendar, name)->contains(date));
  RC_ASSERT(!find_period(PeriodFamily::cchc, year + "-Q2"));
  RC_ASSERT(!find_period(PeriodFamily::cchc, year + "-Q4"));
}

}  // namespace
}  // namespace langnghe::domain::spec
