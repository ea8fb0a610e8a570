#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include <projections/report.hpp>

#include "example_year.hpp"

// An act at the edge of two quarters is counted in one of them, by what had happened by then.

namespace langnghe::projections::report {
namespace {

using namespace domain;
using test::day;

class EdgesOfQuarters : public testing::Test {
 protected:
  EdgesOfQuarters() {
    test::establish(ledger_);
    ledger_.act("2021-03-01", {test::scheduled("d-1", "tan-my", "2021-03-30")});
    ledger_.act("2021-03-30", {test::opened("d-1"), test::attended("d-1", 5)});
    ledger_.act("2021-03-30", test::opinion("d-1", "p-1", "tan-my", "2021-03-30", {"i-1", "i-2"}));
  }
  [[nodiscard]] Figures of(std::string_view name) const {
    return figures_of(*ledger_.snapshot(), find_period(PeriodFamily::calendar, name).value());
  }
  /// `value of denominator` in each quarter, then in the year.
  [[nodiscard]] std::vector<std::string> shares(std::string_view id) const {
    std::vector<std::string> all;
    for (const auto* name : {"2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4", "2021"}) {
      const auto figures = of(name);
      const auto* figure = figures.find(id);
      all.push_back(std::to_string(figure->value) + '/' + std::to_string(figure->of.value_or(0)));
    }
    return all;
  }
  using Shares = std::vector<std::string>;

