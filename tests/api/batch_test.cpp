// Several acts in one request.
#include <string>

#include <gtest/gtest.h>

#include "api/world.hpp"

namespace langnghe::api::spec {
namespace {

using namespace nlohmann::literals;

class Batch : public testing::Test {
 protected:
  Batch() {
    world.found_ward();
    world.open_dialogue();
  }

  Answer send(const std::string& mode, const Json& acts, std::string_view user = "cchc",
              Headers headers = {}) {
    return world.send(Method::post, "acts", user, Json{{"mode", mode}, {"acts", acts}}.dump(),
                      std::move(headers));
  }

  static Json opinion(int number, const std::string& words = "Loa phường kêu to quá") {
    const auto n = std::to_string(number);
    return {{"id", "evening-" + n},
            {"path", "dialogues/d-1/record-opinion"},
            {"if_match", "*"},
            {"body",
             {{"opinion", "o-" + n},
              {"words", words},
              {"anonymous", true},
              {"issues", {{{"issue", "i-" + n}, {"subject", "Loa"}, {"field", "ROADS"}}}}}}};
  }

  static Json note(const std::string& id, const std::string& issue) {
    return {{"id", id},
            {"path", "issues/" + issue + "/note"},
            {"if_match", "\"1\""},
            {"body", {{"reason", "Ghi nhận"}}}};
  }

  std::string record_of(const std::string& key) {
    const auto events = world.get("events?form=shown&limit=500").body;
    for (const auto& line : events["items"]) {
      if (line["data"].dump().find(key) != std::string::npos) {
        return line["id"];
      }
    }
    return {};
  }

  Json last_event() { return world.get("events?form=shown&order=newest&limit=1").body["items"][0]; }

  World world;
};

TEST_F(Batch, OfAnEveningIsDoneInOrderAndEachActIsAnsweredByItself) {
  Json acts = Json::array();
  for (int i = 1; i <= 60; ++i) {
    acts.push_back(opinion(i));
  }
  acts[10]["body"]["issues"] = Json::array();
  acts.push_back(note("evening-note", "i-2"));
  const auto answer = send("each", acts);
  ASSERT_EQ(answer.status(), 200) << answer.response.body;
  const auto& done = answer.body["acts"];
  ASSERT_EQ(done.size(), 61u);
  for (std::size_t i = 0; i < done.size(); ++i) {
    EXPECT_EQ(done[i]["id"], acts[i]["id"]);
    EXPECT_EQ(done[i]["repeated"], false);
    EXPECT_EQ(done[i]["status"], i == 10 ? 422 : 200) << done[i];
    EXPECT_EQ(done[i].contains("problem"), i == 10);
    EXPECT_EQ(done[i].contains("answer"), i != 10);
  }
  EXPECT_EQ(done[10]["problem"]["code"], "opinion_without_issue");
  EXPECT_EQ(done[10]["problem"]["instance"],
            "/api/v1/wards/tan-quy-dong/dialogues/d-1/record-opinion");
  EXPECT_EQ(done[60]["answer"].value("/state/phase"_json_pointer, ""), "noted") << done[60];
  EXPECT_EQ(answer.body["ledger_size"], world.size());
  EXPECT_EQ(world.get("issues").body["total"], 59);
}

/// The cut came in the middle: what was done is told again, the rest is done now.
TEST_F(Batch, SentAgainGivesTheSameAnswersAndDoesTheRest) {
  const auto first = send("each", Json::array({opinion(1), opinion(2)}));
  const auto size = world.size();
  const auto again = send("each", Json::array({opinion(1), opinion(2), opinion(3)}));
  ASSERT_EQ(again.status(), 200);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(again.body["acts"][i]["answer"], first.body["acts"][i]["answer"]);
    EXPECT_EQ(again.body["acts"][i]["repeated"], true);
  }
  EXPECT_EQ(again.body["acts"][2]["repeated"], false);
  EXPECT_GT(world.size(), size);
  const auto total = world.size();
  const auto whole = send("all", Json::array({opinion(1), opinion(2), opinion(3)}));
  EXPECT_EQ(whole.body["acts"][2]["answer"], again.body["acts"][2]["answer"]);
  EXPECT_EQ(whole.body["acts"][2]["repeated"], true);
  EXPECT_EQ(world.size(), total);
}

TEST_F(Batch, AndTheSingleActHaveOneKey) {
  const auto act = opinion(1);
  const auto single =
      world.send(Method::post, "dialogues/d-1/record-opinion", "cchc", act["body"].dump(),
                 {{"idempotency-key", "evening-1"}, {"if-match", "*"}});
  ASSERT_EQ(single.status(), 200) << single.response.body;
  const auto size = world.size();
  for (const auto* mode : {"each", "all"}) {
    const auto batch = send(mode, Json::array({act}));
    EXPECT_EQ(batch.body["acts"][0]["answer"], single.body) << mode;
    EXPECT_EQ(batch.body["acts"][0]["repeated"], true);
  }
  const auto other = send("each", Json::array({opinion(1, "Việc khác")}));
  EXPECT_EQ(other.body["acts"][0]["problem"]["code"], "idempotency_key_reused");
  EXPECT_EQ(world.size(), size);
  ASSERT_EQ(send("all", Json::array({opinion(2)})).status(), 200);
  const auto after =
      world.send(Method::post, "dialogues/d-1/record-opinion", "cchc", opinion(2)["body"].dump(),
                 {{"idempotency-key", "evening-2"}, {"if-match", "*"}});
  EXPECT_EQ(after.header("Idempotent-Replayed"), "true");
}

/// The bytes of a body are what its key stands for, however the batch around it is laid out.
TEST_F(Batch, TakesEachBodyAsTheBytesThatWereSent) {
  const std::string body =
      R"({ "opinion":"o-1", "words":"Đèn \"hư\" {rồi} [ba] \\ tháng", "anonymous" : true,)"
      R"("issues":[{"issue":"i-1","subject":"Đèn","field":"ROADS"}] })";
  const auto single = world.send(Method::post, "dialogues/d-1/record-opinion", "cchc", body,
                                 {{"idempotency-key", "evening-1"}, {"if-match", "*"}});
  ASSERT_EQ(single.status(), 200) << single.response.body;
  const auto batch = world.send(
      Method::post, "acts", "cchc",
      R"( { "\u0061cts" : [ { "id":"x\"],}", "path":"a/b" } , { "if_match":"*","\u0062ody" :)" +
          body + R"( ,"path":"dialogues/d-1/record-opinion","id":"evening-1"}], "mode":"each"} )",
      {});
  ASSERT_EQ(batch.status(), 200) << batch.response.body;
  EXPECT_EQ(batch.body["acts"][1]["answer"], single.body) << batch.body["acts"][1];
}

