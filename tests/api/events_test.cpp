// The ledger by what its records are about, from either end, as records and as people read them.
#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <codec/event_codec.hpp>

#include "api/world.hpp"
#include "problems/event_texts.hpp"

namespace langnghe::api::spec {
namespace {

class Events : public testing::Test {
 protected:
  Events() {
    world.found_ward();
    world.open_dialogue();
    world.hear_opinions();
    world.take_away_i1();
    world.answer_i1();
  }
  /// All pages of a list, the items in order.
  std::vector<Json> all(const std::string& query, std::string_view user = "cchc",
                        const std::string& page = "after") {
    std::vector<Json> items;
    std::string next;
    do {
      const auto answer = world.get("events?" + query + next, user);
      EXPECT_EQ(answer.status(), 200) << query << answer.response.body;
      for (const auto& item : answer.body["items"]) {
        items.push_back(item);
      }
      const auto& at = answer.body["next"];
      next = at.is_null() ? "" : "&" + page + "=" + std::to_string(at.get<std::uint64_t>());
    } while (!next.empty() && items.size() < 1'000);
    return items;
  }
  std::vector<Json> records() { return all("limit=500"); }
  World world;
};

std::vector<std::uint64_t> positions_of(const std::vector<Json>& items) {
  std::vector<std::uint64_t> positions;
  for (const auto& item : items) {
    positions.push_back(item["position"]);
  }
  return positions;
}

TEST_F(Events, AreFoundByWhatTheyAreAbout) {
  const std::vector<std::pair<std::string, std::function<bool(const Json&)>>> filters{
      {"type=issue.recorded", [](const auto& r) { return r["type"] == "issue.recorded"; }},
      {"type=issue.noted,issue.closed",
       [](const auto& r) { return r["type"] == "issue.noted" || r["type"] == "issue.closed"; }},
      {"kind=plan,dialogue",
       [](const auto& r) {
         const std::string stream = r["stream"];
         return stream.starts_with("plan-") || stream.starts_with("dialogue-");
       }},
      {"stream=issue-i-2,issue-i-3",
       [](const auto& r) { return r["stream"] == "issue-i-2" || r["stream"] == "issue-i-3"; }},
      {"stream=issue-none", [](const auto&) { return false; }},
      {"user=chair,clerk",
       [](const auto& r) {
         return r["actor"]["user"] == "chair" || r["actor"]["user"] == "clerk";
       }},
      {"role=officer", [](const auto& r) { return r["actor"]["role"] == "officer"; }},
      {"khom=tan-my",
       [](const auto& r) {
         const std::string stream = r["stream"];
         return stream.starts_with("issue-") || stream.starts_with("dialogue-") ||
                stream.starts_with("resident-");
       }},
      {"khom=sa-nhien", [](const auto&) { return false; }},
      {"role=cchc_officer&type=issue.classified,issue.assigned&stream=issue-i-1",
       [](const auto& r) {
         return r["type"] == "issue.classified" || r["type"] == "issue.assigned";
       }},
  };
  const auto whole = records();
  for (const auto& [filter, is_meant] : filters) {
    std::vector<std::uint64_t> meant;
    for (const auto& item : whole) {
      if (is_meant(item["record"])) {
        meant.push_back(item["position"]);
      }
    }
    EXPECT_EQ(positions_of(all(filter + "&limit=2")), meant) << filter;
    std::ranges::reverse(meant);
    EXPECT_EQ(positions_of(all(filter + "&limit=2&order=newest", "cchc", "before")), meant)
        << filter;
  }
}

TEST_F(Events, OfAnIssueAreItsHistory) {
  std::vector<std::uint64_t> history;
  const auto items = world.get("issues/i-1/history").body["items"];
  for (const auto& item : items) {
    history.push_back(item["position"]);
  }
  EXPECT_EQ(positions_of(all("issue=i-1")), history);
  EXPECT_TRUE(all("issue=i-none").empty());
}

TEST_F(Events, OfDaysAreThoseRecordedThen) {
  const auto on = [&](const std::string& from, const std::string& to) {
    return positions_of(all("limit=500&recorded_from=" + from + "&recorded_to=" + to));
  };
  std::vector<std::uint64_t> meant;
  for (const auto& item : records()) {
    const std::string recorded = item["record"]["recorded"];
    if (recorded.starts_with("2021-01-14") || recorded.starts_with("2021-01-15")) {
      meant.push_back(item["position"]);
    }
  }
  ASSERT_FALSE(meant.empty());
  EXPECT_EQ(on("2021-01-14", "2021-01-15"), meant);
  EXPECT_TRUE(on("2021-01-16", "2021-01-19").empty());
  EXPECT_EQ(on("2000-01-01", "2100-01-01").size(), world.size());
}

TEST_F(Events, ComeBackwardsFromAPosition) {
  const auto answer = world.get("events?before=10&limit=3").body;
  EXPECT_EQ(positions_of(answer["items"]), (std::vector<std::uint64_t>{9, 8, 7}));
  EXPECT_EQ(answer["next"], 7);
  const auto between = world.get("events?after=4&before=8").body;
  EXPECT_EQ(positions_of(between["items"]), (std::vector<std::uint64_t>{5, 6, 7}));
  EXPECT_TRUE(between["next"].is_null());
  EXPECT_EQ(world.get("events?before=0").body["items"].size(), 0u);
}

TEST_F(Events, AreRefusedWhereAFilterMeansNothing) {
  for (const auto* wrong :
       {"type=issue.nothing", "kind=thing", "role=king", "khom=A%20B", "order=random", "form=x",
        "recorded_from=2021-02-30", "user=", "stream=a,,b", "issue=%20"}) {
    EXPECT_EQ(world.get(std::string("events?") + wrong).code(), "query_invalid") << wrong;
  }
}

TEST_F(Events, AFilterTellsNothingOfARecordThatIsWithheld) {
  ASSERT_EQ(world.open("issues/i-1", "officer").status(), 200);
  for (const std::string filter :
       {"type=supervision.sealed_read", "kind=supervision", "stream=supervision", "user=officer"}) {
    for (const std::string form : {"record", "shown"}) {
      for (const auto& item : all(filter + "&form=" + form, "clerk")) {
        EXPECT_EQ(item.dump().find("sealed_read"), std::string::npos) << filter;
        EXPECT_FALSE(item.contains("leaf")) << filter;
      }
    }
  }
  EXPECT_EQ(all("type=supervision.sealed_read", "clerk").size(), 0u);
  EXPECT_EQ(all("type=supervision.sealed_read", "supervisor").size(), 1u);
}

TEST_F(Events, AreShownToPeopleInTheirLanguageWithNames) {
  const Headers vietnamese{{"accept-language", "vi"}};
  const Headers english{{"accept-language", "en"}};
  const auto path = "events?form=shown&limit=500&issue=i-1";
  const auto vi = world.get(path, "cchc", vietnamese).body;
  const auto en = world.get(path, "cchc", english).body;
  ASSERT_EQ(vi["items"].size(), en["items"].size());
  std::set<std::string> titles;
  for (std::size_t i = 0; i < vi["items"].size(); ++i) {
    const auto& item = vi["items"][i];
    titles.insert(item["title"]);
    EXPECT_NE(item["title"], item["type"]);
    EXPECT_EQ(item["khom"], "tan-my");
    EXPECT_TRUE(vi["names"]["users"].contains(item["user"].get<std::string>())) << item;
    EXPECT_EQ(en["items"][i]["position"], item["position"]);
  }
  EXPECT_TRUE(titles.contains("Giao việc"));
  EXPECT_EQ(vi["names"]["khoms"]["tan-my"], "Tân Mỹ");
  EXPECT_EQ(vi["names"]["officials"]["of-chair"], "Cán bộ of-chair");
  EXPECT_EQ(vi["names"]["fields"]["ROADS"], "Giao thông");
  EXPECT_EQ(en["names"]["fields"]["ROADS"], "Roads");
  EXPECT_EQ(en["items"].back()["title"], "Closed");
}

TEST_F(Events, ShowThatAPartIsSealedAndNoMore) {
  const auto shown = world.get("events?form=shown&limit=500", "supervisor").response.body;
  EXPECT_NE(shown.find(R"({"sealed":true})"), std::string::npos);
  EXPECT_EQ(shown.find("ciphertext"), std::string::npos);
  for (const auto secret : {kWords, kName, kPhone, kAddress}) {
    EXPECT_EQ(shown.find(secret), std::string::npos);
  }
}

TEST_F(Events, NameTheRecordAndTheRequestThatBroughtThemAbout) {
  const std::string request = "0af7651916cd43dd8448eb211c80319c";
  const auto reopen =
      world.post("issues/i-1/ask-feedback", {{"channel", "điện thoại"}}, "cchc",
                 {{"if-match", world.version_tag("issue-i-1")}, {"x-request-id", request}});
  ASSERT_EQ(reopen.status(), 200) << reopen.response.body;
  const auto history = world.get("issues/i-1/history").body["items"];
  const auto shown = all("form=shown&issue=i-1");
  ASSERT_EQ(history.size(), shown.size());
  for (std::size_t i = 0; i < shown.size(); ++i) {
    EXPECT_EQ(history[i]["id"], shown[i]["id"]);
    EXPECT_EQ(history[i]["correlation"], shown[i]["correlation"]);
    EXPECT_EQ(history[i]["causation"], shown[i]["causation"]);
  }
  EXPECT_EQ(history.back()["correlation"], request);
  EXPECT_TRUE(history.back()["causation"].is_null());
}

TEST(EventTitles, AreThereForEveryTypeInBothLanguages) {
  for (const auto& [type, schema] : codec::event_types()) {
    const auto vi = event_title(Language::vi, type);
    const auto en = event_title(Language::en, type);
    EXPECT_NE(vi, type);
    EXPECT_NE(en, type);
    EXPECT_FALSE(vi.empty() || en.empty()) << type;
  }
  EXPECT_EQ(event_title(Language::vi, "issue.nothing"), "issue.nothing");
}

}  // namespace
}  // namespace langnghe::api::spec
