#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <projections/report.hpp>

#include "any_act.hpp"
#include "example_year.hpp"
#include "report/balance.hpp"
#include "report/figures/figures_balance.hpp"

// domain.md rule 11: carried in + new + reopened = ended + carried out + voided, for every period.

namespace langnghe::projections::report {
namespace {

using domain::Date;

using test::any_act;
using test::any_day;

void take(IssueFacts& facts, const domain::IssueEvent& event, const Date& on) {
  static const domain::UserId kBy{"u"};
  take_in(facts, event, {kBy, on, facts.timeline.size()});
}

/// A history that no rule would allow: the figures must hold whatever the ledger holds.
IssueFacts any_facts() {
  IssueFacts facts;
  facts.id = {"i"};
  domain::IssueRecorded recorded;
  recorded.khom = {"k" + std::to_string(*rc::gen::inRange(0, 3))};
  recorded.field = {"F" + std::to_string(*rc::gen::inRange(0, 3))};
  recorded.received = *any_day();
  take(facts, recorded, *any_day());
  for (const auto& act : *rc::gen::container<std::vector<domain::IssueEvent>>(any_act())) {
    take(facts, act, *any_day());
  }
  return facts;
}

domain::Period any_period() {
  const auto from = *any_day();
  return {domain::PeriodFamily::calendar, "any", from,
          domain::add_days(from, *rc::gen::inRange(0, 200))};
}

RC_GTEST_PROP(Balance, HoldsForEveryIssueAndPeriod, ()) {
  const auto facts = any_facts();
  const auto balance = balance_of(facts.timeline, any_period());
  RC_ASSERT(balance.holds());
  RC_ASSERT(balance.fresh <= 1);
}

RC_GTEST_PROP(Balance, HoldsForEveryGroupOfAnyIssues, ()) {
  const auto period = any_period();
  std::map<std::string, Balance> by_khom;
  std::map<std::string, Balance> by_field;
  std::map<std::string, Balance> by_type;
  Balance all;
  for (int i = *rc::gen::inRange(0, 6); i > 0; --i) {
    const auto facts = any_facts();
    const auto part = balance_of(facts.timeline, period);
    add(all, part);
    add(by_khom[facts.state.recorded.khom.value], part);
    add(by_field[facts.field().value], part);
    add(by_type[facts.type()], part);
  }
  RC_ASSERT(all.holds());
  for (const auto* group : {&by_khom, &by_field, &by_type}) {
    Balance sum;
    for (const auto& [name, balance] : *group) {
      RC_ASSERT(balance.holds());
      add(sum, balance);
    }
    RC_ASSERT(sum == all);
  }
}

RC_GTEST_PROP(Balance, ItsFiguresSayTheSameAndNameTheIssues, ()) {
  const auto facts = any_facts();
  const auto period = any_period();
  const Measure measure{
      .period = period, .on = period.to, .over = period.to, .quarters = {}, .settings = {}};
  const auto balance = balance_of(facts.timeline, measure.period);
  BalanceFigures counted(measure);
  counted.count(facts);
  FigureList list;
  counted.add_to(list);
  std::map<std::string, std::int64_t> values;
  for (const auto& figure : list.take()) {
    values[figure.id] = figure.value;
    RC_ASSERT(figure.items.empty() == (figure.value == 0));
    RC_ASSERT(figure.events.empty() == (figure.value == 0));
  }
  RC_ASSERT(values["balance.carried_in"] == balance.carried_in);
  RC_ASSERT(values["balance.new"] == balance.fresh);
  RC_ASSERT(values["balance.reopened"] == balance.reopened);
  RC_ASSERT(values["balance.carried_out"] == balance.carried_out);
  RC_ASSERT(values["balance.voided"] == balance.voided);
}

RC_GTEST_PROP(Balance, WhatIsCarriedOutIsCarriedIntoTheNextPeriod, ()) {
  const auto facts = any_facts();
  const auto first = any_period();
  const domain::Period next{first.family, "next", domain::add_days(first.to, 1),
                            domain::add_days(first.to, *rc::gen::inRange(1, 100))};
  RC_ASSERT(balance_of(facts.timeline, first).carried_out ==
            balance_of(facts.timeline, next).carried_in);
}

RC_GTEST_PROP(Balance, IsEmptyForPeriodsThatBeginAfterAnIssueStoppedMattering, ()) {
  auto facts = any_facts();
  take(facts, domain::CommitmentVerified{domain::CommitmentId{"c"}, "x", {}}, *any_day());
  take(facts, test::closed(), *any_day());
  const auto from = domain::add_days(facts.relevant_until(), *rc::gen::inRange(1, 50));
  const domain::Period after{domain::PeriodFamily::calendar, "after", from,
                             domain::add_days(from, 90)};
  RC_ASSERT(balance_of(facts.timeline, after) == Balance{});
}

TEST(Balance, ASumThatDoesNotAddUpIsSeen) {
  Balance balance{.carried_in = 1, .fresh = 2, .ended = {{"noted", 1}}, .carried_out = 2};
  EXPECT_TRUE(balance.holds());
  balance.reopened = 1;
  EXPECT_FALSE(balance.holds());
}

TEST(Balance, AStepEnteredWithAnEarlierDayCountsOnTheDayBeforeIt) {
  IssueFacts facts;
  domain::IssueRecorded recorded;
  recorded.received = test::day("2021-04-10");
  take(facts, recorded, test::day("2021-04-10"));
  take(facts, domain::Noted{"x"}, test::day("2021-03-30"));
  ASSERT_EQ(facts.timeline.size(), 2U);
  EXPECT_EQ(facts.timeline[1].day, test::day("2021-04-10"));
}

}  // namespace
}  // namespace langnghe::projections::report
