#include <gtest/gtest.h>

#include "api/world.hpp"

namespace langnghe::api::spec {
namespace {

const Json kRedirect{
    {"counter", 2}, {"paper_register_number", "07/SNĐ"}, {"receiving_officer", "of-clerk"}};

class Denunciation : public testing::Test {
 protected:
  Denunciation() {
    world.found_ward();
    world.open_dialogue();
  }
  World world;
};

TEST_F(Denunciation, KeepsFiveFactsAndNoWord) {
  const auto before = world.size();
  const auto answer = world.post("dialogues/d-1/redirect-denunciation", kRedirect, "cchc");
  ASSERT_EQ(answer.status(), 201) << answer.response.body;
  EXPECT_EQ(world.size(), before + 2) << "the hand-over, and its counter in the register";
  const auto id = answer.body["id"].get<std::string>();
  EXPECT_EQ(answer.header("Location"), "/api/v1/wards/tan-quy-dong/issues/" + id);
  const auto issue = world.get("issues/" + id).body;
  EXPECT_EQ(issue["type"], "DENUNCIATION");
  EXPECT_EQ(issue["subject"], "");
  EXPECT_TRUE(issue["opinion"].is_null());
  EXPECT_EQ(issue["handed_over"]["paper_register_number"], "07/SNĐ");
  EXPECT_EQ(issue["handed_over"].size(), 6u);
}

TEST_F(Denunciation, HasNoFieldForWhatWasSaid) {
  constexpr std::string_view kSaid = "Ông Bảy lấn đất công";
  for (const auto* field : {"words", "subject", "text", "name", "speaker"}) {
    auto body = kRedirect;
    body[field] = kSaid;
    const auto answer = world.post("dialogues/d-1/redirect-denunciation", body, "cchc");
    EXPECT_EQ(answer.status(), 422) << field;
    EXPECT_EQ(answer.body["errors"][0]["code"], "unknown_field");
    EXPECT_EQ(answer.response.body.find(kSaid), std::string::npos) << "the text came back";
  }
  EXPECT_EQ(world.ledger_text().find("lấn đất"), std::string::npos);
}

TEST_F(Denunciation, IsNotClassifiedAsAnIssue) {
  world.hear_opinions();
  const auto answer =
      world.post("issues/i-1/classify",
                 {{"type", "DENUNCIATION"}, {"field", "ROADS"}, {"complexity", "simple"}}, "cchc",
                 {{"if-match", world.version_tag("issue-i-1")}});
  EXPECT_EQ(answer.status(), 422);
  EXPECT_EQ(answer.code(), "denunciation_keeps_nothing");
}

TEST_F(Denunciation, IsNotForTheKhomHeadToKnow) {
  const auto id = world.post("dialogues/d-1/redirect-denunciation", kRedirect, "cchc")
                      .body["id"]
                      .get<std::string>();
  EXPECT_EQ(world.get("issues/" + id, "head").status(), 404);
  EXPECT_EQ(world.get("issues", "head").body["total"], 0);
  const auto dialogue = world.get("dialogues/d-1", "head");
  EXPECT_TRUE(dialogue.body["redirected"].empty());
  EXPECT_EQ(dialogue.response.body.find(id), std::string::npos);
  EXPECT_EQ(world.get("dialogues/d-1").body["redirected"].size(), 1u);
}

}  // namespace
}  // namespace langnghe::api::spec
