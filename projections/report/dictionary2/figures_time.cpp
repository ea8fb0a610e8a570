#include "report/dictionary2/figures_time.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <tuple>

#include <domain/deadline.hpp>

#include "report/balance.hpp"

namespace langnghe::projections::report::second {
namespace {

using domain::Date;

/// Bands of days past the due day; the page of figures names them.
std::string_view age_band(int days) {
  if (days <= 5) {
    return "01-05";
  }
  if (days <= 10) {
    return "06-10";
  }
  return days <= 30 ? "11-30" : "31-";
}

/// The value at that share of a sorted list: the smallest that so many are not above.
std::size_t rank(std::size_t count, std::size_t percent) {
  return (count * percent + 99) / 100 - 1;
}

}  // namespace

void TimeFigures::count(const IssueFacts& issue) {
  count_first_reply(issue);
  for (const auto& round : issue.rounds) {
    count_settlement(issue, round);
  }
  count_overdue(issue);
  count_phases(issue);
  count_pauses(issue);
}

void TimeFigures::count_first_reply(const IssueFacts& issue) {
  const auto& due = issue.state.first_reply_due;
  if (!due) {
    return;
  }
  const auto& given = issue.state.first_reply_on;
  const bool given_within = given && measure_.within(*given);
  const bool due_within = measure_.within(*due) && (given || *due <= measure_.last_day);
  if (given_within || due_within) {
    const FigureSource source(issue.id.value, given ? issue.first_reply_at : issue.recorded_at);
    reply_measured_.add(source);
    reply_on_time_.add_if(given && *given <= *due, source);
  }
}

bool TimeFigures::counts(const Settlement& settlement) const {
  return measure_.within(settlement.at) &&
         (!settlement.recalled || *settlement.recalled > measure_.period.to);
}

void TimeFigures::count_settlement(const IssueFacts& issue, const Round& round) {
  for (const auto& settlement : round.settlements) {
    if (!counts(settlement)) {
      continue;
    }
    const FigureSource source(issue.id.value, settlement.at.position);
    const auto& day = settlement.at.day;
    settled_.add(source);
    on_time_original_.add_if(day <= round.dues.front().due, source);
    on_time_effective_.add_if(day <= settlement.due, source);
    lengths_.push_back({.days = std::max(0, domain::days_between(round.start, day)),
                        .issue = issue.id.value,
                        .position = settlement.at.position});
  }
}

/// By what was due as seen at the end of the last day: an extension approved later changes nothing.
void TimeFigures::count_overdue(const IssueFacts& issue) {
  const auto& last_day = measure_.last_day;
  if (!is_open_on(issue.timeline, last_day)) {
    return;
  }
  open_.add({issue.id.value, issue.recorded_at});
  const Round* running = nullptr;
  for (const auto& round : issue.rounds) {
    running = round.began <= last_day ? &round : running;
  }
  if (running == nullptr ||
      std::ranges::any_of(running->settlements, [&](const Settlement& settlement) {
        return settlement.at.day <= last_day &&
               (!settlement.recalled || *settlement.recalled > last_day);
      })) {
    return;
  }
  Date due = running->dues.front().due;
  for (const auto& step : running->dues) {
    due = step.since <= last_day ? step.due : due;
  }
  if (due <= last_day) {
    const FigureSource source(issue.id.value, issue.recorded_at);
    overdue_.add(source);
    ages_.add_part(age_band(domain::days_between(due, last_day) + 1), source);
  }
}

/// The days of the period an open issue spent where it was; the day of a change is of the new one.
void TimeFigures::count_phases(const IssueFacts& issue) {
  const Date after_last = domain::add_days(measure_.last_day, 1);
  for (std::size_t i = 0; i < issue.phases.size(); ++i) {
    const auto& step = issue.phases[i];
    if (domain::ending_of(step.phase)) {
      continue;
    }
    const Date from = std::max(step.day, measure_.period.from);
    const Date to =
        i + 1 < issue.phases.size() ? std::min(issue.phases[i + 1].day, after_last) : after_last;
    if (const int days = domain::days_between(from, to); days > 0) {
      in_phase_.add_part(domain::to_text(step.phase), {issue.id.value, issue.recorded_at}, days);
    }
  }
}

void TimeFigures::count_pauses(const IssueFacts& issue) {
  const Date day_before = domain::add_days(measure_.period.from, -1);
  for (const auto& pause : issue.pauses) {
    const Date from = std::max(pause.from.day, day_before);
    const Date to = std::min(pause.ended.value_or(pause.until), measure_.last_day);
    const int days = from < to ? domain::working_days_between(from, to, measure_.calendar) : 0;
    if (days > 0) {
      paused_days_.add_part(domain::to_text(pause.ground), {issue.id.value, pause.from.position},
                            days);
    }
  }
}

void TimeFigures::add_lengths_to(FigureList& list) const {
  auto sorted = lengths_;
  std::ranges::sort(sorted, {},
                    [](const Length& length) { return std::tuple(length.days, length.position); });
  const auto add = [&](std::string_view id, std::size_t percent) {
    Tally tally;
    if (!sorted.empty()) {
      const auto& chosen = sorted[rank(sorted.size(), percent)];
      tally.add({chosen.issue, chosen.position}, chosen.days);
    }
    list.add_days(id, tally, static_cast<std::int64_t>(sorted.size()));
  };
  add("time.settlement_days_median", 50);
  add("time.settlement_days_p90", 90);
  add("time.settlement_days_max", 100);
}

void TimeFigures::add_to(FigureList& list, const ActFigures& acts) const {
  list.add("time.first_reply_on_time", reply_on_time_, reply_measured_.value);
  list.add("time.resolution_on_time_original", on_time_original_, settled_.value);
  list.add("time.resolution_on_time_effective", on_time_effective_, settled_.value);
  add_lengths_to(list);
  list.add("time.overdue_open", overdue_, open_.value);
  list.add("time.overdue_ages", ages_);
  list.add_days("time.days_in_phase", in_phase_);
  list.add("time.pauses", acts.of(Act::paused));
  list.add_days("time.paused_days", paused_days_);
  list.add("time.extensions_requested", acts.of(Act::extension_requested));
  list.add("time.extensions_requested_late", acts.of(Act::extension_requested_late),
           acts.of(Act::extension_requested).value);
  list.add("time.extensions_approved", acts.of(Act::extension_approved));
  list.add("time.extensions_refused", acts.of(Act::extension_refused));
  list.add("time.breaches", acts.of(Act::breached));
  list.add("time.recomputed", acts.of(Act::recomputed));
  list.add("time.escalated", acts.of(Act::escalated));
}

}  // namespace langnghe::projections::report::second
