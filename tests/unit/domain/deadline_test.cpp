#include <gtest/gtest.h>

#include "unit/domain/holiday_table.hpp"

namespace langnghe::domain::spec {
namespace {

constexpr DayUnit kWorking = DayUnit::working_days;
constexpr DayUnit kCalendar = DayUnit::calendar_days;

struct Known {
  std::string_view start;
  Term term;
  std::string_view due;
};

// Counted by hand on the table of days off.
const std::vector<Known> kKnown{
    {"2021-02-05", {10, kWorking}, "2021-02-26"},  // over lunar new year
    {"2021-02-08", {5, kWorking}, "2021-02-22"},
    {"2021-08-03", {30, kCalendar}, "2021-09-06"},  // rolls over 2 to 5 September
    {"2021-12-20", {10, kWorking}, "2022-01-04"},   // over the turn of the year
    {"2022-04-28", {5, kWorking}, "2022-05-09"},
    {"2023-01-18", {10, kWorking}, "2023-02-08"},
    {"2024-04-25", {5, kWorking}, "2024-05-06"},  // counts Saturday 4 May
    {"2025-04-24", {5, kWorking}, "2025-05-05"},  // counts Saturday 26 April
    {"2025-08-27", {10, kWorking}, "2025-09-12"},
    {"2026-01-20", {30, kCalendar}, "2026-02-23"},
    {"2026-08-20", {10, kWorking}, "2026-09-07"},  // counts Saturday 22 August
    {"2026-11-20", {2, kWorking}, "2026-11-25"},   // 24 November, a holiday since 2026
    {"2027-02-01", {10, kWorking}, "2027-02-22"}};

TEST(Deadline, KnownTermsEndOnTheirDay) {
  const WorkingCalendar calendar = vietnam_calendar();
  for (const Known& known : kKnown) {
    EXPECT_EQ(to_text(due_date(day(known.start), known.term, calendar)), known.due)
        << known.start << " + " << known.term.days;
  }
}

TEST(Deadline, TheExplanationEndsWhereTheTermDoes) {
  const WorkingCalendar calendar = vietnam_calendar();
  for (const Known& known : kKnown) {
    const Deadline deadline = explain_deadline(day(known.start), known.term, calendar);
    EXPECT_EQ(to_text(deadline.due), known.due);
    EXPECT_EQ(deadline.days.back().date, deadline.due);
    EXPECT_EQ(deadline.days.back().counted_so_far, known.term.days);
  }
}

TEST(Deadline, IsProvisionalWhenItEndsInAnUnconfirmedYear) {
  const WorkingCalendar calendar = vietnam_calendar();
  EXPECT_TRUE(explain_deadline(day("2027-02-01"), {10, kWorking}, calendar).provisional);
  EXPECT_TRUE(explain_deadline(day("2026-12-30"), {5, kWorking}, calendar).provisional);
  EXPECT_FALSE(explain_deadline(day("2026-11-20"), {2, kWorking}, calendar).provisional);
}

TEST(Deadline, ExplainsEveryDayOfATermWithASwappedSaturday) {
  using enum DayVerdict;
  const std::vector<ExplainedDay> expected{
      {day("2024-04-25"), start, 0},           {day("2024-04-26"), counted, 1},
      {day("2024-04-27"), skipped_weekend, 1}, {day("2024-04-28"), skipped_weekend, 1},
      {day("2024-04-29"), skipped_holiday, 1}, {day("2024-04-30"), skipped_holiday, 1},
      {day("2024-05-01"), skipped_holiday, 1}, {day("2024-05-02"), counted, 2},
      {day("2024-05-03"), counted, 3},         {day("2024-05-04"), counted_swap, 4},
      {day("2024-05-05"), skipped_weekend, 4}, {day("2024-05-06"), counted, 5}};
  EXPECT_EQ(explain_deadline(day("2024-04-25"), {5, kWorking}, vietnam_calendar()).days, expected);
}

TEST(Deadline, ExplainsTheRollToTheNextWorkingDay) {
  using enum DayVerdict;
  const Deadline deadline = explain_deadline(day("2021-09-01"), {1, kCalendar}, vietnam_calendar());
  const std::vector<ExplainedDay> expected{
      {day("2021-09-01"), start, 0},       {day("2021-09-02"), counted, 1},
      {day("2021-09-03"), rolled_over, 1}, {day("2021-09-04"), rolled_over, 1},
      {day("2021-09-05"), rolled_over, 1}, {day("2021-09-06"), rolled_over, 1}};
  EXPECT_EQ(deadline.days, expected);
}

TEST(Deadline, TheDayOfTheEventNeverCounts) {
  EXPECT_EQ(due_date(day("2021-03-08"), {1, kCalendar}, vietnam_calendar()), day("2021-03-09"));
  EXPECT_EQ(due_date(day("2021-03-08"), {1, kWorking}, vietnam_calendar()), day("2021-03-09"));
}

TEST(Deadline, ATermWithoutDaysEndsOnTheNearestWorkingDay) {
  EXPECT_EQ(due_date(day("2021-03-12"), {0, kCalendar}, vietnam_calendar()), day("2021-03-12"));
  EXPECT_EQ(due_date(day("2021-03-13"), {0, kWorking}, vietnam_calendar()), day("2021-03-15"));
}

// ---- a clock that was extended, paused or agreed on

ResolutionClock clock_from(std::string_view start, const Term& term) {
  return {day(start), term, std::nullopt, {}, {}};
}

TEST(AClock, WithNothingButATermIsThatTerm) {
  const WorkingCalendar calendar = vietnam_calendar();
  for (const Known& known : kKnown) {
    const ResolutionClock clock = clock_from(known.start, known.term);
    EXPECT_EQ(to_text(due_date(clock, calendar)), known.due);
    EXPECT_EQ(explain_deadline(clock, calendar),
              explain_deadline(day(known.start), known.term, calendar));
  }
}

TEST(AClock, ExplainsPausedAndExtendedDays) {
  using enum DayVerdict;
  ResolutionClock clock = clock_from("2021-03-01", {2, kWorking});
  clock.pauses = {{day("2021-03-01"), day("2021-03-02")}};
  clock.extensions = {1, 1};
  const std::vector<ExplainedDay> expected{
      {day("2021-03-01"), start, 0},           {day("2021-03-02"), paused, 0},
      {day("2021-03-03"), counted, 1},         {day("2021-03-04"), counted, 2},
      {day("2021-03-05"), extended, 3},        {day("2021-03-06"), skipped_weekend, 3},
      {day("2021-03-07"), skipped_weekend, 3}, {day("2021-03-08"), extended, 4}};
  const Deadline deadline = explain_deadline(clock, vietnam_calendar());
  EXPECT_EQ(deadline.days, expected);
  EXPECT_EQ(deadline.due, day("2021-03-08"));
}

TEST(AClock, DoesNotCountAPausedDayInItsExtensionEither) {
  ResolutionClock clock = clock_from("2021-03-01", {2, kWorking});
  clock.pauses = {{day("2021-03-03"), day("2021-03-04")}};
  clock.extensions = {1};
  EXPECT_EQ(due_date(clock, vietnam_calendar()), day("2021-03-05"));
}

TEST(AClock, CountsOverlappingPausesOnce) {
  ResolutionClock clock = clock_from("2021-03-01", {5, kWorking});
  clock.pauses = {{day("2021-03-01"), day("2021-03-03")}, {day("2021-03-02"), day("2021-03-04")}};
  EXPECT_EQ(due_date(clock, vietnam_calendar()), day("2021-03-11"));
}

TEST(AClock, OfCalendarDaysDoesNotEndOnAPausedDay) {
  ResolutionClock clock = clock_from("2021-03-04", {2, kCalendar});
  EXPECT_EQ(due_date(clock, vietnam_calendar()), day("2021-03-08"));
  clock.pauses = {{day("2021-03-06"), day("2021-03-09")}};
  EXPECT_EQ(due_date(clock, vietnam_calendar()), day("2021-03-10"));
}

TEST(AClock, WithAnAgreedDayEndsOnItWhateverItsTerm) {
  ResolutionClock clock = clock_from("2021-03-01", {30, kWorking});
  clock.agreed_due = day("2021-03-10");
  EXPECT_EQ(due_date(clock, vietnam_calendar()), day("2021-03-10"));
  clock.agreed_due = day("2021-03-13");
  EXPECT_EQ(due_date(clock, vietnam_calendar()), day("2021-03-15")) << "a Saturday rolls on";
  clock.agreed_due = day("2021-02-01");
  EXPECT_EQ(due_date(clock, vietnam_calendar()), day("2021-03-01")) << "never before its start";
}

TEST(AClock, WithAnAgreedDayIsMovedByWhatComesAfter) {
  ResolutionClock clock = clock_from("2021-03-01", {30, kWorking});
  clock.agreed_due = day("2021-03-10");
  clock.pauses = {{day("2021-03-08"), day("2021-03-09")}};
  EXPECT_EQ(due_date(clock, vietnam_calendar()), day("2021-03-11"));
  clock.extensions = {2};
  EXPECT_EQ(due_date(clock, vietnam_calendar()), day("2021-03-15"));
}

TEST(WorkingDaysBetween, CountTheLaterDayAndNotTheEarlier) {
  const WorkingCalendar calendar = vietnam_calendar();
  EXPECT_EQ(working_days_between(day("2021-03-05"), day("2021-03-08"), calendar), 1);
  EXPECT_EQ(working_days_between(day("2021-03-08"), day("2021-03-08"), calendar), 0);
  EXPECT_EQ(working_days_between(day("2021-03-08"), day("2021-03-05"), calendar), -1);
}

}  // namespace
}  // namespace langnghe::domain::spec
