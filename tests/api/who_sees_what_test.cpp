#include <gtest/gtest.h>

#include "api/world.hpp"

namespace langnghe::api::spec {
namespace {

const Json kSealed{{"sealed", true}};
const Json kErased{{"erased", true}};

class WhoSeesWhat : public testing::Test {
 protected:
  WhoSeesWhat() {
    world.found_ward();
    world.open_dialogue();
    world.hear_opinions();
    world.take_away_i1();
  }
  World world;
};

TEST_F(WhoSeesWhat, ThoseWhoWorkOnItReadWhatWasSaidAndByWhom) {
  for (const auto* user : {"chair", "cchc", "officer", "head"}) {
    const auto opinion = world.open("issues/i-1", user).body["opinion"];
    EXPECT_EQ(opinion["words"], kWords) << user;
    EXPECT_EQ(opinion["resident"]["name"], kName) << user;
    EXPECT_EQ(opinion["resident"]["phone"], kPhone) << user;
    EXPECT_EQ(world.open("dialogues/d-1", user).body["opinions"][0]["words"], kWords) << user;
  }
}

TEST_F(WhoSeesWhat, TheClerkHasTheAddressToDeliverTo) {
  const auto opinion = world.open("issues/i-1", "clerk").body["opinion"];
  EXPECT_EQ(opinion["words"], kSealed);
  EXPECT_EQ(opinion["resident"]["name"], kName);
  EXPECT_EQ(opinion["resident"]["address"], kAddress);
  EXPECT_EQ(opinion["resident"]["phone"], kSealed);
}

TEST_F(WhoSeesWhat, TheOthersSeeThatThereIsSomethingSealed) {
  for (const auto* user : {"supervisor", "admin"}) {
    for (const auto* path : {"issues/i-1", "issues/i-1/history", "dialogues/d-1",
                             "events?limit=500", "issues", "schedule?year=2021"}) {
      const auto answer = world.get(path, user);
      ASSERT_EQ(answer.status(), 200) << user << path;
      for (const auto secret : {kWords, kName, kPhone, kAddress}) {
        EXPECT_EQ(answer.response.body.find(secret), std::string::npos) << user << path;
      }
    }
    const auto opened = world.open("issues/i-1", user);
    EXPECT_EQ(opened.body["opinion"]["words"], kSealed);
    EXPECT_EQ(opened.body["opinion"]["resident"]["name"], kSealed);
  }
}

TEST_F(WhoSeesWhat, WhatIsErasedStaysKnownAsErased) {
  const auto figures = world.get("reports/calendar/2021-Q1").body["figures"];
  ASSERT_TRUE(world.vault().destroy_key(key_of("r-1")).has_value());
  const auto issue = world.open("issues/i-1", "chair").body;
  EXPECT_EQ(issue["opinion"]["words"], kErased);
  EXPECT_EQ(issue["opinion"]["resident"]["name"], kErased);
  EXPECT_EQ(issue["subject"], "Đèn đường hẻm 12");
  EXPECT_EQ(world.get("reports/calendar/2021-Q1").body["figures"], figures);
}

TEST_F(WhoSeesWhat, NothingPersonalIsReadableInTheLedger) {
  const auto text = world.ledger_text();
  for (const auto secret : {kWords, kName, kPhone, kAddress}) {
    EXPECT_EQ(text.find(secret), std::string::npos) << secret;
  }
}

TEST_F(WhoSeesWhat, AKhomHeadKnowsOnlyTheirOwnKhom) {
  world.set_clock("2021-01-16T08:00:00+07:00");
  ASSERT_EQ(world
                .post("dialogues",
                      {{"dialogue", "d-2"},
                       {"khom", "sa-nhien"},
                       {"date", "2021-01-16"},
                       {"start", "08:00"},
                       {"venue", {{"kind", "khom_office"}, {"place", "VP"}}},
                       {"format", "dialogue"},
                       {"chair", "of-chair"}},
                      "cchc")
                .status(),
            201);
  world.act("dialogues/d-2/open", {{"start", "08:00"}, {"chaired_by", "of-chair"}}, "cchc");
  world.act("dialogues/d-2/record-opinion",
            {{"words", "Chợ ồn"},
             {"issues", {{{"issue", "i-9"}, {"subject", "Chợ"}, {"field", "ROADS"}}}}},
            "cchc");
  EXPECT_EQ(world.get("issues", "cchc").body["total"], 4);
  EXPECT_EQ(world.get("issues", "head").body["total"], 3);
  EXPECT_EQ(world.get("issues/i-9", "head").status(), 404);
  EXPECT_EQ(world.get("issues/i-9/history", "head").status(), 404);
  EXPECT_EQ(world.get("dialogues/d-2", "head").status(), 404);
  EXPECT_EQ(world.get("dialogues", "head").body["items"].size(), 1u);
  EXPECT_EQ(world.get("schedule?year=2021", "head").body["cells"].size(), 4u);
  EXPECT_EQ(world.get("events", "head").status(), 403);
  EXPECT_EQ(world.get("reports/calendar/2021-Q1", "head").status(), 403);
  const Json note{{"text", "x"}, {"visibility", "public"}};
  const auto stale = world.post("issues/i-9/note-progress", note, "head", {{"if-match", "\"9\""}});
  EXPECT_EQ(stale.status(), 404) << stale.response.body;
  const auto scoped = world.post("issues/i-9/note-progress", note, "head",
                                 {{"if-match", world.version_tag("issue-i-9")}});
  EXPECT_EQ(scoped.status(), 404) << scoped.response.body;
}

TEST_F(WhoSeesWhat, AHouseholdsAddressIsSealed) {
  const auto scheduled = world.post("dialogues",
                                    {{"dialogue", "d-3"},
                                     {"khom", "tan-my"},
                                     {"date", "2021-02-20"},
                                     {"start", "19:00"},
                                     {"venue", {{"kind", "household"}, {"host_address", kAddress}}},
                                     {"format", "round_table"},
                                     {"chair", "of-chair"}},
                                    "cchc");
  ASSERT_EQ(scheduled.status(), 201) << scheduled.response.body;
  EXPECT_EQ(world.open("dialogues/d-3", "chair").body["venue"]["host_address"], kAddress);
  EXPECT_EQ(world.open("dialogues/d-3", "supervisor").body["venue"]["host_address"], kSealed);
  EXPECT_EQ(world.ledger_text().find(kAddress), std::string::npos);
}

TEST_F(WhoSeesWhat, WhatAResidentThinksOfTheAnswerIsSealed) {
  constexpr std::string_view kThanks = "Cảm ơn, đèn sáng rồi";
  world.answer_i1();
  world.act("issues/i-1/ask-feedback", {{"channel", "điện thoại"}}, "cchc");
  world.act("issues/i-1/record-feedback",
            {{"verdict", "satisfied"}, {"solved_in_reality", true}, {"words", kThanks}}, "cchc");
  EXPECT_EQ(world.ledger_text().find(kThanks), std::string::npos);
  EXPECT_EQ(world.get("issues/i-1").body["verdict"], "satisfied");
}

TEST_F(WhoSeesWhat, AnUnknownSpeakerLeavesNoKey) {
  const auto size = world.size();
  const auto answer = world.post("dialogues/d-1/record-opinion",
                                 {{"words", "x"},
                                  {"speaker", {{"resident", "r-none"}}},
                                  {"issues", {{{"subject", "x"}, {"field", "ROADS"}}}}},
                                 "cchc", {{"if-match", "*"}});
  EXPECT_EQ(answer.status(), 422);
  EXPECT_EQ(answer.body["errors"][0]["pointer"], "/speaker/resident");
  const auto sealed = world.vault().seal(key_of("r-none"), {{std::string(kWard)}, {"x"}, "f"}, "x");
  ASSERT_FALSE(sealed.has_value());
  EXPECT_EQ(sealed.error().code, eventstore::VaultErrorCode::no_key);
  const auto by_clerk = world.post("dialogues/d-1/record-opinion",
                                   {{"words", "x"},
                                    {"speaker", {{"resident", "r-2"}, {"name", "B"}}},
                                    {"issues", {{{"subject", "x"}, {"field", "ROADS"}}}}},
                                   "clerk", {{"if-match", "*"}});
  EXPECT_EQ(by_clerk.status(), 403);
  EXPECT_FALSE(
      world.vault().seal(key_of("r-2"), {{std::string(kWard)}, {"x"}, "f"}, "x").has_value());
  EXPECT_EQ(world.size(), size);
}

}  // namespace
}  // namespace langnghe::api::spec
