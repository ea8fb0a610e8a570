#include <gtest/gtest.h>

#include <projections/report.hpp>

#include "example_year.hpp"

// Figures of a period stay what they were when later facts come in, unless those facts are about
// it.

namespace langnghe::projections::report {
namespace {

using test::day;

Figures first_quarter(const test::WardLedger& ledger) {
  return figures_of(*ledger.snapshot(),
                    domain::find_period(domain::PeriodFamily::calendar, "2021-Q1").value());
}

const Figure& figure(const Figures& figures, std::string_view id) {
  for (const auto& each : figures.figures) {
    if (each.id == id) {
      return each;
    }
  }
  throw std::out_of_range(std::string(id));
}

void receive(test::WardLedger& ledger) {
  test::establish(ledger);
  ledger.act("2021-02-01", {test::scheduled("d-1", "tan-my", "2021-02-02")});
  ledger.act("2021-02-02", {test::opened("d-1"), test::attended("d-1", 5)});
  ledger.act("2021-02-02", test::opinion("d-1", "p-1", "tan-my", "2021-02-02", {"i-1"}));
  ledger.act("2021-02-03", "i-1",
             test::classified(domain::IssueType::report, "ROADS", "2021-02-18", "2021-03-10"));
}

TEST(LateFigures, AnExtensionApprovedAfterThePeriodDoesNotUndoItsOverdue) {
  test::WardLedger ledger;
  receive(ledger);
  EXPECT_EQ(figure(first_quarter(ledger), "time.overdue_open").value, 1);
  ledger.act("2021-04-02", "i-1", test::extended(1, "2021-03-10", "2021-04-20"));
  EXPECT_EQ(figure(first_quarter(ledger), "time.overdue_open").value, 1);
}

TEST(LateFigures, AnExtensionApprovedWithinItDoes) {
  test::WardLedger ledger;
  receive(ledger);
  ledger.act("2021-03-09", "i-1", test::extended(1, "2021-03-10", "2021-04-20"));
  EXPECT_EQ(figure(first_quarter(ledger), "time.overdue_open").value, 0);
}

TEST(LateFigures, ReopeningLeavesTheClosureInItsOwnPeriod) {
  test::WardLedger ledger;
  receive(ledger);
  ledger.act("2021-03-01", "i-1", test::drafted());
  ledger.act("2021-03-02", "i-1", domain::AnswerApproved{1, ""});
  ledger.act("2021-03-03", "i-1", test::notice(1, "2021-03-03"));
  ledger.act("2021-03-04", "i-1", domain::NoticeDelivered{domain::DeliveryMethod::post});
  ledger.act("2021-03-05", "i-1", test::closed());
  const auto before = first_quarter(ledger);
  ledger.act("2021-04-10", "i-1", test::reopened(1, "2021-05-20"));
  ledger.act("2021-06-01", "i-1", test::drafted());
  ledger.act("2021-06-02", "i-1", domain::AnswerApproved{1, ""});
  EXPECT_EQ(first_quarter(ledger), before);

  const auto q2 = figures_of(
      *ledger.snapshot(), domain::find_period(domain::PeriodFamily::calendar, "2021-Q2").value());
  EXPECT_EQ(figure(q2, "issues.reopened").value, 1);
  EXPECT_EQ(figure(q2, "time.resolution_on_time_original").of, 1);
  EXPECT_EQ(figure(q2, "time.resolution_on_time_original").value, 0);
}

TEST(LateFigures, AReplyThatWasNeverGivenIsMeasuredOnceItsDayIsOver) {
  test::WardLedger ledger;
  receive(ledger);
  const auto period = domain::find_period(domain::PeriodFamily::calendar, "2021-Q1").value();
  const auto on = [&](std::string_view today) {
    return figure(figures_of(*ledger.snapshot(), period, day(today)), "time.first_reply_on_time");
  };
  EXPECT_EQ(on("2021-02-18").of, 0);
  EXPECT_EQ(on("2021-02-19").of, 1);
  EXPECT_EQ(on("2021-02-19").value, 0);
}

TEST(LateFigures, SilenceIsNoVerdict) {
  test::WardLedger ledger;
  receive(ledger);
  ledger.act("2021-02-10", "i-1", domain::FeedbackAsked{"phone"});
  ledger.act("2021-02-11", "i-1", test::feedback(domain::Verdict::unreachable));
  EXPECT_EQ(figure(first_quarter(ledger), "feedback.satisfied").of, 0);
  ledger.act("2021-02-12", "i-1", test::feedback(domain::Verdict::partly));
  EXPECT_EQ(figure(first_quarter(ledger), "feedback.partly").of, 1);
}

}  // namespace
}  // namespace langnghe::projections::report
