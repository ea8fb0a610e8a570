#include <gtest/gtest.h>

#include <projections/report.hpp>

#include "example_year.hpp"

// Exceptions to the plan, as the figures of their quarter show them.

namespace langnghe::projections::report {
namespace {

using namespace domain;
using test::day;
using Items = std::vector<std::string>;

const OfficialId kChair{"o-chair"};

class ExceptionsOfAQuarter : public testing::Test {
 protected:
  ExceptionsOfAQuarter() {
    test::establish(ledger_);
    ledger_.act("2021-02-01", {test::scheduled("d-1", "tan-my", "2021-02-02")});
    ledger_.act("2021-02-02", {test::opened("d-1"), test::attended("d-1", 5)});
    ledger_.act("2021-02-02",
                test::opinion("d-1", "p-1", "tan-my", "2021-02-02", {"i-1", "i-2", "i-3"}));
  }
  void classify(const std::string& issue, std::string_view due = "2021-03-05") {
    ledger_.act("2021-02-03", issue,
                test::classified(IssueType::report, "ROADS", "2021-02-18", due));
  }
  void approve(const std::string& issue, std::string_view on) {
    ledger_.act(on, issue, test::drafted());
    ledger_.act(on, issue, AnswerApproved{1, ""});
  }
  [[nodiscard]] Figures quarter(std::string_view name = "2021-Q1") const {
    return figures_of(*ledger_.snapshot(), find_period(PeriodFamily::calendar, name).value());
  }
  [[nodiscard]] Figure figure(std::string_view id, std::string_view name = "2021-Q1") const {
    const auto figures = quarter(name);
    const auto* found = figures.find(id);
    return found != nullptr ? *found : Figure{};
  }
  static std::map<std::string, std::int64_t> parts(const Figure& figure) {
    std::map<std::string, std::int64_t> values;
    for (const auto& part : figure.parts) {
      values[part.key] = part.value;
    }
    return values;
  }
  using Parts = std::map<std::string, std::int64_t>;

