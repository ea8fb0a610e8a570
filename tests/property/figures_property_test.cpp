#include <algorithm>
#include <map>
#include <string>

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

// How an act counts in a period depends on what happened by the end of it alone: what ended and
// was opened again later stays ended there.
RC_GTEST_PROP(Rule7, WhatHappensLaterTakesNothingOutOfAPeriod, ()) {
  const Story story(*any_steps(kShortStory));
  RC_LOG() << story.told();
  const auto period = any_period();
  const auto& events = story.ledger().events();
  const auto bears_on_it = [&](const RecordedEvent& event) {
    const auto* recorded = as<IssueRecorded>(event);
    const auto* closed = as<IssueClosed>(event);
    const auto* handed_over = as<HandedOver>(event);
    return event.happened.date <= period.to ||
           (recorded != nullptr && recorded->received <= period.to) ||
           (handed_over != nullptr && handed_over->received <= period.to) ||
           (closed != nullptr && closed->ended_on && *closed->ended_on <= period.to);
  };
  const auto last = std::find_if(events.rbegin(), events.rend(), bears_on_it);
  const auto size = static_cast<std::size_t>(events.rend() - last);
  const StoredStory stored(story.ledger());
  RC_ASSERT(figures_of(*stored.views(size), period).balance ==
            figures_of(*stored.views(), period).balance);
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
