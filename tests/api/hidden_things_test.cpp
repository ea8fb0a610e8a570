// Every act and upload answers a thing that a khóm head may not see like one that does not exist.
#include <algorithm>
#include <regex>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include <domain/permissions.hpp>

#include "api/asked_paths.hpp"
#include "api/world.hpp"
#include "resources/act_subjects.hpp"
#include "routing/router.hpp"

namespace langnghe::api::spec {
namespace {

using domain::Subject;

struct Hidden {
  Subject subject;
  std::string foreign;
  std::string absent;  ///< as long as the other
};

/// The content of an answer without the name that was asked for, which the caller knows, and
/// without the request's own id, which is random.
std::string told(const Answer& answer, const std::string& id) {
  std::string text = std::to_string(answer.status()) + '\n' + answer.response.body;
  for (const auto& [name, value] : answer.response.headers) {
    text += '\n' + name + ": " + (name == "X-Request-Id" ? "" : value);
  }
  return std::regex_replace(text, std::regex(id), "ID");
}

class HiddenThings : public testing::Test {
 protected:
  HiddenThings() {
    world.start_search();
    world.found_ward();
    world.open_dialogue();
    world.hear_opinions();
    const auto redirected = world.post("dialogues/d-1/redirect-denunciation",
                                       {{"issue", "i-den"},
                                        {"counter", 2},
                                        {"paper_register_number", "07/SNĐ"},
                                        {"receiving_officer", "of-clerk"}},
                                       "cchc");
    EXPECT_EQ(redirected.status(), 201) << redirected.response.body;
    found_elsewhere();
  }

  /// A dialogue of the other khóm, with an issue of many acts and a promise.
  void found_elsewhere() {
    world.set_clock("2021-01-16T08:00:00+07:00");
    EXPECT_EQ(world
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
              {{"opinion", "o-9"},
               {"words", "Chợ ồn"},
               {"speaker", {{"resident", "r-9"}, {"name", "Lê Văn Chín"}}},
               {"issues", {{{"issue", "i-9"}, {"subject", "Chợ"}, {"field", "ROADS"}}}}},
              "cchc");
    world.act("issues/i-9/classify",
              {{"type", "PETITION"}, {"field", "ROADS"}, {"complexity", "simple"}}, "cchc");
    world.act(
        "issues/i-9/make-commitment",
        {{"commitment", "c-9"}, {"what", "Sửa chợ"}, {"owner", "of-chair"}, {"due", "2021-03-01"}},
        "chair");
  }

  [[nodiscard]] static std::vector<Hidden> things() {
    return {{Subject::issue, "i-9", "i-0"},
            {Subject::issue, "i-den", "i-non"},
            {Subject::dialogue, "d-2", "d-0"},
            {Subject::resident, "r-9", "r-0"}};
  }

  Answer send(const Hidden& thing, std::string_view act, const std::string& id,
              const std::string& body, const Headers& headers) {
    const auto path = std::string(resources::base_of(thing.subject)) + std::string(act);
    return world.send(Method::post, std::regex_replace(path, std::regex("\\{id\\}"), id), "head",
                      body, headers);
  }

