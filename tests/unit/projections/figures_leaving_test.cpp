#include <algorithm>
#include <cstddef>
#include <fstream>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <projections/report.hpp>

#include "example_year.hpp"

// The table "Who counts" of docs/figures.md, line by line: what every figure makes of an issue that
// leaves within its term, in each way there is.

namespace langnghe::projections::report {
namespace {

using namespace domain;
using test::day;

const OfficialId kOwner{"o-chair"};
/// One waits for its answer, the other has it.
const std::set<std::string> kLeaving{"i-open", "i-answered"};

struct Way {
  const char* name;
  std::function<IssueEvent()> event;
};

const std::vector<Way>& ways() {
  static const std::vector<Way> kWays{
      {"voided", [] { return IssueVoided{"nhập nhầm", std::nullopt}; }},
      {"withdrawn", [] { return IssueWithdrawn{WithdrawalForm::signed_, "đơn", "x", {}}; }},
      {"merged",
       [] {
         return IssuesMerged{{"i-other"},       {"i-open"},   "một việc",   {"r-p-1"},
                             day("2021-02-01"), std::nullopt, std::nullopt, 1};
       }},
      {"split", [] { return IssueSplit{{{"i-a"}, {"i-b"}}, "hai việc"}; }},
      {"handed over",
       [] {
         return HandedOver{IssueType::complaint, {"d-1"}, day("2021-02-01"), 3, "14/KN", kOwner};
       }},
      {"noted", [] { return Noted{"góp ý"}; }},
      {"on the spot", [] { return AnsweredOnTheSpot{"đã trả lời", kOwner, true}; }}};
  return kWays;
}

void hear(test::WardLedger& ledger) {
  test::establish(ledger);
  ledger.act("2021-01-20", {test::scheduled("d-1", "tan-my", "2021-02-01")});
  ledger.act("2021-02-01", {test::opened("d-1"), test::attended("d-1", 5)});
  ledger.act("2021-02-01",
             test::opinion("d-1", "p-1", "tan-my", "2021-02-01", {"i-open", "i-answered"}));
}

void work_on(test::WardLedger& ledger, const std::string& issue) {
  auto classified = test::classified(IssueType::petition, "ROADS", "2021-02-18", "2021-03-05");
  classified.group = true;
  ledger.act("2021-02-02", issue, classified);
  ledger.act("2021-02-02", issue,
             IssueCorrected{CorrectedField::pressing, "false", "true", "ghi nhầm"});
  ledger.act("2021-02-02", issue, IssuesLinked{{"i-before"}, LinkKind::recurring, "lặp lại"});
  ledger.act("2021-02-02", issue, test::assigned("u-minh"));
  ledger.act("2021-02-02", issue, IssueReturned{ReturnReason::not_my_field, "khác", ""});
  ledger.act("2021-02-03", issue, test::assigned("u-lan"));
  ledger.act("2021-02-03", issue, ExtensionRequested{7, "chờ vật tư", false});
  ledger.act("2021-02-03", issue, ExtensionRefused{"chưa rõ"});
  ledger.act("2021-02-03", issue, IssueEscalated{2, "chậm"});
  ledger.act("2021-02-03", issue,
             CommitmentMade{{"c-" + issue}, "làm đường", kOwner, day("2021-03-20")});
}

/// Nothing of these depends on the day they leave, and all of it is before.
void play(test::WardLedger& ledger) {
  hear(ledger);
  for (const auto& issue : kLeaving) {
    work_on(ledger, issue);
  }
  ledger.act("2021-02-04", "i-open", IssueForwarded{"Điện lực", "12/CV", "xử lý", false});
  ledger.act("2021-02-05", "i-open", ForwardAcknowledged{"33/ĐL"});
  ledger.act("2021-02-05", "i-answered", test::drafted());
  ledger.act("2021-02-05", "i-answered", AnswerApproved{1, "nghỉ phép"});
  ledger.act("2021-02-06", "i-answered", test::notice(1, "2021-02-06"));
  ledger.act("2021-02-07", "i-answered", NoticeDelivered{DeliveryMethod::in_person});
  ledger.act("2021-02-08", "i-answered", FeedbackAsked{"phone"});
  ledger.act("2021-02-08", "i-answered", test::feedback(Verdict::satisfied));
}

void leave(test::WardLedger& ledger, const Way& way, std::string_view on) {
  for (const auto& issue : kLeaving) {
    ledger.act(on, issue, way.event());
  }
}

Figures quarter(const test::WardLedger& ledger) {
  return figures_of(*ledger.snapshot(), find_period(PeriodFamily::calendar, "2021-Q1").value());
}

bool counts(const Figure& figure) {
  for (const auto* items : {&figure.items, &figure.against}) {
    for (const auto& item : *items) {
      if (kLeaving.contains(item)) {
        return true;
      }
    }
  }
  return false;
}

/// The number of the two issues that a figure counts, for or against.
std::size_t count_of(const Figure& figure) {
  std::size_t count = 0;
  for (const auto& issue : kLeaving) {
    count += std::ranges::find(figure.items, issue) != figure.items.end() ||
                     std::ranges::find(figure.against, issue) != figure.against.end()
                 ? 1U
                 : 0U;
  }
  return count;
}

std::string became(const Figure& before, const Figure& after) {
  const auto had = count_of(before);
  const auto has = count_of(after);
  if (had == has) {
    return had == 0 ? "–" : "stays";
  }
  return had < has ? "joins" : "leaves";
}

/// The rows of the page, as this program has them.
std::vector<std::string> rows_by_program() {
  test::WardLedger before;
  play(before);
  const auto stayed = quarter(before);
  std::vector<Figures> left;
  for (const auto& way : ways()) {
    test::WardLedger ledger;
    play(ledger);
    leave(ledger, way, "2021-02-10");
    left.push_back(quarter(ledger));
  }
  std::vector<std::string> rows;
  for (const auto& figure : stayed.figures) {
    std::string row = "| " + figure.id + " |";
    for (const auto& figures : left) {
      row += ' ' + became(figure, *figures.find(figure.id)) + " |";
    }
    rows.push_back(row);
  }
  return rows;
}

std::vector<std::string> rows_on_the_page() {
  std::vector<std::string> rows;
  std::ifstream page(FIGURES_PAGE);
  bool within = false;
  for (std::string line; std::getline(page, line);) {
    within = within || line.starts_with("## Who counts");
    if (within && line.starts_with("| ") && !line.starts_with("| Figure")) {
      rows.push_back(line);
    }
  }
  return rows;
}

TEST(WhoCounts, IsWhatThePageSaysForEveryFigureAndWayOfLeaving) {
  const auto rows = rows_by_program();
  if (rows != rows_on_the_page()) {
    std::string all;
    for (const auto& row : rows) {
      all += row + '\n';
    }
    ADD_FAILURE() << "the program's table is\n" << all;
  }
}

// An issue that was late before it left stays late.
TEST(WhoCounts, WhatWasLateAlreadyStays) {
  for (const auto& way : ways()) {
    test::WardLedger ledger;
    play(ledger);
    const auto stayed = quarter(ledger);
    leave(ledger, way, "2021-03-25");
    const auto left = quarter(ledger);
    for (const auto* id : {"time.first_reply_on_time", "promises.due", "promises.fulfilled"}) {
      EXPECT_EQ(left.find(id)->value, stayed.find(id)->value) << id << ' ' << way.name;
      EXPECT_EQ(left.find(id)->of, stayed.find(id)->of) << id << ' ' << way.name;
      EXPECT_EQ(left.find(id)->against, stayed.find(id)->against) << id << ' ' << way.name;
    }
    EXPECT_TRUE(counts(*left.find("time.first_reply_on_time"))) << way.name;
  }
}

// A complaint that is handed over after its term was answered late all the same.
TEST(WhoCounts, AHandOverAfterTheTermIsASettlementThatCameLate) {
  test::WardLedger ledger;
  play(ledger);
  leave(ledger, ways().at(4), "2021-03-25");
  const auto figures = quarter(ledger);
  EXPECT_EQ(figures.find("time.resolution_on_time_original")->against,
            std::vector<std::string>{"i-open"});
}

// An issue that comes back is counted again.
TEST(WhoCounts, AnUnmergedIssueCountsAgain) {
  test::WardLedger ledger;
  play(ledger);
  ledger.act("2021-02-10", "i-open", ways().at(2).event());
  EXPECT_EQ(quarter(ledger).find("time.first_reply_on_time")->of, 1);
  ledger.act(
      "2021-03-01", "i-open",
      IssueUnmerged{
          {"i-other"}, {"i-open"}, "khác việc", day("2021-02-01"), std::nullopt, std::nullopt, 1});
  EXPECT_EQ(quarter(ledger).find("time.first_reply_on_time")->of, 2);
}

// Voided after the quarter, it is in the quarter what it was.
TEST(WhoCounts, WhoLeavesAfterAQuarterIsInItAsBefore) {
  test::WardLedger ledger;
  play(ledger);
  const auto before = quarter(ledger);
  leave(ledger, ways().at(0), "2021-04-12");
  EXPECT_EQ(quarter(ledger), before);
}

}  // namespace
}  // namespace langnghe::projections::report
