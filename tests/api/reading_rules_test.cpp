// The table of reading rights: every read of the program, asked by every role, as it was meant.
#include "access/reading_rules.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "api/asked_paths.hpp"
#include "api/world.hpp"
#include "routing/router.hpp"

namespace langnghe::api::spec {
namespace {

/// The table again, by who reads: written apart from the program's own, so that a change of one
/// shows in the other. `head` is limited to a khóm.
constexpr std::string_view kMeant = R"(
session: chair cchc officer head clerk supervisor above admin
me: chair cchc officer head clerk supervisor above admin
saved-views: chair cchc officer head clerk supervisor above admin
settings: chair cchc officer head clerk supervisor above admin
changes: chair cchc officer head clerk supervisor above admin
compare: chair cchc officer head clerk supervisor admin
live: chair cchc officer head clerk supervisor above admin
reports/{family}: chair cchc officer clerk supervisor above admin
reports/{family}/{period}: chair cchc officer clerk supervisor above admin
reports/{family}/{period}/figures/{figure}: chair cchc officer clerk supervisor above admin
board: chair cchc officer head clerk supervisor admin
trend: chair cchc officer clerk supervisor above admin
issues: chair cchc officer head clerk supervisor admin
issues/similar: chair cchc officer head clerk supervisor admin
issues/{id}: chair cchc officer head clerk supervisor admin
issues/{id}/history: chair cchc officer head clerk supervisor admin
issues/{id}/deadline: chair cchc officer head clerk supervisor admin
issues/{id}/receipt: chair cchc officer head clerk supervisor admin
dialogues: chair cchc officer head clerk supervisor admin
dialogues/{id}: chair cchc officer head clerk supervisor admin
dialogues/{id}/brief: chair cchc officer head clerk supervisor admin
residents: chair cchc officer head
residents/{id}: chair cchc officer head clerk supervisor admin
schedule: chair cchc officer head clerk supervisor admin
plans/{year}: chair cchc officer head clerk supervisor admin
commitments: chair cchc officer head clerk supervisor admin
recurrences: chair cchc officer head clerk supervisor admin
work: chair cchc officer head clerk supervisor admin
work/counts: chair cchc officer head clerk supervisor admin
assignees: chair cchc
attachments/{hash}: chair cchc officer head clerk supervisor admin
issues/{id}/case-file: chair cchc officer clerk
issues/{id}/papers/notice: chair cchc officer clerk
issues/{id}/papers/extension: chair cchc officer clerk
issues/{id}/papers/forwarding: chair cchc officer clerk
issues/{id}/papers/correction: chair cchc officer clerk
issues/{id}/papers/refusal: chair cchc officer clerk
issues/{id}/papers/reminder: chair cchc officer clerk
issues/{id}/papers/receipt: chair cchc officer head clerk
issues/{id}/papers/delivery: chair cchc officer head clerk
issues/{id}/papers/posting: chair cchc officer head clerk
issues/{id}/papers/slip: chair cchc officer head clerk
dialogues/{id}/papers/invitation: chair cchc officer head clerk
dialogues/{id}/papers/programme: chair cchc officer head clerk
dialogues/{id}/papers/poster: chair cchc officer head clerk supervisor admin
dialogues/{id}/papers/minutes: chair cchc officer clerk
dialogues/{id}/papers/conclusion: chair cchc officer head clerk supervisor admin
plans/{year}/papers/plan: chair cchc officer head clerk supervisor admin
plans/{year}/papers/decision: chair cchc officer head clerk supervisor admin
paper-templates/{kind}: chair cchc officer head clerk supervisor admin
paper-templates/{kind}/preview: chair cchc officer head clerk supervisor admin
reports/{family}/{period}/papers/report: chair cchc officer clerk supervisor above admin
reports/{family}/{period}/papers/supplement: chair cchc officer clerk supervisor above admin
books/issues: chair cchc officer head clerk supervisor admin
books/reception: chair cchc clerk
books/register/{year}: chair cchc officer clerk supervisor admin
books/attendance/{year}: chair cchc officer head clerk supervisor admin
books/coverage/{year}: chair cchc officer head clerk supervisor admin
books/commitments: chair cchc officer head clerk supervisor admin
books/figures/{family}/{period}: chair cchc officer clerk supervisor above admin
register/{year}: chair cchc officer clerk supervisor admin
supervision: chair cchc officer clerk supervisor admin
events: chair cchc officer clerk supervisor admin
supervision/sealed-reads: chair supervisor admin
supervision/account-acts: chair supervisor admin
tlog/tile/entries/{tile+}: chair supervisor admin
users: admin
users/{id}: admin
users/{id}/tokens: admin
users/{id}/sessions: admin
users/{id}/failed-sign-ins: admin
failed-sign-ins: admin
)";

std::map<std::string, std::set<std::string>> as_meant() {
  std::map<std::string, std::set<std::string>> meant;
  std::istringstream lines{std::string(kMeant)};
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string read;
    if (words >> read) {
      read.pop_back();
      for (std::string user; words >> user;) {
        meant[read].insert(user);
      }
    }
  }
  return meant;
}

