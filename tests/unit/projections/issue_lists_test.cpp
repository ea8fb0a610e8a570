// Filters, orders and counts of the list of issues, over the example year.
#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <projections/issues.hpp>

#include "example_year.hpp"

namespace langnghe::projections::issues {
namespace {

using test::day;
using Names = std::vector<std::string>;

class IssueLists : public testing::Test {
 protected:
  IssueLists() {
    test::play_example_year(ledger_);
    snapshot_ = ledger_.snapshot();
  }

  [[nodiscard]] Names names(const Filter& filter, const Order& order = {}) const {
    Names found;
    for (const auto& row : find(*snapshot_, filter, {.order = order, .limit = 100}).rows) {
      found.push_back(row.id.value);
    }
    return found;
  }
  [[nodiscard]] std::vector<IssueRow> all() const {
    return find(*snapshot_, {}, {.limit = 100}).rows;
  }

  test::WardLedger ledger_;
  std::shared_ptr<const Snapshot> snapshot_;
};

TEST_F(IssueLists, EachPartOfAFilterTakesThoseThatFitItAndSeveralValuesAreOneOrTheOther) {
  EXPECT_EQ(names({.phases = {domain::IssuePhase::noted}}), Names{"i-fee"});
  EXPECT_EQ(names({.phases = {domain::IssuePhase::noted, domain::IssuePhase::closed}}),
            (Names{"i-lamp", "i-fee"}));
  EXPECT_EQ(names({.types = {domain::IssueType::complaint}}), Names{"i-land"});
  EXPECT_EQ(names({.khoms = {{"sa-nhien"}, {"nowhere"}}}), (Names{"i-land", "i-shed"}));
  EXPECT_EQ(names({.dialogues = {{"d-2"}}}), (Names{"i-land", "i-shed"}));
  EXPECT_EQ(names({.verdicts = {domain::Verdict::satisfied}}), Names{"i-lamp"});
  EXPECT_EQ(names({.channels = {domain::IntakeChannel::letter}}), Names{});
  const auto unit = find_one(*snapshot_, {"i-lamp"})->state.assignment->unit;
  EXPECT_EQ(names({.unit = unit}), (Names{"i-lamp", "i-drain"}));
  EXPECT_EQ(names({.unit = "no unit"}), Names{});
  EXPECT_EQ(names({.among = {{{"i-dog"}, {"i-lamp"}, {"i-none"}}}}), (Names{"i-lamp", "i-dog"}));
  EXPECT_EQ(names({.among = std::vector<domain::IssueId>{}}), Names{});
}

TEST_F(IssueLists, DaysAreBothIncluded) {
  EXPECT_EQ(names({.received = {day("2021-05-06"), day("2021-05-06")}}),
            (Names{"i-land", "i-shed"}));
  EXPECT_EQ(names({.received = {{}, day("2021-05-05")}}).size(), 5u);
  EXPECT_EQ(names({.closed = {day("2021-03-29"), day("2021-03-29")}}), Names{"i-lamp"});
  EXPECT_EQ(names({.closed = {day("2021-03-30"), {}}}), (Names{"i-wire", "i-land"}));
  EXPECT_EQ(names({.due = {day("2021-06-30"), day("2021-06-30")}}), Names{"i-drain"});
  EXPECT_EQ(names({.due = {day("2021-06-29"), {}}}), Names{"i-drain"}) << "none has no due day";
}

TEST_F(IssueLists, AreInEachOrderBothWaysAndThoseWithoutADueDayStayLast) {
  EXPECT_EQ(names({}, {Order::By::due, true}),
            (Names{"i-drain", "i-land", "i-shed", "i-lamp", "i-wire", "i-dog", "i-fee"}));

  const auto by_change = names({}, {Order::By::changed, false});
  auto rows = all();
  std::ranges::sort(rows, {}, &IssueRow::last);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(by_change[i], rows[i].id.value);
  }
  EXPECT_EQ(names({}, {Order::By::changed, true}), Names(by_change.rbegin(), by_change.rend()));

