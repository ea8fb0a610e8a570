#include <algorithm>

#include <gtest/gtest.h>

#include "api/world.hpp"

namespace langnghe::api::spec {
namespace {

class Acting : public testing::Test {
 protected:
  Acting() {
    world.found_ward();
    world.open_dialogue();
    world.hear_opinions();
    world.take_away_i1();
  }
  World world;
  const Json assign{{"assignee", "officer"}, {"unit", "Văn hóa"}};
};

TEST_F(Acting, ACreationAnswersWhereTheNewResourceIs) {
  const auto answer = world.post("users/new-1/register", {{"display_name", "Mới"}}, "admin");
  EXPECT_EQ(answer.status(), 201);
  const auto scheduled = world.post("dialogues",
                                    {{"khom", "sa-nhien"},
                                     {"date", "2021-02-01"},
                                     {"start", "19:00"},
                                     {"format", "dialogue"},
                                     {"venue", {{"kind", "khom_office"}, {"place", "VP"}}},
                                     {"chair", "of-chair"}},
                                    "cchc");
  ASSERT_EQ(scheduled.status(), 201) << scheduled.response.body;
  const auto id = scheduled.body["id"].get<std::string>();
  EXPECT_EQ(scheduled.header("Location"), "/api/v1/wards/tan-quy-dong/dialogues/" + id);
  EXPECT_EQ(world.get("dialogues/" + id).status(), 200);
}

TEST_F(Acting, AnAnswerTellsVersionPositionEventsAndWhatMayBeDoneNow) {
  const auto before = world.size();
  const auto answer = world.act("issues/i-1/accept", Json::object(), "officer");
  EXPECT_EQ(answer.status(), 200);
  EXPECT_EQ(answer.etag(), world.version_tag("issue-i-1"));
  EXPECT_EQ(answer.body["position"], before);
  EXPECT_EQ(answer.body["ledger_size"], before + 1);
  EXPECT_EQ(answer.body["events"][0]["type"], "issue.assignment_accepted");
  EXPECT_EQ(answer.body["state"]["phase"], "accepted");
  EXPECT_EQ(answer.body["state"]["effective_due"], world.get("issues/i-1").body["effective_due"]);
}

TEST_F(Acting, ARepeatGivesTheSameBytesWhateverHappenedSince) {
  const Headers headers{{"idempotency-key", "once"}, {"if-match", world.version_tag("issue-i-1")}};
  const auto first = world.post("issues/i-1/accept", Json::object(), "officer", headers);
  ASSERT_EQ(first.status(), 200) << first.response.body;
  world.act("issues/i-1/draft-answer",
            {{"outcome", "DONE"}, {"text", "Xong"}, {"legal_basis", "Quy định mẫu"}}, "officer");
  const auto size = world.size();
  const auto again = world.post("issues/i-1/accept", Json::object(), "officer", headers);
  EXPECT_EQ(again.status(), first.status());
  EXPECT_EQ(again.response.body, first.response.body);
  EXPECT_EQ(again.etag(), first.etag());
  EXPECT_EQ(again.header("Idempotent-Replayed"), "true");
  EXPECT_EQ(first.header("Idempotent-Replayed"), "");
  EXPECT_EQ(world.size(), size);
}

TEST_F(Acting, ARepeatedOpinionMakesNoSecondPerson) {
  World other;
  other.found_ward();
  other.open_dialogue();
  const Json body{{"words", "Mất nước"},
                  {"speaker", {{"name", "Lê Văn Sen"}}},
                  {"issues", {{{"subject", "Nước"}, {"field", "ROADS"}}}}};
  const Headers headers{{"idempotency-key", "kit-7"}, {"if-match", "*"}};
  const auto first = other.post("dialogues/d-1/record-opinion", body, "cchc", headers);
  ASSERT_EQ(first.status(), 200) << first.response.body;
  const auto again = other.post("dialogues/d-1/record-opinion", body, "cchc", headers);
  EXPECT_EQ(again.response.body, first.response.body);
  EXPECT_EQ(other.get("dialogues/d-1").body["opinions"].size(), 1u);
}

TEST_F(Acting, ARepeatIsAnsweredEvenAfterThePersonWasErased) {
  World other;
  other.found_ward();
  other.open_dialogue();
  const Json body{{"words", "Mất nước"},
                  {"speaker", {{"resident", "r-9"}, {"name", "Lê Sen"}}},
                  {"issues", {{{"subject", "Nước"}, {"field", "ROADS"}}}}};
  const Headers headers{{"idempotency-key", "kit-8"}, {"if-match", "*"}};
  const auto first = other.post("dialogues/d-1/record-opinion", body, "cchc", headers);
  ASSERT_EQ(first.status(), 200);
  ASSERT_TRUE(other.vault().destroy_key(key_of("r-9")).has_value());
  EXPECT_EQ(other.post("dialogues/d-1/record-opinion", body, "cchc", headers).response.body,
            first.response.body);
  const auto more = other.post("dialogues/d-1/record-opinion",
                               {{"words", "Thêm"},
                                {"speaker", {{"resident", "r-9"}}},
                                {"issues", {{{"subject", "Nữa"}, {"field", "ROADS"}}}}},
                               "cchc", {{"if-match", "*"}});
  EXPECT_EQ(more.code(), "resident_key_destroyed");
}

TEST_F(Acting, AKeyStandsForOneRequestOfOneUser) {
  const Headers headers{{"idempotency-key", "same"}, {"if-match", world.version_tag("issue-i-1")}};
  ASSERT_EQ(world.post("issues/i-1/assign", assign, "cchc", headers).status(), 200);
  auto other = assign;
  other["unit"] = "Tư pháp";
  const auto reused = world.post("issues/i-1/assign", other, "cchc", headers);
  EXPECT_EQ(reused.status(), 422);
  EXPECT_EQ(reused.code(), "idempotency_key_reused");
  const auto by_another =
      world.post("issues/i-1/accept", Json::object(), "officer",
                 {{"idempotency-key", "same"}, {"if-match", world.version_tag("issue-i-1")}});
  EXPECT_EQ(by_another.status(), 200) << by_another.response.body;
}

TEST_F(Acting, WhoSawAnOldVersionIsToldWhatHappenedSince) {
  const auto seen = world.version_tag("issue-i-1");
  world.act("issues/i-1/accept", Json::object(), "officer");
  const auto stale = world.post("issues/i-1/assign", assign, "cchc", {{"if-match", seen}});
  EXPECT_EQ(stale.status(), 412);
  EXPECT_EQ(stale.code(), "version_stale");
  EXPECT_EQ('"' + std::to_string(stale.body["current_version"].get<int>()) + '"',
            world.version_tag("issue-i-1"));
  ASSERT_EQ(stale.body["changes"].size(), 1u);
  EXPECT_EQ(stale.body["changes"][0]["type"], "issue.assignment_accepted");
  EXPECT_EQ(stale.body["changes"][0]["user"], "officer");
  EXPECT_EQ(stale.body["changes"][0]["role"], "officer");
  EXPECT_EQ(stale.body["changes"][0]["recorded"], "2021-01-15T08:00:00+07:00");
}

TEST_F(Acting, AChangeNeedsTheVersionSeen) {
  EXPECT_EQ(world.post("issues/i-1/assign", assign, "cchc").status(), 428);
  EXPECT_EQ(world.post("issues/i-1/assign", assign, "cchc", {{"if-match", "*"}}).code(),
            "if_match_malformed");
  EXPECT_EQ(world.post("issues/i-1/assign", assign, "cchc", {{"if-match", "abc"}}).status(), 400);
  EXPECT_EQ(world.post("issues/nothing/assign", assign, "cchc", {{"if-match", "\"1\""}}).status(),
            404);
}

TEST_F(Acting, AKeyIsNeededAndVisible) {
  const auto none =
      world.send(Method::post, "issues/i-1/assign", "cchc", assign.dump(), {{"if-match", "\"1\""}});
  EXPECT_EQ(none.status(), 400);
  EXPECT_EQ(none.code(), "idempotency_key_missing");
  for (const auto& key : {std::string("with space"), std::string(256, 'k'), std::string("khóa")}) {
    EXPECT_EQ(world.post("issues/i-1/assign", assign, "cchc", {{"idempotency-key", key}}).code(),
              "idempotency_key_malformed");
  }
  EXPECT_EQ(world
                .post("issues/i-1/assign", assign, "cchc",
                      {{"idempotency-key", std::string(255, 'k')},
                       {"if-match", world.version_tag("issue-i-1")}})
                .status(),
            200);
}

TEST_F(Acting, TheFirstActOfADocumentNeedsNoVersionAndTheNextOneDoes) {
  world.set_clock("2021-04-02T08:00:00+07:00");
  const auto frozen = world.post("reports/calendar/2021-Q1/freeze", Json::object(), "cchc");
  EXPECT_EQ(frozen.status(), 201) << frozen.response.body;
  const Json draft{{"narrative", "Quý I"}};
  EXPECT_EQ(world.post("reports/calendar/2021-Q1/draft", draft, "cchc").code(),
            "if_match_required");
  EXPECT_EQ(
      world.post("reports/calendar/2021-Q1/draft", draft, "cchc", {{"if-match", frozen.etag()}})
          .status(),
      200);
}

TEST_F(Acting, ACreationIsNotRepeatedOverWhatExists) {
  const Json body{{"display_name", "X"}};
  EXPECT_EQ(world.post("users/cchc/register", body, "admin").code(), "already_exists");
  EXPECT_EQ(world.post("users/cchc/register", body, "admin", {{"if-none-match", "*"}}).status(),
            412);
  EXPECT_EQ(world.post("users/u-2/register", body, "admin", {{"if-match", "\"0\""}}).status(), 201);
}

TEST_F(Acting, TheRoleActedInIsOneOfTheirs) {
  world.act("users/cchc/grant-role", {{"role", "clerk"}, {"khoms", Json::array()}}, "admin");
  const auto refused =
      world.post("issues/i-1/assign", assign, "cchc",
                 {{"if-match", world.version_tag("issue-i-1")}, {"x-acting-role", "clerk"}});
  EXPECT_EQ(refused.code(), "role_not_permitted");
  EXPECT_EQ(refused.status(), 403);
  const auto foreign =
      world.post("issues/i-1/assign", assign, "cchc",
                 {{"if-match", world.version_tag("issue-i-1")}, {"x-acting-role", "chair"}});
  EXPECT_EQ(foreign.code(), "acting_role_not_held");
  EXPECT_EQ(world.act("issues/i-1/assign", assign, "cchc").status(), 200);
}

TEST_F(Acting, AnActThatTheStateForbidsNamesThoseItAllows) {
  const auto refused = world.post("issues/i-1/close", Json::object(), "cchc",
                                  {{"if-match", world.version_tag("issue-i-1")}});
  EXPECT_EQ(refused.status(), 409);
  EXPECT_EQ(refused.code(), "act_not_allowed_in_state");
  const auto& allowed = refused.body["allowed_commands"];
  const auto told = std::ranges::find(allowed, "assign", [](const auto& act) {
    return act["command"].template get<std::string>();
  });
  ASSERT_NE(told, allowed.end()) << allowed;
  EXPECT_EQ((*told)["allowed"], true);
  EXPECT_TRUE((*told)["reason"].is_null());
}

TEST_F(Acting, AnActEnteredLaterIsShownAsLate) {
  world.set_clock("2021-01-25T08:00:00+07:00");
  world.act("issues/i-1/accept", {{"happened", "2021-01-18"}}, "officer");
  const auto history = world.get("issues/i-1/history").body["items"];
  EXPECT_EQ(history.back()["happened"], "2021-01-18");
  EXPECT_EQ(history.back()["late_days"], 7);
  const auto ahead = world.post("issues/i-1/draft-answer",
                                {{"outcome", "DONE"},
                                 {"text", "x"},
                                 {"legal_basis", "Quy định mẫu"},
                                 {"happened", "2021-02-01"}},
                                "officer", {{"if-match", world.version_tag("issue-i-1")}});
  EXPECT_EQ(ahead.code(), "happened_in_future");
}

}  // namespace
}  // namespace langnghe::api::spec
