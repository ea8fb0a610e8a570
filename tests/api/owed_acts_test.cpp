// Answers owed to persons, proofs of delivery, assignees and work lists.
#include <gtest/gtest.h>

#include "api/world.hpp"

namespace langnghe::api::spec {
namespace {

const Json kPetition{{"type", "PETITION"}, {"field", "ROADS"}, {"complexity", "simple"}};

class OwedActs : public testing::Test {
 protected:
  OwedActs() {
    world.found_ward();
    world.open_dialogue();
    world.hear_opinions();
    world.act("dialogues/d-1/record-opinion",
              {{"opinion", "o-4"},
               {"words", "Đèn hẻm 12 tối om"},
               {"speaker", {{"resident", "r-4"}, {"name", "Lê Văn Tư"}}},
               {"issues", {{{"issue", "i-4"}, {"subject", "Đèn hẻm 12"}, {"field", "ROADS"}}}}},
              "cchc");
    world.act("issues/i-4/classify", kPetition, "cchc");
    world.take_away_i1();
  }

  void issue_notice() {
    world.set_clock("2021-01-20T08:00:00+07:00");
    world.act("issues/i-4/merge", {{"into", "i-1"}, {"reason", "Cùng một cột đèn"}}, "cchc");
    world.act("issues/i-1/accept", Json::object(), "officer");
    world.act("issues/i-1/draft-answer",
              {{"outcome", "DONE"}, {"text", "Đã thay bóng"}, {"legal_basis", "Quy định mẫu"}},
              "officer");
    world.act("issues/i-1/approve-answer", Json::object(), "chair");
    world.act("issues/i-1/issue-notice", {{"signer", "of-chair"}, {"capacity", "TM"}}, "clerk");
  }
  Json issue(std::string_view user = "cchc") { return world.get("issues/i-1", user).body; }
  /// The one list asked for.
  Json list(const std::string& name, std::string_view user = "cchc") {
    return world.get("work?list=" + name, user).body["lists"][0];
  }