TEST_F(Batch, OfModeAllIsOneCommitOrNothing) {
  const auto size = world.size();
  auto wrong = note("n-2", "i-2");
  wrong["body"]["reason"] = "";
  const auto refused =
      send("all", Json::array({opinion(1), opinion(2), note("n-1", "i-1"), wrong, opinion(3)}));
  EXPECT_EQ(refused.status(), 422) << refused.response.body;
  EXPECT_EQ(refused.body["facts"]["batch_act"], "n-2");
  EXPECT_EQ(refused.body["facts"]["batch_index"], "3");
  EXPECT_EQ(refused.body["errors"][0]["pointer"], "/acts/3/body/reason");
  EXPECT_EQ(world.size(), size);
  const auto alone = send("each", Json::array({note("n-9", "i-2")}));
  EXPECT_EQ(alone.body["acts"][0]["status"], 404);

  wrong["body"]["reason"] = "Ghi nhận";
  const auto done =
      send("all", Json::array({opinion(1), opinion(2), note("n-1", "i-1"), wrong, opinion(3)}));
  ASSERT_EQ(done.status(), 200) << done.response.body;
  std::uint64_t position = size;
  for (const auto& act : done.body["acts"]) {
    EXPECT_EQ(act["repeated"], false);
    EXPECT_EQ(act["answer"]["position"], position) << "one commit, act after act";
    position += act["answer"]["events"].size();
  }
  EXPECT_EQ(world.size(), position);
  EXPECT_EQ(world.get("issues?phase=noted").body["total"], 2);
}