  test::WardLedger ledger_;
};

TEST_F(ExceptionsOfAQuarter, TheBalanceCountsEveryWayOut) {
  ledger_.act("2021-02-02", "i-1", AnsweredOnTheSpot{"x", kChair, true});
  ledger_.act("2021-02-10", "i-1", OnTheSpotAnswerContested{"chưa đúng"});
  classify("i-2");
  classify("i-3");
  const IssueId two{"i-2"};
  const IssueId three{"i-3"};
  ledger_.act(
      "2021-02-11",
      {{stream_of(two), IssuesMerged{two,
                                     three,
                                     "một việc",
                                     {"r-p-1"},
                                     day("2021-02-02"),
                                     day("2021-03-05"),
                                     day("2021-03-05"),
                                     1}},
       {stream_of(three),
        IssuesMerged{
            two, three, "một việc", {"r-p-1"}, day("2021-02-02"), std::nullopt, std::nullopt, 1}}});
  ledger_.act("2021-02-12", "i-2", IssueWithdrawn{WithdrawalForm::signed_, "đơn", "x", {}});
  ledger_.act("2021-02-13", "i-1", IssueVoided{"nhập nhầm", std::nullopt});
  const auto first = quarter();
  const Balance expected{.carried_in = 0,
                         .fresh = 3,
                         .reopened = 1,
                         .ended = {{"answered_on_the_spot", 1}, {"merged", 1}, {"withdrawn", 1}},
                         .carried_out = 0,
                         .voided = 1};
  EXPECT_EQ(first.balance, expected);
  EXPECT_TRUE(first.balance.holds());
  EXPECT_EQ(parts(*first.find("balance.ended")),
            (Parts{{"answered_on_the_spot", 1}, {"merged", 1}, {"withdrawn", 1}}));
  EXPECT_EQ(first.find("balance.voided")->items, Items{"i-1"});
  EXPECT_EQ(first.find("balance.voided")->events, (std::vector{ledger_.size() - 1}));
  EXPECT_EQ(first.find("issues.contested")->value, 1);
  ledger_.act("2021-04-05",
              {{stream_of(two), IssueUnmerged{two, three, "khác việc", day("2021-02-02"),
                                              day("2021-03-05"), day("2021-03-05"), 1}},
               {stream_of(three), IssueUnmerged{two, three, "khác việc", day("2021-02-02"),
                                                std::nullopt, std::nullopt, 1}}});
  EXPECT_EQ(quarter().balance, expected) << "the merger stays counted in its own quarter";
  EXPECT_EQ(figure("balance.reopened", "2021-Q2").items, Items{"i-3"});
}

TEST_F(ExceptionsOfAQuarter, BothRatesStandWhenAClockWasPaused) {
  classify("i-1");
  ledger_.act("2021-03-01", "i-1",
              ClockPaused{PauseGround::resident_must_supply, day("2021-03-05"), "thiếu giấy",
                          day("2021-03-05"), day("2021-03-11"), 1});
  ledger_.act("2021-03-05", "i-1", ClockResumed{4, day("2021-03-11"), day("2021-03-11"), 1});
  approve("i-1", "2021-03-10");
  EXPECT_EQ(figure("time.resolution_on_time_original").value, 0);
  EXPECT_EQ(figure("time.resolution_on_time_effective").value, 1);
  EXPECT_EQ(figure("time.resolution_on_time_effective").of, 1);
  EXPECT_EQ(parts(figure("time.pauses")), (Parts{{"resident_must_supply", 1}}));
  EXPECT_EQ(figure("time.paused_days").value, 4);
  EXPECT_EQ(figure("time.paused_days").kind, FigureKind::days);
  EXPECT_EQ(figure("time.settlement_days_max").value, 36);
}

TEST_F(ExceptionsOfAQuarter, LengthsAreMediansOverWhatWasSettled) {
  EXPECT_FALSE(figure("time.settlement_days_median").measured());
  for (const auto* issue : {"i-1", "i-2", "i-3"}) {
    classify(issue);
  }
  approve("i-1", "2021-02-04");
  approve("i-2", "2021-02-12");
  approve("i-3", "2021-03-04");
  const auto median = figure("time.settlement_days_median");
  EXPECT_EQ(median.value, 10);
  EXPECT_EQ(median.of, 3);
  EXPECT_EQ(median.items, Items{"i-2"});
  EXPECT_EQ(figure("time.settlement_days_p90").value, 30);
}

TEST_F(ExceptionsOfAQuarter, TheOverdueAreShownByAge) {
  classify("i-1", "2021-03-31");
  classify("i-2", "2021-03-20");
  classify("i-3", "2021-02-10");
  EXPECT_EQ(parts(figure("time.overdue_ages")), (Parts{{"01-05", 1}, {"11-30", 1}, {"31-", 1}}));
  EXPECT_EQ(figure("time.overdue_open").value, 3);
}

TEST_F(ExceptionsOfAQuarter, ARecalledAnswerSettledNothing) {
  classify("i-1");
  approve("i-1", "2021-03-01");
  ledger_.act("2021-03-02", "i-1", test::notice(1, "2021-03-02"));
  EXPECT_EQ(figure("time.resolution_on_time_original").of, 1);
  ledger_.act("2021-03-10", "i-1", NoticeRecalled{"01/TB-UBND", "sai căn cứ"});
  EXPECT_EQ(figure("time.resolution_on_time_original").of, 0);
  EXPECT_EQ(figure("time.overdue_open").items, Items{"i-1"});
  EXPECT_EQ(figure("notices.recalled").value, 1);
  EXPECT_EQ(figure("notices.issued").value, 1) << "its number stays taken";
}

TEST_F(ExceptionsOfAQuarter, ARecallAfterTheQuarterLeavesItAsItWas) {
  classify("i-1");
  approve("i-1", "2021-03-01");
  ledger_.act("2021-03-02", "i-1", test::notice(1, "2021-03-02"));
  const auto before = quarter();
  ledger_.act("2021-04-02", "i-1", NoticeRecalled{"01/TB-UBND", "sai căn cứ"});
  EXPECT_EQ(quarter(), before);
}

TEST_F(ExceptionsOfAQuarter, DeliveriesAreShownByTheirMethod) {
  classify("i-1");
  approve("i-1", "2021-03-01");
  ledger_.act("2021-03-02", "i-1", test::notice(1, "2021-03-02"));
  ledger_.act("2021-03-03", "i-1", DeliveryFailed{DeliveryMethod::post, "không có người nhận"});
  ledger_.act("2021-03-04", "i-1", NoticePosted{"văn phòng khóm"});
  ledger_.act("2021-03-05", "i-1", NoticeDelivered{DeliveryMethod::khom_head});
  EXPECT_EQ(parts(figure("notices.deliveries")), (Parts{{"khom_head", 1}, {"posted", 1}}));
  EXPECT_EQ(parts(figure("notices.delivery_failed")), (Parts{{"post", 1}}));
  EXPECT_EQ(figure("notices.delivered").value, 1);
}

TEST_F(ExceptionsOfAQuarter, PromisesAreCountedByWhatBecameOfThem) {
  const auto make = [&](const std::string& id, std::string_view due) {
    ledger_.act("2021-02-02", "i-1", CommitmentMade{{id}, "x", kChair, day(due)});
  };
  ledger_.act("2021-02-02", "i-1", AnsweredOnTheSpot{"x", kChair, true});
  make("c-kept", "2021-03-01");
  make("c-missed", "2021-03-05");
  make("c-later", "2021-05-01");
  ledger_.act("2021-02-20", "i-1", EvidenceFiled{{"c-kept"}, "ảnh", {}});
  ledger_.act("2021-02-25", "i-1", CommitmentVerified{{"c-kept"}, "đã thấy", {}});
  ledger_.act("2021-03-06", "i-1", CommitmentMissed{{"c-missed"}, day("2021-03-05")});
  EXPECT_EQ(figure("promises.made").value, 3);
  EXPECT_EQ(figure("promises.due").value, 2);
  EXPECT_EQ(figure("promises.fulfilled").value, 1);
  EXPECT_EQ(figure("promises.fulfilled").of, 2);
  EXPECT_EQ(figure("promises.verified").value, 1);
  EXPECT_EQ(figure("promises.missed").value, 1);
  EXPECT_EQ(figure("promises.due", "2021-Q2").value, 1) << "an ended issue still owes its promise";
}

TEST_F(ExceptionsOfAQuarter, VerdictsTellTheAskedFromTheUnasked) {
  for (const auto* issue : {"i-1", "i-2"}) {
    ledger_.act("2021-02-02", issue, AnsweredOnTheSpot{"x", kChair, issue == std::string("i-1")});
  }
  ledger_.act("2021-02-10", "i-1", FeedbackAsked{"phone"});
  ledger_.act("2021-02-11", "i-1", test::feedback(Verdict::satisfied));
  ledger_.act("2021-02-12", "i-2", FeedbackRecorded{Verdict::dissatisfied, false, std::nullopt});
  EXPECT_EQ(figure("issues.accepted_on_the_spot").value, 1);
  EXPECT_EQ(figure("issues.accepted_on_the_spot").of, 2);
  EXPECT_EQ(figure("feedback.responses").value, 1);
  EXPECT_EQ(figure("feedback.responses").of, 1);
  EXPECT_EQ(figure("feedback.self_selected").items, Items{"i-2"});
  EXPECT_EQ(figure("feedback.not_solved").value, 1);
  EXPECT_EQ(figure("feedback.not_solved").of, 2);
  ledger_.act("2021-02-20", "i-1", test::reopened(1, "2021-03-20"));
  EXPECT_EQ(figure("feedback.reopened_after_satisfied").items, Items{"i-1"});
}

TEST_F(ExceptionsOfAQuarter, MeetingsThatDidNotTakePlaceAreShown) {
  ledger_.act("2021-02-10", {test::scheduled("d-2", "sa-nhien", "2021-02-20"),
                             test::scheduled("d-3", "sa-nhien", "2021-02-21"),
                             test::scheduled("d-4", "sa-nhien", "2021-02-22")});
  ledger_.act(
      "2021-02-12",
      {{stream_of(DialogueId{"d-2"}),
        DialoguePostponed{"mưa bão", day("2021-02-20"), day("2021-04-20"), std::nullopt, false}},
       {stream_of(DialogueId{"d-3"}), DialogueCancelled{"trùng lịch"}}});
  ledger_.act("2021-02-23", {{stream_of(DialogueId{"d-4"}), DialogueMissed{day("2021-02-22")}}});
  EXPECT_EQ(figure("dialogues.planned").items, (Items{"d-1", "d-4"}));
  EXPECT_EQ(figure("dialogues.planned", "2021-Q2").items, Items{"d-2"});
  EXPECT_EQ(figure("dialogues.postponed").items, Items{"d-2"});
  EXPECT_EQ(figure("dialogues.cancelled").items, Items{"d-3"});
  EXPECT_EQ(figure("dialogues.missed").items, Items{"d-4"});
  EXPECT_EQ(parts(figure("dialogues.attended_by")), (Parts{{"Mặt trận", 1}}));
  EXPECT_EQ(figure("dialogues.result_published_in_time").of, 1) << "its ten days are over";
  EXPECT_EQ(figure("dialogues.result_published_in_time").value, 0);
}

TEST_F(ExceptionsOfAQuarter, ALateDialogueIsCreditedOnlyByTheEvent) {
  ledger_.act("2021-04-10", {test::scheduled("d-2", "sa-nhien", "2021-04-10"), test::opened("d-2"),
                             test::attended("d-2", 6)});
  EXPECT_EQ(figure("dialogues.duties_missed").value, 1);
  EXPECT_EQ(figure("dialogues.duties_missed").of, 2);
  EXPECT_EQ(figure("dialogues.duties_missed").items, Items{"sa-nhien/2021-Q1"});
  ledger_.act("2021-04-12", {{plan_stream(2021), ObligationMissed{{"sa-nhien"}, 1, 1, 0}}});
  ledger_.act("2021-04-13",
              {{plan_stream(2021),
                LateDialogueCredited{{"sa-nhien"}, 1, {"d-2"}, day("2021-04-10"), "hoãn vì mưa"}}});
  EXPECT_EQ(figure("dialogues.duties_missed").value, 1) << "it stays missed in its own quarter";
  EXPECT_EQ(figure("dialogues.duties_credited_late").value, 0);
  const auto credited = figure("dialogues.duties_credited_late", "2021-Q2");
  EXPECT_EQ(credited.value, 1);
  EXPECT_EQ(credited.items, Items{"d-2"});
  EXPECT_EQ(figure("dialogues.duties_missed").against, Items{"d-1"});
  EXPECT_EQ(figure("dialogues.duties_met").items, Items{"d-1"});
}

TEST_F(ExceptionsOfAQuarter, SupervisionAndTheQualityOfTheDataAreFigures) {
  ledger_.act(
      "2021-02-10",
      {{supervision_stream(),
        RecommendationMade{{"r-1"}, "HĐND", "x", "x", {}, day("2021-03-03"), 1, 1}},
       {supervision_stream(), SealedRead{{"r-p-1"}, stream_of(IssueId{"i-1"}), "giao thông báo"}}});
  ledger_.act("2021-02-11", "i-1",
              IssueCorrected{CorrectedField::khom, "tan-my", "sa-nhien", "ghi nhầm"});
  ledger_.act("2021-02-12", {{register_stream(2021),
                              NumberVoided{9, DocumentType::notice, "09/TB-UBND", "in hỏng"}}});
  EXPECT_EQ(figure("supervision.recommendations").items, Items{"r-1"});
  EXPECT_EQ(figure("supervision.answered_in_time").of, 1);
  EXPECT_EQ(figure("supervision.answered_in_time").value, 0);
  EXPECT_EQ(figure("supervision.unanswered").value, 1);
  EXPECT_EQ(parts(figure("supervision.sealed_reads")), (Parts{{"cchc_officer", 1}}));
  EXPECT_EQ(figure("supervision.sealed_reads").items, Items{}) << "nobody is named";
  EXPECT_EQ(parts(figure("entries.corrections")), (Parts{{"khom", 1}}));
  EXPECT_EQ(parts(figure("issues.by_khom")), (Parts{{"sa-nhien", 1}, {"tan-my", 2}}));
  EXPECT_EQ(parts(figure("documents.numbers_voided")), (Parts{{"TB", 1}}));
  EXPECT_EQ(figure("issues.unclassified_long").value, 3);
  EXPECT_FALSE(figure("entries.national_database").measured());
}

TEST_F(ExceptionsOfAQuarter, EveryFigureThatCountsNamesTheRecordsBehindIt) {
  test::play_example_year(ledger_);
  ledger_.act("2021-04-01", {{plan_stream(2021), ObligationMissed{{"sa-nhien"}, 1, 1, 0}}});
  for (const auto& each : quarter().figures) {
    if (each.id != "dialogues.required" && each.value > 0) {
      EXPECT_FALSE(each.events.empty()) << each.id;
    }
    std::int64_t sum = 0;
    for (const auto& part : each.parts) {
      sum += part.value;
    }
    EXPECT_TRUE(each.parts.empty() || sum == each.value) << each.id;
  }
}

}  // namespace
}  // namespace langnghe::projections::report
