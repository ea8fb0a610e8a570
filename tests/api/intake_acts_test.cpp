#include <gtest/gtest.h>

#include "api/world.hpp"

namespace langnghe::api::spec {
namespace {

const Json kOpenable{{"sealed", true}, {"purpose_required", true}};

Json letter() {
  return {{"channel", "letter"},
          {"khom", "tan-my"},
          {"received", "2021-01-15"},
          {"subject", "Cống nghẹt"},
          {"field", "ROADS"},
          {"words", "Cống hẻm 7 nghẹt hai tuần"},
          {"speaker", {{"resident", "r-50"}, {"name", "Phạm Văn Cống"}}}};
}

class IntakeActs : public testing::Test {
 protected:
  IntakeActs() {
    world.found_ward();
    world.open_dialogue();
    world.hear_opinions();
    world.take_away_i1();
  }

  void record(const std::string& id) {
    auto body = letter();
    body["speaker"] = {{"resident", "r-" + id}, {"name", "Người " + id}};
    const auto answer = world.post("issues/" + id + "/record", body, "cchc");
    ASSERT_EQ(answer.status(), 201) << answer.response.body;
  }

  void classify(const std::string& id) {
    world.act("issues/" + id + "/classify",
              {{"type", "PETITION"}, {"field", "ROADS"}, {"complexity", "simple"}}, "cchc");
  }

