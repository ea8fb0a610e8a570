// A list that is read page by page is the list of its first page, whatever happens in between.
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "api/world.hpp"

namespace langnghe::api::spec {
namespace {

class Paging : public testing::Test {
 protected:
  Paging() {
    world.found_ward();
    world.set_clock("2021-01-10T08:00:00+07:00");
    for (int i = 0; i < 12; ++i) {
      record("a" + std::to_string(i));
    }
  }

  void record(const std::string& id) {
    world.act("issues/" + id + "/record",
              {{"channel", "letter"},
               {"khom", i_++ % 3 == 0 ? "sa-nhien" : "tan-my"},
               {"received", "2021-01-05"},
               {"subject", "Nội dung " + id},
               {"field", "ROADS"}},
              "cchc");
  }

  /// Something that moves rows of the lists: a new one, a due day, an end.
  void anything(std::mt19937& random) {
    const auto id = "a" + std::to_string(random() % 12);
    switch (random() % 3) {
      case 0:
        record("b" + std::to_string(made_++));
        break;
      case 1:
        static_cast<void>(world.refusal(
            "issues/" + id + "/classify",
            {{"type", "PETITION"}, {"field", "ROADS"}, {"complexity", "simple"}}, "cchc"));
        break;
      default:
        static_cast<void>(
            world.refusal("issues/" + id + "/void", {{"reason", "Ghi nhầm"}}, "chair"));
    }
  }

  std::vector<Json> rows(std::string path, const std::string& user, std::mt19937* meanwhile) {
    std::vector<Json> rows;
    const auto first = path;
    for (;;) {
      const auto page = world.get(path, user);
      EXPECT_EQ(page.status(), 200) << page.response.body;
      rows.insert(rows.end(), page.body["items"].begin(), page.body["items"].end());
      if (page.status() != 200 || page.body["next"].is_null()) {
        return rows;
      }
      path = first + "&cursor=" + page.body["next"].get<std::string>();
      if (meanwhile != nullptr) {
        anything(*meanwhile);
      }
    }
  }

  World world;
  int i_ = 0;
  int made_ = 0;
};

TEST_F(Paging, ShowsEachRowOfTheFirstPagesMomentOnce) {
  std::mt19937 random(20'261'129);
  world.set_clock("2021-01-20T08:00:00+07:00");
  for (int round = 0; round < 12; ++round) {
    for (const auto* user : {"cchc", "head"}) {
      for (const auto* list :
           {"issues?open=true", "issues?khom=tan-my", "commitments?missed=false"}) {
        const auto path = std::string(list) + "&limit=";
        const auto whole = rows(path + "500", user, nullptr);
        const auto paged = rows(path + std::to_string(1 + random() % 4), user, &random);
        EXPECT_EQ(paged, whole) << path << ' ' << user << " round " << round;
      }
    }
  }
}

TEST_F(Paging, TheMomentCanBeMadeAnewAndIsNotMixedWithAnother) {
  const auto first = world.get("issues?limit=5");
  const auto next = first.body["next"].get<std::string>();
  const auto position = first.body["position"];
  // Other lists are read in pages meanwhile: more moments than are kept.
  for (int i = 0; i < 24; ++i) {
    record("c" + std::to_string(i));
    EXPECT_EQ(world.get("issues?limit=5").status(), 200);
  }
  world.set_clock("2021-06-01T08:00:00+07:00");
  const auto second = world.get("issues?limit=5&cursor=" + next);
  ASSERT_EQ(second.status(), 200) << second.response.body;
  EXPECT_EQ(second.body["position"], position);
  EXPECT_EQ(second.body["today"], first.body["today"]);
  EXPECT_EQ(second.body["total"], 12);
}

TEST_F(Paging, ACursorThatIsNoneIsSaidToBe) {
  const auto next = world.get("issues?limit=5").body["next"].get<std::string>();
  for (const auto& cursor : {std::string("x"), next.substr(0, 3), std::string("aTM6"),
                             std::string("aTM6MSwyMDIxLTAyLTMwLA")}) {
    const auto answer = world.get("issues?cursor=" + cursor);
    EXPECT_EQ(answer.status(), 400) << cursor;
    EXPECT_EQ(answer.body["errors"][0]["code"], "malformed_cursor") << cursor;
  }
  EXPECT_EQ(world.get("commitments?cursor=" + next).status(), 400);
  // i3:9007199254740991,2021-01-20,
  EXPECT_EQ(world.get("issues?cursor=aTM6OTAwNzE5OTI1NDc0MDk5MSwyMDIxLTAxLTIwLA").code(),
            "beyond_ledger");
}

}  // namespace
}  // namespace langnghe::api::spec