/// A person who was met earlier the same evening, and a dialogue that begins with the batch.
TEST_F(Batch, OfModeAllSeesWhatItsEarlierActsMade) {
  auto first = opinion(1);
  first["body"].erase("anonymous");
  first["body"]["speaker"] = {{"resident", "r-7"}, {"name", kName}, {"phone", kPhone}};
  auto second = opinion(2);
  second["body"].erase("anonymous");
  second["body"]["speaker"] = {{"resident", "r-7"}};
  const auto done = send("all", Json::array({first, second}), "head");
  ASSERT_EQ(done.status(), 200) << done.response.body;
  EXPECT_EQ(world.open("issues/i-2", "chair").body["opinion"]["resident"]["name"], kName);
  const auto again = send("all", Json::array({first, second}), "head");
  EXPECT_EQ(again.body["acts"][1]["answer"], done.body["acts"][1]["answer"]);

  const Json record{{"id", "letter"},
                    {"path", "issues/i-77/record"},
                    {"body",
                     {{"channel", "letter"},
                      {"khom", "tan-my"},
                      {"received", "2021-01-13"},
                      {"subject", "Cống"},
                      {"field", "ROADS"}}}};
  const Json progress{{"id", "progress"},
                      {"path", "issues/i-77/note-progress"},
                      {"if_match", "\"1\""},
                      {"body", {{"text", "x"}, {"visibility", "public"}}}};
  const auto refused = send("all", Json::array({record, progress}), "head");
  EXPECT_EQ(refused.code(), "act_not_allowed_in_state") << "it is there, for its head as well";
  EXPECT_EQ(world.get("issues/i-77").status(), 404);
}

TEST_F(Batch, AnActNamesWhatBroughtItAbout) {
  auto caused = note("n-1", "i-1");
  caused["cause"] = {{"act", "evening-1"}};
  ASSERT_EQ(send("each", Json::array({opinion(1), caused})).status(), 200);
  EXPECT_EQ(last_event()["causation"], record_of("\"o-1\""));
  auto in_one = note("n-2", "i-2");
  in_one["cause"] = {{"act", "evening-2"}};
  ASSERT_EQ(send("all", Json::array({opinion(2), in_one})).status(), 200);
  EXPECT_EQ(last_event()["causation"], record_of("\"o-2\""));
  ASSERT_EQ(send("each", Json::array({opinion(3)})).status(), 200);
  EXPECT_TRUE(last_event()["causation"].is_null());

  auto by_event = note("n-3", "i-3");
  by_event["cause"] = {{"event", 3}};
  ASSERT_EQ(send("each", Json::array({by_event})).body["acts"][0]["status"], 200);
  const auto third = world.get("events?form=shown&after=2&limit=1").body["items"][0];
  EXPECT_EQ(last_event()["causation"], third["id"]);
}

TEST_F(Batch, AnActMayFollowAnotherWithoutKnowingItsVersion) {
  auto follows = note("n-1", "i-1");
  follows.erase("if_match");
  auto unsaid = follows;
  unsaid["id"] = "n-0";
  EXPECT_EQ(send("each", Json::array({opinion(1), unsaid})).body["acts"][1]["problem"]["code"],
            "if_match_required");
  const Json skip{{"id", "skip"},
                  {"path", "dialogues/d-1/skip-presentation"},
                  {"if_match", world.version_tag("dialogue-d-1")},
                  {"body", {{"reason", "Buổi đầu tiên"}}}};
  const Json close{{"id", "close"},
                   {"path", "dialogues/d-1/close"},
                   {"after", "skip"},
                   {"body", {{"end", "10:00"}}}};
  const auto noted = note("n-1", "i-1");
  const auto done = send("all", Json::array({noted, skip, close}));
  ASSERT_EQ(done.status(), 200) << done.response.body;
  EXPECT_EQ(done.body["acts"][2]["answer"]["state"]["phase"], "closed");
}

TEST_F(Batch, WhatRestsOnAnActThatWasRefusedIsNotTried) {
  auto refused = opinion(1);
  refused["body"]["issues"] = Json::array();
  auto rests = opinion(2);
  rests["cause"] = {{"act", "evening-1"}};
  const auto answer = send("each", Json::array({refused, rests, opinion(3)}));
  EXPECT_EQ(answer.body["acts"][1]["status"], 424);
  EXPECT_EQ(answer.body["acts"][1]["problem"]["code"], "earlier_act_not_done");
  EXPECT_EQ(answer.body["acts"][1]["problem"]["facts"]["earlier"], "evening-1");
  EXPECT_EQ(answer.body["acts"][2]["status"], 200);
}