  test::WardLedger ledger_;
};

TEST_F(EdgesOfQuarters, AResultIsPublishedInTimeWhereItsTermRunsOut) {
  const auto before = of("2021-Q1");
  ledger_.act("2021-04-05", {{stream_of(DialogueId{"d-1"}), ConclusionPublished{8,
                                                                                "08/TB-UBND",
                                                                                day("2021-04-05"),
                                                                                {"o-chair"},
                                                                                "x",
                                                                                {"x"},
                                                                                day("2021-04-09"),
                                                                                false}}});
  EXPECT_EQ(of("2021-Q1"), before);
  EXPECT_EQ(shares("dialogues.result_published_in_time"),
            (Shares{"0/0", "1/1", "0/0", "0/0", "1/1"}));
}

TEST_F(EdgesOfQuarters, AnAnswerOnTheSpotThatIsGivenLaterIsNotOfTheQuarter) {
  const auto before = of("2021-Q1");
  ledger_.act("2021-04-01", "i-1", AnsweredOnTheSpot{"x", {"o-chair"}, true});
  EXPECT_EQ(of("2021-Q1"), before);
  EXPECT_EQ(shares("issues.answered_on_the_spot"), (Shares{"0/2", "0/0", "0/0", "0/0", "0/2"}));
  EXPECT_EQ(shares("issues.taken_away"), (Shares{"2/2", "0/0", "0/0", "0/0", "2/2"}));
}

// Entered late, it happened on its own day.
TEST_F(EdgesOfQuarters, ALateEntryOfTheQuarterMovesIt) {
  ledger_.act("2021-03-31",
              {{stream_of(IssueId{"i-1"}), AnsweredOnTheSpot{"x", {"o-chair"}, true}}},
              "2021-04-06");
  EXPECT_EQ(shares("issues.answered_on_the_spot"), (Shares{"1/2", "0/0", "0/0", "0/0", "1/2"}));
  EXPECT_EQ(shares("issues.accepted_on_the_spot"), (Shares{"1/1", "0/0", "0/0", "0/0", "1/1"}));
}

TEST_F(EdgesOfQuarters, WhatIsClassifiedLaterIsUnclassifiedInTheQuarter) {
  const auto before = of("2021-Q1");
  ledger_.act("2021-04-02", "i-1",
              test::classified(IssueType::petition, "ROADS", "2021-04-13", "2021-04-27"));
  EXPECT_EQ(of("2021-Q1"), before);
  EXPECT_EQ(of("2021-Q1").by_type.at("UNCLASSIFIED").fresh, 2);
  EXPECT_EQ(of("2021-Q2").by_type.at("PETITION").carried_in, 1);
}

// A reply is owed where its term runs out, whether it was given before or after.
TEST_F(EdgesOfQuarters, AFirstReplyIsCountedOnce) {
  ledger_.act("2021-03-31", "i-1",
              test::classified(IssueType::petition, "ROADS", "2021-04-13", "2021-04-27"));
  ledger_.act("2021-03-31", "i-1", ProgressNoted{"đã xem", NoteVisibility::public_, {}});
  ledger_.act("2021-03-31", "i-2",
              test::classified(IssueType::petition, "ROADS", "2021-06-29", "2021-07-27"));
  ledger_.act("2021-07-05", "i-2", ProgressNoted{"đã xem", NoteVisibility::public_, {}});
  EXPECT_EQ(shares("time.first_reply_on_time"), (Shares{"0/0", "1/2", "0/0", "0/0", "1/2"}));
}

// A term that is found to have run out earlier counts when that is found: the quarter before
// stands.
TEST_F(EdgesOfQuarters, ATermThatIsSetLaterIsCountedLater) {
  const auto before = of("2021-Q1");
  ledger_.act("2021-04-12", "i-1",
              test::classified(IssueType::petition, "ROADS", "2021-03-31", "2021-04-27"));
  EXPECT_EQ(of("2021-Q1"), before);
  EXPECT_EQ(shares("time.first_reply_on_time"), (Shares{"0/0", "0/1", "0/0", "0/0", "0/1"}));
}

// Moved after it ran out, it is not counted a second time.
TEST_F(EdgesOfQuarters, ATermThatMovesAfterItRanOutIsCountedOnce) {
  ledger_.act("2021-03-30", "i-1",
              test::classified(IssueType::petition, "ROADS", "2021-03-31", "2021-04-27"));
  ledger_.act("2021-04-02", "i-1",
              DeadlineRecomputed{"calendar", 1, day("2021-04-27"), day("2021-04-28"), 2,
                                 day("2021-03-31"), day("2021-04-05"), false, Term{}});
  EXPECT_EQ(shares("time.first_reply_on_time"), (Shares{"0/1", "0/0", "0/0", "0/0", "0/1"}));
}

// An issue entered by mistake and never classified had a provisional term only; one that was
// classified and late stays late.
TEST_F(EdgesOfQuarters, AVoidedIssueThatNobodyClassifiedOwedNothing) {
  for (const std::string id : {"i-3", "i-4"}) {
    auto recorded = test::recorded("d-1", "p-1", "tan-my", "2021-03-30", id);
    recorded.first_reply = FirstReplyOwed{day("2021-03-30"), day("2021-04-13"), 1, 1};
    ledger_.act("2021-03-30", id, recorded);
  }
  EXPECT_EQ(shares("time.first_reply_on_time"), (Shares{"0/0", "0/2", "0/0", "0/0", "0/2"}));
  ledger_.act("2021-04-02", "i-4",
              test::classified(IssueType::petition, "ROADS", "2021-04-13", "2021-04-27"));
  ledger_.act("2021-05-10", "i-3", IssueVoided{"nhập nhầm", std::nullopt});
  ledger_.act("2021-05-10", "i-4", IssueVoided{"nhập nhầm", std::nullopt});
  EXPECT_EQ(shares("time.first_reply_on_time"), (Shares{"0/0", "0/1", "0/0", "0/0", "0/1"}));
}

TEST_F(EdgesOfQuarters, PromisesAreCountedWhereTheirDayRunsOut) {
  ledger_.act("2021-03-30", "i-1", CommitmentMade{{"c-1"}, "x", {"o-chair"}, day("2021-06-30")});
  ledger_.act("2021-07-02", "i-1",
              CommitmentRevised{{"c-1"}, day("2021-06-30"), day("2021-09-01"), "chờ"});
  ledger_.act("2021-08-01", "i-1", EvidenceFiled{{"c-1"}, "ảnh", {}});
  EXPECT_EQ(shares("promises.fulfilled"), (Shares{"0/0", "0/1", "0/0", "0/0", "0/1"}));
}

TEST_F(EdgesOfQuarters, RecommendationsAreCountedWhereTheirAnswerIsDue) {
  const auto stream = supervision_stream();
  ledger_.act(
      "2021-03-10",
      {{stream, RecommendationMade{{"r-1"}, "HĐND", "x", "x", {}, day("2021-04-02"), 1, 1}},
       {stream, RecommendationMade{{"r-2"}, "HĐND", "x", "x", {}, day("2021-03-29"), 1, 1}}});
  ledger_.act("2021-03-20", {{stream, RecommendationAnswered{{"r-1"}, "x", "x", false}}});
  ledger_.act("2021-04-20", {{stream, RecommendationAnswered{{"r-2"}, "x", "x", true}}});
  EXPECT_EQ(shares("supervision.answered_in_time"), (Shares{"0/1", "1/1", "0/0", "0/0", "1/2"}));
}

// Khóm, plan, policy and calendar are those that were laid down by then.
TEST_F(EdgesOfQuarters, WhatIsLaidDownLaterOwesNothingBefore) {
  const auto before = of("2021-Q1");
  ledger_.act("2021-04-02", {test::khom_added("moi", "Khóm Mới", "2015-01-01")});
  ledger_.act("2021-04-03",
              {{plan_stream(2021), PlanAmended{2, "thêm", {{KhomId{"tan-my"}, {3, 3, 3, 3}}}}}});
  ledger_.act("2021-04-04", {test::policy_adopted(4)});
  EXPECT_EQ(of("2021-Q1"), before);
  EXPECT_EQ(of("2021-Q1").find("dialogues.required")->value, 2);
  EXPECT_GT(of("2021-Q2").find("dialogues.required")->value, 2);
}

TEST_F(EdgesOfQuarters, AMeetingThatIsPutOffLaterStaysOnItsQuartersCalendar) {
  ledger_.act("2021-03-20", {test::scheduled("d-2", "sa-nhien", "2021-03-31")});
  const auto before = of("2021-Q1");
  ledger_.act(
      "2021-04-02",
      {{stream_of(DialogueId{"d-2"}),
        DialoguePostponed{"mưa", day("2021-03-31"), day("2021-04-10"), std::nullopt, false}}});
  EXPECT_EQ(of("2021-Q1"), before);
  EXPECT_EQ(of("2021-Q2").find("dialogues.planned")->items, std::vector<std::string>{"d-2"});
  EXPECT_EQ(of("2021").find("dialogues.planned")->value, 3);
}

// An opinion has no name where nobody gave one, whether the form said so or not.
TEST_F(EdgesOfQuarters, OpinionsWithoutANameAreCounted) {
  for (const bool anonymous : {false, true}) {
    const std::string id = anonymous ? "p-2" : "p-3";
    auto events = test::opinion("d-1", id, "tan-my", "2021-03-30", {"i-" + id}, anonymous);
    std::get<ResidentRegistered>(std::get<ResidentEvent>(events[0].event)).name.reset();
    ledger_.act("2021-03-30", events);
  }
  const auto quarter = of("2021-Q1");
  const auto* figure = quarter.find("opinions.anonymous");
  EXPECT_EQ(figure->value, 2);
  EXPECT_EQ(figure->of, 3);
  const auto period = find_period(PeriodFamily::calendar, "2021-Q1").value();
  EXPECT_EQ(figures_of(*ledger_.snapshot(), period, day("2022-01-01"), 2)
                .find("opinions.anonymous")
                ->value,
            1);
}

TEST_F(EdgesOfQuarters, AnAverageDividesTheOpinionsOfMeetingsHeldByTheseMeetings) {
  ledger_.act("2021-03-02", {test::scheduled("d-2", "sa-nhien", "2021-03-20")});
  ledger_.act("2021-03-20", {test::opened("d-2"), test::attended("d-2", 0)});
  ledger_.act("2021-03-20", test::opinion("d-2", "p-9", "sa-nhien", "2021-03-20", {"i-9"}));
  const auto quarter = of("2021-Q1");
  EXPECT_EQ(quarter.find("opinions.total")->value, 2);
  EXPECT_EQ(quarter.find("opinions.per_dialogue")->value, 1);
  EXPECT_EQ(quarter.find("opinions.per_dialogue")->of, 1);
}

// Of what ended before it was taken over, only its coming and its end are known.
TEST_F(EdgesOfQuarters, AnImportedEndCountsNoWorkOfTheWard) {
  auto recorded = test::recorded("", "", "tan-my", "2021-01-10", "i-old");
  recorded.channel = IntakeChannel::import_;
  const auto before = of("2021-Q1");
  ledger_.act("2021-06-01",
              {{stream_of(IssueId{"i-old"}), recorded},
               {stream_of(IssueId{"i-old"}), IssueClosed{Outcome::done, day("2021-02-20")}}});
  const auto after = of("2021-Q1");
  EXPECT_EQ(after.balance.fresh, before.balance.fresh + 1);
  EXPECT_EQ(after.balance.ended.at("settled"), 1);
  for (const auto& figure : after.figures) {
    const auto counted = [&](const std::vector<std::string>& items) {
      return std::ranges::find(items, "i-old") != items.end();
    };
    if (figure.id.starts_with("time.") || figure.id.starts_with("notices.") ||
        figure.id.starts_with("feedback.") || figure.id.starts_with("forwarded.") ||
        figure.id == "issues.unclassified_long") {
      EXPECT_FALSE(counted(figure.items) || counted(figure.against)) << figure.id;
    }
  }
}

}  // namespace
}  // namespace langnghe::projections::report
