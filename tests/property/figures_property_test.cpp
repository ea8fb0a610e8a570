#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <projections/report.hpp>

#include "property/stored_story.hpp"

// Rules 7, 11, 12, 13 and 15 of domain.md section 4, on the figures of a whole ward.
// RC_ASSERT takes an expression apart and knows no short circuit: || stands in its own parentheses.
namespace langnghe::domain::spec {
namespace {

using projections::report::Balance;
using projections::report::canonical_text;
using projections::report::Figure;
using projections::report::Figures;
using projections::report::figures_of;

Balance sum_of(const std::map<std::string, Balance>& parts) {
  Balance sum;
  for (const auto& [key, part] : parts) {
    sum.carried_in += part.carried_in;
    sum.fresh += part.fresh;
    sum.reopened += part.reopened;
    sum.carried_out += part.carried_out;
    sum.voided += part.voided;
    for (const auto& [ending, count] : part.ended) {
      sum.ended[ending] += count;
    }
  }
  return sum;
}

Balance without_zeros(Balance balance) {
  std::erase_if(balance.ended, [](const auto& ending) { return ending.second == 0; });
  return balance;
}

RC_GTEST_PROP(Rule11, TheBalanceHoldsForEveryPeriodKhomFieldAndType, ()) {
  const Story story(*any_steps(kShortStory));
  RC_LOG() << story.told();
  const StoredStory stored(story.ledger());
  const auto figures = figures_of(*stored.views(), any_period());
  RC_ASSERT(figures.balance.holds());
  for (const auto* parts : {&figures.by_khom, &figures.by_field, &figures.by_type}) {
    for (const auto& [key, part] : *parts) {
      RC_ASSERT(part.holds());
    }
    // A denunciation keeps no field (rule 14): it is counted for its khóm and its type alone.
    if (parts != &figures.by_field || story.denunciations().empty()) {
      RC_ASSERT((without_zeros(sum_of(*parts)) == without_zeros(figures.balance)));
    }
  }
}

// Quarters hand over to one another, and their flows make up the year.
RC_GTEST_PROP(Rule13, TheQuartersOfAFamilyMakeUpItsYear, ()) {
  const Story story(*any_steps(kShortStory));
  RC_LOG() << story.told();
  const auto views = StoredStory(story.ledger()).views();
  const auto family = *rc::gen::element(PeriodFamily::calendar, PeriodFamily::ttcp);
  const auto year = figures_of(*views, find_period(family, "2021").value()).balance;
  Balance sum;
  std::int64_t carried = year.carried_in;
  for (const auto* quarter : {"2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4"}) {
    const auto part = figures_of(*views, find_period(family, quarter).value()).balance;
    RC_ASSERT(part.carried_in == carried);
    carried = part.carried_out;
    sum = sum_of({{"before", sum}, {"now", part}});
  }
  sum.carried_in = year.carried_in;
  sum.carried_out = carried;
  RC_ASSERT(without_zeros(sum) == without_zeros(year));
}

/// Figures that say how things stood, chose one value of many, or look at the period's own last
/// day: they do not add up (docs/figures.md).
bool adds_up(const Figure& figure) {
  constexpr std::array<std::string_view, 15> kOthers{
      "balance.carried_in",          "balance.carried_out",       "dialogues.khoms_covered",
      "time.settlement_days_median", "time.settlement_days_p90",  "time.settlement_days_max",
      "time.overdue_open",           "time.overdue_ages",         "forwarded.pending",
      "forwarded.pending_long",      "supervision.unanswered",    "entries.late",
      "issues.unclassified_long",    "entries.national_database", "notices.owed_to_merged"};
  return std::ranges::find(kOthers, figure.id) == kOthers.end();
}

/// A figure's value and the figure it belongs to.
struct Said {
  std::int64_t value = 0;
  std::int64_t of = 0;
  std::map<std::string, std::int64_t> parts;
  std::set<std::string> items;
  std::set<std::string> against;
  bool operator==(const Said&) const = default;
};

void showValue(const Said& said, std::ostream& out) {
  out << said.value << " of " << said.of << ", " << said.parts.size() << " parts";
}

void add(Said& sum, const Figure& figure) {
  sum.value += figure.value;
  sum.of += figure.of.value_or(0);
  for (const auto& part : figure.parts) {
    sum.parts[part.key] += part.value;
  }
  sum.items.insert(figure.items.begin(), figure.items.end());
  sum.against.insert(figure.against.begin(), figure.against.end());
}

using Sums = std::map<std::string, Said>;

Sums sums_of(const projections::Snapshot& views, PeriodFamily family,
             const std::vector<std::string>& names, const Date& today) {
  Sums sums;
  for (const auto& name : names) {
    for (const auto& figure :
         figures_of(views, find_period(family, "2021" + name).value(), today).figures) {
      if (adds_up(figure)) {
        add(sums[figure.id], figure);
      }
    }
  }
  return sums;
}

Date any_today() {
  return add_days(Date{std::chrono::year{2020}, std::chrono::December, std::chrono::day{1}},
                  *rc::gen::inRange(0, 450));
}

void check_equal(const Sums& one, const Sums& other) {
  RC_ASSERT(one.size() == other.size());
  for (const auto& [id, said] : one) {
    RC_LOG() << id << '\n';
    RC_ASSERT(said == other.at(id));
  }
}

// Every flow, its parts and what is behind it, on any day of the year or after.
RC_GTEST_PROP(Rule13, FlowsOfTheQuartersAddUpToLongerPeriods, ()) {
  const Story story(*any_steps(kShortStory));
  RC_LOG() << story.told();
  const auto views = StoredStory(story.ledger()).views();
  const auto family = *rc::gen::element(PeriodFamily::calendar, PeriodFamily::ttcp);
  const auto today = any_today();
  const auto whole = [&](const char* name) { return sums_of(*views, family, {name}, today); };
  check_equal(whole("-H1"), sums_of(*views, family, {"-Q1", "-Q2"}, today));
  check_equal(whole("-M9"), sums_of(*views, family, {"-Q1", "-Q2", "-Q3"}, today));
  check_equal(whole(""), sums_of(*views, family, {"-Q1", "-Q2", "-Q3", "-Q4"}, today));
}

// The half year and the year of administrative reform reports are cumulative, and between them two
// quarters have no report: with those of the other family they add up.
RC_GTEST_PROP(Rule13, FiguresOfCumulativePeriodsAreThoseOfTheSameDays, ()) {
  const Story story(*any_steps(kShortStory));
  RC_LOG() << story.told();
  const auto views = StoredStory(story.ledger()).views();
  const auto today = any_today();
  for (const std::string name : {"-Q1", "-H1", "-Q3", ""}) {
    check_equal(sums_of(*views, PeriodFamily::cchc, {name}, today),
                sums_of(*views, PeriodFamily::ttcp, {name}, today));
  }
}

// A rate belongs to one period: no issue's first reply, promise or result is counted in two.
RC_GTEST_PROP(Rule13, ATermIsCountedInOneQuarter, ()) {
  const Story story(*any_steps(kShortStory));
  RC_LOG() << story.told();
  const auto views = StoredStory(story.ledger()).views();
  for (const auto* id : {"time.first_reply_on_time", "dialogues.result_published_in_time",
                         "supervision.answered_in_time"}) {
    std::set<std::string> seen;
    for (const auto* name : {"2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4"}) {
      const auto figures = figures_of(*views, find_period(PeriodFamily::calendar, name).value());
      const auto* figure = figures.find(id);
      for (const auto* items : {&figure->items, &figure->against}) {
        for (const auto& item : *items) {
          RC_ASSERT(seen.insert(item).second);
        }
      }
    }
  }
}

/// Does it say something about that day or one before? The end of an imported issue is of one
/// commit with its record, and belongs to it.
bool bears_on(const RecordedEvent& event, const Date& day) {
  const auto* recorded = as<IssueRecorded>(event);
  const auto* closed = as<IssueClosed>(event);
  const auto* handed_over = as<HandedOver>(event);
  const auto* dialogue = std::get_if<DialogueEvent>(&event.event);
  const auto* scheduled = dialogue == nullptr ? nullptr : std::get_if<DialogueScheduled>(dialogue);
  return event.happened.date <= day ||
         (recorded != nullptr && !recorded->split_from && recorded->received <= day) ||
         (handed_over != nullptr && handed_over->received <= day) ||
         (closed != nullptr && closed->ended_on) ||
         (scheduled != nullptr && scheduled->date <= day);
}

/// The ledger up to the last record that does.
std::size_t size_bearing_on(const Story& story, const Date& day) {
  const auto& events = story.ledger().events();
  const auto last = std::find_if(events.rbegin(), events.rend(),
                                 [&](const RecordedEvent& event) { return bears_on(event, day); });
  return static_cast<std::size_t>(events.rend() - last);
}

// A figure measured on a day follows from what had happened by its end: an act of a later day moves
// no figure, whether the period ran then or was over.
RC_GTEST_PROP(Rule7, WhatHappensLaterMovesNoFigure, ()) {
  const Story story(*any_steps(kShortStory));
  RC_LOG() << story.told();
  const auto period = any_period();
  const auto today = any_today();
  const auto size = size_bearing_on(story, std::min(today, period.to));
  RC_CLASSIFY(size < story.ledger().events().size(), "something happened later");
  const StoredStory stored(story.ledger());
  const auto then = figures_of(*stored.views(size), period, today);
  const auto now = figures_of(*stored.views(), period, today);
  RC_ASSERT(then.balance == now.balance);
  RC_ASSERT(then.by_khom == now.by_khom);
  RC_ASSERT(then.by_field == now.by_field);
  RC_ASSERT(then.by_type == now.by_type);
  for (const auto& figure : then.figures) {
    RC_LOG() << figure.id << '\n';
    const auto* other = now.find(figure.id);
    RC_ASSERT(other != nullptr);
    Said before;
    Said after;
    add(before, figure);
    add(after, *other);
    RC_ASSERT(before == after);
  }
}

RC_GTEST_PROP(Rule12, FrozenFiguresRebuiltAtTheirPositionAreTheSameBytes, ()) {
  const Story story(*any_steps(kShortStory));
  RC_LOG() << story.told();
  const auto size = *rc::gen::inRange<std::size_t>(1, story.ledger().events().size() + 1);
  const auto period = any_period();
  const StoredStory then(story.ledger(), size);
  const auto frozen = figures_of(*then.views(), period);
  const StoredStory now(story.ledger());
  const auto rebuilt = figures_of(*now.views(size), period);
  RC_ASSERT(canonical_text(rebuilt) == canonical_text(frozen));
  RC_ASSERT(projections::report::hash_of(rebuilt) == projections::report::hash_of(frozen));
}

// A supplement has something to tell exactly when the figures are others.
RC_GTEST_PROP(Rule12, LaterFactsAreTheDifferenceBetweenTwoFigures, ()) {
  const Story story(*any_steps(kShortStory));
  RC_LOG() << story.told();
  const auto size = *rc::gen::inRange<std::size_t>(1, story.ledger().events().size() + 1);
  const auto period = any_period();
  const StoredStory stored(story.ledger());
  const auto views = stored.views();
  const auto frozen = figures_of(*stored.views(size), period);
  const auto current = figures_of(*views, period);
  const auto later = projections::report::differences(frozen, size, *views, current);
  for (const auto& difference : later.figures) {
    RC_ASSERT(difference.before != difference.after);
  }
  RC_ASSERT(std::ranges::all_of(later.positions, [&](auto position) { return position >= size; }));
  RC_ASSERT((size < stored.size() || later.figures.empty()));
  RC_ASSERT((frozen.balance == current.balance || !later.figures.empty()));
}

/// Orders the key of everybody destroyed whose matters have all ended.
std::vector<Order> erasures(const Story& story) {
  std::vector<Order> orders;
  for (const auto& resident : story.residents()) {
    const DestroyKey act{resident,      ErasureGround::lawful_request, "theo yêu cầu", "09/QĐ",
                         story.today(), story.issues_of(resident)};
    orders.push_back({act, context(Role::chair, "u3", story.today())});
  }
  return orders;
}

RC_GTEST_PROP(Rule15, DestroyingKeysChangesNoFigure, ()) {
  Story story(*any_steps(kShortStory));
  RC_LOG() << story.told();
  const auto size = story.ledger().events().size();
  for (const auto& order : erasures(story)) {
    story.carry_out(order);
  }
  RC_CLASSIFY(story.ledger().events().size() > size, "keys destroyed");
  const auto period = any_period();
  const StoredStory stored(story.ledger());
  RC_ASSERT(canonical_text(figures_of(*stored.views(), period)) ==
            canonical_text(figures_of(*stored.views(size), period)));
}

}  // namespace
}  // namespace langnghe::domain::spec
