// An answer to one reader is never shown to the next: a walk over every read.
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "api/world.hpp"
#include "routing/router.hpp"

namespace langnghe::api::spec {
namespace {

/// A path of the route in the little ward; empty where the walk has no such thing.
std::string path_of(std::string_view pattern) {
  const std::vector<std::pair<std::string_view, std::string_view>> values{
      {"dialogues/{id}", "dialogues/d-1"},
      {"issues/{id}", "issues/i-1"},
      {"residents/{id}", "residents/r-1"},
      {"{year}", "2021"},
      {"{family}", "calendar"},
      {"{period}", "2021-Q1"},
      {"{figure}", "opinions.total"},
      {"users/{id}", "users/officer"}};
  std::string path(pattern.substr(kWardBase.size()));
  for (const auto& [name, value] : values) {
    if (const auto at = path.find(name); at != std::string::npos) {
      path.replace(at, name.size(), value);
    }
  }
  if (path == "schedule") {
    path += "?year=2021";
  }
  return path.contains('{') ? std::string{} : path;
}

std::vector<std::string> reads() {
  std::vector<std::string> paths;
  for (const auto& route : all_routes()) {
    if (route.method == Method::get && route.gate == Gate::member) {
      if (auto path = path_of(route.pattern); !path.empty()) {
        paths.push_back(std::move(path));
      }
    }
  }
  return paths;
}

class SharedComputer : public testing::Test {
 protected:
  SharedComputer() {
    world.found_ward();
    world.open_dialogue();
    world.hear_opinions();
    world.take_away_i1();
  }
  World world;
};

constexpr std::string_view kReaders[] = {"cchc", "chair", "officer", "head", "clerk", "admin"};

/// A browser that keeps one answer for an address asks with the tag it got as somebody else.
TEST_F(SharedComputer, NoTagOfOneReaderStandsForTheAnswerOfAnother) {
  int compared = 0;
  int tagged = 0;
  for (const auto& path : reads()) {
    for (const auto first : kReaders) {
      const auto shown = world.get(path, first);
      if (shown.status() != 200 || shown.etag().empty()) {
        continue;
      }
      ++tagged;
      const Headers known{{"if-none-match", shown.etag()}};
      EXPECT_EQ(world.get(path, first, known).status(), 304) << path << ' ' << first;
      for (const auto next : kReaders) {
        const auto own = world.get(path, next);
        const auto asked = world.get(path, next, known);
        ++compared;
        if (own.response.body != shown.response.body) {
          EXPECT_NE(asked.status(), 304) << path << ": " << first << " to " << next;
          EXPECT_EQ(asked.response.body, own.response.body) << path << ' ' << next;
        }
      }
    }
  }
  EXPECT_GT(tagged, 60);
  EXPECT_GT(compared, 300);
}

TEST_F(SharedComputer, NorInAnotherLanguage) {
  for (const auto& path : reads()) {
    const auto vietnamese = world.get(path, "cchc", {{"accept-language", "vi"}});
    if (vietnamese.status() != 200 || vietnamese.etag().empty()) {
      continue;
    }
    const auto english = world.get(path, "cchc", {{"accept-language", "en"}});
    const auto asked =
        world.get(path, "cchc", {{"accept-language", "en"}, {"if-none-match", vietnamese.etag()}});
    if (english.response.body != vietnamese.response.body) {
      EXPECT_EQ(asked.status(), 200) << path;
      EXPECT_EQ(asked.response.body, english.response.body) << path;
    }
  }
}

TEST_F(SharedComputer, ATagChangesWithWhatItsReaderMaySee) {
  const auto before = world.get("issues", "officer");
  const auto version = world.version_tag("user-officer");
  world.act("users/officer/grant-role", {{"role", "clerk"}, {"khoms", Json::array()}}, "admin");
  const auto after = world.get("issues", "officer");
  EXPECT_NE(before.etag(), after.etag());
  EXPECT_NE(version, world.version_tag("user-officer"));
}

TEST_F(SharedComputer, ATagServesAsIfMatchWhoeverGotIt) {
  for (const auto* prefix : {"", "W/"}) {
    const auto tag = prefix + world.get("issues/i-1", "officer").etag();
    const auto done = world.post("issues/i-1/note-progress",
                                 {{"text", "Đã xem hiện trường"}, {"visibility", "public"}}, "cchc",
                                 {{"if-match", tag}});
    if (done.code() == "act_not_allowed_in_state") {
      world.act("issues/i-1/accept", Json::object(), "officer");
      continue;
    }
    EXPECT_EQ(done.status(), 200) << done.response.body;
  }
}

TEST_F(SharedComputer, AListOfTagsIsAnyOfThem) {
  const auto act = [&](const std::string& tags) {
    return world.post("issues/i-1/accept", Json::object(), "officer", {{"if-match", tags}});
  };
  const auto now = world.version_tag("issue-i-1");
  for (const auto* malformed : {"", "1", "\"x\"", "\"1\" \"2\"", "\"1", "*, \"1\"", "W/1",
                                "\"1-\"x", "\"-1\"", "\"+1\"", "\"1-A\""}) {
    EXPECT_EQ(act(malformed).status(), 400) << malformed;
  }
  EXPECT_EQ(act("\"998\", \"999\"").code(), "version_stale");
  EXPECT_EQ(act("\"998\" ,, W/" + now + " , \"999\"").status(), 200);
}

TEST_F(SharedComputer, AFormsPlusIsABlankAndAnInstantKeepsItsOffset) {
  ASSERT_EQ(world.get("issues/i-1?purpose=Giao+th%C3%B4ng+b%C3%A1o+1%2B1", "cchc").status(), 200);
  const auto read = world.get("supervision/sealed-reads", "chair").body["items"][0];
  EXPECT_EQ(read["purpose"], "Giao thông báo 1+1");
  for (const auto* instant : {"2021-01-14T08:45:00+07:00", "2021-01-14T08:45:00%2B07:00",
                              "2021-01-14T08:45:00%2b07:00", "2021-01-14T01:45:00Z"}) {
    const auto answer = world.get("issues?as_of=" + std::string(instant));
    EXPECT_EQ(answer.status(), 200) << instant << answer.response.body;
    EXPECT_EQ(answer.body["today"], "2021-01-14") << instant;
  }
}

/// A stream that cannot be read is an error: never nobody, never nothing.
TEST_F(SharedComputer, WhatCannotBeReadIsNotAbsent) {
  int failed = 0;
  for (const auto& path : reads()) {
    for (const auto* purpose : {"", "purpose=Xem"}) {
      const auto asked = path + (*purpose == '\0'     ? ""
                                 : path.contains('?') ? std::string("&") + purpose
                                                      : std::string("?") + purpose);
      const auto well = world.get(asked, "chair");
      if (well.status() >= 500) {
        continue;  // it asks for what this service does not have
      }
      for (const auto* stream : {"resident-r-1", "issue-i-1", "dialogue-d-1", "ward", "policy",
                                 "calendar", "supervision", "plan-2021", "register-2021",
                                 "user-officer", "report-calendar-2021-Q1"}) {
        world.make_unreadable(
            [&](const eventstore::StreamName& name) { return name.value == stream; });
        const auto answer = world.get(asked, "chair");
        world.make_unreadable({});
        if (answer.status() >= 500) {
          ++failed;
          EXPECT_EQ(answer.code(), "store_unavailable") << asked << ' ' << stream;
        } else if (*purpose == '\0') {
          EXPECT_EQ(answer.response.body, well.response.body) << asked << ' ' << stream;
        } else {
          EXPECT_EQ(answer.status(), well.status()) << asked << ' ' << stream;
        }
      }
    }
  }
  EXPECT_GT(failed, 10);
  world.make_unreadable(
      [](const eventstore::StreamName& name) { return name.value == "resident-r-1"; });
  EXPECT_EQ(world.get("issues/i-1", "chair").status(), 503);
  EXPECT_EQ(world.get("dialogues/d-1", "chair").status(), 503);
}

}  // namespace
}  // namespace langnghe::api::spec