TEST_F(Batch, ThatIsNotWellFormedIsRefusedWhole) {
  const auto size = world.size();
  auto twice = opinion(1);
  auto later = opinion(2);
  later["after"] = "evening-3";
  auto both = opinion(3);
  both["cause"] = {{"act", "evening-1"}, {"event", 1}};
  auto unknown = opinion(4);
  unknown["cause"] = {{"act", "nothing"}};
  const auto answer = send("each", Json::array({opinion(1), twice, later, both, unknown}));
  EXPECT_EQ(answer.status(), 422);
  std::string told;
  for (const auto& error : answer.body["errors"]) {
    told += error["pointer"].get<std::string>() + ' ' + error["code"].get<std::string>() + '\n';
  }
  EXPECT_EQ(told,
            "/acts/1/id repeated_id\n/acts/2/after one_of_them\n/acts/2/after "
            "not_an_earlier_act\n/acts/3/cause one_of_them\n/acts/4/cause/act "
            "not_an_earlier_act\n");
  EXPECT_EQ(send("each", Json::array()).status(), 422);
  EXPECT_EQ(send("some", Json::array({opinion(1)})).status(), 422);
  Json many = Json::array();
  for (int i = 0; i < 101; ++i) {
    many.push_back(opinion(i));
  }
  const auto too_many = send("each", many);
  EXPECT_EQ(too_many.body["errors"][0]["code"], "too_many");
  EXPECT_EQ(too_many.body["errors"][0]["expected"], "100");
  auto no_object = opinion(1);
  no_object["body"] = "text";
  EXPECT_EQ(send("each", Json::array({no_object})).body["errors"][0]["pointer"], "/acts/0/body");
  EXPECT_EQ(world.size(), size);
}

TEST_F(Batch, HoldsActsAloneAndNotThoseWithASecret) {
  const auto size = world.size();
  for (const std::string path :
       {"users/head/set-password", "users/head/make-sign-in-link",
        "users/head/turn-off-second-factor", "ward/confirm-time", "reports/calendar/2021-Q1/freeze",
        "attachments", "session", "acts", "issues", "nothing/at/all", "../an-hoa/dialogues",
        "dialogues?x=1", "issues/i-1/mark-breached"}) {
    for (const auto* mode : {"each", "all"}) {
      const Json act{{"id", "k"}, {"path", path}, {"body", Json::object()}};
      const auto answer = send(mode, Json::array({act}), "admin");
      const auto code = std::string(mode) == "all"
                            ? answer.code()
                            : answer.body["acts"][0]["problem"].value("code", "");
      EXPECT_EQ(code, "act_not_in_batch") << path;
    }
  }
  EXPECT_EQ(world.size(), size);
}

TEST_F(Batch, IsDoneInTheRightsAndTheKhomOfItsSender) {
  world.hear_opinions();
  const auto scheduled = world.post("dialogues",
                                    {{"dialogue", "d-2"},
                                     {"khom", "sa-nhien"},
                                     {"date", "2021-02-16"},
                                     {"start", "08:00"},
                                     {"venue", {{"kind", "khom_office"}, {"place", "VP"}}},
                                     {"format", "dialogue"},
                                     {"chair", "of-chair"}},
                                    "cchc");
  ASSERT_EQ(scheduled.status(), 201);
  const auto size = world.size();
  const Json foreign{{"id", "k-1"},
                     {"path", "dialogues/d-2/announce"},
                     {"if_match", "\"1\""},
                     {"body", {{"channels", {"loa"}}}}};
  const Json forbidden{{"id", "k-2"},
                       {"path", "issues/i-1/void"},
                       {"if_match", "\"1\""},
                       {"body", {{"reason", "x"}}}};
  auto as_chair = note("k-3", "i-1");
  as_chair["acting_role"] = "chair";
  for (const auto& [act, code] : {std::pair{foreign, "not_found"},
                                  {forbidden, "role_not_permitted"},
                                  {as_chair, "acting_role_not_held"}}) {
    EXPECT_EQ(send("each", Json::array({act}), "head").body["acts"][0]["problem"]["code"], code);
    EXPECT_EQ(send("all", Json::array({act}), "head").code(), code);
  }
  EXPECT_EQ(world.send(Method::post, "acts", "", R"({"mode":"each","acts":[]})").status(), 401);
  EXPECT_EQ(world.size(), size);
  auto event = note("k-4", "i-1");
  event["cause"] = {{"event", size - 1}};
  const auto unseen = send("each", Json::array({event}), "head").body["acts"][0]["problem"];
  event["cause"] = {{"event", size + 100}};
  const auto absent = send("each", Json::array({event}), "head").body["acts"][0]["problem"];
  EXPECT_EQ(unseen, absent);
  EXPECT_EQ(unseen["errors"][0]["code"], "no_such_record");
}

/// A right that the same batch takes away is gone for the acts after it.
TEST_F(Batch, CountsWhatItChangesOfRights) {
  const Json revoke{{"id", "k-1"},
                    {"path", "users/admin/grant-role"},
                    {"if_match", world.version_tag("user-admin")},
                    {"body", {{"role", "clerk"}, {"khoms", Json::array()}}}};
  const Json own{{"id", "k-2"},
                 {"path", "users/officer/register"},
                 {"body", {{"display_name", "x"}}},
                 {"acting_role", "clerk"}};
  const auto answer = send("all", Json::array({revoke, own}), "admin");
  EXPECT_EQ(answer.code(), "role_not_permitted") << answer.response.body;
  EXPECT_EQ(world.get("users/admin", "admin").body["roles"].size(), 1u)
      << "what a draft said of rights is forgotten";
}

