#include <algorithm>

#include <gtest/gtest.h>

#include <domain/permissions.hpp>
#include <projections/work.hpp>

#include "example_year.hpp"

// Waiting work other than issues: plans, dialogues, khóm, reports, recommendations, promises.
namespace langnghe::projections {
namespace {

using namespace domain;
using test::day;
using work::List;

using Row = std::pair<std::string, std::string>;  ///< id and due day
using Rows = std::vector<Row>;

class WorkTasks : public testing::Test {
 protected:
  WorkTasks() { test::establish(ledger_); }

  [[nodiscard]] std::vector<work::Task> tasks(List list, work::Query query) const {
    return work::lists(*ledger_.snapshot(), {list}, query).at(list).tasks;
  }
  [[nodiscard]] Rows rows(List list, const work::Query& query) const {
    Rows found;
    for (const auto& task : tasks(list, query)) {
      found.emplace_back(task.id, task.due ? to_text(*task.due) : "");
    }
    return found;
  }
  [[nodiscard]] Rows rows(List list, std::string_view today) const {
    return rows(list, work::Query{.today = day(today)});
  }
  void on_dialogue(std::string_view on, DialogueEvent event) {
    ledger_.act(on, {{stream_of(DialogueId{"d-1"}), std::move(event)}});
  }

