#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include <domain/time.hpp>

namespace langnghe::domain {

/// The reason that a day does or does not count as a working day.
enum class DayKind { working, weekend, holiday, swapped_work };

/// The days that are worked: weekends, public holidays (Labour Code 2019 Art. 112) and officially
/// swapped days. Data adopted by an event, never a constant in code.
struct WorkingCalendar {
  int version = 0;             ///< counts adoptions; 0 = none adopted, weekends only
  std::set<Date> days_off;     ///< weekdays that are not worked
  std::set<Date> worked_days;  ///< Saturdays or Sundays that are worked in exchange
  int confirmed_through = 0;   ///< last year with an official plan; later years are provisional
  std::string basis;           ///< document it rests on

  bool operator==(const WorkingCalendar&) const = default;

  [[nodiscard]] DayKind kind_of(const Date& date) const;
  [[nodiscard]] bool is_working(const Date& date) const;
  /// Days past the last confirmed year may still change.
  [[nodiscard]] bool is_provisional(const Date& date) const;
};

}  // namespace langnghe::domain
