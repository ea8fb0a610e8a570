#include <chrono>

#include <domain/calendar.hpp>

namespace langnghe::domain {
namespace {

bool is_weekend(const Date& date) {
  const std::chrono::weekday weekday{std::chrono::sys_days{date}};
  return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

}  // namespace

DayKind WorkingCalendar::kind_of(const Date& date) const {
  if (is_weekend(date)) {
    return worked_days.contains(date) ? DayKind::swapped_work : DayKind::weekend;
  }
  return days_off.contains(date) ? DayKind::holiday : DayKind::working;
}

bool WorkingCalendar::is_working(const Date& date) const {
  const DayKind kind = kind_of(date);
  return kind == DayKind::working || kind == DayKind::swapped_work;
}

bool WorkingCalendar::is_provisional(const Date& date) const {
  return static_cast<int>(date.year()) > confirmed_through;
}

}  // namespace langnghe::domain