TEST_F(Batch, WaitsForNoViewOfWhatIsNotThereYet) {
  const Json schedule{{"id", "k-1"},
                      {"path", "dialogues"},
                      {"body",
                       {{"dialogue", "d-5"},
                        {"khom", "tan-my"},
                        {"date", "2021-03-20"},
                        {"start", "08:00"},
                        {"venue", {{"kind", "khom_office"}, {"place", "VP"}}},
                        {"format", "dialogue"},
                        {"chair", "of-chair"}}}};
  const auto late = send("all", Json::array({opinion(1), schedule}));
  EXPECT_EQ(late.code(), "act_comes_first") << late.response.body;
  EXPECT_EQ(late.body["facts"]["batch_index"], "1");
  auto next = opinion(1);
  const auto first = send("all", Json::array({schedule, next}));
  ASSERT_EQ(first.status(), 200) << first.response.body;
  EXPECT_EQ(first.body["acts"][0]["status"], 201);
  EXPECT_EQ(first.body["acts"][0]["answer"]["id"], "d-5");
}

/// A paper is recorded behind its act, and no view shows a draft: it is recorded once all is made.
TEST_F(Batch, OfModeAllRecordsThePapersThatItIssues) {
  world.hear_opinions();
  world.take_away_i1();
  world.set_clock("2021-01-20T08:00:00+07:00");
  world.act("issues/i-1/accept", Json::object(), "officer");
  world.act("issues/i-1/draft-answer",
            {{"outcome", "DONE"}, {"text", "Đã thay bóng đèn."}, {"legal_basis", "Quy định"}},
            "officer");
  world.act("issues/i-1/approve-answer", Json::object(), "chair");
  const auto acts = Json::array({{{"id", "notice"},
                                  {"path", "issues/i-1/issue-notice"},
                                  {"if_match", world.version_tag("issue-i-1")},
                                  {"body", {{"signer", "of-chair"}, {"capacity", "TM"}}}},
                                 {{"id", "delivery"},
                                  {"path", "issues/i-1/record-delivery"},
                                  {"after", "notice"},
                                  {"body", {{"method", "in_person"}}}}});
  const auto done = send("all", acts, "clerk");
  ASSERT_EQ(done.status(), 200) << done.response.body;
  EXPECT_EQ(done.body["acts"][1]["status"], 200) << done.body["acts"][1];
  const auto papers = [this] {
    auto found = Json::array();
    const auto book = world.get("register/2021", "clerk").body;
    for (const auto& entry : book["items"]) {
      for (const auto& paper : entry["papers"]) {
        if (paper["of"] == "issue-i-1") {
          found.push_back(paper["kind"]);
        }
      }
    }
    return found;
  };
  EXPECT_EQ(papers(), Json::array({"notice"}));
  EXPECT_EQ(done.body["ledger_size"], world.size());
  const auto again = send("all", acts, "clerk");
  EXPECT_EQ(again.body["acts"][0]["answer"], done.body["acts"][0]["answer"]);
  EXPECT_EQ(again.body["acts"][0]["repeated"], true);
  EXPECT_EQ(papers(), Json::array({"notice"}));
}

/// Somebody else commits in the middle of the draft: it is made again.
TEST_F(Batch, OfModeAllIsMadeAgainWhereOthersWereFaster) {
  int times = 0;
  auto& hooked = world.watched().hooked();
  hooked.before_append = [&] {
    if (times++ == 0) {
      const auto other = world.post("dialogues/d-1/record-opinion", opinion(9)["body"], "officer",
                                    {{"if-match", "*"}});
      EXPECT_EQ(other.status(), 200) << other.response.body;
    }
  };
  const auto answer = send("all", Json::array({opinion(1), opinion(2)}));
  hooked.before_append = {};
  ASSERT_EQ(answer.status(), 200) << answer.response.body;
  EXPECT_EQ(times, 3);
  EXPECT_EQ(answer.body["acts"][0]["repeated"], false);
  EXPECT_EQ(world.get("issues").body["total"], 3);
  const auto again = send("all", Json::array({opinion(1), opinion(2)}));
  EXPECT_EQ(again.body["acts"][1]["answer"], answer.body["acts"][1]["answer"]);
}

}  // namespace
}  // namespace langnghe::api::spec
