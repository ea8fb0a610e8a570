#include <domain/deadline.hpp>

namespace langnghe::domain {
namespace {

/// What one day does to a term that still has days left.
DayVerdict verdict_of(DayKind kind, DayUnit unit) {
  if (unit == DayUnit::calendar_days) {
    return DayVerdict::counted;
  }
  switch (kind) {
    case DayKind::working:
      return DayVerdict::counted;
    case DayKind::swapped_work:
      return DayVerdict::counted_swap;
    case DayKind::weekend:
      return DayVerdict::skipped_weekend;
    case DayKind::holiday:
      return DayVerdict::skipped_holiday;
  }
  return DayVerdict::counted;
}

bool counts(DayVerdict verdict) {
  return verdict == DayVerdict::counted || verdict == DayVerdict::counted_swap;
}

/// Walks from the day of the event to the due day and shows every day to `visit`; one walk behind
/// both public functions, so the date and its explanation cannot disagree.
template <class Visit>
Date walk(const Date& start, const Term& term, const WorkingCalendar& calendar, Visit&& visit) {
  Date day = start;
  int counted = 0;
  visit(ExplainedDay{day, DayVerdict::start, counted});
  while (counted < term.days) {
    day = add_days(day, 1);
    const DayVerdict verdict = verdict_of(calendar.kind_of(day), term.unit);
    counted += counts(verdict) ? 1 : 0;
    visit(ExplainedDay{day, verdict, counted});
  }
  while (!calendar.is_working(day)) {
    day = add_days(day, 1);
    visit(ExplainedDay{day, DayVerdict::rolled_over, counted});
  }
  return day;
}

}  // namespace

Date due_date(const Date& start, const Term& term, const WorkingCalendar& calendar) {
  return walk(start, term, calendar, [](const ExplainedDay&) {});
}

Deadline explain_deadline(const Date& start, const Term& term, const WorkingCalendar& calendar) {
  Deadline deadline;
  deadline.due =
      walk(start, term, calendar, [&](const ExplainedDay& day) { deadline.days.push_back(day); });
  deadline.provisional = calendar.is_provisional(deadline.due);
  return deadline;
}

int working_days_between(const Date& from, const Date& to, const WorkingCalendar& calendar) {
  if (to < from) {
    return -working_days_between(to, from, calendar);
  }
  int count = 0;
  for (Date day = from; day < to;) {
    day = add_days(day, 1);
    count += calendar.is_working(day) ? 1 : 0;
  }
  return count;
}

}  // namespace langnghe::domain