  World world;
};

TEST_F(IntakeActs, AMatterComesByLetterAndItsWordsAreSealed) {
  const auto answer = world.post("issues/i-50/record", letter(), "cchc");
  ASSERT_EQ(answer.status(), 201) << answer.response.body;
  EXPECT_EQ(answer.header("Location"), "/api/v1/wards/tan-quy-dong/issues/i-50");
  EXPECT_EQ(world.ledger_text().find("hẻm 7 nghẹt"), std::string::npos);
  const auto masked = world.get("issues/i-50").body;
  EXPECT_EQ(masked["channel"], "letter");
  EXPECT_EQ(masked["opinion"]["words"], kOpenable);
  const auto opened = world.open("issues/i-50").body["opinion"];
  EXPECT_EQ(opened["words"], "Cống hẻm 7 nghẹt hai tuần");
  EXPECT_EQ(opened["resident"]["name"], "Phạm Văn Cống");
  EXPECT_TRUE(opened["id"].is_null());
  EXPECT_EQ(world.post("issues/i-50/record", letter(), "cchc").status(), 409);
}

TEST_F(IntakeActs, ALetterWithoutANameIsAnAnonymousPersons) {
  auto body = letter();
  body.erase("speaker");
  ASSERT_EQ(world.post("issues/i-51/record", body, "cchc").status(), 201);
  const auto opinion = world.open("issues/i-51").body["opinion"];
  EXPECT_EQ(opinion["anonymous"], true);
  EXPECT_EQ(opinion["words"], "Cống hẻm 7 nghẹt hai tuần");
  auto stranger = letter();
  stranger["speaker"] = {{"resident", "r-none"}};
  const auto unknown = world.post("issues/i-52/record", stranger, "cchc");
  EXPECT_EQ(unknown.status(), 422);
  EXPECT_EQ(unknown.body["errors"][0]["pointer"], "/speaker/resident");
}

TEST_F(IntakeActs, ARowOfAnOldListMayNameNobodyAndIsTakenOnce) {
  auto body = letter();
  body.erase("speaker");
  body.erase("words");
  body["channel"] = "import";
  body["origin"] = {{"source", "so-2020"},
                    {"external_id", "17"},
                    {"file_hash", std::string(64, 'a')},
                    {"row", 17}};
  const auto answer = world.post("issues/i-53/record", body, "cchc");
  ASSERT_EQ(answer.status(), 201) << answer.response.body;
  const auto issue = world.open("issues/i-53").body;
  EXPECT_TRUE(issue["opinion"].is_null());
  EXPECT_EQ(issue["origin"]["external_id"], "17");
  EXPECT_EQ(world.post("issues/i-53/record", body, "cchc").code(), "already_imported");
}

TEST_F(IntakeActs, AnAnswerOnTheSpotCanBeContested) {
  world.act("issues/i-2/contest", {{"reason", "Chưa vá"}}, "head");
  const auto issue = world.get("issues/i-2").body;
  EXPECT_EQ(issue["phase"], "contested");
  EXPECT_EQ(issue["contested_on"], "2021-01-15");
  classify("i-2");
  EXPECT_EQ(world.get("issues/i-2/deadline").body["resolution"]["clock"]["start"], "2021-01-15");
}

TEST_F(IntakeActs, OnlyTheChairAgreesToALaterDay) {
  const Json later{{"type", "PETITION"},
                   {"field", "ROADS"},
                   {"complexity", "simple"},
                   {"reason", "Chờ vật tư"},
                   {"agreed_due", "2021-03-01"}};
  EXPECT_EQ(world.refusal("issues/i-1/reclassify", later, "cchc"), "chair_decides");
  const auto before = world.get("issues/i-1").body;
  world.act("issues/i-1/reclassify", later, "chair");
  const auto deadline = world.get("issues/i-1/deadline").body;
  EXPECT_EQ(deadline["matches"], true) << deadline;
  EXPECT_EQ(deadline["resolution"]["original_due"], before["original_due"]);
  EXPECT_EQ(deadline["resolution"]["effective_due"], "2021-03-01");
  EXPECT_EQ(deadline["resolution"]["clock"]["agreed_due"], "2021-03-01");
  EXPECT_EQ(deadline["resolution"]["steps"][1]["kind"], "reclassified");
  EXPECT_EQ(deadline["resolution"]["steps"][1]["reason"], "Chờ vật tư");
}

TEST_F(IntakeActs, ASplitMakesPartsThatKnowWhereTheyComeFrom) {
  record("i-60");
  const auto answer = world.act("issues/i-60/split",
                                {{"reason", "Hai việc"},
                                 {"parts",
                                  {{{"subject", "Cống"}, {"field", "ROADS"}},
                                   {{"subject", "Nắp cống"}, {"field", "ROADS"}}}}},
                                "cchc");
  EXPECT_EQ(answer.body["state"]["phase"], "split");
  const auto parts = world.get("issues/i-60").body["split_into"];
  ASSERT_EQ(parts.size(), 2u);
  const auto part = world.get("issues/" + parts[1].get<std::string>()).body;
  EXPECT_EQ(part["split_from"], "i-60");
  EXPECT_EQ(part["subject"], "Nắp cống");
  record("i-61");
  EXPECT_EQ(
      world.refusal("issues/i-61/split",
                    {{"reason", "x"}, {"parts", {{{"subject", "x"}, {"field", "ROADS"}}}}}, "cchc"),
      "value_required");
}

TEST_F(IntakeActs, MergedIssuesComeApartAgainAsTheyWere) {
  record("i-62");
  classify("i-62");
  const auto before = world.get("issues/i-62").body;
  EXPECT_EQ(world.refusal("issues/i-62/merge", {{"into", "i-62"}, {"reason", "x"}}, "cchc"),
            "same_issue");
  EXPECT_EQ(world.refusal("issues/i-62/unmerge", {{"reason", "x"}}, "cchc"),
            "act_not_allowed_in_state");
  world.act("issues/i-62/merge", {{"into", "i-1"}, {"reason", "Cùng đoạn"}}, "cchc");
  EXPECT_EQ(world.get("issues/i-1").body["absorbed"][0]["issue"], "i-62");
  EXPECT_EQ(world.get("issues/i-62").body["merged_into"], "i-1");
  EXPECT_EQ(world.get("issues/i-1/deadline").body["matches"], true);
  world.act("issues/i-62/unmerge", {{"reason", "Khác đoạn"}}, "cchc");
  const auto after = world.get("issues/i-62").body;
  EXPECT_EQ(after["phase"], before["phase"]);
  EXPECT_EQ(after["effective_due"], before["effective_due"]);
  EXPECT_TRUE(world.get("issues/i-1").body["absorbed"].empty());
}

TEST_F(IntakeActs, TheRecordIsLinkedCorrectedWithdrawnOrVoided) {
  record("i-63");
  record("i-64");
  world.act("issues/i-63/link", {{"other", "i-1"}, {"kind", "recurring"}, {"reason", "Tái diễn"}},
            "cchc");
  EXPECT_EQ(world.get("issues/i-1").body["links"][0]["other"], "i-63");
  world.act("issues/i-63/correct",
            {{"field", "subject"}, {"new_value", "Cống hẻm 7"}, {"reason", "Ghi thiếu"}}, "cchc");
  EXPECT_EQ(world.get("issues/i-63").body["subject"], "Cống hẻm 7");
  Json withdrawal{{"form", "signed"},
                  {"document", "Đơn rút 01"},
                  {"reason", "Đã tự xử lý"},
                  {"files", {{{"hash", "abc"}}}}};
  const auto wrong = world.post("issues/i-63/withdraw", withdrawal, "cchc",
                                {{"if-match", world.version_tag("issue-i-63")}});
  EXPECT_EQ(wrong.status(), 422);
  EXPECT_EQ(wrong.body["errors"][0]["pointer"], "/files/0/hash");
  EXPECT_EQ(wrong.body["errors"][0]["code"], "not_a_hash");
  withdrawal["files"][0]["hash"] = world.stored_picture();
  EXPECT_EQ(world.act("issues/i-63/withdraw", withdrawal, "cchc").body["state"]["phase"],
            "withdrawn");
  EXPECT_EQ(world.refusal("issues/i-64/void", {{"reason", "Nhập hai lần"}}, "cchc"),
            "role_not_permitted");
  world.act("issues/i-64/void", {{"reason", "Nhập hai lần"}, {"duplicate_of", "i-63"}}, "chair");
  EXPECT_EQ(world.get("issues/i-64").body["phase"], "voided");
}

}  // namespace
}  // namespace langnghe::api::spec
