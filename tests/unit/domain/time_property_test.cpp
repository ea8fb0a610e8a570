#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <domain/time.hpp>

namespace langnghe::domain::spec {
namespace {

/// Any millisecond of the years 1900 to 2199.
rc::Gen<Instant> any_instant() {
  return rc::gen::map(
      rc::gen::inRange<std::int64_t>(-2'208'988'800'000, 7'258'118'400'000),
      [](std::int64_t since_1970) { return Instant{std::chrono::milliseconds{since_1970}}; });
}

RC_GTEST_PROP(TimeProperty, AnInstantComesBackFromBothItsTexts, ()) {
  const Instant instant = *any_instant();
  RC_ASSERT(parse_instant(to_utc_text(instant)) == instant);
  RC_ASSERT(parse_instant(to_local_text(instant)) == instant);
}

RC_GTEST_PROP(TimeProperty, UtcTextSortsLikeTime, ()) {
  const Instant one = *any_instant();
  const Instant other = *any_instant();
  RC_ASSERT((one < other) == (to_utc_text(one) < to_utc_text(other)));
}

RC_GTEST_PROP(TimeProperty, ADayComesBackFromItsText, ()) {
  const Date date = local_date(*any_instant());
  RC_ASSERT(parse_date(to_text(date)) == date);
}

RC_GTEST_PROP(TimeProperty, WhatHappenedComesBackFromItsText, ()) {
  const Happened at_time = happened_at(*any_instant());
  RC_ASSERT(parse_happened(to_text(at_time)) == at_time);
  const Happened on_day{at_time.date, std::nullopt};
  RC_ASSERT(parse_happened(to_text(on_day)) == on_day);
}

RC_GTEST_PROP(TimeProperty, AddingAndCountingDaysAgree, ()) {
  const Date date = local_date(*any_instant());
  const int count = *rc::gen::inRange(-5000, 5000);
  RC_ASSERT(days_between(date, add_days(date, count)) == count);
}

RC_GTEST_PROP(TimeProperty, TheLastMillisecondOfADayBelongsToIt, ()) {
  const Date date = local_date(*any_instant());
  RC_ASSERT(local_date(end_of_day(date)) == date);
  RC_ASSERT(local_date(end_of_day(date) + std::chrono::milliseconds{1}) == add_days(date, 1));
}

RC_GTEST_PROP(TimeProperty, AnyOtherTextIsRefusedOrReadAsItself, (const std::string& text)) {
  if (const auto date = parse_date(text)) {
    RC_ASSERT(to_text(*date) == text);
  }
  if (const auto clock_time = parse_clock_time(text)) {
    RC_ASSERT(to_text(*clock_time) == text);
  }
}

}  // namespace
}  // namespace langnghe::domain::spec
