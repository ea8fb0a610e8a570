#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace langnghe::domain {

/// A day of the civil calendar in Asia/Ho_Chi_Minh. Legal deadlines are days, never instants.
using Date = std::chrono::year_month_day;

/// A moment in UTC, to the millisecond: what the server's clock says.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// Vietnam keeps UTC+7 without daylight saving time, so an offset is all a zone needs.
inline constexpr std::chrono::hours kVietnamOffset{7};

/// When an act took place, as people say it: a day, or a day and a time of day (local).
/// Text form: `2021-03-12` or `2021-03-12T19:30:00+07:00` (RFC 3339).
struct Happened {
  Date date{};
  std::optional<std::chrono::seconds> time_of_day;  ///< since local midnight; absent = day only
  bool operator==(const Happened&) const = default;
};

[[nodiscard]] std::optional<Date> parse_date(std::string_view text);  ///< `YYYY-MM-DD`, real days
[[nodiscard]] std::string to_text(const Date& date);

/// `HH:MM`, 00:00 to 23:59, as minutes after midnight.
[[nodiscard]] std::optional<std::chrono::minutes> parse_clock_time(std::string_view text);
[[nodiscard]] std::string to_text(std::chrono::minutes clock_time);

/// RFC 3339 with a mandatory offset or `Z`; fractions beyond milliseconds are cut.
[[nodiscard]] std::optional<Instant> parse_instant(std::string_view text);
/// RFC 3339 in local time with `+07:00`; milliseconds only when there are any.
[[nodiscard]] std::string to_local_text(Instant instant);
/// RFC 3339 in UTC with `Z` and always three digits of milliseconds: the form kept in records,
/// which sorts like time.
[[nodiscard]] std::string to_utc_text(Instant instant);

[[nodiscard]] std::optional<Happened> parse_happened(std::string_view text);
[[nodiscard]] std::string to_text(const Happened& happened);
[[nodiscard]] Happened happened_at(Instant instant);

[[nodiscard]] Date local_date(Instant instant);
/// The last millisecond of a local day.
[[nodiscard]] Instant end_of_day(const Date& date);
[[nodiscard]] Date add_days(const Date& date, int days);
[[nodiscard]] int days_between(const Date& from, const Date& to);  ///< to - from

}  // namespace langnghe::domain
