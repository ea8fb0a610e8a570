#include <set>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <domain/deadline.hpp>

/// domain.md rule 4 as properties: whatever the calendar, a deadline explains itself.
namespace langnghe::domain::spec {
namespace {

const Date kFirst{std::chrono::year{2021} / 1 / 1};

rc::Gen<Date> any_day() {
  return rc::gen::map(rc::gen::inRange(0, 2500),
                      [](int offset) { return add_days(kFirst, offset); });
}

rc::Gen<Term> any_term() {
  return rc::gen::map(rc::gen::pair(rc::gen::inRange(0, 90), rc::gen::arbitrary<bool>()),
                      [](const std::pair<int, bool>& drawn) {
                        return Term{drawn.first,
                                    drawn.second ? DayUnit::working_days : DayUnit::calendar_days};
                      });
}

rc::Gen<WorkingCalendar> any_calendar() {
  return rc::gen::map(rc::gen::container<std::vector<Date>>(any_day()),
                      [](const std::vector<Date>& drawn) {
                        WorkingCalendar calendar;
                        calendar.version = 1;
                        calendar.confirmed_through = 2024;
                        for (const Date& date : drawn) {
                          const bool weekend = calendar.kind_of(date) == DayKind::weekend;
                          (weekend ? calendar.worked_days : calendar.days_off).insert(date);
                        }
                        return calendar;
                      });
}

RC_GTEST_PROP(DeadlineProperty, BothWaysOfAskingAgree, ()) {
  const auto start = *any_day();
  const auto term = *any_term();
  const auto calendar = *any_calendar();
  RC_ASSERT(due_date(start, term, calendar) == explain_deadline(start, term, calendar).due);
}

RC_GTEST_PROP(DeadlineProperty, EndsOnAWorkingDay, ()) {
  const auto calendar = *any_calendar();
  RC_ASSERT(calendar.is_working(due_date(*any_day(), *any_term(), calendar)));
}

RC_GTEST_PROP(DeadlineProperty, TheExplanationListsEveryDayAndSumsUp, ()) {
  const auto start = *any_day();
  const auto term = *any_term();
  const auto calendar = *any_calendar();
  const Deadline deadline = explain_deadline(start, term, calendar);

  RC_ASSERT(deadline.days.size() ==
            static_cast<std::size_t>(days_between(start, deadline.due)) + 1);
  int counted = 0;
  for (std::size_t i = 0; i < deadline.days.size(); ++i) {
    const ExplainedDay& explained = deadline.days[i];
    RC_ASSERT(explained.date == add_days(start, static_cast<int>(i)));
    counted +=
        explained.verdict == DayVerdict::counted || explained.verdict == DayVerdict::counted_swap;
    RC_ASSERT(explained.counted_so_far == counted);
  }
  RC_ASSERT(counted == term.days);
}

RC_GTEST_PROP(DeadlineProperty, OneMoreHolidayNeverBringsItForward, ()) {
  const auto start = *any_day();
  const auto term = *any_term();
  const auto calendar = *any_calendar();
  const auto extra = *rc::gen::suchThat(
      any_day(), [&](const Date& date) { return calendar.kind_of(date) == DayKind::working; });
  WorkingCalendar with_holiday = calendar;
  with_holiday.days_off.insert(extra);
  RC_ASSERT(due_date(start, term, calendar) <= due_date(start, term, with_holiday));
}

RC_GTEST_PROP(DeadlineProperty, OneMoreDayNeverBringsItForward, ()) {
  const auto start = *any_day();
  const auto term = *any_term();
  const auto calendar = *any_calendar();
  const Term longer{term.days + 1, term.unit};
  RC_ASSERT(due_date(start, term, calendar) <= due_date(start, longer, calendar));
}

RC_GTEST_PROP(DeadlineProperty, AWorkingTermHoldsAsManyWorkingDaysAsItSays, ()) {
  const auto start = *any_day();
  const auto calendar = *any_calendar();
  const Term term{*rc::gen::inRange(1, 60), DayUnit::working_days};
  RC_ASSERT(working_days_between(start, due_date(start, term, calendar), calendar) == term.days);
}

}  // namespace
}  // namespace langnghe::domain::spec
