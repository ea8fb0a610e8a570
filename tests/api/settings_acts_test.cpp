#include <algorithm>

#include <gtest/gtest.h>

#include "api/world.hpp"

namespace langnghe::api::spec {
namespace {

class SettingsActs : public testing::Test {
 protected:
  SettingsActs() {
    world.found_ward();
    world.open_dialogue();
    world.hear_opinions();
    world.take_away_i1();
  }
  World world;
};

TEST_F(SettingsActs, ANewHolidayMovesTheRunningDeadlinesInTheSameCommit) {
  const auto before = world.get("issues/i-1").body;
  Json calendar{{"days_off", {"2021-01-20", "2021-02-10", "2021-02-11", "2021-02-12"}},
                {"worked_days", Json::array()},
                {"confirmed_through", 2021},
                {"basis", "Bổ sung ngày nghỉ"}};
  const auto answer = world.act("calendar/adopt-calendar", calendar, "admin");
  const auto& events = answer.body["events"];
  EXPECT_TRUE(std::ranges::any_of(events, [](const Json& event) {
    return event["type"] == "issue.deadline_recomputed" && event["stream"] == "issue-i-1";
  })) << events;
  const auto deadline = world.get("issues/i-1/deadline").body;
  EXPECT_EQ(deadline["resolution"]["original_due"], before["original_due"]);
  EXPECT_GT(deadline["resolution"]["effective_due"].get<std::string>(),
            before["effective_due"].get<std::string>());
  EXPECT_EQ(deadline["matches"], true) << deadline;
  EXPECT_EQ(deadline["first_reply"]["calendar"]["version"], 2);
  EXPECT_EQ(deadline["resolution"]["steps"][1]["kind"], "recomputed");
  calendar["open_issues"] = {"i-1"};
  EXPECT_EQ(world.refusal("calendar/adopt-calendar", calendar, "admin"), "body_invalid");
}

TEST_F(SettingsActs, APolicyThatCameLaterLeavesTheRoundsBeforeIt) {
  const auto before = world.get("issues/i-1").body["effective_due"];
  auto policy = policy_2021();
  policy["valid_from"] = "2021-02-01";
  policy["settle_simple"] = {{"days", 5}, {"unit", "working_days"}};
  world.act("policy/adopt-policy", policy, "chair");
  EXPECT_EQ(world.get("issues/i-1").body["effective_due"], before);
}

TEST_F(SettingsActs, PastTheConfirmedYearADeadlineIsProvisional) {
  EXPECT_EQ(world.get("issues/i-1/deadline").body["provisional"], false);
  world.act("calendar/adopt-calendar",
            {{"days_off", {"2021-01-20"}},
             {"worked_days", Json::array()},
             {"confirmed_through", 2020},
             {"basis", "Chưa có lịch nghỉ 2021"}},
            "admin");
  EXPECT_EQ(world.get("issues/i-1/deadline").body["provisional"], true);
}

TEST_F(SettingsActs, KhomsBecomeOneAndDocumentsHaveDatedWording) {
  world.act("ward/merge-khoms",
            {{"from", {"tan-my", "sa-nhien"}},
             {"into", "tan-sa"},
             {"name", "Tân Sa"},
             {"sample", true},
             {"valid_from", "2021-07-01"},
             {"basis", "NQ 12"}},
            "admin");
  Json wording{
      {"type", "TB"}, {"valid_from", "2021-01-01"}, {"text", "{text}"}, {"basis", "NĐ 30"}};
  world.act("ward/adopt-template", wording, "clerk");
  const auto settings = world.get("settings").body;
  EXPECT_TRUE(std::ranges::any_of(settings["khoms"], [](const Json& khom) {
    return khom["id"] == "tan-sa" && khom["merged_from"].size() == 2;
  }));
  EXPECT_EQ(settings["templates"][0]["version"], 1);
  wording["version"] = 7;
  EXPECT_EQ(world.refusal("ward/adopt-template", wording, "clerk"), "body_invalid");
}

TEST_F(SettingsActs, AListIsTakenOverWholeOrNotAtAll) {
  Json list{{"source", "so-2020"},
            {"file_hash", std::string(64, 'a')},
            {"issues",
             {{{"external_id", "1"},
               {"row", 1},
               {"khom", "tan-my"},
               {"received", "2020-11-05"},
               {"subject", "Ổ gà"},
               {"field", "ROADS"}},
              {{"external_id", "2"},
               {"row", 2},
               {"khom", "khong-co"},
               {"received", "2020-11-06"},
               {"subject", "Cống"},
               {"field", "ROADS"}}}}};
  EXPECT_EQ(world.post("ward/import-issues", list, "cchc").code(), "unknown_khom");
  EXPECT_EQ(world.get("issues").body["total"], 3);
  list["issues"][1]["khom"] = "sa-nhien";
  const auto taken = world.post("ward/import-issues", list, "cchc");
  ASSERT_EQ(taken.status(), 200) << taken.response.body;
  EXPECT_EQ(world.get("issues").body["total"], 5);
  EXPECT_EQ(world.post("ward/import-issues", list, "cchc").status(), 200);
  EXPECT_EQ(world.get("issues").body["total"], 5);
}

}  // namespace
}  // namespace langnghe::api::spec
