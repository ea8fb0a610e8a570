#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "api/world.hpp"

namespace langnghe::api::spec {
namespace {

class Reading : public testing::Test {
 protected:
  Reading() {
    world.found_ward();
    world.open_dialogue();
    world.hear_opinions();
    world.take_away_i1();
  }
  World world;
};

TEST_F(Reading, EveryReadSaysLedgerPositionAndProjection) {
  for (const auto* path :
       {"schedule?year=2021", "issues", "issues/i-1", "issues/i-1/history", "issues/i-1/deadline",
        "reports/calendar?year=2021", "reports/calendar/2021-Q1", "dialogues/d-1", "dialogues",
        "plans/2021", "settings"}) {
    const auto answer = world.get(path);
    ASSERT_EQ(answer.status(), 200) << path << answer.response.body;
    EXPECT_EQ(answer.body["ledger"], kWard) << path;
    EXPECT_EQ(answer.body["position"], world.size()) << path;
    EXPECT_FALSE(answer.body["projections"].empty()) << path;
    EXPECT_EQ(answer.header("X-Ledger-Size"), std::to_string(world.size())) << path;
    EXPECT_EQ(answer.header("Cache-Control"), "private, no-cache") << path;
    EXPECT_FALSE(answer.etag().empty()) << path;
    const auto head = world.send(Method::head, path, "cchc");
    EXPECT_EQ(head.status(), 200) << path;
    EXPECT_EQ(head.etag(), answer.etag()) << path;
  }
}

TEST_F(Reading, OpenIssuesByDueDatePageByPage) {
  const auto open = world.get("issues?open=true");
  ASSERT_EQ(open.body["items"].size(), 1u);
  EXPECT_EQ(open.body["items"][0]["id"], "i-1");
  EXPECT_EQ(open.body["items"][0]["overdue"], false);
  std::vector<std::string> seen;
  std::string path = "issues?limit=1";
  for (int page = 0; page < 5; ++page) {
    const auto answer = world.get(path);
    ASSERT_EQ(answer.status(), 200) << answer.response.body;
    EXPECT_EQ(answer.body["total"], 3);
    for (const auto& item : answer.body["items"]) {
      seen.push_back(item["id"]);
    }
    if (answer.body["next"].is_null()) {
      break;
    }
    path = "issues?limit=1&cursor=" + answer.body["next"].get<std::string>();
  }
  std::ranges::sort(seen);
  EXPECT_EQ(seen, (std::vector<std::string>{"i-1", "i-2", "i-3"}));
}

TEST_F(Reading, FiltersNarrow) {
  EXPECT_EQ(world.get("issues?khom=sa-nhien").body["total"], 0);
  EXPECT_EQ(world.get("issues?assignee=officer").body["total"], 1);
  EXPECT_EQ(world.get("issues?field=ROADS&open=false").body["total"], 2);
  EXPECT_EQ(world.get("issues?overdue=true").body["total"], 0);
  world.set_clock("2021-06-01T08:00:00+07:00");
  EXPECT_EQ(world.get("issues?overdue=true").body["total"], 1);
}

TEST_F(Reading, TheDayTurnsThoughTheLedgerDoesNot) {
  EXPECT_EQ(world.get("issues?open=true").body["items"][0]["overdue"], false);
  world.set_clock("2021-06-01T08:00:00+07:00");
  EXPECT_EQ(world.get("issues?open=true").body["items"][0]["overdue"], true);
}

TEST_F(Reading, TheAnswerFromTheCacheIsTheSameUntilSomethingHappens) {
  const auto first = world.get("issues?open=true");
  EXPECT_EQ(world.get("issues?open=true").response.body, first.response.body);
  world.act("issues/i-1/accept", Json::object(), "officer");
  const auto after = world.get("issues?open=true");
  EXPECT_EQ(after.body["items"][0]["phase"], "accepted");
  EXPECT_EQ(after.body["position"], world.size());
}

TEST_F(Reading, AnUnchangedListOrResourceIsNotSentAgain) {
  const auto list = world.get("issues");
  EXPECT_TRUE(list.etag().starts_with("W/"));
  const auto same = world.get("issues", "cchc", {{"if-none-match", list.etag()}});
  EXPECT_EQ(same.status(), 304);
  EXPECT_TRUE(same.response.body.empty());
  const auto issue = world.get("issues/i-1");
  // The version, which an act asks for, and then what this reader was shown.
  auto begins = world.version_tag("issue-i-1");
  begins.back() = '-';
  EXPECT_TRUE(issue.etag().starts_with(begins)) << issue.etag();
  EXPECT_EQ(world.get("issues/i-1", "cchc", {{"if-none-match", issue.etag()}}).status(), 304);
  // Overdue since: the version is the same, the answer is not.
  world.set_clock("2021-06-01T08:00:00+07:00");
  EXPECT_EQ(world.get("issues/i-1", "cchc", {{"if-none-match", issue.etag()}}).status(), 200);
}

TEST_F(Reading, AnyMomentOfThePastCanBeAsked) {
  const auto by_instant = world.get("issues?as_of=2021-01-14T08:45:00%2B07:00");
  ASSERT_EQ(by_instant.status(), 200) << by_instant.response.body;
  EXPECT_EQ(by_instant.body["items"][0]["phase"], "recorded");
  EXPECT_EQ(by_instant.body["today"], "2021-01-14");
  const auto size = by_instant.body["position"].get<std::uint64_t>();
  const auto by_size = world.get("issues?as_of=" + std::to_string(size));
  EXPECT_EQ(by_size.body["items"], by_instant.body["items"]);
  EXPECT_EQ(by_size.body["today"], "2021-01-14");
  EXPECT_EQ(world.get("issues?as_of=0").body["total"], 0);
  EXPECT_EQ(world.get("issues/i-1?as_of=3").status(), 404);
  const auto beyond = world.get("issues?as_of=" + std::to_string(world.size() + 1));
  EXPECT_EQ(beyond.code(), "beyond_ledger");
  EXPECT_EQ(world.get("issues?as_of=2021-01-14T08:45:00+07:00").body["position"], size);
}

TEST_F(Reading, ADayAsAMomentIsTheEndOfThatDayInVietnam) {
  const auto before = world.size();
  world.set_clock("2021-01-15T23:59:59.999+07:00");
  world.act("issues/i-1/accept", Json::object(), "officer");
  const auto that_day = world.size();
  world.set_clock("2021-01-16T00:00:00+07:00");
  world.act("issues/i-1/draft-answer",
            {{"outcome", "DONE"}, {"text", "Đã thay."}, {"legal_basis", "Quy định mẫu"}},
            "officer");
  EXPECT_LT(before, that_day);
  const auto answer = world.get("issues?as_of=2021-01-15");
  EXPECT_EQ(answer.body["position"], that_day);
  EXPECT_EQ(answer.body["today"], "2021-01-15");
  EXPECT_EQ(world.get("issues?as_of=2021-01-16").body["position"], world.size());
  EXPECT_EQ(world.get("issues?as_of=2020-12-31").body["total"], 0);
}

TEST_F(Reading, AReadWaitsForAPositionAndThenSaysSo) {
  const auto now = std::to_string(world.size());
  EXPECT_EQ(world.get("issues?min_position=" + now).status(), 200);
  const auto later = world.get("issues?min_position=" + std::to_string(world.size() + 1));
  EXPECT_EQ(later.status(), 503);
  EXPECT_EQ(later.code(), "position_not_reached");
  EXPECT_EQ(later.header("Retry-After"), "1");
}

TEST_F(Reading, ShowsWhatAnyoneDidBeforeItWasAsked) {
  for (int n = 0; n < 100; ++n) {
    const auto id = "u-" + std::to_string(n);
    world.act("users/" + id + "/register", {{"display_name", "Người " + id}}, "admin");
    const auto read = world.get("issues?limit=1", "officer");
    ASSERT_EQ(read.status(), 200) << read.response.body;
    ASSERT_EQ(read.body["position"], world.size()) << "after " << n;
  }
}

TEST_F(Reading, TheLedgerIsReadRecordByRecordAsItsBytes) {
  std::string path = "events?limit=7";
  std::uint64_t expected = 0;
  for (;;) {
    const auto answer = world.get(path);
    ASSERT_EQ(answer.status(), 200);
    for (const auto& item : answer.body["items"]) {
      EXPECT_EQ(item["position"], expected);
      ++expected;
    }
    if (answer.body["next"].is_null()) {
      break;
    }
    path = "events?limit=7&after=" + std::to_string(answer.body["next"].get<int>());
  }
  EXPECT_EQ(expected, world.size());
  const auto record = world.store().read_ledger({std::string(kWard)}, {5}, 1).value().front();
  EXPECT_NE(world.get("events?after=4&limit=1").response.body.find(record.bytes),
            std::string::npos);
}

TEST_F(Reading, TheScheduleCoversEveryKhomAndQuarter) {
  const auto schedule = world.get("schedule?year=2021").body;
  EXPECT_EQ(schedule["cells"].size(), 8u);
  EXPECT_EQ(schedule["cells"][0].contains("status"), true);
  EXPECT_EQ(schedule["plan"]["symbol"], "01/KH-UBND");
  EXPECT_EQ(schedule["met"], 1);
  EXPECT_TRUE(world.get("schedule?year=2030").body["plan"].is_null());
}

TEST_F(Reading, SettingsGiveTheVersionsThatActsAskFor) {
  const auto settings = world.get("settings").body;
  EXPECT_EQ(settings["khoms"].size(), 2u);
  EXPECT_EQ(settings["officials"].size(), 2u);
  EXPECT_EQ(settings["policy"]["fields"][0]["code"], "ROADS");
  EXPECT_EQ(settings["calendar"]["version"], 1);
  const auto version = '"' + std::to_string(settings["versions"]["ward"].get<int>()) + '"';
  EXPECT_EQ(version, world.version_tag("ward"));
}

TEST_F(Reading, HealthAndReadiness) {
  EXPECT_EQ(world.get("/healthz", "").status(), 200);
  EXPECT_EQ(world.get("/readyz", "").body["status"], "ready");
  EXPECT_TRUE(world.get("/openapi.yaml", "").response.body.starts_with("openapi: 3.1"));
}

}  // namespace
}  // namespace langnghe::api::spec
