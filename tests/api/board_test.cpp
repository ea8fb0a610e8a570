// The board, the brief before a dialogue and the trend: each in one read.
#include <string>

#include <gtest/gtest.h>

#include "api/world.hpp"

namespace langnghe::api::spec {
namespace {

class BoardReads : public testing::Test {
 protected:
  BoardReads() {
    world.found_ward();
    world.open_dialogue();
    world.hear_opinions();
    world.take_away_i1();
    world.set_clock("2021-01-16T08:00:00+07:00");
    schedule("d-2", "sa-nhien", "2021-01-16");
    world.act("dialogues/d-2/open", {{"start", "08:00"}, {"chaired_by", "of-chair"}}, "cchc");
    world.act("dialogues/d-2/record-opinion",
              {{"words", "Chợ ồn"},
               {"anonymous", true},
               {"issues", {{{"issue", "i-9"}, {"subject", "Chợ"}, {"field", "ROADS"}}}}},
              "cchc");
    world.act(
        "issues/i-1/make-commitment",
        {{"commitment", "c-1"}, {"what", "Thay đèn"}, {"owner", "of-chair"}, {"due", "2021-02-01"}},
        "chair");
  }

  void schedule(const std::string& id, const std::string& khom, const std::string& date) {
    const auto answer = world.post("dialogues",
                                   {{"dialogue", id},
                                    {"khom", khom},
                                    {"date", date},
                                    {"start", "08:00"},
                                    {"venue", {{"kind", "khom_office"}, {"place", "VP"}}},
                                    {"format", "dialogue"},
                                    {"chair", "of-chair"}},
                                   "cchc");
    ASSERT_EQ(answer.status(), 201) << answer.response.body;
  }

  static Json of(const Json& list, const std::string& member, const std::string& value) {
    for (const auto& item : list) {
      if (item[member] == value) {
        return item;
      }
    }
    return nullptr;
  }

