#include <gtest/gtest.h>

#include <projections/report.hpp>

#include "example_year.hpp"

// Answers owed to people who are easily forgotten: those whose issue was merged into another, and
// those whose issue was taken over from a list with a due day of its own.
namespace langnghe::projections::report {
namespace {

using namespace domain;
using test::day;

class OwedFigures : public testing::Test {
 protected:
  OwedFigures() { test::establish(ledger_); }

  [[nodiscard]] Figure figure(std::string_view id, std::string_view period) const {
    const auto figures =
        figures_of(*ledger_.snapshot(), find_period(PeriodFamily::calendar, period).value());
    const auto* found = figures.find(id);
    EXPECT_NE(found, nullptr) << id;
    return found == nullptr ? Figure{} : *found;
  }
  void take_over(const std::string& issue, std::optional<std::string_view> ended_on) {
    IssueRecorded recorded;
    recorded.channel = IntakeChannel::import_;
    recorded.khom = {"tan-my"};
    recorded.received = day("2021-01-04");
    recorded.subject = "Cống";
    recorded.field = {"ROADS"};
    recorded.origin = ImportOrigin{"so-2020", issue, std::string(64, 'a'), 1, day("2021-01-12")};
    ledger_.act("2021-02-01", issue, recorded);
    if (ended_on) {
      ledger_.act("2021-02-01", issue, IssueClosed{Outcome::done, day(*ended_on)});
    }
  }

  test::WardLedger ledger_;
};

TEST_F(OwedFigures, WhoWasMergedInIsCountedUntilTheAnswerReachedThem) {
  ledger_.act("2021-02-01", {test::scheduled("d-1", "tan-my", "2021-02-02")});
  ledger_.act("2021-02-02", {test::opened("d-1"), test::attended("d-1", 5)});
  for (const auto* issue : {"i-1", "i-2"}) {
    ledger_.act("2021-02-02",
                test::opinion("d-1", std::string("p-") + issue, "tan-my", "2021-02-02", {issue}));
    ledger_.act("2021-02-03", issue,
                test::classified(IssueType::report, "ROADS", "2021-02-18", "2021-03-10"));
  }
  IssuesMerged merged{{"i-1"},      {"i-2"},      "cùng chỗ", {"r-p-i-2"},      day("2021-02-02"),
                      std::nullopt, std::nullopt, 1,          day("2021-02-02")};
  auto survivors = merged;
  survivors.previous_due = day("2021-03-10");
  survivors.new_due = day("2021-03-10");
  ledger_.act("2021-02-04",
              {{stream_of(IssueId{"i-2"}), merged}, {stream_of(IssueId{"i-1"}), survivors}});
  EXPECT_EQ(figure("notices.owed_to_merged", "2021-Q1").value, 0) << "no answer is there yet";
  ledger_.act("2021-03-08", "i-1", AnswerApproved{1, ""});
  ledger_.act("2021-03-08", "i-1", test::notice(1, "2021-03-08"));
  ledger_.act("2021-03-09", "i-1", NoticeDelivered{DeliveryMethod::in_person});
  const auto owed = figure("notices.owed_to_merged", "2021-Q1");
  EXPECT_EQ(owed.value, 1);
  EXPECT_EQ(owed.items, std::vector<std::string>{"i-1"});
  ledger_.act("2021-04-06", "i-1", NoticeDelivered{DeliveryMethod::khom_head, {}, IssueId{"i-2"}});
  EXPECT_EQ(figure("notices.owed_to_merged", "2021-Q1").value, 1) << "it was owed at that end";
  EXPECT_EQ(figure("notices.owed_to_merged", "2021-Q2").value, 0);
  EXPECT_EQ(figure("notices.delivered", "2021-Q1").value, 1);
  EXPECT_EQ(figure("notices.delivered", "2021-Q2").value, 0) << "the notice was delivered before";
}

TEST_F(OwedFigures, WhatWasTakenOverIsOnTimeOrLateByTheDayOfItsList) {
  take_over("in-time", "2021-01-12");
  take_over("late", "2021-01-13");
  take_over("open", std::nullopt);
  const auto on_time = figure("time.resolution_on_time_original", "2021-Q1");
  EXPECT_EQ(on_time.value, 1);
  EXPECT_EQ(on_time.of, 2) << "of those settled";
  EXPECT_EQ(on_time.items, std::vector<std::string>{"in-time"});
  EXPECT_EQ(figure("time.overdue_open", "2021-Q1").value, 1);
  EXPECT_EQ(figure("time.overdue_open", "2021-Q1").items, std::vector<std::string>{"open"});
}

}  // namespace
}  // namespace langnghe::projections::report
