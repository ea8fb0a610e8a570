#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <projections/report.hpp>

#include "balance.hpp"
#include "example_year.hpp"

// domain.md rule 11: carried in + new + reopened = ended + carried out + voided, for every period.

namespace langnghe::projections::report {
namespace {

using domain::Date;

const Date kBegin{std::chrono::year{2021}, std::chrono::January, std::chrono::day{1}};

rc::Gen<Date> any_day() {
  return rc::gen::map(rc::gen::inRange(0, 400),
                      [](int days) { return domain::add_days(kBegin, days); });
}

rc::Gen<domain::IssueEvent> any_act() {
  using namespace domain;
  return rc::gen::element<IssueEvent>(
      AnsweredOnTheSpot{"x", OfficialId{"o"}, true}, Noted{"x"},
      test::classified(IssueType::petition, "ROADS", "2021-02-01", "2021-03-01"),
      test::assigned("u"), ProgressNoted{"x", NoteVisibility::internal},
      IssueForwarded{"b", "d", "a", false}, ForwardAcknowledged{"d"},
      ExternalResultTold{DeliveryMethod::post}, test::drafted(), AnswerApproved{1, ""},
      test::notice(1, "2021-03-01"), NoticeDelivered{DeliveryMethod::post},
      IssueClosed{Outcome::done}, test::reopened(1, "2021-09-01"),
      HandedOver{IssueType::complaint, DialogueId{"d"}, kBegin, 1, "1", OfficialId{"o"}});
}

/// A history that no rule would allow: the figures must hold whatever the ledger holds.
IssueFacts any_facts() {
  IssueFacts facts;
  const domain::UserId by{"u"};
  domain::IssueRecorded recorded;
  recorded.received = *any_day();
  take_in(facts, recorded, by, *any_day());
  for (const auto& act : *rc::gen::container<std::vector<domain::IssueEvent>>(any_act())) {
    take_in(facts, act, by, *any_day());
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
  take_in(facts, domain::IssueClosed{domain::Outcome::done}, domain::UserId{"u"}, *any_day());
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
  const domain::UserId by{"u"};
  domain::IssueRecorded recorded;
  recorded.received = test::day("2021-04-10");
  take_in(facts, recorded, by, test::day("2021-04-10"));
  take_in(facts, domain::Noted{"x"}, by, test::day("2021-03-30"));
  ASSERT_EQ(facts.timeline.size(), 2U);
  EXPECT_EQ(facts.timeline[1].day, test::day("2021-04-10"));
}

}  // namespace
}  // namespace langnghe::projections::report
