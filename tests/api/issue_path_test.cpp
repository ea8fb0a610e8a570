#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "api/world.hpp"

namespace langnghe::api::spec {
namespace {

class IssuePath : public testing::Test {
 protected:
  IssuePath() {
    world.found_ward();
    world.open_dialogue();
    world.hear_opinions();
    world.take_away_i1();
  }
  World world;
};

TEST_F(IssuePath, FromTheWordsToTheClosedNotice) {
  world.answer_i1();
  const auto issue = world.get("issues/i-1").body;
  EXPECT_EQ(issue["phase"], "closed");
  EXPECT_EQ(issue["open"], false);
  EXPECT_EQ(issue["notice"]["capacity"], "TM");
  EXPECT_EQ(issue["answer"]["approved"], true);
  std::vector<std::string> types;
  const auto history = world.get("issues/i-1/history").body;
  for (const auto& item : history["items"]) {
    types.push_back(item["type"]);
  }
  for (const auto* type : {"dialogue.opinion_recorded", "issue.recorded", "issue.classified",
                           "issue.notice_issued", "issue.closed"}) {
    EXPECT_NE(std::ranges::find(types, type), types.end()) << type;
  }
}

TEST_F(IssuePath, ADeadlineExplainsItselfDayByDay) {
  const auto deadline = world.get("issues/i-1/deadline").body;
  EXPECT_EQ(deadline["matches"], true);
  EXPECT_EQ(deadline["resolution"]["matches"], true);
  EXPECT_EQ(deadline["provisional"], false);
  EXPECT_EQ(deadline["basis"]["text"], "Quyết định mẫu số 01/QĐ-UBND");
  const auto& step = deadline["resolution"]["steps"][0];
  EXPECT_EQ(step["kind"], "classified");
  EXPECT_TRUE(step["previous_due"].is_null());
  EXPECT_EQ(step["due"], step["explained_due"]);
  const auto& clock = deadline["resolution"]["clock"];
  EXPECT_EQ(clock["start"], "2021-01-14");
  EXPECT_EQ(clock["due"], step["due"]);
  EXPECT_EQ(clock["days"].front()["verdict"], "start");
  EXPECT_EQ(clock["days"].back()["counted_so_far"], 15);
  EXPECT_EQ(deadline["first_reply"]["due"], "2021-01-28");  // ten working days after 14 January
  EXPECT_EQ(deadline["first_reply"]["days"].back()["counted_so_far"], 10);
}

TEST_F(IssuePath, AnExtensionIsAStepOfItsOwn) {
  world.act("issues/i-1/accept", Json::object(), "officer");
  world.act("issues/i-1/request-extension", {{"days", 5}, {"reason", "Chờ vật tư"}}, "officer");
  const auto before = world.get("issues/i-1").body;
  EXPECT_EQ(before["pending_extension"]["days"], 5);
  world.act("issues/i-1/approve-extension", Json::object(), "chair");
  const auto deadline = world.get("issues/i-1/deadline").body;
  ASSERT_EQ(deadline["resolution"]["steps"].size(), 2u);
  EXPECT_EQ(deadline["matches"], true);
  EXPECT_EQ(deadline["resolution"]["original_due"], before["original_due"]);
  EXPECT_EQ(deadline["resolution"]["effective_due"], deadline["resolution"]["steps"][1]["due"]);
  EXPECT_EQ(deadline["resolution"]["steps"][1]["previous_due"],
            deadline["resolution"]["steps"][0]["due"]);
  const auto& days = deadline["resolution"]["clock"]["days"];
  EXPECT_EQ(
      std::ranges::count_if(days, [](const Json& day) { return day["verdict"] == "extended"; }), 5);
}

TEST_F(IssuePath, AFrozenReportStaysWhatItWas) {
  world.set_clock("2021-04-02T08:00:00+07:00");
  const auto early = world.post("reports/calendar/2021-Q2/freeze", Json::object(), "cchc");
  EXPECT_EQ(early.code(), "period_not_over");
  world.act("reports/calendar/2021-Q1/freeze", Json::object(), "cchc");
  const auto frozen = world.get("reports/calendar/2021-Q1").body;
  EXPECT_EQ(frozen["frozen"]["matches"], true);
  EXPECT_EQ(frozen["frozen"]["records_since"], 1);  // the freeze itself
  EXPECT_EQ(frozen["balance"]["holds"], true);
  EXPECT_EQ(frozen["balance"]["new"], 3);

  world.act("issues/i-1/accept", {{"happened", "2021-03-01"}}, "officer");
  world.act("issues/i-1/draft-answer",
            {{"outcome", "DONE"},
             {"text", "Xong"},
             {"legal_basis", "Quy định mẫu"},
             {"happened", "2021-03-02"}},
            "officer");
  world.act("issues/i-1/approve-answer", {{"happened", "2021-03-03"}}, "chair");
  const auto after = world.get("reports/calendar/2021-Q1").body;
  EXPECT_EQ(after["figures"], frozen["figures"]);
  EXPECT_EQ(after["figures_hash"], frozen["figures_hash"]);
  // The freeze, the three acts, and the breach that one of them shows.
  EXPECT_EQ(after["frozen"]["records_since"], 5);
}

TEST_F(IssuePath, AReportGoesItsWayUp) {
  world.set_clock("2021-04-02T08:00:00+07:00");
  world.act("reports/cchc/2021-Q1/freeze", Json::object(), "cchc");
  world.act("reports/cchc/2021-Q1/draft", {{"narrative", "Quý I"}}, "cchc");
  world.act("reports/cchc/2021-Q1/sign", {{"signer", "of-chair"}, {"capacity", "TM"}}, "chair");
  world.act("reports/cchc/2021-Q1/submit", {{"channel", "trục liên thông"}}, "cchc");
  const auto last = world.act("reports/cchc/2021-Q1/acknowledge", {{"receipt", "55/TN"}}, "above");
  EXPECT_EQ(last.body["state"]["phase"], "acknowledged");
  const auto report = world.get("reports/cchc/2021-Q1").body;
  EXPECT_EQ(report["submission"]["addressee"], "UBND thành phố");
  EXPECT_EQ(report["period"]["from"], "2020-12-15");
  const auto list = world.get("reports/cchc?year=2021").body["items"];
  EXPECT_EQ(
      std::ranges::count_if(list, [](const Json& row) { return row["phase"] == "acknowledged"; }),
      1);
}

TEST_F(IssuePath, AFigureOpensToWhatIsBehindIt) {
  const auto report = world.get("reports/calendar/2021-Q1").body;
  for (const auto& figure : report["figures"]) {
    const auto id = figure["id"].get<std::string>();
    const auto opened = world.get("reports/calendar/2021-Q1/figures/" + id);
    ASSERT_EQ(opened.status(), 200) << id;
    EXPECT_EQ(opened.body["items"].size(), figure["items"].get<std::size_t>()) << id;
    for (const auto& item : opened.body["items"]) {
      EXPECT_NE(item["kind"], "other") << id << item;
    }
  }
  EXPECT_EQ(world.get("reports/calendar/2021-Q1/figures/none").status(), 404);
}

}  // namespace
}  // namespace langnghe::api::spec
