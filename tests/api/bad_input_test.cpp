#include <set>

#include <gtest/gtest.h>

#include "api/world.hpp"

namespace langnghe::api::spec {
namespace {

/// Nothing that is refused here may leave a record.
class BadInput : public testing::Test {
 protected:
  BadInput() {
    world.found_ward();
    size = world.size();
  }
  ~BadInput() override { EXPECT_EQ(world.size(), size) << "something was stored"; }

  Answer raw(std::string body, Headers headers = {}) {
    headers.try_emplace("idempotency-key", "k");
    return world.send(Method::post, "dialogues", "cchc", std::move(body), std::move(headers));
  }

  /// The same refusal in both languages, each saying what to do.
  static void expect_both_languages(const Answer& vi, const Answer& en) {
    EXPECT_EQ(vi.status(), en.status());
    EXPECT_EQ(vi.body["type"], en.body["type"]);
    EXPECT_NE(vi.body["title"], en.body["title"]);
    EXPECT_NE(vi.body["detail"], en.body["detail"]);
    EXPECT_EQ(vi.header("Content-Language"), "vi");
    EXPECT_EQ(en.header("Content-Language"), "en");
    EXPECT_EQ(en.header("Content-Type"), "application/problem+json");
    EXPECT_GT(en.body["detail"].get<std::string>().size(), 15u);
  }

  static std::set<std::string> pointers(const Answer& answer) {
    std::set<std::string> found;
    for (const auto& error : answer.body.value("errors", Json::array())) {
      found.insert(error.value("pointer", error.value("parameter", std::string{})));
      EXPECT_FALSE(error["detail"].get<std::string>().empty()) << error;
    }
    return found;
  }

