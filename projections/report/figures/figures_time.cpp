#include "report/figures/figures_time.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <tuple>

#include <domain/deadline.hpp>

#include "report/balance.hpp"
#include "report/issue_terms.hpp"

namespace langnghe::projections::report {
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

bool is_undone(const Settlement& settlement, const Date& day) {
  return settlement.recalled && *settlement.recalled <= day;
}

/// It left within its term and has not come back: it is measured as little as one that never ran.
bool has_left(const IssueFacts& issue, const Settlement& settlement, const Date& day) {
  const auto since = away_since(issue, Leaving::undone, day);
  return since && *since >= settlement.at.day && *since <= settlement.due;
}

/// Voided by the end of that day and never classified: its term was provisional, and nobody's.
bool was_a_mistake(const IssueFacts& issue, const Date& day) {
  const Transition* last = nullptr;
  for (const auto& step : issue.timeline) {
    last = step.day <= day ? &step : last;
  }
  return last != nullptr && last->kind == Transition::Kind::ended &&
         last->ending == domain::Ending::voided && issue.attributes_on(day).type == kUnclassified;
}

/// The round that runs at the end of that day.
const Round* round_on(const IssueFacts& issue, const Date& day) {
  const Round* running = nullptr;
  for (const auto& round : issue.rounds) {
    running = round.began <= day ? &round : running;
  }
  return running;
}

bool is_settled(const Round& round, const Date& day) {
  return std::ranges::any_of(round.settlements, [&](const Settlement& settlement) {
    return settlement.at.day <= day && !is_undone(settlement, day);
  });
}

}  // namespace

void TimeFigures::count(const IssueFacts& issue) {
  count_first_reply(issue);
  for (const auto& quarter : measure_.quarters) {
    count_settlements(issue, quarter);
    count_pauses(issue, quarter);
  }
  count_overdue(issue);
  count_phases(issue);
}

void TimeFigures::count_first_reply(const IssueFacts& issue) {
  const auto term = ran_out(issue, issue.reply_dues, Leaving::unanswered);
  if (!term || !std::ranges::any_of(measure_.quarters, [&](const Quarter& quarter) {
        return quarter.ran_out(term->day) && !was_a_mistake(issue, quarter.end);
      })) {
    return;
  }
  const bool in_time = issue.told && issue.told->day <= term->due;
  reply_.add(in_time, {issue.id.value, in_time ? issue.told->position : issue.recorded_at});
}

void TimeFigures::count_settlements(const IssueFacts& issue, const Quarter& quarter) {
  for (const auto& round : issue.rounds) {
    for (const auto& settlement : round.settlements) {
      const auto& day = settlement.at.day;
      if (!quarter.contains(day) || is_undone(settlement, quarter.end) ||
          has_left(issue, settlement, quarter.end)) {
        continue;
      }
      const FigureSource source(issue.id.value, settlement.at.position);
      original_.add(day <= round.dues.front().due, source);
      effective_.add(day <= settlement.due, source);
      lengths_.push_back({.days = std::max(0, domain::days_between(round.start, day)),
                          .issue = issue.id.value,
                          .position = settlement.at.position});
    }
  }
}

/// By what was due as seen at the end of the last day: an extension approved later changes nothing.
void TimeFigures::count_overdue(const IssueFacts& issue) {
  const auto& day = measure_.on;
  if (!is_open_on(issue.timeline, day)) {
    return;
  }
  const FigureSource source(issue.id.value, issue.recorded_at);
  const Round* running = round_on(issue, day);
  const auto due = running == nullptr ? std::nullopt : due_on(running->dues, day);
  const bool late = due && *due <= measure_.over && !is_settled(*running, day);
  overdue_.add(late, source);
  if (late) {
    ages_.add_part(age_band(domain::days_between(*due, measure_.over) + 1), source);
  }
}

/// The days of the period an open issue spent where it was; the day of a change is of the new one.
void TimeFigures::count_phases(const IssueFacts& issue) {
  const Date after_last = domain::add_days(measure_.over, 1);
  for (std::size_t i = 0; i < issue.phases.size(); ++i) {
    const auto& step = issue.phases[i];
    if (domain::ending_of(step.phase) || (issue.imported_end && step.day < *issue.imported_end)) {
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

void TimeFigures::count_pauses(const IssueFacts& issue, const Quarter& quarter) {
  const Date day_before = domain::add_days(quarter.from, -1);
  for (const auto& pause : issue.pauses) {
    const Date from = std::max(pause.from.day, day_before);
    const Date to = std::min(pause.ended.value_or(pause.until), quarter.over);
    const int days =
        from < to ? domain::working_days_between(from, to, measure_.settings.calendar(quarter.end))
                  : 0;
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
  const auto& requested = acts.of(Act::extension_requested);
  const auto& late = acts.of(Act::extension_requested_late);
  list.add("time.first_reply_on_time", reply_);
  list.add("time.resolution_on_time_original", original_);
  list.add("time.resolution_on_time_effective", effective_);
  add_lengths_to(list);
  list.add("time.overdue_open", overdue_);
  list.add("time.overdue_ages", ages_);
  list.add_days("time.days_in_phase", in_phase_);
  list.add("time.pauses", acts.of(Act::paused));
  list.add_days("time.paused_days", paused_days_);
  list.add("time.extensions_requested", requested);
  list.add("time.extensions_requested_late", rest_of(requested, late));
  list.add("time.extensions_approved", acts.of(Act::extension_approved));
  list.add("time.extensions_refused", acts.of(Act::extension_refused));
  list.add("time.breaches", acts.of(Act::breached));
  list.add("time.recomputed", acts.of(Act::recomputed));
  list.add("time.escalated", acts.of(Act::escalated));
}

}  // namespace langnghe::projections::report