constexpr auto kUsers = std::to_array<std::string_view>(
    {"chair", "cchc", "officer", "head", "clerk", "supervisor", "above", "admin"});

/// A read of the pattern that names something of the little ward.
std::string asked(std::string_view read) {
  return asked_path(read) + needed_query(read);
}

TEST(ReadingRules, EveryReadThatAsksForASignInIsInTheTableAndNoOther) {
  std::set<std::string> routes;
  for (const auto& route : all_routes()) {
    if (route.method != Method::get || route.gate != Gate::member) {
      continue;
    }
    ASSERT_TRUE(route.pattern.starts_with(kWardBase)) << route.pattern;
    ASSERT_NE(route.readers, nullptr) << route.pattern;
    EXPECT_EQ(route.readers->read, route.pattern.substr(kWardBase.size()));
    routes.insert(route.pattern.substr(kWardBase.size()));
  }
  std::set<std::string> table;
  for (const auto& rule : read_rules()) {
    EXPECT_TRUE(table.insert(std::string(rule.read)).second) << rule.read << " stands twice";
  }
  EXPECT_EQ(table, routes);
}

class EveryRead : public testing::Test {
 protected:
  EveryRead() {
    world.found_ward();
    world.open_dialogue();
    world.hear_opinions();
    world.take_away_i1();
  }
  World world;
};

TEST_F(EveryRead, IsForTheRolesItIsMeantForAndForNobodyElse) {
  const auto meant = as_meant();
  EXPECT_EQ(meant.size(), read_rules().size());
  for (const auto& [read, users] : meant) {
    for (const auto user : kUsers) {
      for (const auto method : {Method::get, Method::head}) {
        const auto answer = world.send(method, asked(read), user);
        const bool refused = answer.status() == 403;
        EXPECT_EQ(refused, !users.contains(std::string(user)))
            << read << ' ' << user << ": " << answer.response.body;
        EXPECT_NE(answer.status(), 500) << read << ' ' << user;
        if (refused) {
          EXPECT_EQ(answer.code(), "reading_not_permitted") << read;
        }
      }
    }
    EXPECT_EQ(world.get(asked(read), "").status(), 401) << read;
  }
}

TEST_F(EveryRead, OfAnAccountIsAlsoForThePersonThemselves) {
  for (const auto user : kUsers) {
    for (const std::string tail : {"", "/tokens", "/sessions", "/failed-sign-ins"}) {
      EXPECT_EQ(world.get("users/" + std::string(user) + tail, user).status(), 200) << user << tail;
    }
  }
  const auto own = world.get("users/clerk", "clerk");
  EXPECT_EQ(own.body["id"], "clerk");
  EXPECT_EQ(own.body["roles"][0]["role"], "clerk");
  const auto version = world.version_tag("user-clerk");
  EXPECT_TRUE(own.etag().starts_with(version.substr(0, version.size() - 1))) << own.etag();
  EXPECT_EQ(world.get("users/nobody", "admin").status(), 404);
}