  World world;
  std::uint64_t size = 0;
  const Json good{{"khom", "tan-my"},     {"date", "2021-03-01"},
                  {"start", "08:00"},     {"venue", {{"kind", "khom_office"}, {"place", "VP"}}},
                  {"format", "dialogue"}, {"chair", "of-chair"}};
};

TEST_F(BadInput, WhatIsNotJsonIsMalformed) {
  for (const auto* body :
       {"{\"khom\": ", "[1,2", "{\"a\":1,\"a\":2}", "{\"topics\":\"\xc3\x28\"}"}) {
    const auto answer = raw(body);
    EXPECT_EQ(answer.status(), 400) << body;
    EXPECT_EQ(answer.code(), "malformed_json") << body;
  }
  std::string deep;
  for (int i = 0; i < 40; ++i) {
    deep += "{\"a\":";
  }
  EXPECT_EQ(raw(deep + "1" + std::string(40, '}')).status(), 400);
  expect_both_languages(raw("{"), raw("{", {{"accept-language", "en"}}));
}

TEST_F(BadInput, EveryWrongFieldIsNamedAtOnce) {
  auto body = good;
  body["khóm"] = 1;
  body["date"] = "2021-02-30";
  body["start"] = 8;
  body["format"] = "party";
  body["venue"].erase("kind");
  body.erase("chair");
  const auto answer = raw(body.dump());
  EXPECT_EQ(answer.status(), 422);
  const std::set<std::string> expected{"/khóm",   "/date",       "/start",
                                       "/format", "/venue/kind", "/chair"};
  EXPECT_EQ(pointers(answer), expected);
  expect_both_languages(answer, raw(body.dump(), {{"accept-language", "en-GB, vi;q=0.5"}}));
}

TEST_F(BadInput, ARuleThatRefusesAValuePointsAtIt) {
  auto body = good;
  body["venue"]["place"] = " ";
  const auto answer = raw(body.dump());
  EXPECT_EQ(answer.status(), 422);
  EXPECT_EQ(answer.code(), "value_required");
  EXPECT_EQ(pointers(answer), std::set<std::string>{"/venue/place"});
}

TEST_F(BadInput, AnAddressBelongsToAHouseholdOnly) {
  auto body = good;
  body["venue"]["host_address"] = kAddress;
  const auto answer = raw(body.dump());
  EXPECT_EQ(answer.status(), 422);
  EXPECT_EQ(answer.response.body.find(kAddress), std::string::npos);
}

TEST_F(BadInput, OnlyJsonIsTaken) {
  const auto answer = raw(good.dump(), {{"content-type", "text/plain"}});
  EXPECT_EQ(answer.status(), 415);
  expect_both_languages(
      answer, raw(good.dump(), {{"content-type", "text/plain"}, {"accept-language", "en"}}));
}

TEST_F(BadInput, ParametersAreCheckedAndUnknownOnesNamed) {
  for (const auto* path : {"issues?limit=0",
                           "issues?limit=501",
                           "issues?open=maybe",
                           "issues?nothing=1",
                           "issues?open=true&open=false",
                           "issues?cursor=%25",
                           "issues?cursor=AAAA",
                           "issues?khom=T%C3%A2n",
                           "issues?as_of=yesterday",
                           "issues?as_of=-1",
                           "issues?min_position=x",
                           "schedule",
                           "schedule?year=hai",
                           "dialogues?from=2021-13-01",
                           "dialogues?from=2019-01-01&to=2021-12-31",
                           "dialogues?from=2021-02-01&to=2021-01-01",
                           "events?after=-1",
                           "settings?x=1",
                           "me?x=1",
                           "reports/calendar?year=99999"}) {
    const auto answer = world.get(path);
    EXPECT_EQ(answer.status(), 400) << path << answer.response.body;
    EXPECT_EQ(answer.code(), "query_invalid") << path;
    EXPECT_FALSE(pointers(answer).empty()) << path;
    expect_both_languages(answer, world.get(path, "cchc", {{"accept-language", "en"}}));
  }
}

TEST_F(BadInput, ADayThatIsNotInTheCalendarIsNoMoment) {
  for (const auto* const day : {"2021-02-29", "2021-13-01", "2021-1-5", "05/01/2021"}) {
    const auto answer = world.get(std::string("issues?as_of=") + day);
    EXPECT_EQ(answer.status(), 400) << day;
    EXPECT_EQ(answer.body["errors"][0]["code"], "not_a_moment") << day;
  }
}

TEST_F(BadInput, NoSuchPlace) {
  EXPECT_EQ(world.get("/api/v1/wards/khong-co/issues").code(), "unknown_ward");
  EXPECT_EQ(world.get("/api/v1/wards/..%2f/issues").code(), "malformed_target");
  EXPECT_EQ(world.get("/api/v1/wards/tan-quy-dong/../x").code(), "malformed_target");
  EXPECT_EQ(world.get("/api/v1/wards/tan-quy-dong/issues/%00").code(), "malformed_target");
  EXPECT_EQ(world.get("/api/v1/wards/tan-quy-dong/issues/%ff").code(), "malformed_target");
  EXPECT_EQ(world.get("nothing").code(), "unknown_path");
  EXPECT_EQ(world.get("issues/KHONG").code(), "not_found");
  EXPECT_EQ(world.get("issues/khong-co").code(), "not_found");
  EXPECT_EQ(world.get("reports/cchc/2021-Q2").code(), "not_found");
  EXPECT_EQ(world.get("reports/other/2021-Q1").code(), "not_found");
  EXPECT_EQ(world.get("plans/2030").code(), "not_found");
  EXPECT_EQ(world.get("plans/next").code(), "not_found");
  EXPECT_EQ(world.post("issues/i-1/dance", Json::object(), "cchc").code(), "unknown_path");
  expect_both_languages(world.get("nothing"),
                        world.get("nothing", "cchc", {{"accept-language", "en"}}));
}

TEST_F(BadInput, AMethodThatIsNotThereNamesThoseThatAre) {
  const auto answer = world.send(Method::put, "issues", "cchc");
  EXPECT_EQ(answer.status(), 405);
  EXPECT_EQ(answer.header("Allow"), "GET, HEAD");
  const auto options = world.send(Method::options, "dialogues", "cchc");
  EXPECT_EQ(options.status(), 204);
  EXPECT_EQ(options.header("Allow"), "GET, HEAD, POST");
}

TEST_F(BadInput, NobodyIsAskedToSignIn) {
  for (const auto& headers :
       {Headers{}, Headers{{"authorization", "Bearer ln_none"}},
        Headers{{"authorization", "Basic x"}}, Headers{{"cookie", "langnghe_session=none"}}}) {
    const auto answer = world.get("issues", "", headers);
    EXPECT_EQ(answer.status(), 401);
    EXPECT_TRUE(answer.header("WWW-Authenticate").starts_with("Bearer"));
  }
  expect_both_languages(world.get("issues", ""),
                        world.get("issues", "", {{"accept-language", "en"}}));
}

TEST_F(BadInput, AnAccountOfAnotherWardIsNotLetIn) {
  const auto token =
      world.accounts().make_token("phuong-khac", {"cchc"}, "t", std::chrono::hours(1)).value();
  const auto answer = world.get("issues", "", {{"authorization", "Bearer " + token}});
  EXPECT_EQ(answer.status(), 403);
  EXPECT_EQ(answer.code(), "other_ward");
}

TEST_F(BadInput, ARoleThatMayNotIsTold) {
  const Headers en{{"accept-language", "en"}};
  const auto answer = world.post("dialogues", good, "supervisor");
  EXPECT_EQ(answer.status(), 403);
  EXPECT_EQ(answer.code(), "role_not_permitted");
  expect_both_languages(answer, world.post("dialogues", good, "supervisor", en));
}

}  // namespace
}  // namespace langnghe::api::spec
