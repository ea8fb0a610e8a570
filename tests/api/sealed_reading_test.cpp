#include <string>

#include <gtest/gtest.h>

#include "api/world.hpp"

namespace langnghe::api::spec {
namespace {

const Json kOpenable{{"sealed", true}, {"purpose_required", true}};
const Json kSealed{{"sealed", true}};
const Json kErased{{"erased", true}};

class SealedReads : public testing::Test {
 protected:
  SealedReads() {
    world.found_ward();
    world.open_dialogue();
    world.hear_opinions();
    world.take_away_i1();
  }
  [[nodiscard]] Json log() {
    return world.get("supervision/sealed-reads", "supervisor").body["items"];
  }
  World world;
};

TEST_F(SealedReads, WithoutAPurposeNothingIsOpenedAndNothingRecorded) {
  const auto size = world.size();
  const auto issue = world.get("issues/i-1", "chair");
  EXPECT_EQ(issue.status(), 200);
  EXPECT_EQ(issue.body["opinion"]["words"], kOpenable);
  EXPECT_EQ(issue.body["opinion"]["resident"]["name"], kOpenable);
  EXPECT_EQ(world.get("residents/r-1", "chair").body["phone"], kOpenable);
  EXPECT_EQ(world.size(), size);
}

TEST_F(SealedReads, WhoReadWhatAndWhyIsRecordedBeforeTheAnswer) {
  const auto size = world.size();
  const auto issue = world.open("issues/i-1", "officer");
  EXPECT_EQ(issue.body["opinion"]["words"], kWords);
  EXPECT_EQ(issue.header("Cache-Control"), "no-store");
  EXPECT_EQ(world.size(), size + 1);
  ASSERT_EQ(log().size(), 1u);
  EXPECT_EQ(log()[0]["resident"], "r-1");
  EXPECT_EQ(log()[0]["subject"], "issue-i-1");
  EXPECT_EQ(log()[0]["purpose"], "Báo kết quả");
  EXPECT_EQ(log()[0]["by"], "officer");
  EXPECT_EQ(log()[0]["role"], "officer");
  // The same reading again is another reading.
  EXPECT_EQ(world.open("issues/i-1", "officer").status(), 200);
  EXPECT_EQ(log().size(), 2u);
  EXPECT_EQ(world.get("supervision/sealed-reads?resident=r-9", "chair").body["items"].size(), 0u);
  EXPECT_EQ(world.get("supervision/sealed-reads", "officer").status(), 403);
}

TEST_F(SealedReads, APurposeOpensNoMoreThanTheRoleMaySee) {
  const auto size = world.size();
  EXPECT_EQ(world.open("issues/i-1", "supervisor").body["opinion"]["words"], kSealed);
  EXPECT_EQ(world.size(), size);
  EXPECT_EQ(world.open("residents/r-1", "clerk").body["address"], kAddress);
  EXPECT_EQ(world.size(), size + 1);
}

TEST_F(SealedReads, EveryPersonOpenedAtADialogueIsRecorded) {
  const auto dialogue = world.open("dialogues/d-1", "cchc").body;
  EXPECT_EQ(dialogue["opinions"][0]["resident"]["name"], kName);
  EXPECT_EQ(log().size(), 2u);  // the second speaker gave no name, but words
}

TEST_F(SealedReads, AnOpenedAnswerIsNeverSaidToBeUnchanged) {
  const auto masked = world.get("issues/i-1", "chair");
  const Headers known{{"if-none-match", masked.etag()}};
  EXPECT_EQ(world.get("issues/i-1", "chair", known).status(), 304);
  auto with_purpose = known;
  with_purpose["x-purpose"] = "Báo kết quả";
  const auto opened = world.get("issues/i-1", "chair", with_purpose);
  EXPECT_EQ(opened.status(), 200);
  EXPECT_EQ(opened.body["opinion"]["words"], kWords);
  EXPECT_EQ(log()[0]["purpose"], "Báo kết quả");
}

TEST_F(SealedReads, APurposeSaysSomething) {
  EXPECT_EQ(world.get("issues/i-1?purpose=%20").body["errors"][0]["code"], "value_required");
  EXPECT_EQ(world.get("issues/i-1?purpose=" + std::string(501, 'a')).body["errors"][0]["code"],
            "too_long");
  EXPECT_EQ(world.get("issues/i-1", "cchc", {{"x-purpose", "\xff"}}).body["errors"][0]["code"],
            "not_utf8");
  const auto size = world.size();
  EXPECT_EQ(world.send(Method::head, "issues/i-1?purpose=x", "cchc").status(), 200);
  EXPECT_EQ(world.size(), size);
}

TEST_F(SealedReads, AWithheldNameIsForWhoHandlesTheMatter) {
  world.act("residents/r-1/withhold-identity", {{"reason", "Đề nghị giữ kín"}}, "cchc");
  EXPECT_EQ(world.open("issues/i-1", "head").body["opinion"]["resident"]["name"], kSealed);
  EXPECT_EQ(world.open("issues/i-1", "clerk").body["opinion"]["resident"]["name"], kSealed);
  EXPECT_EQ(world.open("issues/i-1", "officer").body["opinion"]["resident"]["name"], kName);
  EXPECT_EQ(world.open("residents/r-1", "officer").body["name"], kSealed);
  EXPECT_EQ(world.open("residents/r-1", "chair").body["name"], kName);
  EXPECT_EQ(world.get("residents/r-1", "cchc").body["phase"], "withheld");
  world.act("residents/r-1/reveal-identity", {{"reason", "Đồng ý"}}, "cchc");
  EXPECT_EQ(world.open("issues/i-1", "head").body["opinion"]["resident"]["name"], kName);
}

TEST_F(SealedReads, AContactIsChangedAndSealed) {
  constexpr std::string_view kNewPhone = "0987654321";
  world.act("residents/r-1/change-contact", {{"phone", kNewPhone}, {"reason", "Đổi số"}}, "clerk");
  EXPECT_EQ(world.ledger_text().find(kNewPhone), std::string::npos);
  const auto resident = world.open("residents/r-1", "cchc").body;
  EXPECT_EQ(resident["phone"], kNewPhone);
  EXPECT_EQ(resident["name"], kName);
  EXPECT_EQ(resident["issues"], (Json{"i-1", "i-2"}));
  EXPECT_EQ(world.refusal("residents/r-1/change-contact", {{"reason", "x"}}, "clerk"),
            "value_required");
  const auto blank = world.post("residents/r-1/change-contact", {{"name", " "}, {"reason", "x"}},
                                "clerk", {{"if-match", world.version_tag("resident-r-1")}});
  EXPECT_EQ(blank.body["errors"][0]["pointer"], "/name");
  EXPECT_EQ(world
                .post("residents/r-none/change-contact", {{"name", "A"}, {"reason", "x"}}, "clerk",
                      {{"if-match", "\"1\""}})
                .status(),
            404);
}

TEST_F(SealedReads, ErasureIsShownInThePersonsPlace) {
  const Json erasure{{"ground", "lawful_request"},
                     {"reason", "Theo yêu cầu"},
                     {"decision", "12/QĐ-UBND"},
                     {"decided_on", "2021-01-15"}};
  EXPECT_EQ(world.refusal("residents/r-1/destroy-key", erasure, "chair"), "issue_open");
  world.answer_i1();
  auto over = erasure;
  over["ground"] = "retention_over";
  EXPECT_EQ(world.refusal("residents/r-1/destroy-key", over, "chair"), "retention_running");
  auto named = erasure;
  named["issues"] = Json::array();
  EXPECT_EQ(world.refusal("residents/r-1/destroy-key", named, "chair"), "body_invalid");
  EXPECT_EQ(world.act("residents/r-1/destroy-key", erasure, "chair").body["state"]["phase"],
            "erased");
  for (const auto* user : {"chair", "supervisor"}) {
    const auto opinion = world.open("issues/i-1", user).body["opinion"];
    EXPECT_EQ(opinion["words"], kErased) << user;
    EXPECT_EQ(opinion["resident"]["name"], kErased) << user;
    EXPECT_EQ(opinion["resident"]["erasure"]["decision"], "12/QĐ-UBND") << user;
    EXPECT_EQ(opinion["resident"]["erasure"]["ground"], "lawful_request") << user;
    EXPECT_EQ(opinion["resident"]["erasure"]["decided_on"], "2021-01-15") << user;
  }
  EXPECT_TRUE(log().empty());
  EXPECT_EQ(world
                .post("residents/r-1/change-contact", {{"name", "A"}, {"reason", "x"}}, "clerk",
                      {{"if-match", world.version_tag("resident-r-1")}})
                .status(),
            409);
}

}  // namespace
}  // namespace langnghe::api::spec
