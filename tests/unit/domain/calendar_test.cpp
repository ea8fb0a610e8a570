#include <fstream>
#include <regex>
#include <sstream>

#include <gtest/gtest.h>

#include "unit/domain/holiday_table.hpp"

namespace langnghe::domain::spec {
namespace {

int working_days_of_year(int year) {
  const WorkingCalendar calendar = vietnam_calendar();
  const Date last_of_before{std::chrono::year{year - 1} / 12 / 31};
  return working_days_between(last_of_before, Date{std::chrono::year{year} / 12 / 31}, calendar);
}

TEST(Calendar, CountsTheWorkingDaysOfEachYear) {
  const std::vector<std::pair<int, int>> known{{2021, 250}, {2022, 249}, {2023, 249}, {2024, 251},
                                               {2025, 250}, {2026, 249}, {2027, 249}};
  for (const auto& [year, count] : known) {
    EXPECT_EQ(working_days_of_year(year), count) << year;
  }
}

TEST(Calendar, TellsWhyADayIsNotWorked) {
  const WorkingCalendar calendar = vietnam_calendar();
  EXPECT_EQ(calendar.kind_of(day("2021-03-12")), DayKind::working);
  EXPECT_EQ(calendar.kind_of(day("2021-03-13")), DayKind::weekend);
  EXPECT_EQ(calendar.kind_of(day("2021-03-14")), DayKind::weekend);
  EXPECT_EQ(calendar.kind_of(day("2021-04-21")), DayKind::holiday);
  EXPECT_EQ(calendar.kind_of(day("2024-05-04")), DayKind::swapped_work);
}

TEST(Calendar, WithoutAnyAdoptedKnowsWeekendsOnly) {
  const WorkingCalendar none;
  EXPECT_TRUE(none.is_working(day("2021-01-01")));
  EXPECT_FALSE(none.is_working(day("2021-01-02")));
  EXPECT_TRUE(none.is_provisional(day("2021-01-01")));
}

TEST(Calendar, IsProvisionalPastTheLastConfirmedYear) {
  EXPECT_FALSE(vietnam_calendar().is_provisional(day("2026-12-31")));
  EXPECT_TRUE(vietnam_calendar().is_provisional(day("2027-01-01")));
}

TEST(Calendar, CountsWorkingDaysBackwardsAsNegative) {
  const WorkingCalendar calendar = vietnam_calendar();
  EXPECT_EQ(working_days_between(day("2021-02-05"), day("2021-02-26"), calendar), 10);
  EXPECT_EQ(working_days_between(day("2021-02-26"), day("2021-02-05"), calendar), -10);
  EXPECT_EQ(working_days_between(day("2021-02-05"), day("2021-02-05"), calendar), 0);
}

/// The days between the brackets that follow a key of the shipped file. The domain has no JSON
/// library, and needs none to compare dates.
std::set<Date> days_of_file(const std::string& text, const std::string& key) {
  const auto from = text.find('[', text.find('"' + key + '"'));
  const std::string list = text.substr(from, text.find(']', from) - from);
  const std::regex date{"[0-9]{4}-[0-9]{2}-[0-9]{2}"};
  std::set<Date> found;
  for (std::sregex_iterator at{list.begin(), list.end(), date}; at != std::sregex_iterator{};
       ++at) {
    found.insert(day(at->str()));
  }
  return found;
}

TEST(Calendar, TheShippedTableIsTheOneTheTestsKnow) {
  std::ifstream file{LANGNGHE_DOMAIN_DATA "/calendar-vn-2021-2027.json"};
  std::stringstream text;
  text << file.rdbuf();
  EXPECT_EQ(days_of_file(text.str(), "days_off"), vietnam_calendar().days_off);
  EXPECT_EQ(days_of_file(text.str(), "worked_days"), vietnam_calendar().worked_days);
  EXPECT_NE(text.str().find("\"confirmed_through\": 2026"), std::string::npos);
}

}  // namespace
}  // namespace langnghe::domain::spec
