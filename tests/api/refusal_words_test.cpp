// Refusals say what was wrong, in words that are true, and where.
#include <string>

#include <gtest/gtest.h>

#include "api/world.hpp"

namespace langnghe::api::spec {
namespace {

class RefusalWords : public testing::Test {
 protected:
  RefusalWords() { world.found_ward(); }

  void schedule() {
    ASSERT_EQ(world
                  .post("dialogues",
                        {{"dialogue", "d-9"},
                         {"khom", "tan-my"},
                         {"date", "2021-03-10"},
                         {"start", "08:00"},
                         {"venue", {{"kind", "khom_office"}, {"place", "Văn phòng khóm"}}},
                         {"format", "dialogue"},
                         {"chair", "of-chair"}},
                        "cchc")
                  .status(),
              201);
  }

  Answer refused(std::string_view path, const Json& body, std::string_view user,
                 std::string_view stream) {
    return world.post(path, body, user, {{"if-match", world.version_tag(stream)}});
  }
  static std::string detail(const Answer& answer) { return answer.body.value("detail", ""); }
  static std::string pointer(const Answer& answer) {
    return answer.body.contains("errors") ? answer.body["errors"][0].value("pointer", "") : "";
  }

  World world;
};

TEST_F(RefusalWords, ADialogueIsOpenedOnItsDay) {
  schedule();
  const auto listed = world.get("dialogues/d-9").body["allowed_commands"];
  const auto open =
      std::ranges::find_if(listed, [](const Json& act) { return act["command"] == "open"; });
  ASSERT_NE(open, listed.end());
  EXPECT_EQ((*open)["allowed"], false);
  EXPECT_EQ((*open)["code"], "not_the_meetings_day");
  const auto answer =
      refused("dialogues/d-9/open", {{"start", "08:00"}, {"chaired_by", "of-chair"}}, "cchc",
              "dialogue-d-9");
  EXPECT_EQ(answer.code(), "not_the_meetings_day");
  EXPECT_NE(detail(answer).find("2021-03-10"), std::string::npos) << detail(answer);
  EXPECT_EQ(detail(answer), (*open)["reason"]);
  EXPECT_EQ(pointer(answer), "/happened");
}

TEST_F(RefusalWords, WhoIsInvitedIsNotInvitedAgainAndOthersDoNotAnswer) {
  schedule();
  const Json front{{"participant", "Mặt trận Tổ quốc"}, {"role", "dự"}};
  world.act("dialogues/d-9/invite", front, "cchc");
  EXPECT_EQ(refused("dialogues/d-9/invite", front, "cchc", "dialogue-d-9").code(),
            "already_invited");
  const auto answer =
      refused("dialogues/d-9/answer-invitation", {{"participant", "Hội Phụ nữ"}, {"coming", true}},
              "cchc", "dialogue-d-9");
  EXPECT_EQ(answer.code(), "not_invited");
  EXPECT_EQ(detail(answer).find("\"\""), std::string::npos);
}

TEST_F(RefusalWords, ADenunciationIsRedirectedWhateverVersionTheDialogueWasSeenAt) {
  world.open_dialogue();
  const auto answer = world.post(
      "dialogues/d-1/redirect-denunciation",
      {{"counter", 1}, {"paper_register_number", "01/TC"}, {"receiving_officer", "of-chair"}},
      "chair", {{"if-match", world.version_tag("dialogue-d-1")}});
  EXPECT_EQ(answer.status(), 201) << answer.response.body;
}

TEST_F(RefusalWords, TheMemberIsNamedByAPointerThatIsThere) {
  const auto plan = [&](const Json& lines) {
    return world.post("plans/2022/draft", {{"title", "Kế hoạch"}, {"lines", lines}}, "cchc");
  };
  const auto wrong = plan({{{"khom", "tan-my"}, {"per_quarter", {1, 1, 1, 1}}},
                           {{"khom", "sa-nhien"}, {"per_quarter", {0, 0, 0, 0}}}});
  EXPECT_EQ(wrong.code(), "value_not_valid");
  EXPECT_EQ(pointer(wrong), "/lines/1/per_quarter") << wrong.response.body;
  const auto unknown = plan({{{"khom", "tan-my"}, {"per_quarter", {1, 1, 1, 1}}},
                             {{"khom", "nowhere"}, {"per_quarter", {1, 1, 1, 1}}}});
  EXPECT_EQ(unknown.code(), "unknown_khom");
  EXPECT_EQ(pointer(unknown), "/lines/1/khom") << unknown.response.body;
  world.open_dialogue();
  world.hear_opinions();
  world.take_away_i1();
  const auto blank = refused(
      "issues/i-1/split",
      {{"reason", "x"},
       {"parts",
        {{{"subject", "Một"}, {"field", "ROADS"}}, {{"subject", " "}, {"field", "ROADS"}}}}},
      "cchc", "issue-i-1");
  EXPECT_EQ(blank.code(), "value_required");
  EXPECT_EQ(pointer(blank), "/parts/1/subject") << blank.response.body;
  const auto future =
      refused("issues/i-1/accept", {{"happened", "2099-01-01"}}, "officer", "issue-i-1");
  EXPECT_EQ(future.code(), "happened_in_future");
  EXPECT_EQ(pointer(future), "/happened");
}

TEST_F(RefusalWords, StatesAndRolesAreSaidInTheReadersLanguage) {
  world.open_dialogue();
  world.hear_opinions();
  world.take_away_i1();
  const auto state = refused("issues/i-1/close", Json::object(), "cchc", "issue-i-1");
  EXPECT_NE(detail(state).find("đã giao"), std::string::npos) << detail(state);
  const auto english =
      world.post("issues/i-1/close", Json::object(), "cchc",
                 {{"if-match", world.version_tag("issue-i-1")}, {"accept-language", "en"}});
  EXPECT_NE(detail(english).find("assigned"), std::string::npos) << detail(english);
  const auto role = refused("issues/i-1/approve-answer", Json::object(), "clerk", "issue-i-1");
  EXPECT_NE(detail(role).find("Chủ tịch"), std::string::npos) << detail(role);
  EXPECT_EQ(role.body["facts"]["roles"], "chair");
}

TEST_F(RefusalWords, ASupplementWithoutADifferenceSaysThatNothingChanged) {
  world.set_clock("2021-04-05T08:00:00+07:00");
  ASSERT_EQ(world.post("reports/calendar/2021-Q1/freeze", Json::object(), "cchc").status(), 201);
  world.act("reports/calendar/2021-Q1/sign", {{"signer", "of-chair"}, {"capacity", "TM"}}, "chair");
  const auto read = world.get("reports/calendar/2021-Q1").body;
  for (const auto& act : read["allowed_commands"]) {
    if (act["command"] == "supplement") {
      EXPECT_EQ(act["code"], "figures_unchanged");
    }
  }
  const auto answer = refused("reports/calendar/2021-Q1/supplement", {{"reason", "Thử"}}, "cchc",
                              "report-calendar-2021-Q1");
  EXPECT_EQ(answer.code(), "figures_unchanged");
  EXPECT_EQ(answer.status(), 409);
}

}  // namespace
}  // namespace langnghe::api::spec