  World world;
};

/// Every act on an issue, a dialogue or a resident × what is hidden × what a request can say.
TEST_F(HiddenThings, AreAnsweredByEveryActAsWhatIsNotThere) {
  const std::string version = world.version_tag("issue-i-9");
  const auto variants = std::to_array<Headers>({
      {},
      {{"idempotency-key", "k"}},
      {{"idempotency-key", "k"}, {"if-match", "\"1\""}},
      {{"idempotency-key", "k"}, {"if-match", version}},
      {{"idempotency-key", "k"}, {"if-match", "\"999\""}},
      {{"idempotency-key", "k"}, {"if-match", "*"}},
      {{"idempotency-key", "k"}, {"if-match", "nonsense"}},
      {{"idempotency-key", "k"}, {"if-match", "\"0\""}, {"if-none-match", "*"}},
      {{"idempotency-key", "k"}, {"if-match", "\"1\""}, {"x-acting-role", "khom_head"}},
  });
  const std::string bodies[] = {"", "{}", R"({"text":"x","visibility":"public","reason":"x"})",
                                R"({"commitment":"c-9"})", "nonsense"};
  const auto size = world.size();
  int asked = 0;
  for (const auto& rule : domain::act_rules()) {
    for (const auto& thing : things()) {
      const bool makes = rule.subject == Subject::issue && rule.act == "record";
      if (rule.subject != thing.subject || domain::is_clock_act(rule) || rule.act == "schedule" ||
          makes) {
        continue;
      }
      for (const auto& headers : variants) {
        for (const auto& body : bodies) {
          const auto foreign = send(thing, rule.act, thing.foreign, body, headers);
          const auto absent = send(thing, rule.act, thing.absent, body, headers);
          EXPECT_EQ(told(foreign, thing.foreign), told(absent, thing.absent)) << rule.act << body;
          EXPECT_EQ(foreign.response.body.find("sa-nhien"), std::string::npos) << rule.act;
          EXPECT_TRUE(foreign.status() == 404 || foreign.status() == 403) << rule.act;
          ++asked;
        }
      }
      if (rule.act == "redirect-denunciation") {
        continue;
      }
      // An act the role may do on its own things is not forbidden on others: they do not exist.
      if (domain::role_may(rule, domain::Role::khom_head)) {
        EXPECT_EQ(send(thing, rule.act, thing.foreign, "{}", variants[2]).status(), 404)
            << rule.act;
      }
    }
  }
  EXPECT_GT(asked, 3'000);
  EXPECT_EQ(world.size(), size);
}

/// A difference in time would be a difference in what is asked of the ledger.
TEST_F(HiddenThings, CostTheSameQuestionsAsWhatIsNotThere) {
  const auto questions = [&](const auto& request) {
    world.watched().stream_reads = 0;
    request();
    return world.watched().stream_reads.load();
  };
  const Headers headers{{"idempotency-key", "k"}, {"if-match", "\"1\""}};
  // The caller is looked up once for a ledger that has not grown.
  ASSERT_EQ(world.get("me", "head").status(), 200);
  for (const auto& rule : domain::act_rules()) {
    for (const auto& thing : things()) {
      if (rule.subject != thing.subject || domain::is_clock_act(rule) || rule.act == "record" ||
          rule.act == "schedule") {
        continue;
      }
      const int foreign = questions([&] { send(thing, rule.act, thing.foreign, "{}", headers); });
      const int absent = questions([&] { send(thing, rule.act, thing.absent, "{}", headers); });
      EXPECT_EQ(foreign, absent) << rule.act << ' ' << thing.foreign;
      EXPECT_LE(foreign, 3) << rule.act;
    }
  }
}

/// Every read that names an issue, a dialogue or a resident.
TEST_F(HiddenThings, AreReadAsWhatIsNotThere) {
  int asked = 0;
  for (const auto& route : all_routes()) {
    const auto read =
        std::string_view(route.pattern).substr(std::min(kWardBase.size(), route.pattern.size()));
    for (const auto& thing : things()) {
      const auto folder = std::string(domain::to_text(thing.subject)) + "s/{id}";
      if (route.method != Method::get || !read.starts_with(folder)) {
        continue;
      }
      for (const std::string query : {"", "?purpose=x", "?as_of=2021-01-16", "?min_position=1"}) {
        for (const auto method : {Method::get, Method::head}) {
          const Headers headers{{"if-none-match", "*"}};
          const auto ask = [&](const std::string& id) {
            return world.send(method, asked_path(read, id) + query, "head", {}, headers);
          };
          const auto foreign = ask(thing.foreign);
          EXPECT_TRUE(foreign.status() == 404 || foreign.status() == 403 || foreign.status() == 400)
              << read << query << foreign.status();
          EXPECT_EQ(told(foreign, thing.foreign), told(ask(thing.absent), thing.absent)) << read;
          ++asked;
        }
      }
    }
  }
  EXPECT_GT(asked, 100);
}

/// Every read that names none of them: lists page by page, counts, books, what changed, the board.
TEST_F(HiddenThings, AreInNoList) {
  const auto is_told = [](const std::string& text) {
    for (const auto* secret : {"i-9", "d-2", "r-9", "c-9", "o-9", "i-den", "Chợ", "Sửa chợ"}) {
      if (text.find(secret) != std::string::npos) {
        return std::string(secret);
      }
    }
    return std::string();
  };
  int asked = 0;
  for (const auto& route : all_routes()) {
    const auto read =
        std::string_view(route.pattern).substr(std::min(kWardBase.size(), route.pattern.size()));
    if (route.method != Method::get || route.gate != Gate::member || read == "live" ||
        read.find("{id}") != std::string_view::npos) {
      continue;
    }
    const auto path = asked_path(read) + needed_query(read);
    const auto answer = world.get(path, "head");
    EXPECT_EQ(is_told(answer.response.body), "") << path;
    // That the same read does show something of it to others shows that this is a test.
    asked += is_told(world.get(path, "cchc").response.body).empty() ? 0 : 1;
  }
  EXPECT_GT(asked, 5);
  for (const std::string list : {"issues?limit=1", "issues?limit=1&sort=-changed&counts=true",
                                 "commitments?limit=1", "changes?since=0&limit=1"}) {
    std::string path = list;
    for (int pages = 0; !path.empty() && pages < 50; ++pages) {
      const auto page = world.get(path, "head");
      ASSERT_EQ(page.status(), 200) << path;
      EXPECT_EQ(is_told(page.response.body), "") << path;
      const auto next = page.body.value("next", Json());
      path = next.is_null()     ? ""
             : next.is_string() ? list + "&cursor=" + next.get<std::string>()
                                : "changes?limit=1&since=" + next.dump();
    }
  }
  for (const std::string list : {"issues?khom=", "commitments?khom="}) {
    EXPECT_EQ(world.get(list + "sa-nhien", "head").body["items"].size(), 0u);
  }
  EXPECT_EQ(world.get("commitments?issue=i-9", "head").body["items"].size(), 0u);
}

/// Neither by its words nor by whom it is of.
TEST_F(HiddenThings, AreNotFound) {
  for (const auto* user : {"cchc", "head"}) {
    const auto issues = world.get("issues?q=cho", user);
    const auto similar = world.get("issues/similar?text=Ch%E1%BB%A3&khom=sa-nhien", user);
    const auto people = world.get("residents?q=le%20van%20chin&" + std::string(kPurpose), user);
    EXPECT_EQ(issues.status(), 200) << issues.response.body;
    const bool sees = user == std::string_view("cchc");
    EXPECT_EQ(issues.body["total"], sees ? 1 : 0);
    EXPECT_EQ(similar.response.body.find("i-9") != std::string::npos, sees)
        << similar.response.body;
    EXPECT_EQ(people.response.body.find("r-9") != std::string::npos, sees) << people.response.body;
  }
}

/// A stream from the ledger's beginning, read to its end.
TEST_F(HiddenThings, AreInNoLiveStream) {
  static_cast<void>(world.views());
  const auto told = [this](std::string_view user) {
    const auto answer = world.get("live?after=0", user);
    EXPECT_EQ(answer.status(), 200);
    std::string text;
    for (bool more = true; more;) {
      const auto batch = answer.response.events->take();
      more = batch && batch->has_more;
      text += batch ? batch->text : "";
    }
    return text;
  };
  const auto seen = told("head");
  EXPECT_NE(seen.find("issue-i-1\""), std::string::npos);
  for (const auto* stream : {"issue-i-9", "dialogue-d-2", "resident-r-9", "issue-i-den"}) {
    EXPECT_EQ(seen.find(stream), std::string::npos) << stream;
    EXPECT_NE(told("chair").find(stream), std::string::npos) << stream;
  }
}

TEST_F(HiddenThings, AreNobodyToSealFor) {
  const auto upload = [&](const std::string& resident) {
    return world.upload("attachments?resident=" + resident, "\xFF\xD8\xFF\xE0 x", "image/jpeg",
                        "head");
  };
  EXPECT_EQ(upload("r-1").status(), 201);
  EXPECT_EQ(upload("r-9").status(), 404);
  EXPECT_EQ(told(upload("r-9"), "r-9"), told(upload("r-0"), "r-0"));
  const auto size = world.size();
  const auto opinion = [&](const std::string& resident) {
    return world.post("dialogues/d-1/record-opinion",
                      {{"words", "x"},
                       {"speaker", {{"resident", resident}}},
                       {"issues", {{{"subject", "x"}, {"field", "ROADS"}}}}},
                      "head", {{"if-match", "*"}});
  };
  EXPECT_EQ(told(opinion("r-9"), "r-9"), told(opinion("r-0"), "r-0"));
  const auto letter = [&](const std::string& resident) {
    return world.post("issues/i-77/record",
                      {{"channel", "letter"},
                       {"khom", "tan-my"},
                       {"received", "2021-01-15"},
                       {"subject", "x"},
                       {"field", "ROADS"},
                       {"words", "x"},
                       {"speaker", {{"resident", resident}}}},
                      "head");
  };
  EXPECT_EQ(letter("r-9").status(), 422) << letter("r-9").response.body;
  EXPECT_EQ(told(letter("r-9"), "r-9"), told(letter("r-0"), "r-0"));
  const auto household = [&](const std::string& resident) {
    return world.post(
        "dialogues",
        {{"dialogue", "d-77"},
         {"khom", "tan-my"},
         {"date", "2021-02-20"},
         {"start", "19:00"},
         {"venue", {{"kind", "household"}, {"host_address", "12/3"}, {"host", resident}}},
         {"format", "round_table"},
         {"chair", "of-chair"}},
        "head");
  };
  EXPECT_EQ(told(household("r-9"), "r-9"), told(household("r-0"), "r-0"));
  const auto reading = [&](const std::string& resident) {
    return world.post("supervision/record-sealed-read",
                      {{"resident", resident}, {"subject", "dialogue-d-1"}, {"purpose", "x"}},
                      "head");
  };
  EXPECT_EQ(reading("r-9").status(), 404);
  EXPECT_EQ(told(reading("r-9"), "r-9"), told(reading("r-0"), "r-0"));
  EXPECT_EQ(world.size(), size);
}

/// Names are given once, so a name that is taken cannot be told from nothing; it tells no more.
TEST_F(HiddenThings, TellNothingBesideThatTheirNameIsTaken) {
  const auto issue = world.post("issues/i-9/record",
                                {{"channel", "letter"},
                                 {"khom", "tan-my"},
                                 {"received", "2021-01-15"},
                                 {"subject", "x"},
                                 {"field", "ROADS"}},
                                "head");
  EXPECT_EQ(issue.code(), "already_exists");
  EXPECT_EQ(issue.response.body.find("sa-nhien"), std::string::npos);
  EXPECT_EQ(issue.response.body.find("allowed_commands\":[\""), std::string::npos);
  const auto dialogue = world.post("dialogues",
                                   {{"dialogue", "d-2"},
                                    {"khom", "tan-my"},
                                    {"date", "2021-02-20"},
                                    {"start", "19:00"},
                                    {"venue", {{"kind", "khom_office"}, {"place", "VP"}}},
                                    {"format", "dialogue"},
                                    {"chair", "of-chair"}},
                                   "head");
  EXPECT_EQ(dialogue.code(), "already_exists");
  EXPECT_EQ(dialogue.response.body.find("sa-nhien"), std::string::npos);
}

/// For every role: what it may not do it may not do, whatever the state and the version named.
TEST_F(HiddenThings, NoVersionIsToldToWhoMayNotAct) {
  for (const auto* user : {"supervisor", "above", "clerk", "officer"}) {
    for (const auto* id : {"i-9", "i-0"}) {
      for (const auto* tag : {"\"1\"", "\"3\"", "\"999\""}) {
        const auto answer = world.post("issues/" + std::string(id) + "/void", {{"reason", "x"}},
                                       user, {{"if-match", tag}});
        EXPECT_EQ(answer.code(), "role_not_permitted") << user << id << tag;
        EXPECT_FALSE(answer.body.contains("changes") && !answer.body["changes"].empty());
      }
    }
  }
}

/// A stream that cannot be read is an error, never somebody who is absent.
TEST_F(HiddenThings, AStreamThatCannotBeReadIsAnError) {
  world.act("residents/r-1/withhold-identity", {{"reason", "Đề nghị giữ kín"}}, "cchc");
  world.make_unreadable([](const auto& stream) { return stream.value == "resident-r-1"; });
  for (const auto* user : {"chair", "head", "clerk", "supervisor"}) {
    for (const auto* path : {"issues/i-1", "dialogues/d-1", "residents/r-1"}) {
      const auto answer = world.get(path, user);
      EXPECT_EQ(answer.status(), 503) << user << path << answer.response.body;
      EXPECT_EQ(world.open(path, user).status(), 503) << user << path;
      EXPECT_EQ(answer.response.body.find("absent"), std::string::npos);
    }
  }
  world.make_unreadable([](const auto& stream) { return stream.value == "issue-i-1"; });
  EXPECT_EQ(world
                .post("issues/i-1/note-progress", {{"text", "x"}, {"visibility", "public"}}, "head",
                      {{"if-match", "\"1\""}})
                .status(),
            503);
  world.make_unreadable({});
}

}  // namespace
}  // namespace langnghe::api::spec