  test::WardLedger ledger_;
};

TEST_F(WorkTasks, ADialogueGoesFromListToList) {
  ledger_.act("2021-02-15", {test::scheduled("d-1", "tan-my", "2021-03-12")});
  EXPECT_EQ(rows(List::dialogue_to_announce, "2021-02-16"), Rows{}) << "not for another month";
  const auto announce = tasks(List::dialogue_to_announce, {.today = day("2021-03-01")});
  ASSERT_EQ(announce.size(), 1U);
  EXPECT_EQ(announce[0].khom.value, "tan-my");
  EXPECT_EQ(announce[0].phase, "scheduled");
  ASSERT_TRUE(announce[0].version.has_value());
  EXPECT_LT(*announce[0].due, day("2021-03-12"));
  on_dialogue("2021-03-01", DialogueAnnounced{"01/GM-UBND", {"loa"}, 11, false});
  EXPECT_EQ(rows(List::dialogue_to_announce, "2021-03-02"), Rows{});
  EXPECT_EQ(rows(List::presentation_to_prepare, "2021-03-02"), (Rows{{"d-1", "2021-03-12"}}));
  EXPECT_EQ(rows(List::dialogue_to_open, "2021-03-11"), Rows{});
  EXPECT_EQ(rows(List::dialogue_to_open, "2021-03-12"), (Rows{{"d-1", "2021-03-12"}}));
  ledger_.act("2021-03-12", {test::opened("d-1"), test::attended("d-1", 18)});
  EXPECT_EQ(rows(List::dialogue_to_open, "2021-03-12"), Rows{});
  EXPECT_EQ(rows(List::presentation_to_prepare, "2021-03-12"), (Rows{{"d-1", "2021-03-12"}}));
  on_dialogue("2021-03-12", PresentationSkipped{"buổi đầu"});
  EXPECT_EQ(rows(List::presentation_to_prepare, "2021-03-12"), Rows{});
  EXPECT_EQ(rows(List::minutes_to_sign, "2021-03-12"), Rows{});
  on_dialogue("2021-03-12", DialogueClosed{std::chrono::hours(21), 18, 0, 0});
  EXPECT_EQ(rows(List::minutes_to_sign, "2021-03-12"), (Rows{{"d-1", ""}}));
  ledger_.act("2021-03-15", {test::minutes_signed("d-1", 1, "2021-03-15")});
  EXPECT_EQ(rows(List::minutes_to_sign, "2021-03-15"), Rows{});
  ASSERT_EQ(rows(List::conclusion_to_publish, "2021-03-15").size(), 1U);
  EXPECT_GT(rows(List::conclusion_to_publish, "2021-03-15")[0].second, "2021-03-12");
  on_dialogue("2021-03-16", ConclusionPublished{1,
                                                "01/TB-UBND",
                                                day("2021-03-16"),
                                                {"o-chair"},
                                                "Giao",
                                                {"Trụ sở"},
                                                day("2021-03-22"),
                                                false});
  EXPECT_EQ(rows(List::conclusion_to_publish, "2021-03-17"), Rows{});
}

TEST_F(WorkTasks, AKhomWithoutADateThisQuarterIsAnEarlyWarning) {
  EXPECT_EQ(rows(List::dialogue_to_schedule, "2021-01-10"),
            (Rows{{"sa-nhien", "2021-03-31"}, {"tan-my", "2021-03-31"}}));
  ledger_.act("2021-01-11", {test::scheduled("d-1", "tan-my", "2021-03-12")});
  EXPECT_EQ(rows(List::dialogue_to_schedule, "2021-01-12"), (Rows{{"sa-nhien", "2021-03-31"}}));
  EXPECT_EQ(rows(List::dialogue_to_schedule, {.today = day("2021-01-12"), .scope = {{"tan-my"}}}),
            Rows{});
  on_dialogue("2021-01-13", DialoguePostponed{"mưa", day("2021-03-12"), std::nullopt, {}, false});
  const auto found = rows(List::dialogue_to_schedule, "2021-01-14");
  EXPECT_EQ(found.size(), 3U) << "the khóm, and the dialogue that waits for a day";
  EXPECT_NE(std::ranges::find(found, Row{"d-1", ""}), found.end());
}

TEST_F(WorkTasks, AReportIsOwedFromTheEndOfItsPeriodByTheRoutesTerm) {
  EXPECT_EQ(rows(List::report_to_freeze, "2021-03-14"), (Rows{{"cchc/2020", ""}}))
      << "the ward began on 1 December 2020, and the new period runs to that day";
  EXPECT_EQ(rows(List::report_to_freeze, "2021-03-15"),
            (Rows{{"cchc/2020", ""}, {"cchc/2021-Q1", ""}}))
      << "no term was set; nobody reports in the other families";
  ledger_.act("2021-01-05", {{ward_stream(), ReportRouteAdopted{"UBND thành phố", "Phòng Nội vụ",
                                                                day("2021-01-01"),
                                                                Term{3, DayUnit::working_days}}}});
  EXPECT_EQ(rows(List::report_to_freeze, "2021-03-15"),
            (Rows{{"cchc/2021-Q1", "2021-03-17"}, {"cchc/2020", ""}}));
  const auto report = report_stream("cchc", "2021-Q1");
  ledger_.act("2021-03-15", {{report, FiguresFrozen{1, 2, std::string(64, 'a'), false}}});
  EXPECT_EQ(rows(List::report_to_freeze, "2021-03-15"), (Rows{{"cchc/2020", ""}}));
  const auto to_sign = tasks(List::report_to_sign, {.today = day("2021-03-15")});
  ASSERT_EQ(to_sign.size(), 1U);
  EXPECT_EQ(to_sign[0].version, eventstore::Version{1});
  ledger_.act(
      "2021-03-16",
      {{report,
        ReportSigned{1, "01/BC-UBND", day("2021-03-16"), {"o-chair"}, SigningCapacity::tm}}});
  EXPECT_EQ(rows(List::report_to_submit, "2021-03-16").size(), 1U);
  ledger_.act("2021-03-16", {{report, ReportSubmitted{"UBND thành phố", "Phòng Nội vụ", "trục"}}});
  EXPECT_EQ(rows(List::report_to_submit, "2021-03-16"), Rows{});
  EXPECT_EQ(rows(List::report_to_acknowledge, "2021-03-16").size(), 1U);
  ledger_.act("2021-03-17", {{report, ReportReturned{"thiếu phụ lục"}}});
  EXPECT_EQ(rows(List::report_to_submit, "2021-03-18").size(), 1U);
}

TEST_F(WorkTasks, ARecommendationAPlanAndAPromiseWaitForTheirAct) {
  RecommendationMade made;
  made.recommendation = {"r-1"};
  made.body = "Mặt trận";
  made.text = "Cần công khai";
  made.answer_due = day("2021-03-22");
  ledger_.act("2021-03-01", {{supervision_stream(), made}});
  EXPECT_EQ(rows(List::recommendation_to_answer, "2021-03-02"), (Rows{{"r-1", "2021-03-22"}}));
  EXPECT_EQ(
      rows(List::recommendation_to_answer, {.today = day("2021-03-02"), .scope = {{"tan-my"}}}),
      Rows{})
      << "what is the whole ward's is not of one khóm";
  ledger_.act("2021-03-03", {{supervision_stream(),
                              RecommendationAnswered{{"r-1"}, "Đã công khai", "1", false}}});
  EXPECT_EQ(rows(List::recommendation_to_answer, "2021-03-04"), Rows{});
  EXPECT_EQ(rows(List::plan_to_publish, "2021-03-04"), Rows{}) << "this year's is published";
  PlanDrafted next;
  next.year = 2022;
  next.title = "Kế hoạch 2022";
  ledger_.act("2021-12-01", {{plan_stream(2022), next}});
  EXPECT_EQ(rows(List::plan_to_approve, "2021-12-02"), (Rows{{"2022", ""}}));
  ledger_.act("2021-12-03",
              {{plan_stream(2022), PlanApproved{9, "09/KH-UBND", day("2021-12-03"), {"o-chair"}}}});
  EXPECT_EQ(rows(List::plan_to_approve, "2021-12-04"), Rows{});
  EXPECT_EQ(rows(List::plan_to_publish, "2021-12-04"), (Rows{{"2022", ""}}));
  ledger_.act("2021-03-01", test::opinion("d-1", "p-1", "tan-my", "2021-03-01", {"i-1"}));
  ledger_.act("2021-03-02", "i-1", CommitmentMade{{"c-1"}, "lắp đèn", {"o-1"}, day("2021-03-20")});
  EXPECT_EQ(rows(List::promise_due, "2021-03-10"), Rows{});
  const auto due = tasks(List::promise_due, {.today = day("2021-03-18")});
  ASSERT_EQ(due.size(), 1U);
  EXPECT_EQ(due[0].issue.value, "i-1");
  ASSERT_TRUE(due[0].version.has_value());
  ledger_.act("2021-03-19", "i-1", EvidenceFiled{{"c-1"}, "ảnh", {}});
  EXPECT_EQ(rows(List::promise_due, "2021-03-25"), Rows{});
  EXPECT_EQ(rows(List::promise_to_verify, "2021-03-25"), (Rows{{"c-1", "2021-03-20"}}));
}

TEST_F(WorkTasks, WhoIsOwedAnAnswerAndWhoIsToBeAskedAreFoundAfterTheClosing) {
  for (const auto* issue : {"i-1", "i-2"}) {
    ledger_.act("2021-03-01",
                test::opinion("d-1", std::string("p-") + issue, "tan-my", "2021-03-01", {issue}));
    ledger_.act("2021-03-02", issue,
                test::classified(IssueType::petition, "ROADS", "2021-03-16", "2021-04-02"));
  }
  IssuesMerged merged{{"i-1"},      {"i-2"},      "cùng chỗ", {"r-p-i-2"},      day("2021-03-01"),
                      std::nullopt, std::nullopt, 1,          day("2021-03-01")};
  auto survivors = merged;
  survivors.previous_due = day("2021-04-02");
  survivors.new_due = day("2021-04-02");
  ledger_.act("2021-03-03",
              {{stream_of(IssueId{"i-2"}), merged}, {stream_of(IssueId{"i-1"}), survivors}});
  const auto owed = [&] {
    return work::lists(*ledger_.snapshot(), {List::deliveries_owed}, {.today = day("2021-03-12")})
        .at(List::deliveries_owed)
        .issues;
  };
  EXPECT_TRUE(owed().empty()) << "there is no answer yet";
  ledger_.act("2021-03-08", "i-1", AnswerApproved{1, ""});
  ledger_.act("2021-03-08", "i-1", test::notice(1, "2021-03-08"));
  ledger_.act("2021-03-09", "i-1", NoticeDelivered{DeliveryMethod::in_person});
  ASSERT_EQ(owed().size(), 1U);
  EXPECT_EQ(owed()[0].owed, (std::vector<IssueId>{{"i-2"}}));
  // Closed by a program that did not follow merging.
  ledger_.act("2021-03-09", "i-1", test::closed());
  EXPECT_EQ(owed().size(), 1U);
  ledger_.act("2021-03-10", "i-1", NoticeDelivered{DeliveryMethod::khom_head, {}, IssueId{"i-2"}});
  EXPECT_TRUE(owed().empty());
  const auto asked = [&](std::string_view today) {
    return work::lists(*ledger_.snapshot(), {List::feedback_to_ask}, {.today = day(today)})
        .at(List::feedback_to_ask)
        .issues.size();
  };
  EXPECT_EQ(asked("2021-03-12"), 1U);
  EXPECT_EQ(asked("2021-04-30"), 0U) << "too long ago";
  ledger_.act("2021-03-11", "i-1", FeedbackAsked{"phone"});
  EXPECT_EQ(asked("2021-03-12"), 0U);
}

TEST_F(WorkTasks, CountWhatIsLate) {
  EXPECT_EQ(
      work::lists(*ledger_.snapshot(), {List::dialogue_to_schedule}, {.today = day("2021-01-10")})
          .at(List::dialogue_to_schedule)
          .count,
      2U);
  ledger_.act("2021-02-15", {test::scheduled("d-1", "tan-my", "2021-03-12")});
  const auto late_on = [&](std::string_view today) {
    return work::lists(*ledger_.snapshot(), {List::dialogue_to_announce}, {.today = day(today)})
        .at(List::dialogue_to_announce)
        .late;
  };
  EXPECT_EQ(late_on("2021-03-11"), 1U);
  EXPECT_EQ(late_on("2021-02-20"), 0U);
}

// Every list says what takes an entry off it, and that is an act of its subject.
TEST(EveryList, NamesAnActOfTheRulesOrNone) {
  for (const auto& [list, name] : EnumText<List>::kNames) {
    const auto act = work::act_of(list);
    const bool known = act.empty() || std::ranges::any_of(act_rules(), [&](const ActRule& rule) {
                         return rule.act == act;
                       });
    EXPECT_TRUE(known) << name;
    for (const auto& [role, role_name] : EnumText<Role>::kNames) {
      const auto lists = work::lists_of(role);
      std::vector<List> once(lists);
      std::ranges::sort(once);
      EXPECT_EQ(std::ranges::adjacent_find(once), once.end()) << role_name;
    }
  }
}

}  // namespace
}  // namespace langnghe::projections
