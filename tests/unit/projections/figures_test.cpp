#include <map>

#include <gtest/gtest.h>

#include <ledger/canonical_json.hpp>
#include <projections/report.hpp>

#include "example_year.hpp"

namespace langnghe::projections::report {
namespace {

using domain::PeriodFamily;
using test::day;
using Items = std::vector<std::string>;

domain::Period period(PeriodFamily family, std::string_view name) {
  return domain::find_period(family, name).value();
}

class FiguresOfTheYear : public testing::Test {
 protected:
  FiguresOfTheYear() { test::play_example_year(ledger_); }

  [[nodiscard]] Figures of(std::string_view name,
                           PeriodFamily family = PeriodFamily::calendar) const {
    return figures_of(*ledger_.snapshot(), period(family, name));
  }
  static void expect(const Figures& figures, std::string_view id, std::int64_t value,
                     std::optional<std::int64_t> of, const Items& items) {
    const auto* figure = find(figures, id);
    ASSERT_NE(figure, nullptr) << id;
    EXPECT_EQ(figure->value, value) << id;
    EXPECT_EQ(figure->of, of) << id;
    EXPECT_EQ(figure->items, items) << id;
  }
  [[nodiscard]] static const Figure* find(const Figures& figures, std::string_view id) {
    for (const auto& figure : figures.figures) {
      if (figure.id == id) {
        return &figure;
      }
    }
    return nullptr;
  }

