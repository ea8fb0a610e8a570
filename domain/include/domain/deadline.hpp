#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <domain/calendar.hpp>
#include <domain/enum_text.hpp>
#include <domain/time.hpp>

namespace langnghe::domain {

enum class DayUnit { working_days, calendar_days };

template <>
struct EnumText<DayUnit> {
  static constexpr std::array<std::pair<DayUnit, std::string_view>, 2> kNames{
      {{DayUnit::working_days, "working_days"}, {DayUnit::calendar_days, "calendar_days"}}};
};

/// A length of time a rule gives, for example 10 working days.
struct Term {
  int days = 0;
  DayUnit unit = DayUnit::working_days;
  bool operator==(const Term&) const = default;
};

enum class DayVerdict {
  start,  ///< the day of the event: never counts (Civil Code 2015 Art. 147)
  counted,
  counted_swap,  ///< a weekend day worked in exchange, counted as a working day
  skipped_weekend,
  skipped_holiday,
  rolled_over,  ///< the period ended on a day off and goes on (Civil Code 2015 Art. 148)
  paused,       ///< the clock stood still
  extended,     ///< counted, in an approved extension
};

template <>
struct EnumText<DayVerdict> {
  static constexpr std::array<std::pair<DayVerdict, std::string_view>, 8> kNames{
      {{DayVerdict::start, "start"},
       {DayVerdict::counted, "counted"},
       {DayVerdict::counted_swap, "counted_swap"},
       {DayVerdict::skipped_weekend, "skipped_weekend"},
       {DayVerdict::skipped_holiday, "skipped_holiday"},
       {DayVerdict::rolled_over, "rolled_over"},
       {DayVerdict::paused, "paused"},
       {DayVerdict::extended, "extended"}}};
};

/// One day of an explanation and the number of days counted up to and including it.
struct ExplainedDay {
  Date date{};
  DayVerdict verdict{};
  int counted_so_far = 0;
  bool operator==(const ExplainedDay&) const = default;
};

/// A deadline with the reason for every day of it.
struct Deadline {
  Date due{};
  bool provisional = false;  ///< some day lies past the calendar's last confirmed year
  std::vector<ExplainedDay> days;
  bool operator==(const Deadline&) const = default;
};

/// The day a term that begins with `start` ends: the start day is excluded, an end on a day off
/// rolls to the next working day. Requires `term.days >= 0`.
[[nodiscard]] Date due_date(const Date& start, const Term& term, const WorkingCalendar& calendar);

/// The same day, with the account of every day on the way to it.
[[nodiscard]] Deadline explain_deadline(const Date& start, const Term& term,
                                        const WorkingCalendar& calendar);

/// An interval in which a clock stands still: the days after `from` up to and including `until`.
struct Pause {
  Date from{};
  Date until{};
  bool operator==(const Pause&) const = default;
};

/// Everything a resolution deadline follows from. The date is a function of these and a calendar
/// alone, so extensions and pauses give the same date in any order (domain.md rule 3).
struct ResolutionClock {
  Date start{};  ///< excluded from the count
  Term term{};
  std::optional<Date> agreed_due;  ///< set by the chair in place of start and term
  std::vector<int> extensions;     ///< working days each
  std::vector<Pause> pauses;       ///< in any order; overlapping days count once
  bool operator==(const ResolutionClock&) const = default;
};

/// The day on which the clock ends: the term without the paused days, rolled to a working day, then
/// the extensions' working days without the paused ones.
[[nodiscard]] Date due_date(const ResolutionClock& clock, const WorkingCalendar& calendar);
/// The same day, with the account of every day on the way to it.
[[nodiscard]] Deadline explain_deadline(const ResolutionClock& clock,
                                        const WorkingCalendar& calendar);

/// Working days strictly after `from` up to and including `to`; negative when `to` is earlier.
[[nodiscard]] int working_days_between(const Date& from, const Date& to,
                                       const WorkingCalendar& calendar);

}  // namespace langnghe::domain
