// People found by those who may read them, for a purpose that the ledger keeps.
#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "api/world.hpp"

namespace langnghe::api::spec {
namespace {

class PeopleFound : public testing::Test {
 protected:
  PeopleFound() {
    world.start_search();
    world.found_ward();
    world.open_dialogue();
    world.hear_opinions();
  }

  Answer find(const std::string& words, std::string_view user = "cchc") {
    return world.get("residents?q=" + words + '&' + std::string(kPurpose), user);
  }
  std::size_t readings() {
    const auto text = world.ledger_text();
    std::size_t count = 0;
    for (auto at = text.find("supervision.sealed_read"); at != std::string::npos;
         at = text.find("supervision.sealed_read", at + 1)) {
      ++count;
    }
    return count;
  }

  World world;
};

TEST_F(PeopleFound, AreShownToWhoMayReadThemAndTheLedgerKeepsWhoLookedAndWhy) {
  const auto before = readings();
  const auto answer = find("tran%20lai");
  ASSERT_EQ(answer.status(), 200) << answer.response.body;
  ASSERT_EQ(answer.body["items"].size(), 1u);
  const auto& person = answer.body["items"][0];
  EXPECT_EQ(person["id"], "r-1");
  EXPECT_EQ(person["name"], kName);
  EXPECT_EQ(person["phone"], kPhone);
  EXPECT_EQ(person["issues"], (Json{"i-1", "i-2"}));
  EXPECT_EQ(answer.body["more"], false);
  EXPECT_EQ(answer.header("Cache-Control"), "no-store");
  EXPECT_EQ(readings(), before + 1);
  const auto told = world.get("supervision/sealed-reads", "supervisor").response.body;
  EXPECT_NE(told.find("Báo kết quả"), std::string::npos);
  EXPECT_NE(told.find("r-1"), std::string::npos);
  EXPECT_EQ(find("0901234567").body["items"].size(), 1u);
  EXPECT_EQ(find("4567").body["items"].size(), 1u);
  EXPECT_EQ(readings(), before + 3);
}

TEST_F(PeopleFound, NobodyIsFoundWithoutAPurpose) {
  const auto before = readings();
  const auto answer = world.get("residents?q=lai");
  EXPECT_EQ(answer.status(), 400);
  EXPECT_EQ(answer.body["errors"][0]["code"], "missing_parameter");
  EXPECT_EQ(answer.response.body.find("r-1"), std::string::npos);
  EXPECT_EQ(world.get("residents?" + std::string(kPurpose)).status(), 400);
  EXPECT_EQ(find("12").body["errors"][0]["code"], "no_person");
  EXPECT_EQ(readings(), before);
}

TEST_F(PeopleFound, AreForThoseAloneWhoMayReadNames) {
  for (const auto* user : {"clerk", "supervisor", "above", "admin"}) {
    EXPECT_EQ(find("lai", user).status(), 403) << user;
  }
  for (const auto* user : {"chair", "officer", "head"}) {
    EXPECT_EQ(find("lai", user).body["items"].size(), 1u) << user;
  }
  world.act("issues/a-1/record",
            {{"channel", "letter"},
             {"khom", "sa-nhien"},
             {"received", "2021-01-12"},
             {"subject", "Cống nghẹt"},
             {"field", "ROADS"},
             {"words", "Cống nghẹt"},
             {"speaker", {{"resident", "r-9"}, {"name", "Lê Thị Lài"}, {"phone", "0911111111"}}}},
            "cchc");
  EXPECT_EQ(find("lai").body["items"].size(), 2u);
  const auto before = readings();
  const auto head = find("lai", "head");
  EXPECT_EQ(head.body["items"].size(), 1u) << "of their own khóm";
  EXPECT_EQ(head.response.body.find("r-9"), std::string::npos);
  EXPECT_EQ(readings(), before + 1) << "nobody else was opened";
  const auto one = world.get("residents?q=lai&limit=1&" + std::string(kPurpose));
  EXPECT_EQ(one.body["items"].size(), 1u);
  EXPECT_EQ(one.body["more"], true);
}

TEST_F(PeopleFound, WhoeverIsWithheldIsNot) {
  ASSERT_EQ(find("lai").body["items"].size(), 1u);
  world.act("residents/r-1/withhold-identity", {{"reason", "Yêu cầu của người dân"}}, "cchc");
  for (const auto* user : {"cchc", "chair", "officer", "head"}) {
    EXPECT_TRUE(find("lai", user).body["items"].empty()) << user;
  }
}

TEST(PeopleFoundWithoutAnIndex, AreToBeAskedForLater) {
  World world;
  world.found_ward();
  const auto answer = world.get("residents?q=lai&" + std::string(kPurpose));
  EXPECT_EQ(answer.status(), 503);
  EXPECT_EQ(answer.code(), "search_not_ready");
}

}  // namespace
}  // namespace langnghe::api::spec