  test::WardLedger ledger_;
};

constexpr auto kPlain = std::nullopt;

TEST_F(FiguresOfTheYear, MeetingsOfTheFirstQuarter) {
  const auto figures = of("2021-Q1");
  expect(figures, "dialogues.held", 1, kPlain, {"d-1"});
  expect(figures, "dialogues.required", 2, kPlain, {});
  expect(figures, "dialogues.khoms_covered", 1, 2, {"d-1"});
  expect(figures, "dialogues.outside_office_hours", 0, 1, {});
  expect(figures, "dialogues.at_khom_office", 1, 1, {"d-1"});
  expect(figures, "dialogues.at_household", 0, 1, {});
  expect(figures, "dialogues.residents", 18, kPlain, {"d-1"});
  expect(figures, "dialogues.announced_in_time", 1, 1, {"d-1"});
  expect(figures, "dialogues.minutes_signed", 1, 1, {"d-1"});
  expect(figures, "opinions.total", 3, kPlain, {"d-1"});
  expect(figures, "opinions.anonymous", 1, 3, {"d-1"});
  expect(of("2021-Q2"), "dialogues.announced_in_time", 0, 1, {});
}

TEST_F(FiguresOfTheYear, IssuesOfTheFirstQuarter) {
  const auto figures = of("2021-Q1");
  expect(figures, "issues.new", 6, kPlain,
         {"i-dog", "i-drain", "i-fee", "i-lamp", "i-secret", "i-wire"});
  expect(figures, "issues.answered_on_the_spot", 1, 6, {"i-dog"});
  expect(figures, "issues.noted", 1, 6, {"i-fee"});
  expect(figures, "issues.taken_away", 3, 6, {"i-drain", "i-lamp", "i-wire"});
  expect(figures, "issues.handed_over_complaints", 0, kPlain, {});
  expect(figures, "issues.handed_over_denunciations", 1, kPlain, {"i-secret"});
  expect(figures, "issues.pressing", 1, 6, {"i-drain"});
  expect(of("2021-Q2"), "issues.handed_over_complaints", 1, kPlain, {"i-land"});
}

TEST_F(FiguresOfTheYear, TimeIsMeasuredByBothDates) {
  const auto q1 = of("2021-Q1");
  // The drain's resident was told nothing until the notice of 29 April.
  expect(q1, "time.first_reply_on_time", 2, 3, {"i-lamp", "i-wire"});
  EXPECT_EQ(find(q1, "time.first_reply_on_time")->against, Items{"i-drain"});
  expect(q1, "time.resolution_on_time_original", 1, 1, {"i-lamp"});
  const auto q2 = of("2021-Q2");
  // Settled: the drain and the wire with a clock behind them. The complaint was handed over within
  // its term.
  expect(q2, "time.resolution_on_time_original", 0, 2, {});
  expect(q2, "time.resolution_on_time_effective", 1, 2, {"i-drain"});
  EXPECT_EQ(find(q2, "time.resolution_on_time_effective")->against, Items{"i-wire"});
  expect(q2, "time.extensions_approved", 1, kPlain, {"i-drain"});
  expect(q2, "time.overdue_open", 2, 2, {"i-drain", "i-shed"});
}

TEST_F(FiguresOfTheYear, ForwardsNoticesAndVerdicts) {
  const auto q1 = of("2021-Q1");
  const auto q2 = of("2021-Q2");
  expect(q1, "forwarded.sent", 1, kPlain, {"i-wire"});
  expect(q1, "forwarded.acknowledged", 1, kPlain, {"i-wire"});
  expect(q1, "forwarded.result_told", 0, kPlain, {});
  expect(q1, "forwarded.pending", 1, kPlain, {"i-wire"});
  expect(q2, "forwarded.result_told", 1, kPlain, {"i-wire"});
  expect(q2, "forwarded.pending", 0, kPlain, {});
  expect(q1, "notices.issued", 1, kPlain, {"i-lamp"});
  expect(q1, "notices.delivered", 1, kPlain, {"i-lamp"});
  expect(q1, "notices.on_time", 1, 1, {"i-lamp"});
  expect(q2, "notices.on_time", 0, 1, {});
  expect(q2, "feedback.asked", 2, kPlain, {"i-drain", "i-lamp"});
  expect(q2, "feedback.satisfied", 1, 2, {"i-lamp"});
  expect(q2, "feedback.partly", 0, 2, {});
  expect(q2, "feedback.dissatisfied", 1, 2, {"i-drain"});
  expect(q2, "issues.reopened", 1, kPlain, {"i-drain"});
}

TEST_F(FiguresOfTheYear, TheBalanceHoldsInAllGroupsOfAllPeriods) {
  for (const auto family : {PeriodFamily::calendar, PeriodFamily::cchc, PeriodFamily::ttcp}) {
    for (const auto& each : domain::periods_of_year(family, 2021)) {
      const auto figures = figures_of(*ledger_.snapshot(), each);
      EXPECT_TRUE(figures.balance.holds()) << each.name;
      std::int64_t by_type = 0;
      for (const auto* group : {&figures.by_khom, &figures.by_field, &figures.by_type}) {
        for (const auto& [name, balance] : *group) {
          EXPECT_TRUE(balance.holds()) << each.name << name;
          by_type += group == &figures.by_type ? balance.fresh : 0;
        }
      }
      EXPECT_EQ(by_type, figures.balance.fresh);
    }
  }
}

TEST_F(FiguresOfTheYear, TheBalanceOfTheSecondQuarterByHand) {
  const auto figures = of("2021-Q2");
  // In: drain, wire. New: land, shed. The drain ends and comes again; out: drain, shed.
  const Balance expected{.carried_in = 2,
                         .fresh = 2,
                         .reopened = 1,
                         .ended = {{"external_result_told", 1}, {"handed_over", 1}, {"settled", 1}},
                         .carried_out = 2};
  EXPECT_EQ(figures.balance, expected);
  EXPECT_EQ(figures.by_khom.at("sa-nhien").fresh, 2);
  EXPECT_EQ(figures.by_type.at("COMPLAINT").ended.at("handed_over"), 1);
  EXPECT_EQ(of("2021-Q1").by_type.at("DENUNCIATION").fresh, 1);
  EXPECT_EQ(of("2021-Q1").by_type.at("UNCLASSIFIED").fresh, 2);
  EXPECT_EQ(of("2021-Q1").by_khom.at("tan-my").fresh, 6);
}

TEST_F(FiguresOfTheYear, LateEntriesAreShownNotHidden) {
  const auto figures = of("2021-Q2");
  ASSERT_EQ(figures.late_entries.size(), 1U);
  EXPECT_EQ(figures.late_entries[0], ledger_.size() - 6);
  expect(figures, "entries.late", 1, kPlain, {"i-shed"});
  EXPECT_TRUE(of("2021-M9").late_entries.empty());
  EXPECT_TRUE(of("2021-Q1").late_entries.empty());
}

TEST_F(FiguresOfTheYear, DutiesOfCalendarQuartersAreNotShownInOtherFamilies) {
  EXPECT_NE(find(of("2021-Q1"), "dialogues.required"), nullptr);
  EXPECT_EQ(find(of("2021-Q1", PeriodFamily::cchc), "dialogues.required"), nullptr);
  expect(of("2021"), "dialogues.required", 8, kPlain, {});
}

TEST_F(FiguresOfTheYear, AreMeasuredOnTheEarlierOfTodayAndThePeriodsEnd) {
  const auto quarter = period(PeriodFamily::calendar, "2021-Q2");
  const auto running = figures_of(*ledger_.snapshot(), quarter, day("2021-06-28"));
  EXPECT_EQ(running.measured_on, day("2021-06-28"));
  EXPECT_TRUE(running.estimate);
  expect(running, "time.overdue_open", 1, 2, {"i-shed"});
  const auto cut = figures_of(*ledger_.snapshot(), quarter, day("2022-01-01"));
  EXPECT_EQ(cut.measured_on, day("2021-06-30"));
  EXPECT_FALSE(cut.estimate);
  EXPECT_EQ(cut, of("2021-Q2"));
}

// On its last day a period is measured that day, and what is due on it may still be done.
TEST_F(FiguresOfTheYear, TheLastDayOfAPeriodIsNotOverWhileItRuns) {
  const auto quarter = period(PeriodFamily::calendar, "2021-Q2");
  const auto last = figures_of(*ledger_.snapshot(), quarter, day("2021-06-30"));
  EXPECT_EQ(last.measured_on, day("2021-06-30"));
  EXPECT_TRUE(last.estimate);
  EXPECT_NE(canonical_text(last).find("\"estimate\":true"), std::string::npos);
  EXPECT_EQ(last.find("dialogues.duties_missed")->value, 0);
  EXPECT_EQ(of("2021-Q2").find("dialogues.duties_missed")->value, 1);
}

TEST_F(FiguresOfTheYear, OfAPeriodThatHasNotBegunAreNothing) {
  const auto figures =
      figures_of(*ledger_.snapshot(), period(PeriodFamily::calendar, "2021-Q4"), day("2021-05-01"));
  EXPECT_EQ(figures.measured_on, day("2021-05-01"));
  EXPECT_TRUE(figures.balance.holds());
  EXPECT_EQ(figures.balance.carried_in, figures.balance.carried_out);
  for (const auto& figure : figures.figures) {
    if (!figure.id.starts_with("balance.") && !figure.id.starts_with("time.overdue") &&
        figure.id != "dialogues.planned" && figure.id != "dialogues.required") {
      EXPECT_EQ(figure.value, 0) << figure.id;
    }
  }
}

TEST_F(FiguresOfTheYear, TheTextIsCanonicalAndItsHashFollowsFromIt) {
  const auto figures = of("2021-Q2");
  const auto text = canonical_text(figures);
  EXPECT_EQ(eventstore::canonicalize(text), text);
  EXPECT_EQ(hash_of(figures).size(), 64U);
  EXPECT_EQ(hash_of(figures), hash_of(of("2021-Q2")));
  EXPECT_NE(hash_of(figures), hash_of(of("2021-Q1")));
}

TEST_F(FiguresOfTheYear, TheDocumentAroundThemIsFound) {
  const auto report = report::find(*ledger_.snapshot(), {PeriodFamily::calendar, "2021-Q2"});
  ASSERT_TRUE(report);
  EXPECT_EQ(report->version.value, 5U);
  EXPECT_EQ(report->state.phase, domain::ReportPhase::acknowledged);
  EXPECT_EQ(report->state.acknowledgement->receipt, "BN-77");
  EXPECT_FALSE(report::find(*ledger_.snapshot(), {PeriodFamily::cchc, "2021-Q1"}));
}

}  // namespace
}  // namespace langnghe::projections::report
