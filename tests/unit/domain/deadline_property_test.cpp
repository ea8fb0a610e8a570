#include <algorithm>
#include <numeric>
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

// ---- the same of a clock with all that can happen to it

rc::Gen<Pause> any_pause() {
  return rc::gen::map(rc::gen::pair(rc::gen::inRange(0, 120), rc::gen::inRange(0, 40)),
                      [](const std::pair<int, int>& drawn) {
                        const Date from = add_days(kFirst, drawn.first);
                        return Pause{from, add_days(from, drawn.second)};
                      });
}

ResolutionClock any_clock() {
  ResolutionClock clock;
  clock.start = add_days(kFirst, *rc::gen::inRange(0, 60));
  clock.term = *any_term();
  clock.extensions = *rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 20));
  clock.pauses = *rc::gen::container<std::vector<Pause>>(any_pause());
  if (*rc::gen::arbitrary<bool>()) {
    clock.agreed_due = add_days(clock.start, *rc::gen::inRange(0, 90));
  }
  return clock;
}

template <class T>
std::vector<T> shuffled(const std::vector<T>& values) {
  std::vector<T> left = values;
  std::vector<T> drawn;
  while (!left.empty()) {
    const auto at = *rc::gen::inRange<std::size_t>(0, left.size());
    drawn.push_back(left[at]);
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(at));
  }
  return drawn;
}

bool is_paused(const ResolutionClock& clock, const Date& day) {
  return std::ranges::any_of(
      clock.pauses, [&](const Pause& pause) { return pause.from < day && day <= pause.until; });
}

RC_GTEST_PROP(ClockProperty, ItsExplanationEndsOnTheDayItIsDueAndSumsUp, ()) {
  const auto calendar = *any_calendar();
  const ResolutionClock clock = any_clock();
  const Deadline deadline = explain_deadline(clock, calendar);
  RC_ASSERT(deadline.due == due_date(clock, calendar));
  RC_ASSERT(deadline.days.front() == (ExplainedDay{clock.start, DayVerdict::start, 0}));
  RC_ASSERT(deadline.days.back().date == deadline.due);
  int counted = 0;
  for (std::size_t i = 0; i < deadline.days.size(); ++i) {
    const ExplainedDay& explained = deadline.days[i];
    RC_ASSERT(explained.date == add_days(clock.start, static_cast<int>(i)));
    counted += explained.verdict == DayVerdict::counted ||
               explained.verdict == DayVerdict::counted_swap ||
               explained.verdict == DayVerdict::extended;
    RC_ASSERT(explained.counted_so_far == counted);
  }
  const int term =
      clock.agreed_due ? days_between(clock.start, *clock.agreed_due) : clock.term.days;
  RC_ASSERT(counted == term + std::accumulate(clock.extensions.begin(), clock.extensions.end(), 0));
}

RC_GTEST_PROP(ClockProperty, NoPausedDayCountsAndNoOtherDayIsCalledPaused, ()) {
  const auto calendar = *any_calendar();
  const ResolutionClock clock = any_clock();
  const Deadline deadline = explain_deadline(clock, calendar);
  for (const ExplainedDay& explained : deadline.days) {
    if (explained.date != clock.start) {
      RC_ASSERT((explained.verdict == DayVerdict::paused) == is_paused(clock, explained.date));
    }
  }
}

RC_GTEST_PROP(ClockProperty, EndsOnAWorkingDayThatIsNotPaused, ()) {
  const auto calendar = *any_calendar();
  const ResolutionClock clock = any_clock();
  const Date due = due_date(clock, calendar);
  RC_ASSERT(calendar.is_working(due));
  RC_ASSERT(!is_paused(clock, due));
}

RC_GTEST_PROP(ClockProperty, PausesAndExtensionsGiveTheSameDayInAnyOrder, ()) {
  const auto calendar = *any_calendar();
  const ResolutionClock clock = any_clock();
  ResolutionClock other = clock;
  other.pauses = shuffled(clock.pauses);
  other.extensions = shuffled(clock.extensions);
  RC_ASSERT(due_date(clock, calendar) == due_date(other, calendar));
}

RC_GTEST_PROP(ClockProperty, OneMoreHolidayNeverBringsItForward, ()) {
  const auto calendar = *any_calendar();
  const ResolutionClock clock = any_clock();
  const auto extra = *rc::gen::suchThat(
      any_day(), [&](const Date& date) { return calendar.kind_of(date) == DayKind::working; });
  WorkingCalendar with_holiday = calendar;
  with_holiday.days_off.insert(extra);
  RC_ASSERT(due_date(clock, calendar) <= due_date(clock, with_holiday));
}

RC_GTEST_PROP(ClockProperty, OneMorePauseOrExtensionNeverBringsItForward, ()) {
  const auto calendar = *any_calendar();
  const ResolutionClock clock = any_clock();
  ResolutionClock longer = clock;
  longer.pauses.push_back(*any_pause());
  RC_ASSERT(due_date(clock, calendar) <= due_date(longer, calendar));
  longer.extensions.push_back(*rc::gen::inRange(1, 20));
  RC_ASSERT(due_date(clock, calendar) < due_date(longer, calendar));
}

// A merged issue brings an earlier start with it. An agreed day does not follow from the start.
RC_GTEST_PROP(ClockProperty, AnEarlierStartNeverGivesALaterDay, ()) {
  const auto calendar = *any_calendar();
  ResolutionClock clock = any_clock();
  clock.agreed_due.reset();
  ResolutionClock earlier = clock;
  earlier.start = add_days(clock.start, -*rc::gen::inRange(1, 40));
  RC_ASSERT(due_date(earlier, calendar) <= due_date(clock, calendar));
}

}  // namespace
}  // namespace langnghe::domain::spec
