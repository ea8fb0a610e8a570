#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>

#include "api/world.hpp"
#include "contract/contract.hpp"

namespace langnghe::api::spec {
namespace {

class DocumentActs : public testing::Test {
 protected:
  DocumentActs() {
    world.found_ward();
    world.open_dialogue();
    world.hear_opinions();
    world.take_away_i1();
  }
  World world;
};

TEST_F(DocumentActs, AnAmendedPlanKeepsCountOfItsVersions) {
  world.act("plans/2021/amend",
            {{"reason", "Thêm buổi"},
             {"lines",
              {{{"khom", "tan-my"}, {"per_quarter", {1, 1, 2, 1}}},
               {{"khom", "sa-nhien"}, {"per_quarter", {1, 1, 1, 1}}}}}},
            "chair");
  const auto plan = world.get("plans/2021").body;
  EXPECT_EQ(plan["plan_version"], 2);
  EXPECT_EQ(plan["lines"][0]["per_quarter"][2], 2);
  EXPECT_EQ(world.refusal("plans/2021/close", {{"lessons", "x"}}, "chair"), "quarter_not_over");
  EXPECT_EQ(
      world.refusal("plans/2021/credit-late-dialogue",
                    {{"khom", "tan-my"}, {"quarter", 1}, {"dialogue", "d-1"}, {"reason", "x"}},
                    "chair"),
      "obligation_not_missed");
  const auto beyond =
      world.post("plans/2021/credit-late-dialogue",
                 {{"khom", "tan-my"}, {"quarter", 5}, {"dialogue", "d-1"}, {"reason", "x"}},
                 "chair", {{"if-match", world.version_tag("plan-2021")}});
  EXPECT_EQ(beyond.body["errors"][0]["code"], "out_of_range");
}

TEST_F(DocumentActs, AClosedYearSaysWhatWasLearnt) {
  world.set_clock("2022-01-05T08:00:00+07:00");
  world.act("plans/2021/close", {{"lessons", "Cần buổi tối"}}, "cchc");
  EXPECT_EQ(world.get("plans/2021").body["phase"], "closed");
}

TEST_F(DocumentActs, LaterFactsAreToldBesideTheFrozenReport) {
  world.set_clock("2021-04-02T08:00:00+07:00");
  world.act("reports/calendar/2021-Q1/freeze", Json::object(), "cchc");
  world.act("reports/calendar/2021-Q1/draft", {{"narrative", "Quý I"}}, "cchc");
  world.act("reports/calendar/2021-Q1/send-back", {{"comments", "Thêm số"}}, "chair");
  EXPECT_EQ(world.refusal("reports/calendar/2021-Q1/sign",
                          {{"signer", "of-chair"}, {"capacity", "TM"}}, "chair"),
            "act_not_allowed_in_state");
  world.act("reports/calendar/2021-Q1/draft", {{"narrative", "Quý I, bản hai"}}, "cchc");
  world.act("reports/calendar/2021-Q1/sign", {{"signer", "of-chair"}, {"capacity", "TM"}}, "chair");
  const auto frozen = world.get("reports/calendar/2021-Q1").body;
  world.act("issues/i-1/void", {{"reason", "Nhập nhầm"}, {"happened", "2021-03-01"}}, "chair");
  const auto answer =
      world.act("reports/calendar/2021-Q1/supplement", {{"reason", "Nhập muộn"}}, "cchc");
  const auto report = world.get("reports/calendar/2021-Q1").body;
  EXPECT_EQ(report["figures"], frozen["figures"]);
  EXPECT_EQ(report["phase"], "signed");
  ASSERT_EQ(report["supplements"].size(), 1u);
  const auto& told = report["supplements"][0];
  EXPECT_EQ(told["ordinal"], 1);
  EXPECT_EQ(told["ledger_size"], answer.body["position"]);
  EXPECT_FALSE(told["differences"].empty());
  EXPECT_FALSE(told["positions"].empty());
  // Nothing happened since: there is nothing to tell.
  EXPECT_EQ(world.refusal("reports/calendar/2021-Q1/supplement", {{"reason", "x"}}, "cchc"),
            "figures_unchanged");
  const auto typed = world.post("reports/calendar/2021-Q1/supplement",
                                {{"reason", "x"}, {"differences", Json::array()}}, "cchc",
                                {{"if-match", world.version_tag("report-calendar-2021-Q1")}});
  EXPECT_EQ(typed.body["errors"][0]["code"], "unknown_field");
}

TEST_F(DocumentActs, AnEstimateSaysItsDayAndIsFrozenAgainWhenItsPeriodIsOver) {
  world.set_clock("2021-03-20T08:00:00+07:00");
  world.act("reports/calendar/2021-Q1/freeze", {{"estimate", true}}, "cchc");
  const auto estimate = world.get("reports/calendar/2021-Q1").body;
  EXPECT_EQ(estimate["measured_on"], "2021-03-20");
  EXPECT_EQ(estimate["estimate"], true);
  EXPECT_EQ(estimate["frozen"]["matches"], true);
  EXPECT_EQ(world.refusal("reports/calendar/2021-Q1/freeze", {{"estimate", true}}, "cchc"),
            "period_not_over");
  world.act("reports/calendar/2021-Q1/draft", {{"narrative", "Ước tính"}}, "cchc");

  world.set_clock("2021-04-01T08:00:00+07:00");
  // Days later the estimate is still of its day.
  EXPECT_EQ(world.get("reports/calendar/2021-Q1").body["figures"], estimate["figures"]);
  world.act("reports/calendar/2021-Q1/freeze", Json::object(), "cchc");
  const auto whole = world.get("reports/calendar/2021-Q1").body;
  EXPECT_EQ(whole["measured_on"], "2021-03-31");
  EXPECT_EQ(whole["estimate"], false);
  EXPECT_EQ(whole["phase"], "frozen");
  EXPECT_EQ(whole["narrative"], "");
  ASSERT_EQ(whole["estimates"].size(), 1u);
  EXPECT_EQ(whole["estimates"][0]["hash"], estimate["frozen"]["hash"]);
  EXPECT_EQ(world.refusal("reports/calendar/2021-Q1/freeze", Json::object(), "cchc"),
            "act_not_allowed_in_state");

  const auto shown = world.get("reports/calendar/2021-Q1?estimate=1").body;
  EXPECT_EQ(shown["figures"], estimate["figures"]);
  EXPECT_EQ(shown["measured_on"], "2021-03-20");
  EXPECT_EQ(shown["narrative"], "Ước tính");
  EXPECT_EQ(shown["frozen"]["matches"], true);
  EXPECT_EQ(world.get("reports/calendar/2021-Q1?estimate=2").status(), 404);
  EXPECT_EQ(world.get("reports/calendar/2021-Q1/figures/issues.new?estimate=1").body["measured_on"],
            "2021-03-20");
}

/// A figure without a name in the contract would be seen in its answer; a name without a figure is
/// seen here alone.
TEST_F(DocumentActs, TheContractNamesTheFiguresOfAReportInTheirOrder) {
  const auto contract =
      contract::made_contract(std::filesystem::path(LANGNGHE_API_FOLDER) / "contract");
  const auto& names = contract["components"]["schemas"]["FigureId"]["enum"];
  const auto report = world.get("reports/calendar/2021-Q1").body;
  auto figures = Json::array();
  for (const auto& figure : report["figures"]) {
    figures.push_back(figure["id"]);
  }
  EXPECT_EQ(names, figures);
}

TEST_F(DocumentActs, AReturnedReportIsSentAgain) {
  world.set_clock("2021-04-02T08:00:00+07:00");
  const std::string path = "reports/cchc/2021-Q1/";
  world.act(path + "freeze", Json::object(), "cchc");
  world.act(path + "sign", {{"signer", "of-chair"}, {"capacity", "TM"}}, "chair");
  world.act(path + "submit", {{"channel", "văn bản"}}, "cchc");
  EXPECT_EQ(world.refusal(path + "return", {{"reason", "x"}}, "chair"), "role_not_permitted");
  world.act(path + "return", {{"reason", "Thiếu phụ lục"}}, "above");
  EXPECT_EQ(world.get("reports/cchc/2021-Q1").body["returned"]["reason"], "Thiếu phụ lục");
  const auto again = world.act(path + "submit", {{"channel", "văn bản"}}, "cchc");
  EXPECT_EQ(again.body["state"]["phase"], "submitted");
}

TEST_F(DocumentActs, AReturnedReportIsMendedAndSignedAnew) {
  world.set_clock("2021-04-02T08:00:00+07:00");
  const std::string path = "reports/cchc/2021-Q1/";
  world.act(path + "freeze", Json::object(), "cchc");
  world.act(path + "sign", {{"signer", "of-chair"}, {"capacity", "TM"}}, "chair");
  world.act(path + "submit", {{"channel", "văn bản"}}, "cchc");
  world.act(path + "return", {{"reason", "Thiếu phụ lục"}}, "above");
  world.act(path + "draft", {{"narrative", "Bổ sung phụ lục"}}, "cchc");
  world.act(path + "sign", {{"signer", "of-chair"}, {"capacity", "TM"}}, "chair");
  const auto again = world.act(path + "submit", {{"channel", "văn bản"}}, "cchc");
  EXPECT_EQ(again.body["state"]["phase"], "submitted");
  EXPECT_EQ(world.get("register/2021?type=BC").body["items"].size(), 2u);
}

TEST_F(DocumentActs, ADraftedPlanIsCorrectedUntilItIsApproved) {
  const Json lines = {{{"khom", "tan-my"}, {"per_quarter", {1, 1, 1, 1}}}};
  world.act("plans/2022/draft", {{"title", "Kế hoạch 202"}, {"lines", lines}}, "cchc");
  world.act("plans/2022/draft", {{"title", "Kế hoạch 2022"}, {"lines", lines}}, "cchc");
  EXPECT_EQ(world.get("plans/2022").body["title"], "Kế hoạch 2022");
  EXPECT_EQ(world.refusal("plans/2021/draft", {{"title", "x"}, {"lines", lines}}, "cchc"),
            "act_not_allowed_in_state");
}

TEST_F(DocumentActs, WhoHasNoAuthorityDoesNotSignUntilTheChairDelegates) {
  world.set_clock("2021-04-02T08:00:00+07:00");
  world.act("ward/appoint-official",
            {{"official", "of-cchc"},
             {"name", "Cán bộ mẫu"},
             {"position", "Công chức Văn phòng - Thống kê"},
             {"unit", "UBND"},
             {"valid_from", "2015-01-01"}},
            "admin");
  const std::string path = "reports/cchc/2021-Q1/";
  world.act(path + "freeze", Json::object(), "cchc");
  for (const auto* capacity : {"TM", "KT", "TL", "TUQ", "OWN"}) {
    EXPECT_EQ(
        world.refusal(path + "sign", {{"signer", "of-cchc"}, {"capacity", capacity}}, "chair"),
        "signature_not_authorised")
        << capacity;
  }
  Json delegation{{"delegation", "uq-1"}, {"by", "of-chair"},           {"to", "of-cchc"},
                  {"capacity", "TUQ"},    {"documents", {"TB"}},        {"document", "02/GUQ-UBND"},
                  {"date", "2021-04-01"}, {"valid_from", "2021-04-01"}, {"last_day", "2021-06-30"}};
  EXPECT_EQ(world.refusal("ward/delegate-signing", delegation, "clerk"), "role_not_permitted");
  world.act("ward/delegate-signing", delegation, "chair");
  const Json sign{{"signer", "of-cchc"}, {"capacity", "TUQ"}};
  EXPECT_EQ(world.refusal(path + "sign", sign, "chair"), "signature_not_authorised");
  delegation["delegation"] = "uq-2";
  delegation["documents"] = Json::array({"BC"});
  world.act("ward/delegate-signing", delegation, "chair");
  world.act(path + "sign", sign, "chair");
  EXPECT_EQ(world.get("reports/cchc/2021-Q1").body["signature"]["capacity"], "TUQ");
  world.act("ward/revoke-delegation",
            {{"delegation", "uq-2"}, {"last_day", "2021-04-02"}, {"reason", "Chuyển công tác"}},
            "chair");
  const auto settings = world.get("settings").body;
  ASSERT_EQ(settings["delegations"].size(), 2u);
  EXPECT_EQ(settings["delegations"][1]["revocation"]["last_day"], "2021-04-02");
}

TEST_F(DocumentActs, ANumberOutOfOrderIsTakenWhereTheChairAllowedIt) {
  world.set_clock("2021-04-02T08:00:00+07:00");
  const std::string path = "reports/cchc/2021-Q1/";
  world.act(path + "freeze", Json::object(), "cchc");
  const Json sign{{"signer", "of-chair"}, {"capacity", "TM"}, {"number", 20}};
  EXPECT_EQ(world.refusal(path + "sign", sign, "chair"), "number_not_next");
  const Json allowance{
      {"type", "BC"}, {"number", 20}, {"date", "2021-04-02"}, {"reason", "Sổ giấy đến số 19"}};
  EXPECT_EQ(world.refusal("register/2021/allow-number", allowance, "clerk"), "role_not_permitted");
  world.act("register/2021/allow-number", allowance, "chair");
  world.act(path + "sign", sign, "chair");
  EXPECT_EQ(world.get("reports/cchc/2021-Q1").body["signature"]["number"], 20);
}

TEST_F(DocumentActs, ASpoiledNumberStaysInTheRegister) {
  const Json far{{"type", "TB"}, {"number", 40}, {"reason", "Ghi nhầm"}};
  EXPECT_EQ(world.post("register/2021/void-number", far, "clerk").code(), "number_not_next");
  const auto answer =
      world.post("register/2021/void-number", {{"type", "TB"}, {"reason", "Ghi nhầm"}}, "clerk");
  ASSERT_EQ(answer.status(), 200) << answer.response.body;
  const auto taken = world.get("register/2021").body["items"];
  const auto voided =
      std::ranges::find_if(taken, [](const Json& row) { return row["voided"] == true; });
  ASSERT_NE(voided, taken.end());
  const Json body{{"type", "TB"}, {"number", (*voided)["number"]}, {"reason", "Ghi nhầm"}};
  EXPECT_TRUE(std::ranges::any_of(taken, [](const Json& row) {
    return row["type"] == "BB" && row["taken_by"] == "dialogue-d-1";
  }));
  EXPECT_EQ(world.get("register/2021?type=BB").body["items"].size(), 1u);
  EXPECT_EQ(world.post("register/2021/void-number", body, "clerk").code(), "number_in_use");
  EXPECT_EQ(world.get("register/2021", "head").status(), 403);
}

TEST_F(DocumentActs, ARecommendationIsAnsweredOnce) {
  const auto made = world.post("supervision/recommend",
                               {{"body", "Ban Thanh tra nhân dân"},
                                {"text", "Niêm yết kết quả"},
                                {"basis", "NĐ 159/2016"},
                                {"about", {"issue-i-1"}}},
                               "supervisor");
  ASSERT_LT(made.status(), 300) << made.response.body;
  const auto list = world.get("supervision").body["recommendations"];
  ASSERT_EQ(list.size(), 1u);
  const auto id = list[0]["recommendation"].get<std::string>();
  EXPECT_EQ(list[0]["answer_due"], "2021-02-05");  // fifteen working days after 15 January
  const Json answer{{"recommendation", id}, {"text", "Đã niêm yết"}, {"document", "45/UBND"}};
  EXPECT_EQ(world.post("supervision/answer-recommendation", answer, "officer").code(),
            "role_not_permitted");
  EXPECT_EQ(world
                .post("supervision/answer-recommendation",
                      {{"recommendation", "none"}, {"text", "x"}}, "chair")
                .code(),
            "unknown_recommendation");
  EXPECT_EQ(world.post("supervision/answer-recommendation", answer, "chair").status(), 200);
  EXPECT_EQ(world.post("supervision/answer-recommendation", answer, "chair").code(),
            "already_answered");
  EXPECT_TRUE(world.get("supervision?answered=false").body["recommendations"].empty());
  const auto down = world.post("supervision/register-takedown",
                               {{"subject", "issue-i-1"},
                                {"place", "Trang điện tử"},
                                {"reason", "Lộ địa chỉ"},
                                {"decision", "07/QĐ-UBND"}},
                               "admin");
  ASSERT_LT(down.status(), 300) << down.response.body;
  EXPECT_EQ(world.get("supervision").body["takedowns"][0]["place"], "Trang điện tử");
}

}  // namespace
}  // namespace langnghe::api::spec
