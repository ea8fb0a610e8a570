#include <gtest/gtest.h>

#include "unit/domain/scene.hpp"

namespace langnghe::domain::spec {
namespace {

using Names = std::vector<std::string>;

Names names_with(PeriodFamily family, std::string_view date) {
  Names names;
  for (const Period& period : periods_with(family, day(date))) {
    names.push_back(period.name);
  }
  return names;
}

TEST(Period, ReformReportsHoldTheKnownDays) {
  const auto cchc = [](std::string_view date) { return names_with(PeriodFamily::cchc, date); };
  EXPECT_EQ(cchc("2021-03-14"), (Names{"2021-Q1", "2021-H1", "2021"}));
  EXPECT_EQ(cchc("2021-03-15"), (Names{"2021-H1", "2021"}));
  EXPECT_EQ(cchc("2021-06-14"), (Names{"2021-H1", "2021"}));
  EXPECT_EQ(cchc("2021-06-15"), (Names{"2021-Q3", "2021"}));
  EXPECT_EQ(cchc("2021-09-14"), (Names{"2021-Q3", "2021"}));
  EXPECT_EQ(cchc("2021-09-15"), (Names{"2021"}));
  EXPECT_EQ(cchc("2021-12-14"), (Names{"2021"}));
  EXPECT_EQ(cchc("2021-12-15"), (Names{"2022-Q1", "2022-H1", "2022"}));
}

TEST(Period, InspectionReportsHaveEveryQuarter) {
  const auto ttcp = [](std::string_view date) { return names_with(PeriodFamily::ttcp, date); };
  EXPECT_EQ(ttcp("2020-12-15"), (Names{"2021-Q1", "2021-H1", "2021-M9", "2021"}));
  EXPECT_EQ(ttcp("2021-03-15"), (Names{"2021-Q2", "2021-H1", "2021-M9", "2021"}));
  EXPECT_EQ(ttcp("2021-06-15"), (Names{"2021-Q3", "2021-M9", "2021"}));
  EXPECT_EQ(ttcp("2021-09-15"), (Names{"2021-Q4", "2021"}));
  EXPECT_EQ(ttcp("2021-12-15"), (Names{"2022-Q1", "2022-H1", "2022-M9", "2022"}));
}

TEST(Period, TheDutyPerNeighbourhoodFollowsTheCivilYear) {
  const auto civil = [](std::string_view date) { return names_with(PeriodFamily::calendar, date); };
  EXPECT_EQ(civil("2021-01-01"), (Names{"2021-Q1", "2021-H1", "2021-M9", "2021"}));
  EXPECT_EQ(civil("2021-06-30"), (Names{"2021-Q2", "2021-H1", "2021-M9", "2021"}));
  EXPECT_EQ(civil("2021-09-30"), (Names{"2021-Q3", "2021-M9", "2021"}));
  EXPECT_EQ(civil("2021-12-31"), (Names{"2021-Q4", "2021"}));
}

TEST(Period, IsFoundByItsName) {
  const auto half = find_period(PeriodFamily::cchc, "2021-H1");
  ASSERT_TRUE(half);
  EXPECT_EQ(to_text(half->from), "2020-12-15");
  EXPECT_EQ(to_text(half->to), "2021-06-14");
  const auto nine_months = find_period(PeriodFamily::ttcp, "2021-M9");
  ASSERT_TRUE(nine_months);
  EXPECT_EQ(to_text(nine_months->to), "2021-09-14");
}

TEST(Period, IsNotFoundWhereTheFamilyHasNone) {
  EXPECT_FALSE(find_period(PeriodFamily::cchc, "2021-Q2"));
  EXPECT_FALSE(find_period(PeriodFamily::cchc, "2021-Q4"));
  EXPECT_FALSE(find_period(PeriodFamily::cchc, "2021-M9"));
  for (const std::string_view name : {"", "21", "2021-", "2021-q1", "2021-Q5", "0000", "20211"}) {
    EXPECT_FALSE(find_period(PeriodFamily::calendar, name)) << name;
  }
}

TEST(Period, TheYearIsListedInTheOrderPeriodsEnd) {
  for (const PeriodFamily family :
       {PeriodFamily::calendar, PeriodFamily::cchc, PeriodFamily::ttcp}) {
    const auto periods = periods_of_year(family, 2021);
    for (std::size_t i = 1; i < periods.size(); ++i) {
      const Period& before = periods[i - 1];
      const Period& after = periods[i];
      EXPECT_TRUE(before.to < after.to || (before.to == after.to && before.from > after.from))
          << before.name << " " << after.name;
    }
  }
  EXPECT_EQ(periods_of_year(PeriodFamily::calendar, 2021).size(), 7U);
  EXPECT_EQ(periods_of_year(PeriodFamily::cchc, 2021).size(), 4U);
  EXPECT_EQ(periods_of_year(PeriodFamily::ttcp, 2021).size(), 7U);
}

TEST(Period, EveryDayOfTenYearsLiesInExactlyOneReportingYear) {
  for (const PeriodFamily family :
       {PeriodFamily::calendar, PeriodFamily::cchc, PeriodFamily::ttcp}) {
    for (Date date = day("2019-01-01"); date < day("2029-01-01"); date = add_days(date, 1)) {
      const auto periods = periods_with(family, date);
      const auto years = std::ranges::count_if(
          periods, [](const Period& found) { return found.name.size() == 4; });
      ASSERT_EQ(years, 1) << to_text(date);
      for (const Period& found : periods) {
        ASSERT_EQ(find_period(family, found.name), found);
      }
    }
  }
}

TEST(Period, QuartersOfTheCivilYear) {
  EXPECT_EQ(quarter_of(day("2021-03-31")), 1);
  EXPECT_EQ(quarter_of(day("2021-04-01")), 2);
  EXPECT_EQ(quarter_of(day("2021-09-30")), 3);
  EXPECT_EQ(quarter_of(day("2021-12-31")), 4);
}

}  // namespace
}  // namespace langnghe::domain::spec
