// The changes since somebody looked, and the ward at two moments.
#include <algorithm>
#include <map>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "api/world.hpp"

namespace langnghe::api::spec {
namespace {

class Changes : public testing::Test {
 protected:
  Changes() {
    world.found_ward();
    world.open_dialogue();
    seen = world.size();
    world.hear_opinions();
    world.take_away_i1();
  }
  Json since(std::uint64_t position, std::string_view user = "cchc", const std::string& more = {}) {
    const auto answer =
        world.get("changes?limit=500&since=" + std::to_string(position) + more, user);
    EXPECT_EQ(answer.status(), 200) << answer.response.body;
    return answer.body;
  }
  static const Json* of(const Json& list, std::string_view stream) {
    const auto& items = list["items"];
    const auto found = std::ranges::find_if(
        items, [&](const Json& item) { return item["stream"] == std::string(stream); });
    return found == items.end() ? nullptr : &*found;
  }
  World world;
  std::uint64_t seen = 0;
};

TEST_F(Changes, AreToldByTheThingTheyAreAbout) {
  const auto list = since(seen);
  EXPECT_EQ(list["since"], seen);
  EXPECT_EQ(list["until"], world.size());
  EXPECT_TRUE(list["next"].is_null());
  const auto* issue = of(list, "issue-i-1");
  ASSERT_NE(issue, nullptr);
  EXPECT_EQ((*issue)["kind"], "issue");
  EXPECT_EQ((*issue)["object"], "i-1");
  EXPECT_EQ((*issue)["created"], true);
  EXPECT_EQ((*issue)["subject"], "Đèn đường hẻm 12");
  EXPECT_EQ((*issue)["phase"], "assigned");
  EXPECT_EQ((*issue)["khom"], "tan-my");
  EXPECT_EQ(list["names"]["khoms"]["tan-my"], "Tân Mỹ");
  EXPECT_EQ((*issue)["changes"].back()["type"], "issue.assigned");
  EXPECT_EQ((*issue)["changes"].back()["title"], "Giao việc");
  EXPECT_EQ((*issue)["count"], (*issue)["changes"].size());
  const auto* dialogue = of(list, "dialogue-d-1");
  ASSERT_NE(dialogue, nullptr);
  EXPECT_EQ((*dialogue)["created"], false);
  EXPECT_EQ((*dialogue)["date"], "2021-01-14");
  EXPECT_EQ(of(list, "plan-2021"), nullptr) << "nothing happened to it since";
  std::uint64_t last = world.size();
  std::uint64_t records = 0;
  for (const auto& item : list["items"]) {
    const auto newest = item["changes"].back()["position"].get<std::uint64_t>();
    EXPECT_LT(newest, last) << "the newest come first";
    last = newest;
    records += item["count"].get<std::uint64_t>();
  }
  EXPECT_EQ(records, world.size() - seen);
  EXPECT_TRUE(since(world.size())["items"].empty());
}

TEST_F(Changes, ComeInPagesThatMissNothing) {
  std::map<std::string, std::uint64_t> whole;
  const auto all = since(0)["items"];
  for (const auto& item : all) {
    whole[item["stream"]] = item["count"];
  }
  std::map<std::string, std::uint64_t> counted;
  for (Json next = 0; !next.is_null();) {
    const auto page =
        world.get("changes?limit=2&since=" + std::to_string(next.get<std::uint64_t>())).body;
    EXPECT_LE(page["items"].size(), 2u);
    EXPECT_GT(page["until"], page["since"]);
    for (const auto& item : page["items"]) {
      counted[item["stream"]] += item["count"].get<std::uint64_t>();
    }
    next = page["next"];
  }
  EXPECT_EQ(counted, whole);
}

TEST_F(Changes, AreOfTheKindsAndPersonsAskedFor) {
  const auto kinds = since(0, "cchc", "&kind=issue,plan")["items"];
  for (const auto& item : kinds) {
    EXPECT_TRUE(item["kind"] == "issue" || item["kind"] == "plan");
  }
  const auto others = since(0, "cchc", "&own=false")["items"];
  for (const auto& item : others) {
    for (const auto& change : item["changes"]) {
      EXPECT_NE(change["user"], "cchc");
    }
  }
  EXPECT_EQ(world.get("changes").code(), "query_invalid");
  EXPECT_EQ(world.get("changes?since=x").code(), "query_invalid");
}

TEST_F(Changes, TellAKhomHeadOfTheirKhomAndTheBodyAboveOfNoIssue) {
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
  ASSERT_EQ(world.open("issues/i-1", "officer").status(), 200);
  const auto head = since(0, "head");
  EXPECT_NE(of(head, "issue-i-1"), nullptr);
  EXPECT_EQ(of(head, "dialogue-d-2"), nullptr);
  EXPECT_EQ(head.dump().find("d-2"), std::string::npos);
  EXPECT_EQ(of(head, "supervision"), nullptr);
  EXPECT_EQ(of(head, "register-2021"), nullptr);
  const auto above = since(0, "above")["items"];
  for (const auto& item : above) {
    EXPECT_TRUE(item["kind"] != "issue" && item["kind"] != "dialogue" && item["kind"] != "resident")
        << item;
  }
  EXPECT_EQ(since(0, "clerk").dump().find("sealed_read"), std::string::npos);
  EXPECT_NE(since(0, "supervisor").dump().find("sealed_read"), std::string::npos);
}

class Comparing : public Changes {
 protected:
  Comparing() {
    before = world.size();
    world.answer_i1();
  }
  Json compared(const std::string& query, std::string_view user = "cchc") {
    const auto answer = world.get("compare?" + query, user);
    EXPECT_EQ(answer.status(), 200) << query << answer.response.body;
    return answer.body;
  }
  static std::set<std::string> ids(const Json& list) {
    std::set<std::string> found;
    for (const auto& item : list["items"]) {
      found.insert(item["id"]);
    }
    EXPECT_EQ(list["count"], found.size());
    return found;
  }
  std::uint64_t before = 0;
};

using Ids = std::set<std::string>;

TEST_F(Comparing, TellsWhatWasOpenedClosedAndMoved) {
  const auto all = compared("from=" + std::to_string(seen));
  EXPECT_EQ(ids(all["opened"]), (Ids{"i-1", "i-2", "i-3"}));
  EXPECT_EQ(ids(all["closed"]), (Ids{"i-1", "i-2", "i-3"}));
  EXPECT_TRUE(ids(all["moved"]).empty()) << "they were not there to move";
  EXPECT_EQ(all["to"]["open"], 0);
  EXPECT_EQ(all["to"]["position"], world.size());
  EXPECT_TRUE(all["figures"].is_null());
  const auto later = compared("from=" + std::to_string(before));
  EXPECT_TRUE(ids(later["opened"]).empty());
  EXPECT_EQ(ids(later["closed"]), Ids{"i-1"});
  EXPECT_EQ(ids(later["moved"]), Ids{"i-1"});
  EXPECT_EQ(later["moved"]["items"][0]["from"], "assigned");
  EXPECT_EQ(later["moved"]["items"][0]["to"], "closed");
  EXPECT_EQ(later["from"]["open"], 1);
  const auto closed = world.size();
  world.act("issues/i-1/request-reopen", {{"requester", "resident"}, {"reason", "Lại hư"}}, "head");
  world.act("issues/i-1/reopen", {{"reason", "Đèn lại tắt"}}, "chair");
  const auto again = compared("from=" + std::to_string(closed));
  EXPECT_EQ(ids(again["reopened"]), Ids{"i-1"});
  EXPECT_EQ(ids(again["moved"]), Ids{"i-1"});
  EXPECT_EQ(again["to"]["open"], 1);
}

TEST_F(Comparing, TellsWhatIsLateSince) {
  World late;
  late.found_ward();
  late.open_dialogue();
  late.hear_opinions();
  late.take_away_i1();
  const auto then = late.size();
  late.set_clock("2021-06-01T08:00:00+07:00");
  const auto answer = late.get("compare?from=" + std::to_string(then));
  ASSERT_EQ(answer.status(), 200) << answer.response.body;
  EXPECT_EQ(ids(answer.body["late"]), Ids{"i-1"});
  EXPECT_EQ(answer.body["from"]["overdue"], 0);
  EXPECT_EQ(answer.body["to"]["overdue"], 1);
  EXPECT_TRUE(ids(answer.body["moved"]).empty());
  EXPECT_TRUE(late.get("compare?from=2021-05-31").body["late"]["items"].empty());
}

TEST_F(Comparing, GivesFiguresOfAPeriodAtBothMoments) {
  const auto query = "from=" + std::to_string(seen) + "&to=" + std::to_string(before) +
                     "&family=calendar&period=2021-Q1";
  const auto figures = compared(query)["figures"];
  EXPECT_EQ(figures["family"], "calendar");
  EXPECT_EQ(figures["period"], "2021-Q1");
  bool told = false;
  for (const auto& figure : figures["items"]) {
    EXPECT_TRUE(figure["from"] != figure["to"] || figure["from_of"] != figure["to_of"]);
    if (figure["id"] == "issues.new") {
      told = true;
      EXPECT_EQ(figure["from"], 0);
      EXPECT_EQ(figure["to"], 3);
    }
  }
  EXPECT_TRUE(told);
  EXPECT_EQ(world.get("compare?" + query, "head").status(), 403);
}

TEST_F(Comparing, KeepsToTheReadersKhom) {
  world.act("users/head/revoke-role", {{"role", "khom_head"}}, "admin");
  world.act("users/head/grant-role", {{"role", "khom_head"}, {"khoms", {"sa-nhien"}}}, "admin");
  const auto answer = compared("from=" + std::to_string(seen), "head");
  EXPECT_TRUE(ids(answer["opened"]).empty());
  EXPECT_EQ(answer.dump().find("i-1"), std::string::npos);
}

TEST_F(Comparing, RefusesMomentsThatAreNone) {
  for (const auto* wrong : {"", "from=x", "from=5&to=3", "from=1&family=calendar",
                            "from=1&period=2021-Q1", "from=1&family=calendar&period=2021-Q7"}) {
    EXPECT_EQ(world.get(std::string("compare?") + wrong).code(), "query_invalid") << wrong;
  }
  EXPECT_EQ(world.get("compare?from=100000").code(), "beyond_ledger");
}

}  // namespace
}  // namespace langnghe::api::spec
