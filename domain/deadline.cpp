#include <algorithm>
#include <numeric>

#include <domain/deadline.hpp>

namespace langnghe::domain {
namespace {

/// The effect of one day on a term that still has days left.
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

/// A day set by agreement is a term of as many calendar days. A pause then moves it by the days it
/// lasts, and a new holiday can only roll it on.
Term term_of(const ResolutionClock& clock) {
  if (!clock.agreed_due) {
    return clock.term;
  }
  return {std::max(0, days_between(clock.start, *clock.agreed_due)), DayUnit::calendar_days};
}

bool is_paused(const ResolutionClock& clock, const Date& day) {
  return std::ranges::any_of(
      clock.pauses, [&](const Pause& pause) { return pause.from < day && day <= pause.until; });
}

/// Walks from the day of the event to the due day and shows every day to `visit`; one walk behind
/// all public functions, so the date and its explanation cannot disagree.
template <class Visit>
class DayByDay {
 public:
  DayByDay(const ResolutionClock& clock, const WorkingCalendar& calendar, Visit visit)
      : clock_(clock), calendar_(calendar), visit_(visit), day_(clock.start) {}

  Date run() {
    visit_(ExplainedDay{day_, DayVerdict::start, 0});
    count_term(term_of(clock_));
    roll();
    extend(std::accumulate(clock_.extensions.begin(), clock_.extensions.end(), 0));
    return day_;
  }

 private:
  void count_term(const Term& term) {
    while (counted_ < term.days) {
      step([&](DayKind kind) { return verdict_of(kind, term.unit); });
    }
  }

  // Civil Code 2015 Art. 148: a period that ends on a day off ends on the next working day.
  void roll() {
    while (!calendar_.is_working(day_) || is_paused(clock_, day_)) {
      step([](DayKind) { return DayVerdict::rolled_over; });
    }
  }

  void extend(int days) {
    const int until = counted_ + days;
    while (counted_ < until) {
      step([](DayKind kind) {
        const DayVerdict verdict = verdict_of(kind, DayUnit::working_days);
        return counts(verdict) ? DayVerdict::extended : verdict;
      });
    }
  }

  template <class Judge>
  void step(const Judge& judge) {
    day_ = add_days(day_, 1);
    const DayVerdict verdict =
        is_paused(clock_, day_) ? DayVerdict::paused : judge(calendar_.kind_of(day_));
    counted_ += counts(verdict) || verdict == DayVerdict::extended ? 1 : 0;
    visit_(ExplainedDay{day_, verdict, counted_});
  }

  const ResolutionClock& clock_;
  const WorkingCalendar& calendar_;
  Visit visit_;
  Date day_;
  int counted_ = 0;
};

ResolutionClock plain(const Date& start, const Term& term) {
  return {start, term, std::nullopt, {}, {}};
}

}  // namespace

Date due_date(const Date& start, const Term& term, const WorkingCalendar& calendar) {
  return due_date(plain(start, term), calendar);
}

Deadline explain_deadline(const Date& start, const Term& term, const WorkingCalendar& calendar) {
  return explain_deadline(plain(start, term), calendar);
}

Date due_date(const ResolutionClock& clock, const WorkingCalendar& calendar) {
  return DayByDay(clock, calendar, [](const ExplainedDay&) {}).run();
}

Deadline explain_deadline(const ResolutionClock& clock, const WorkingCalendar& calendar) {
  Deadline deadline;
  deadline.due = DayByDay(clock, calendar, [&](const ExplainedDay& day) {
                   deadline.days.push_back(day);
                 }).run();
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
