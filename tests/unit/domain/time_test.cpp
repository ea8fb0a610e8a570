#include <gtest/gtest.h>

#include <domain/time.hpp>

namespace langnghe::domain::spec {
namespace {

TEST(Time, ADateMustBeARealDayInItsOnlyForm) {
  EXPECT_TRUE(parse_date("2021-03-12"));
  EXPECT_TRUE(parse_date("2024-02-29"));
  for (const std::string_view text :
       {"", "2021-02-29", "2021-13-01", "2021-00-10", "2021-04-31", "2021-4-1", "12-03-2021",
        "2021-03-12 ", " 2021-03-12", "2021/03/12", "+021-03-12", "2021-03-1x", "2021-03-12T"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
}

TEST(Time, AClockTimeStopsBeforeMidnight) {
  EXPECT_EQ(parse_clock_time("00:00"), std::chrono::minutes{0});
  EXPECT_EQ(parse_clock_time("23:59"), std::chrono::minutes{1439});
  for (const std::string_view text : {"24:00", "7:30", "07:60", "07:30:00", "0730", "-1:00", ""}) {
    EXPECT_FALSE(parse_clock_time(text)) << text;
  }
  EXPECT_EQ(to_text(std::chrono::minutes{451}), "07:31");
}

TEST(Time, AnInstantNeedsAnOffset) {
  const auto instant = parse_instant("2021-03-12T19:30:00+07:00");
  ASSERT_TRUE(instant);
  EXPECT_EQ(parse_instant("2021-03-12T12:30:00Z"), instant);
  EXPECT_EQ(parse_instant("2021-03-12t12:30:00.000z"), instant);
  EXPECT_EQ(parse_instant("2021-03-12T07:00:00-05:30"), instant);
  for (const std::string_view text :
       {"2021-03-12T19:30:00", "2021-03-12 19:30:00Z", "2021-03-12T24:00:00Z",
        "2021-03-12T19:60:00Z", "2021-12-31T23:59:60Z", "2021-03-12T19:30:00+24:00",
        "2021-03-12T19:30:00+0700", "2021-03-12T19:30:00.Z", "2021-03-12T19:30Z",
        "2021-02-30T19:30:00Z", "2021-03-12T19:30:00Zx", "2021-03-12T19:30:00+07:60"}) {
    EXPECT_FALSE(parse_instant(text)) << text;
  }
}

TEST(Time, FractionsBeyondMillisecondsAreCut) {
  const auto instant = parse_instant("2021-03-12T12:30:00.1239999Z");
  ASSERT_TRUE(instant);
  EXPECT_EQ(to_utc_text(*instant), "2021-03-12T12:30:00.123Z");
  EXPECT_EQ(to_local_text(*instant), "2021-03-12T19:30:00.123+07:00");
  EXPECT_EQ(parse_instant("2021-03-12T12:30:00.5Z"), parse_instant("2021-03-12T12:30:00.500Z"));
}

TEST(Time, LocalTextLeavesOutZeroMilliseconds) {
  const auto instant = parse_instant("2021-03-12T12:30:00Z");
  ASSERT_TRUE(instant);
  EXPECT_EQ(to_local_text(*instant), "2021-03-12T19:30:00+07:00");
  EXPECT_EQ(to_utc_text(*instant), "2021-03-12T12:30:00.000Z");
}

TEST(Time, ATimeWithoutAFourDigitYearHasNoForm) {
  EXPECT_TRUE(parse_instant("9999-12-31T16:59:59.999Z"));
  EXPECT_FALSE(parse_instant("9999-12-31T17:00:00Z"));
  EXPECT_FALSE(parse_instant("0000-01-01T00:00:00+00:01"));
}

TEST(Time, InstantsBefore1970AreFlooredNotTruncated) {
  const auto instant = parse_instant("1969-12-31T23:59:59.999Z");
  ASSERT_TRUE(instant);
  EXPECT_EQ(to_utc_text(*instant), "1969-12-31T23:59:59.999Z");
}

TEST(Time, WhatHappenedIsADayOrALocalTime) {
  EXPECT_EQ(parse_happened("2021-03-12"), (Happened{*parse_date("2021-03-12"), std::nullopt}));
  const auto evening = parse_happened("2021-03-12T19:30:00+07:00");
  ASSERT_TRUE(evening);
  EXPECT_EQ(evening->time_of_day, std::chrono::hours{19} + std::chrono::minutes{30});
  // Late in the evening in UTC is the next morning in Vietnam.
  EXPECT_EQ(to_text(*parse_happened("2021-03-12T18:00:00Z")), "2021-03-13T01:00:00+07:00");
  EXPECT_FALSE(parse_happened("2021-03-12T19:30:00"));
}

TEST(Time, TheLocalDayBeginsSevenHoursEarlier) {
  EXPECT_EQ(to_text(local_date(*parse_instant("2021-03-12T16:59:59.999Z"))), "2021-03-12");
  EXPECT_EQ(to_text(local_date(*parse_instant("2021-03-12T17:00:00Z"))), "2021-03-13");
  EXPECT_EQ(to_utc_text(end_of_day(*parse_date("2021-03-12"))), "2021-03-12T16:59:59.999Z");
}

TEST(Time, DaysAreAddedOverMonthsAndLeapDays) {
  EXPECT_EQ(to_text(add_days(*parse_date("2024-02-28"), 2)), "2024-03-01");
  EXPECT_EQ(to_text(add_days(*parse_date("2021-01-01"), -1)), "2020-12-31");
  EXPECT_EQ(days_between(*parse_date("2021-02-28"), *parse_date("2021-03-01")), 1);
  EXPECT_EQ(days_between(*parse_date("2021-03-01"), *parse_date("2021-02-28")), -1);
}

}  // namespace
}  // namespace langnghe::domain::spec