  World world;
};

TEST_F(BoardReads, TheBoardCountsWhatTheListsHold) {
  const auto early = world.get("board").body;
  EXPECT_EQ(early["issues"], (Json{{"open", 2}, {"overdue", 0}, {"soon", 0}}));
  world.set_clock("2021-02-03T08:00:00+07:00");
  const auto board = world.get("board").body;
  EXPECT_EQ(board["today"], "2021-02-03");
  const auto overdue = world.get("issues?overdue=true").body["total"];
  EXPECT_EQ(board["issues"]["overdue"], overdue);
  EXPECT_EQ(board["issues"]["open"], world.get("issues?open=true").body["total"]);
  const auto own = of(board["cells"], "assignee", "officer");
  EXPECT_EQ(own["khom"], "tan-my");
  EXPECT_EQ(own["issues"]["open"], 1);
  const auto nobodys = of(board["cells"], "khom", "sa-nhien");
  EXPECT_TRUE(nobodys["assignee"].is_null());
  EXPECT_EQ(board["khoms"].size(), 2u);
  EXPECT_EQ(of(board["khoms"], "khom", "tan-my")["promises"],
            (Json{{"open", 1}, {"overdue", 1}, {"soon", 0}, {"to_verify", 0}}));
  EXPECT_EQ(board["promises"]["overdue"], world.get("commitments?overdue=true").body["total"]);
  EXPECT_EQ(board["names"]["khoms"]["tan-my"], "Tân Mỹ");
  EXPECT_EQ(board["names"]["users"]["officer"], "Người dùng officer");
}

TEST_F(BoardReads, SoonIsWhatIsDueWithinTheDaysAskedFor) {
  world.set_clock("2021-01-29T08:00:00+07:00");
  EXPECT_EQ(world.get("board?due_within_days=0").body["promises"]["soon"], 0);
  EXPECT_EQ(world.get("board?due_within_days=3").body["promises"]["soon"], 1);
  const auto wide = world.get("board?due_within_days=60").body;
  EXPECT_EQ(wide["issues"]["soon"].get<int>() + wide["issues"]["overdue"].get<int>(),
            wide["issues"]["open"].get<int>());
  EXPECT_EQ(wide["due_within_days"], 60);
  EXPECT_EQ(world.get("board?due_within_days=367").status(), 400);
}

/// The same numbers as the report, and for those alone who may read it.
TEST_F(BoardReads, TheBoardHasTheFiguresOfTheReport) {
  const auto report = world.get("reports/calendar/2021-Q1").body["figures"];
  const auto figures = world.get("board").body["figures"];
  EXPECT_EQ(figures["period"]["name"], "2021-Q1");
  EXPECT_EQ(figures["estimate"], true);
  EXPECT_EQ(figures["on_time"].size(), 4u);
  for (const auto* part : {"on_time", "promises", "verdicts"}) {
    for (const auto& row : figures[part]) {
      EXPECT_EQ(row, of(report, "id", row["id"].get<std::string>())) << row;
    }
  }
  EXPECT_EQ(of(figures["promises"], "id", "promises.due")["value"], 0);
  EXPECT_EQ(world.get("board?family=cchc").body["figures"]["period"]["name"], "2021-Q1");
  EXPECT_TRUE(world.get("board", "head").body["figures"].is_null());
}

TEST_F(BoardReads, OfAKhomHeadAreTheirKhomsAlone) {
  const auto board = world.get("board", "head");
  ASSERT_EQ(board.status(), 200) << board.response.body;
  EXPECT_EQ(board.body["issues"]["open"], 1);
  EXPECT_EQ(board.body["khoms"].size(), 1u);
  EXPECT_EQ(board.response.body.find("sa-nhien"), std::string::npos);
  EXPECT_EQ(world.get("dialogues/d-2/brief", "head").status(), 404);
  EXPECT_EQ(world.get("dialogues/d-1/brief", "head").status(), 200);
  EXPECT_EQ(world.get("trend?figure=issues.new", "head").status(), 403);
  EXPECT_EQ(world.get("board", "above").status(), 403);
}

TEST_F(BoardReads, AnEarlierMomentIsShownAsItWas) {
  const auto then = world.get("board").body;
  const auto size = world.size();
  world.set_clock("2021-01-20T08:00:00+07:00");
  world.act("issues/i-9/note", {{"reason", "Ghi nhận"}}, "cchc");
  EXPECT_EQ(world.get("board").body["issues"]["open"], 1);
  const auto again = world.get("board?as_of=" + std::to_string(size)).body;
  EXPECT_EQ(again, then);
  EXPECT_EQ(world.get("dialogues/d-1/brief?as_of=5").status(), 404) << "it was not there yet";
}

TEST_F(BoardReads, TheBriefSaysWhatIsOpenWhatEndedAndWhatWasPromised) {
  schedule("d-3", "tan-my", "2021-04-14");
  world.set_clock("2021-02-16T08:00:00+07:00");
  const auto brief = world.get("dialogues/d-3/brief");
  ASSERT_EQ(brief.status(), 200) << brief.response.body;
  const auto& told = brief.body;
  EXPECT_EQ(told["dialogue"]["id"], "d-3");
  EXPECT_EQ(told["last"]["dialogue"]["id"], "d-1");
  EXPECT_EQ(told["last"]["issues"]["total"], 3);
  EXPECT_EQ(told["since"], "2021-01-14");
  EXPECT_EQ(told["open"]["total"], 1);
  EXPECT_EQ(told["open"]["items"][0]["id"], "i-1");
  EXPECT_EQ(told["ended"]["total"], 2);
  EXPECT_EQ(told["promises"]["items"][0]["id"], "c-1");
  EXPECT_EQ(told["promises"]["items"][0]["overdue"], true);
  EXPECT_EQ(told["recurrences"][0]["issues"], 3);
  EXPECT_EQ(told["names"]["officials"]["of-chair"], "Cán bộ of-chair");
  for (const auto secret : {kName, kPhone, kWords}) {
    EXPECT_EQ(brief.response.body.find(secret), std::string::npos);
  }
  const auto first = world.get("dialogues/d-2/brief").body;
  EXPECT_TRUE(first["last"].is_null());
  EXPECT_EQ(first["since"], "2020-01-17");
  EXPECT_EQ(first["open"]["total"], 1);
  EXPECT_EQ(world.get("dialogues/d-0/brief").status(), 404);
}

TEST_F(BoardReads, TheTrendHasTheFiguresOfEachPeriod) {
  const auto trend = world.get("trend?figure=issues.new,time.first_reply_on_time&period=2021-Q2");
  ASSERT_EQ(trend.status(), 200) << trend.response.body;
  const auto& periods = trend.body["periods"];
  ASSERT_EQ(periods.size(), 8u);
  EXPECT_EQ(periods[0]["period"]["name"], "2019-Q3");
  EXPECT_EQ(periods[7]["period"]["name"], "2021-Q2");
  ASSERT_EQ(trend.body["figures"].size(), 2u);
  for (const auto& line : trend.body["figures"]) {
    ASSERT_EQ(line["values"].size(), 8u);
    for (std::size_t i = 0; i < 8; ++i) {
      const auto report =
          world.get("reports/calendar/" + periods[i]["period"]["name"].get<std::string>());
      const auto row = of(report.body["figures"], "id", line["id"].get<std::string>());
      EXPECT_EQ(line["values"][i]["value"], row["value"]);
      EXPECT_EQ(line["values"][i]["measured"], row["measured"]);
    }
  }
  EXPECT_EQ(trend.body["figures"][0]["values"][6]["value"], 4);
  EXPECT_EQ(periods[6]["estimate"], true);
  EXPECT_EQ(periods[0]["estimate"], false);
}

TEST_F(BoardReads, TheTrendSetsLikeBesideLike) {
  const auto names = [this](const std::string& query) {
    std::string text;
    const auto trend = world.get("trend?figure=issues.new&" + query).body;
    for (const auto& each : trend["periods"]) {
      text += each["period"]["name"].get<std::string>() + ' ';
    }
    return text;
  };
  EXPECT_EQ(names("periods=3"), "2020-Q3 2020-Q4 2021-Q1 ");
  EXPECT_EQ(names("periods=2&period=2021"), "2020 2021 ");
  EXPECT_EQ(names("family=cchc&periods=3&period=2021-Q1"), "2020-Q1 2020-Q3 2021-Q1 ");
  for (const std::string wrong : {"", "?figure=nothing", "?figure=issues.new&periods=9",
                                  "?figure=issues.new&period=2021-Q5", "?figure="}) {
    EXPECT_EQ(world.get("trend" + wrong).status(), 400) << wrong;
  }
}

}  // namespace
}  // namespace langnghe::api::spec