  World world;
};

TEST_F(OwedActs, AMergedPersonIsFollowedUntilTheAnswerReachedThem) {
  issue_notice();
  world.act("issues/i-1/record-delivery", {{"method", "in_person"}}, "clerk");
  EXPECT_EQ(issue()["answer_owed_to"], Json({"i-4"}));
  EXPECT_EQ(issue()["absorbed"][0]["received"], "2021-01-14");
  const auto owed = list("deliveries_owed", "clerk");
  EXPECT_EQ(owed["count"], 1);
  EXPECT_EQ(owed["items"][0]["id"], "i-1");
  EXPECT_EQ(owed["items"][0]["answer_owed_to"], Json({"i-4"}));
  EXPECT_EQ(owed["items"][0]["version"], issue()["version"]);
  const auto refused = world.post("issues/i-1/close", Json::object(), "cchc",
                                  {{"if-match", world.version_tag("issue-i-1")}});
  EXPECT_EQ(refused.status(), 409);
  EXPECT_EQ(refused.code(), "answer_owed");
  EXPECT_NE(refused.body["detail"].get<std::string>().find("i-4"), std::string::npos);
  world.act("issues/i-1/record-delivery", {{"method", "khom_head"}, {"absorbed", "i-4"}}, "head");
  EXPECT_EQ(issue()["absorbed"][0]["served_on"], "2021-01-20");
  EXPECT_EQ(list("deliveries_owed")["count"], 0);
  world.act("issues/i-1/close", Json::object(), "cchc");
}

TEST_F(OwedActs, WhyAMergedPersonCannotBeReachedIsOnRecord) {
  issue_notice();
  world.act("issues/i-1/record-delivery", {{"method", "in_person"}}, "clerk");
  const Json why{{"absorbed", "i-4"}, {"reason", "Đã chuyển đi, không rõ nơi ở"}};
  EXPECT_EQ(world.refusal("issues/i-1/give-up-delivery", why, "clerk"), "role_not_permitted");
  world.act("issues/i-1/give-up-delivery", why, "cchc");
  EXPECT_EQ(issue()["absorbed"][0]["given_up_for"], "Đã chuyển đi, không rõ nơi ở");
  world.act("issues/i-1/close", Json::object(), "cchc");
}

TEST_F(OwedActs, ADeliveryKeepsItsProofAndSealsWhoTookIt) {
  issue_notice();
  const auto hash = world.stored_picture();
  const Json body{{"method", "in_person"},
                  {"recipient", "Nguyễn Thị Năm (con gái)"},
                  {"acknowledgement", "signature"},
                  {"reference", "Sổ giao 12/2021"},
                  {"files", {{{"hash", hash}}}}};
  world.act("issues/i-1/record-delivery", body, "clerk");
  EXPECT_EQ(world.ledger_text().find("Nguyễn Thị Năm"), std::string::npos);
  const auto shown = issue()["deliveries"][0];
  EXPECT_EQ(shown["acknowledgement"], "signature");
  EXPECT_EQ(shown["reference"], "Sổ giao 12/2021");
  EXPECT_EQ(shown["files"][0]["media_type"], "image/jpeg") << "filled in from the store";
  EXPECT_GT(shown["files"][0]["bytes"], 0);
  EXPECT_NE(shown["recipient"], "Nguyễn Thị Năm (con gái)");
  const auto opened = world.open("issues/i-1", "cchc").body["deliveries"][0];
  EXPECT_EQ(opened["recipient"], "Nguyễn Thị Năm (con gái)");
  const auto sealed = world.open("issues/i-1", "supervisor").body["deliveries"][0];
  EXPECT_NE(sealed["recipient"], "Nguyễn Thị Năm (con gái)");
}

TEST_F(OwedActs, WhoTookItIsSealedUnderTheKeyOfWhomItWasFor) {
  issue_notice();
  world.act("issues/i-1/record-delivery",
            {{"method", "in_person"}, {"recipient", "Lê Văn Tư"}, {"absorbed", "i-4"}}, "clerk");
  EXPECT_NE(world.ledger_text().find(R"("resident":"r-4")"), std::string::npos);
  const auto blank =
      world.post("issues/i-1/record-delivery", {{"method", "in_person"}, {"recipient", "  "}},
                 "clerk", {{"if-match", world.version_tag("issue-i-1")}});
  EXPECT_EQ(blank.status(), 422);
  EXPECT_EQ(blank.body["errors"][0]["pointer"], "/recipient");
  const auto nobody = world.post("issues/i-1/record-delivery",
                                 {{"method", "post"}, {"recipient", "A"}, {"absorbed", "i-3"}},
                                 "clerk", {{"if-match", world.version_tag("issue-i-1")}});
  EXPECT_EQ(nobody.body["errors"][0]["pointer"], "/absorbed");
}

TEST_F(OwedActs, ThePolicySaysWhatProofAMethodNeeds) {
  auto policy = policy_2021();
  policy["delivery_proof"] = {
      {{"method", "in_person"}, {"parts", {"recipient", "acknowledgement"}}},
      {{"method", "posted"}, {"parts", {"files"}}}};
  world.act("policy/adopt-policy", policy, "admin");
  issue_notice();
  const auto refused = world.post("issues/i-1/record-delivery", {{"method", "in_person"}}, "clerk",
                                  {{"if-match", world.version_tag("issue-i-1")}});
  EXPECT_EQ(refused.status(), 422) << refused.response.body;
  EXPECT_EQ(refused.body["errors"][0]["pointer"], "/recipient");
  EXPECT_EQ(world.refusal("issues/i-1/post-notice", {{"place", "Khóm"}}, "clerk"),
            "value_required");
  const auto hash = world.stored_picture();
  world.act("issues/i-1/post-notice", {{"place", "Khóm"}, {"files", {{{"hash", hash}}}}}, "clerk");
  world.act("issues/i-1/record-delivery",
            {{"method", "in_person"},
             {"recipient", "Trần Thị Lài"},
             {"acknowledgement", "refused"},
             {"refusal", "Không đồng ý, có trưởng khóm chứng kiến"}},
            "clerk");
}

TEST_F(OwedActs, AFileIsDescribedByTheStoreAndNotByWhoNamesIt) {
  const auto hash = world.stored_picture();
  const auto with = [&](const Json& file) {
    return Json{{"text", "Đã khảo sát"}, {"visibility", "public"}, {"files", {file}}};
  };
  world.act("issues/i-1/accept", Json::object(), "officer");
  for (const auto& [member, wrong] :
       {std::pair<std::string, Json>{"media_type", "image/png"}, {"bytes", 1}}) {
    const auto refused =
        world.post("issues/i-1/note-progress", with({{"hash", hash}, {member, wrong}}), "officer",
                   {{"if-match", world.version_tag("issue-i-1")}});
    EXPECT_EQ(refused.status(), 422) << member;
    EXPECT_EQ(refused.body["errors"][0]["pointer"], "/files/0/" + member);
  }
  world.act("issues/i-1/note-progress", with({{"hash", hash}}), "officer");
  EXPECT_NE(world.ledger_text().find(R"("media_type":"image/jpeg")"), std::string::npos);
}

TEST_F(OwedActs, WhoCanBeGivenWorkIsToldToWhoGivesIt) {
  world.act("ward/appoint-official",
            {{"official", "of-ha-tang"},
             {"name", "Người mẫu ba"},
             {"position", "Công chức Địa chính"},
             {"unit", "Địa chính - Xây dựng"},
             {"valid_from", "2015-01-01"}},
            "admin");
  const auto assign = [&](std::string_view assignee) {
    return world.post("issues/i-1/assign", {{"assignee", assignee}, {"unit", "Địa chính"}}, "cchc",
                      {{"if-match", world.version_tag("issue-i-1")}});
  };
  const auto without = assign("of-ha-tang");
  EXPECT_EQ(without.status(), 422);
  EXPECT_EQ(without.body["errors"][0]["code"], "official_without_account");
  EXPECT_EQ(assign("nobody-knows").code(), "does_not_exist");
  world.act("users/ha-tang/register", {{"display_name", "Hạ tầng"}, {"official", "of-ha-tang"}},
            "admin");
  world.act("users/ha-tang/grant-role", {{"role", "officer"}, {"khoms", Json::array()}}, "admin");
  const auto rows = world.get("assignees").body["items"];
  ASSERT_EQ(rows.size(), 2u) << "officer, and the new one";
  EXPECT_EQ(rows[0]["user"], "ha-tang");
  EXPECT_EQ(rows[0]["official"]["name"], "Người mẫu ba");
  EXPECT_EQ(rows[0]["official"]["unit"], "Địa chính - Xây dựng");
  EXPECT_EQ(rows[0]["official"]["position"], "Công chức Địa chính");
  EXPECT_EQ(rows[0]["official"]["id"], "of-ha-tang");
  EXPECT_TRUE(rows[1]["official"].is_null());
  EXPECT_EQ(world.get("assignees", "chair").status(), 200);
  EXPECT_EQ(world.get("assignees", "clerk").status(), 403);
  EXPECT_EQ(assign("of-ha-tang").status(), 200);
  EXPECT_EQ(issue()["assignee"], "ha-tang");
  world.act("users/ha-tang/disable", {{"reason", "Nghỉ việc"}}, "admin");
  EXPECT_EQ(world.get("assignees").body["items"].size(), 1u);
  EXPECT_EQ(assign("of-ha-tang").body["errors"][0]["code"], "official_without_account");
}

TEST_F(OwedActs, TheWorkOfEveryKindCanBeActedOnAtOnce) {
  EXPECT_EQ(list("plan_to_publish")["items"][0]["kind"], "plan");
  const auto conclusion = list("conclusion_to_publish", "chair")["items"][0];
  EXPECT_EQ(conclusion["kind"], "dialogue");
  EXPECT_EQ(conclusion["id"], "d-1");
  EXPECT_EQ(list("conclusion_to_publish", "chair")["act"], "publish-conclusion");
  const auto published =
      world.post("dialogues/d-1/publish-conclusion",
                 {{"signer", "of-chair"}, {"text", "Giao địa chính"}, {"places", {"Trụ sở"}}},
                 "chair", {{"if-match", '"' + conclusion["version"].dump() + '"'}});
  EXPECT_EQ(published.status(), 200) << published.response.body;
  EXPECT_EQ(list("conclusion_to_publish", "chair")["count"], 0);
  EXPECT_EQ(list("dialogue_to_schedule")["items"][0]["id"], "sa-nhien");
  EXPECT_EQ(list("dialogue_to_schedule", "head")["count"], 0) << "the head of another khóm";
  EXPECT_EQ(list("plan_to_publish", "head")["count"], 0);
}

TEST_F(OwedActs, CountsStandApartFromTheEntries) {
  const auto counts = world.get("work/counts");
  ASSERT_EQ(counts.status(), 200);
  const auto lists = world.get("work").body["lists"];
  ASSERT_EQ(counts.body["lists"].size(), lists.size());
  for (std::size_t i = 0; i < lists.size(); ++i) {
    EXPECT_EQ(counts.body["lists"][i]["count"], lists[i]["count"]);
    EXPECT_EQ(counts.body["lists"][i]["late"], lists[i]["late"]);
    EXPECT_FALSE(counts.body["lists"][i].contains("items"));
    EXPECT_EQ(lists[i]["items"].size(), lists[i]["count"]);
  }
  world.act("issues/i-1/merge", {{"into", "i-4"}, {"reason", "x"}}, "cchc");
  const auto one = world.get("work?list=due_soon&due_within_days=366&limit=1").body["lists"][0];
  EXPECT_LE(one["items"].size(), 1u);
}

class UndecidedActs : public testing::Test {
 protected:
  UndecidedActs() {
    world.found_ward();
    world.open_dialogue();
    world.hear_opinions();
  }
  World world;
};

TEST_F(UndecidedActs, MinutesAreSignedWhenWhatIsUndecidedIsSaidAgain) {
  world.act("dialogues/d-1/skip-presentation", {{"reason", "Buổi đầu tiên"}}, "cchc");
  world.act("issues/i-2/answer-on-the-spot", {{"answer", "Đã vá."}, {"answered_by", "of-chair"}},
            "cchc");
  world.post(
      "dialogues/d-1/redirect-denunciation",
      {{"counter", 2}, {"paper_register_number", "07/SNĐ"}, {"receiving_officer", "of-clerk"}},
      "cchc");
  world.act("dialogues/d-1/close", {{"end", "10:00"}}, "cchc");
  const auto refused = world.post("dialogues/d-1/sign-minutes", {{"signers", {"of-chair"}}},
                                  "chair", {{"if-match", world.version_tag("dialogue-d-1")}});
  EXPECT_EQ(refused.status(), 409);
  EXPECT_EQ(refused.code(), "undecided_issues");
  const auto detail = refused.body["detail"].get<std::string>();
  EXPECT_NE(detail.find("i-1"), std::string::npos);
  EXPECT_NE(detail.find("i-3"), std::string::npos);
  EXPECT_EQ(detail.find("i-2"), std::string::npos);
  world.act("dialogues/d-1/sign-minutes",
            {{"signers", {"of-chair"}}, {"taken_away", {"i-1", "i-3"}}}, "chair");
  const auto minutes = world.get("dialogues/d-1").body["minutes"];
  EXPECT_EQ(minutes["redirected"], 1) << "the denunciation";
  EXPECT_EQ(minutes["taken_away"], 2);
  EXPECT_EQ(minutes["undecided"], Json({"i-1", "i-3"}));
}

TEST_F(UndecidedActs, AnOpinionWithoutANameIsAnonymousWhateverWasTicked) {
  const auto hear = [&](const std::string& id, Json body) {
    body["opinion"] = id;
    body["words"] = "Cống nghẹt";
    body["issues"] = {{{"issue", "x-" + id}, {"subject", "Cống"}, {"field", "ROADS"}}};
    world.act("dialogues/d-1/record-opinion", body, "cchc");
    return world.get("issues/x-" + id).body["opinion"];
  };
  EXPECT_EQ(hear("o-7", Json::object())["anonymous"], true);
  EXPECT_EQ(hear("o-8", {{"speaker", {{"phone", "0901"}}}})["anonymous"], true);
  EXPECT_EQ(hear("o-11", {{"speaker", {{"name", ""}}}})["anonymous"], true);
  EXPECT_EQ(hear("o-9", {{"speaker", {{"resident", "r-9"}, {"name", "A"}}}})["anonymous"], false);
  EXPECT_EQ(hear("o-10", {{"speaker", {{"resident", "r-9"}}}})["anonymous"], false);
  EXPECT_EQ(world.get("issues/x-o-7").body["opinion"]["resident"]["phase"], "anonymous");
}

TEST_F(UndecidedActs, OnlyWhatWasSaidAtADialogueIsAnsweredOnTheSpot) {
  world.post("issues/letter/record",
             {{"channel", "letter"},
              {"khom", "tan-my"},
              {"received", "2021-01-14"},
              {"subject", "Đèn"},
              {"field", "ROADS"}},
             "cchc");
  EXPECT_EQ(world.refusal("issues/letter/answer-on-the-spot",
                          {{"answer", "Đã sửa"}, {"answered_by", "of-chair"}}, "chair"),
            "not_from_a_dialogue");
}

TEST_F(UndecidedActs, TheDueDayOfAListStandsWhereThePolicysWouldBe) {
  const Json row{{"external_id", "A-1"},      {"row", 1},          {"khom", "tan-my"},
                 {"received", "2021-01-04"},  {"subject", "Cống"}, {"field", "ROADS"},
                 {"agreed_due", "2021-01-12"}};
  auto ended = row;
  ended["external_id"] = "A-2";
  ended["row"] = 2;
  ended["issue"] = "ended";
  ended["ended_on"] = "2021-01-13";
  auto open = row;
  open["issue"] = "open";
  const auto import = [&](const Json& rows) {
    return world.post(
        "ward/import-issues",
        {{"source", "so-2020"}, {"file_hash", std::string(64, 'a')}, {"issues", rows}}, "cchc");
  };
  auto before = open;
  before["agreed_due"] = "2021-01-03";
  EXPECT_EQ(import(Json::array({before})).code(), "date_order");
  ASSERT_LT(import({open, ended}).status(), 300);
  EXPECT_EQ(world.get("issues/open").body["original_due"], "2021-01-12");
  EXPECT_EQ(world.get("issues/open").body["overdue"], true);
  EXPECT_EQ(world.get("issues/open").body["origin"]["agreed_due"], "2021-01-12");
  EXPECT_EQ(world.get("issues/ended").body["settled_on"], "2021-01-13");
  EXPECT_EQ(world.get("issues/open/deadline").body["resolution"]["matches"], true)
      << world.get("issues/open/deadline").response.body;
  world.act("issues/open/classify", kPetition, "cchc");
  const auto classified = world.get("issues/open").body;
  EXPECT_EQ(classified["original_due"], "2021-01-12");
  EXPECT_EQ(classified["effective_due"], "2021-01-12");
  EXPECT_EQ(world.get("issues/open/deadline").body["resolution"]["matches"], true);
}

}  // namespace
}  // namespace langnghe::api::spec