  const auto by_receipt = names({}, {Order::By::received, true});
  EXPECT_EQ(Names(by_receipt.begin(), by_receipt.begin() + 2), (Names{"i-land", "i-shed"}));
}

TEST_F(IssueLists, PagesAreThoseOfTheWholeInEveryOrder) {
  for (const auto by : {Order::By::due, Order::By::received, Order::By::changed}) {
    for (const bool descending : {false, true}) {
      const Order order{by, descending};
      const auto whole = names({}, order);
      for (std::size_t limit = 1; limit <= 8; ++limit) {
        Names seen;
        Wanted wanted{.order = order, .limit = limit};
        do {
          auto page = find(*snapshot_, {}, wanted);
          EXPECT_EQ(page.total, whole.size());
          for (const auto& row : page.rows) {
            seen.push_back(row.id.value);
          }
          wanted.from = std::move(page.next);
        } while (!wanted.from.empty());
        EXPECT_EQ(seen, whole) << "limit " << limit;
      }
    }
  }
}

/// Any filter of the example year.
Filter any_filter(std::mt19937& random) {
  const auto maybe = [&random] { return random() % 3 == 0; };
  Filter filter;
  filter.today = day("2021-07-01");
  if (maybe()) {
    filter.open = random() % 2 == 0;
  }
  if (maybe()) {
    filter.phases = {domain::IssuePhase::closed, domain::IssuePhase::reopened};
  }
  if (maybe()) {
    filter.types = {domain::IssueType::petition};
  }
  if (maybe()) {
    filter.khoms = {{random() % 2 == 0 ? "tan-my" : "sa-nhien"}};
  }
  if (maybe()) {
    filter.fields = {{"ROADS"}, {"OTHER"}};
  }
  if (maybe()) {
    filter.channels = {domain::IntakeChannel::dialogue};
  }
  if (maybe()) {
    filter.scope = {{"tan-my"}};
  }
  if (maybe()) {
    filter.received = {day("2021-03-01"), day("2021-04-01")};
  }
  return filter;
}

/// The counts of one part: each value's is the list's length with that value in its place.
template <class Value>
void expect_counts(const Snapshot& snapshot, const Filter& filter,
                   std::vector<Value> Filter::* part, const std::map<Value, std::size_t>& counts,
                   const std::vector<Value>& values) {
  for (const auto& value : values) {
    auto narrowed = filter;
    narrowed.*part = {value};
    const auto counted = counts.contains(value) ? counts.at(value) : 0;
    EXPECT_EQ(find(snapshot, narrowed, {.limit = 1}).total, counted);
  }
}

TEST_F(IssueLists, CountsAreWhatTheListWouldHoldWithThatValue) {
  std::mt19937 random(20'261'130);
  std::vector<domain::IssuePhase> phases;
  for (const auto& [phase, name] : domain::EnumText<domain::IssuePhase>::kNames) {
    phases.push_back(phase);
  }
  for (int round = 0; round < 60; ++round) {
    const auto filter = any_filter(random);
    const auto page = find(*snapshot_, filter, {.limit = 1, .counts = true});
    ASSERT_TRUE(page.counts);
    expect_counts(*snapshot_, filter, &Filter::phases, page.counts->phases, phases);
    expect_counts(*snapshot_, filter, &Filter::khoms, page.counts->khoms,
                  {{"tan-my"}, {"sa-nhien"}});
    expect_counts(*snapshot_, filter, &Filter::fields, page.counts->fields,
                  {{"ROADS"}, {"OTHER"}, {"LAND"}});
    expect_counts(*snapshot_, filter, &Filter::channels, page.counts->channels,
                  {domain::IntakeChannel::dialogue, domain::IntakeChannel::letter});
    std::size_t classified = 0;
    for (const auto& [type, count] : page.counts->types) {
      auto narrowed = filter;
      narrowed.types.clear();
      if (type) {
        narrowed.types = {*type};
        EXPECT_EQ(find(*snapshot_, narrowed, {.limit = 1}).total, count);
      }
      classified += count;
    }
    auto any_type = filter;
    any_type.types.clear();
    EXPECT_EQ(find(*snapshot_, any_type, {.limit = 1}).total, classified);
  }
  EXPECT_FALSE(find(*snapshot_, {}, {.limit = 1}).counts);
}

}  // namespace
}  // namespace langnghe::projections::issues