/// The purpose and the reader of an opened record, wherever a response could carry them.
TEST_F(EveryRead, TellsOfSealedReadingsToThoseAloneWhoMayReadTheLogOfThem) {
  // Words that no paper has of itself.
  constexpr std::string_view kWhy = "Xem lại hẻm 12";
  ASSERT_EQ(
      world.get("issues/i-1?purpose=Xem%20l%E1%BA%A1i%20h%E1%BA%BBm%2012", "officer").status(),
      200);
  const std::set<std::string_view> overseers{"chair", "supervisor", "admin"};
  const auto reads = as_meant();
  for (const auto user : kUsers) {
    for (const auto& [read, users] : reads) {
      auto path = asked(read);
      path += read == "events" ? "?limit=500" : "";
      const auto& text = world.get(path, user).response.body;
      const bool told = text.find("supervision.sealed_read\"") != std::string::npos ||
                        text.find(kWhy) != std::string::npos;
      if (!overseers.contains(user)) {
        EXPECT_FALSE(told) << user << ' ' << read;
      }
    }
    const bool told =
        world.get("events?limit=500", user).response.body.find(kWhy) != std::string::npos;
    EXPECT_EQ(told, overseers.contains(user)) << user;
  }
  // Nor does a version that moved on tell of them.
  const auto stale = world.post("supervision/register-takedown",
                                {{"subject", "issue-i-1"},
                                 {"place", "Trang tin"},
                                 {"reason", "Lộ số điện thoại"},
                                 {"decision", "01/QĐ"}},
                                "cchc", {{"if-match", "\"9\""}});
  EXPECT_EQ(stale.status(), 412);
  const auto behind = world.post("supervision/register-takedown",
                                 {{"subject", "issue-i-1"},
                                  {"place", "Trang tin"},
                                  {"reason", "Lộ số điện thoại"},
                                  {"decision", "01/QĐ"}},
                                 "cchc", {{"if-match", "\"0\""}});
  EXPECT_EQ(behind.response.body.find("sealed_read"), std::string::npos) << behind.response.body;
}

TEST_F(EveryRead, OfTheLedgerStaysCheckableWhereARecordIsWithheld) {
  ASSERT_EQ(world.open("issues/i-1", "officer").status(), 200);
  const auto all = world.get("events?limit=500", "supervisor").body["items"];
  const auto some = world.get("events?limit=500", "clerk").body["items"];
  ASSERT_EQ(all.size(), some.size());
  int withheld = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    EXPECT_EQ(all[i]["position"], some[i]["position"]);
    EXPECT_FALSE(all[i].contains("leaf"));
    if (some[i]["record"].is_null()) {
      ++withheld;
      EXPECT_EQ(all[i]["record"]["type"], "supervision.sealed_read");
      EXPECT_EQ(some[i]["leaf"].get<std::string>().size(), 44u);
    } else {
      EXPECT_EQ(all[i]["record"], some[i]["record"]);
    }
  }
  EXPECT_EQ(withheld, 1);
}

TEST_F(EveryRead, GivesTheBodyAboveFiguresWithoutTheWordsBehindThem) {
  const auto path = "reports/calendar/2021-Q1/figures/issues.new";
  const auto own = world.get(path, "supervisor").body["items"];
  const auto above = world.get(path, "above").body["items"];
  ASSERT_FALSE(own.empty());
  ASSERT_EQ(own.size(), above.size());
  for (std::size_t i = 0; i < own.size(); ++i) {
    EXPECT_EQ(own[i]["id"], above[i]["id"]);
    EXPECT_FALSE(own[i]["label"].get<std::string>().empty());
    EXPECT_EQ(above[i]["label"], "");
    EXPECT_EQ(above[i]["khom"], "");
  }
}

TEST_F(EveryRead, OfAnOwnMeetingOpensTheWordsOfWhoLivesElsewhere) {
  world.act("users/head/revoke-role", {{"role", "khom_head"}}, "admin");
  world.act("users/head/grant-role", {{"role", "khom_head"}, {"khoms", {"sa-nhien"}}}, "admin");
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
             {"speaker", {{"resident", "r-1"}}},
             {"issues", {{{"issue", "i-9"}, {"subject", "Chợ"}, {"field", "ROADS"}}}}},
            "cchc");
  const auto opened = world.open("dialogues/d-2", "head");
  ASSERT_EQ(opened.status(), 200) << opened.response.body;
  EXPECT_EQ(opened.body["opinions"][0]["words"], "Chợ ồn");
  EXPECT_EQ(world.open("issues/i-9", "head").body["opinion"]["words"], "Chợ ồn");
  const auto log = world.get("supervision/sealed-reads", "supervisor").body["items"];
  ASSERT_EQ(log.size(), 2u);
  EXPECT_EQ(log[1]["subject"], "dialogue-d-2");
  EXPECT_EQ(log[1]["resident"], "r-1");
  EXPECT_EQ(world.get("residents/r-1", "head").status(), 404);
}

TEST_F(EveryRead, IsLimitedByAKhomForNobodyButItsHead) {
  const auto refused =
      world.post("users/officer/grant-role", {{"role", "officer"}, {"khoms", {"tan-my"}}}, "admin",
                 {{"if-match", world.version_tag("user-officer")}});
  EXPECT_EQ(refused.status(), 422) << refused.response.body;
  EXPECT_EQ(refused.body["errors"][0]["pointer"], "/khoms");
}

}  // namespace
}  // namespace langnghe::api::spec
