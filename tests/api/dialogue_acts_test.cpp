#include <gtest/gtest.h>

#include "api/world.hpp"

namespace langnghe::api::spec {
namespace {

class DialogueActs : public testing::Test {
 protected:
  DialogueActs() {
    world.found_ward();
    world.open_dialogue();
  }

  void schedule(const std::string& id) {
    const auto scheduled = world.post("dialogues",
                                      {{"dialogue", id},
                                       {"khom", "sa-nhien"},
                                       {"date", "2021-01-25"},
                                       {"start", "08:00"},
                                       {"venue", {{"kind", "khom_office"}, {"place", "VP"}}},
                                       {"format", "dialogue"},
                                       {"chair", "of-chair"}},
                                      "cchc");
    ASSERT_EQ(scheduled.status(), 201) << scheduled.response.body;
  }

  World world;
};

TEST_F(DialogueActs, BodiesAreInvitedAndAnswer) {
  schedule("d-5");
  world.act("dialogues/d-5/invite",
            {{"participant", "Mặt trận khóm"}, {"role", "đồng chủ trì"}, {"required", true}},
            "clerk");
  world.act("dialogues/d-5/answer-invitation", {{"participant", "Mặt trận khóm"}, {"coming", true}},
            "clerk");
  const auto invited = world.get("dialogues/d-5").body["invitations"];
  ASSERT_EQ(invited.size(), 1u);
  EXPECT_EQ(invited[0]["required"], true);
  EXPECT_EQ(invited[0]["answer"]["coming"], true);
}

TEST_F(DialogueActs, APostponedDialogueHasANewDayOrNoneYet) {
  schedule("d-5");
  world.act("dialogues/d-5/postpone", {{"reason", "Mưa bão"}, {"date", "2021-02-01"}}, "cchc");
  EXPECT_EQ(world.get("dialogues/d-5").body["date"], "2021-02-01");
  world.act("dialogues/d-5/postpone", {{"reason", "Chưa rõ ngày"}}, "cchc");
  const auto dialogue = world.get("dialogues/d-5").body;
  EXPECT_EQ(dialogue["phase"], "postponed");
  EXPECT_EQ(dialogue["postponements"].size(), 2u);
  EXPECT_EQ(world.refusal("dialogues/d-5/cancel", {{"reason", "x"}}, "clerk"),
            "role_not_permitted");
  world.act("dialogues/d-5/cancel", {{"reason", "Khóm đề nghị"}}, "chair");
  EXPECT_EQ(world.get("dialogues/d-5").body["cancelled_for"], "Khóm đề nghị");
}

TEST_F(DialogueActs, ARearrangedDialogueSaysWhatChangedAndWhy) {
  schedule("d-5");
  world.act("dialogues/d-5/announce", {{"channels", {"Loa khóm"}}}, "cchc");
  world.act("dialogues/d-5/rearrange",
            {{"reason", "Văn phòng khóm sửa chữa"},
             {"venue", {{"kind", "other"}, {"place", "Trường tiểu học"}}},
             {"start", "09:00"}},
            "clerk");
  const auto dialogue = world.get("dialogues/d-5").body;
  EXPECT_EQ(dialogue["phase"], "scheduled");
  EXPECT_EQ(dialogue["start"], "09:00");
  EXPECT_EQ(dialogue["venue"]["place"], "Trường tiểu học");
  EXPECT_EQ(dialogue["rearrangements"][0]["reason"], "Văn phòng khóm sửa chữa");
  EXPECT_EQ(dialogue["rearrangements"][0]["announce_again"], true);
  EXPECT_EQ(world.refusal("dialogues/d-5/rearrange", {{"reason", "x"}}, "clerk"), "value_required");
  EXPECT_EQ(
      world.refusal("dialogues/d-5/rearrange", {{"reason", "x"}, {"start", "10:00"}}, "officer"),
      "role_not_permitted");
}

TEST_F(DialogueActs, AChairIsNotBookedTwiceUnseen) {
  schedule("d-5");
  Json body{{"dialogue", "d-6"},
            {"khom", "tan-my"},
            {"date", "2021-01-25"},
            {"start", "08:30"},
            {"venue", {{"kind", "khom_office"}, {"place", "VP"}}},
            {"format", "dialogue"},
            {"chair", "of-chair"}};
  const auto refused = world.post("dialogues", body, "cchc");
  EXPECT_EQ(refused.code(), "chair_booked");
  EXPECT_NE(refused.response.body.find("d-5"), std::string::npos);
  body["double_booking"] = true;
  EXPECT_EQ(world.post("dialogues", body, "cchc").status(), 201);
  EXPECT_EQ(world.get("dialogues/d-6").body["double_booked"], true);
  EXPECT_EQ(world.get("dialogues/d-5").body["double_booked"], false);
  EXPECT_EQ(world.refusal("dialogues/d-6/rearrange", {{"reason", "x"}, {"start", "08:45"}}, "cchc"),
            "chair_booked");
  world.act("dialogues/d-6/rearrange", {{"reason", "Trùng giờ"}, {"chair", "of-clerk"}}, "cchc");
  EXPECT_EQ(world.get("dialogues/d-6").body["double_booked"], false);
}

TEST_F(DialogueActs, TheHostOfAHouseholdIsAResidentTheWardKnows) {
  const Json venue{{"kind", "household"},
                   {"host", "r-host"},
                   {"host_name", kName},
                   {"host_phone", kPhone},
                   {"host_address", kAddress}};
  Json body{{"dialogue", "d-7"}, {"khom", "tan-my"},     {"date", "2021-01-26"}, {"start", "18:30"},
            {"venue", venue},    {"format", "dialogue"}, {"chair", "of-chair"}};
  const auto scheduled = world.post("dialogues", body, "cchc");
  ASSERT_EQ(scheduled.status(), 201) << scheduled.response.body;
  EXPECT_EQ(world.open("residents/r-host", "cchc").body["name"], kName);
  EXPECT_EQ(world.open("residents/r-host", "cchc").body["address"], kAddress);
  EXPECT_EQ(world.open("dialogues/d-7", "chair").body["venue"]["host_address"], kAddress);
  body["dialogue"] = "d-8";
  body["date"] = "2021-01-27";
  EXPECT_EQ(world.post("dialogues", body, "cchc").code(), "already_exists");
  body["venue"].erase("host_address");
  EXPECT_EQ(world.post("dialogues", body, "cchc").body["errors"][0]["pointer"], "/venue/host_name");
}

TEST_F(DialogueActs, WhatWasWrittenDownIsReadBack) {
  world.act("dialogues/d-1/skip-presentation", {{"reason", "Buổi đầu tiên"}}, "cchc");
  world.hear_opinions();
  world.act("dialogues/d-1/confirm-opinion",
            {{"opinion", "o-1"},
             {"method", "signature"},
             {"files", {{{"hash", world.stored_picture()}}}}},
            "cchc");
  EXPECT_EQ(world.refusal("dialogues/d-1/confirm-opinion",
                          {{"opinion", "o-1"}, {"method", "spoken"}}, "cchc"),
            "act_not_allowed_in_state");
  world.act("dialogues/d-1/decline-confirmation", {{"opinion", "o-2"}, {"reason", "Về trước"}},
            "cchc");
  const auto dialogue = world.get("dialogues/d-1").body;
  EXPECT_EQ(dialogue["presentation"], "skipped");
  EXPECT_EQ(dialogue["opinions"][0]["confirmation"]["method"], "signature");
  EXPECT_TRUE(dialogue["opinions"][0]["confirmation_declined"].is_null());
  EXPECT_EQ(dialogue["opinions"][1]["confirmation_declined"]["reason"], "Về trước");
}

TEST_F(DialogueActs, SignedMinutesGetAnAddendumAndAPublicConclusion) {
  world.hear_opinions();
  world.take_away_i1();
  world.act("dialogues/d-1/refuse-signature",
            {{"signer", "Đại diện khóm"}, {"reason", "Chưa thống nhất"}}, "cchc");
  world.act("dialogues/d-1/sign-addendum",
            {{"text", "Bổ sung thành phần"}, {"signers", {"of-chair"}}}, "chair");
  world.act("dialogues/d-1/publish-conclusion",
            {{"signer", "of-chair"}, {"text", "Kết luận"}, {"places", {"Trụ sở"}}}, "clerk");
  const auto dialogue = world.get("dialogues/d-1").body;
  EXPECT_EQ(dialogue["phase"], "concluded");
  EXPECT_EQ(dialogue["signatures_refused"].size(), 1u);
  EXPECT_EQ(dialogue["addenda"][0]["ordinal"], 1);
  EXPECT_EQ(dialogue["conclusion"]["late"], false);
  EXPECT_EQ(dialogue["conclusion"]["symbol"].get<std::string>().substr(2), "/TB-UBND");
}

TEST_F(DialogueActs, TheNextMeetingHearsWhatBecameOfTheLast) {
  world.hear_opinions();
  world.take_away_i1();
  EXPECT_EQ(world.refusal("dialogues/d-1/present-previous-results",
                          {{"issues", {"i-1"}}, {"said", "Đã giao"}}, "cchc"),
            "act_not_allowed_in_state");
  const auto scheduled = world.post("dialogues",
                                    {{"dialogue", "d-6"},
                                     {"khom", "tan-my"},
                                     {"date", "2021-01-28"},
                                     {"start", "08:00"},
                                     {"venue", {{"kind", "khom_office"}, {"place", "VP"}}},
                                     {"format", "dialogue"},
                                     {"chair", "of-chair"}},
                                    "cchc");
  ASSERT_EQ(scheduled.status(), 201) << scheduled.response.body;
  world.set_clock("2021-01-28T08:00:00+07:00");
  world.act("dialogues/d-6/open", {{"start", "08:00"}, {"chaired_by", "of-chair"}}, "cchc");
  world.act("dialogues/d-6/present-previous-results",
            {{"issues", {"i-1"}}, {"said", "Đã giao địa chính"}}, "cchc");
  EXPECT_EQ(world.get("dialogues/d-6").body["presented"]["issues"][0], "i-1");
}

}  // namespace
}  // namespace langnghe::api::spec
