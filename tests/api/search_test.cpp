// Reads for people who search: words, filters, orders, counts, and who is shown what of them.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "api/world.hpp"

namespace langnghe::api::spec {
namespace {

using Names = std::vector<std::string>;

Names ids_of(const Answer& answer) {
  EXPECT_EQ(answer.status(), 200) << answer.response.body;
  Names ids;
  for (const auto& item : answer.body["items"]) {
    ids.push_back(item["id"]);
  }
  return ids;
}

std::string code_of_fault(const Answer& answer) {
  EXPECT_EQ(answer.status(), 400) << answer.response.body;
  return answer.body["errors"][0]["code"];
}

/// i-1 to i-3 of a dialogue in Tân Mỹ, of which i-1 has an answer, and two letters.
class Search : public testing::Test {
 protected:
  Search() {
    world.start_search();
    world.found_ward();
    world.open_dialogue();
    world.hear_opinions();
    world.take_away_i1();
    world.answer_i1();
    record("a-1", "Cống thoát nước đường Hòa Bình nghẹt", "sa-nhien", "letter");
    record("a-2", "Đèn đường hẻm 3 hư", "sa-nhien", "hotline");
  }

  void record(const std::string& id, const std::string& subject, const std::string& khom,
              const std::string& channel) {
    world.act("issues/" + id + "/record",
              {{"channel", channel},
               {"khom", khom},
               {"received", "2021-01-18"},
               {"subject", subject},
               {"field", "ROADS"}},
              "cchc");
  }
  Names find(const std::string& query, std::string_view user = "cchc") {
    auto found = ids_of(world.get("issues?sort=received&" + query, user));
    std::ranges::sort(found);
    return found;
  }
  std::string index_bytes() {
    static_cast<void>(find("q=duong"));  // so far the index has come
    std::string bytes;
    for (const auto& entry : std::filesystem::directory_iterator(world.search_folder())) {
      std::ifstream file(entry.path(), std::ios::binary);
      bytes.append(std::istreambuf_iterator<char>(file), {});
    }
    return bytes;
  }

  World world;
};

TEST_F(Search, FindsIssuesByWordsInEverySpelling) {
  for (const auto* words : {"h%C3%B2a%20b%C3%ACnh", "ho%C3%A0%20b%C3%ACnh", "HOA%20BINH",
                            "Ho%CC%80a", "%22hoa%20binh%22", "bin*", "c%E1%BB%91ng"}) {
    EXPECT_EQ(find(std::string("q=") + words), Names{"a-1"}) << words;
  }
  EXPECT_EQ(find("q=den%20duong"), (Names{"a-2", "i-1"}));
  EXPECT_EQ(find("q=%C4%91%C3%A8n%20sa%20nhien"), Names{"a-2"}) << "with the name of the khóm";
  EXPECT_EQ(find("q=thay%20b%C3%B3ng"), Names{"i-1"}) << "of the answer";
  EXPECT_EQ(find("q=va%20hom%20qua"), Names{"i-2"}) << "answered on the spot";
  const auto symbol = world.get("issues/i-1").body["notice"]["symbol"].get<std::string>();
  EXPECT_EQ(find("q=" + symbol), Names{"i-1"}) << symbol;
  EXPECT_EQ(find("q=khong%20co"), Names{});
}

TEST_F(Search, NarrowsByEachProperty) {
  EXPECT_EQ(find("type=PETITION"), Names{"i-1"});
  EXPECT_EQ(find("type=PETITION,REPORT"), Names{"i-1"});
  EXPECT_EQ(find("phase=closed,noted"), (Names{"i-1", "i-3"}));
  EXPECT_EQ(find("channel=letter,hotline"), (Names{"a-1", "a-2"}));
  EXPECT_EQ(find("khom=sa-nhien"), (Names{"a-1", "a-2"}));
  EXPECT_EQ(find("khom=sa-nhien,tan-my").size(), 5u);
  EXPECT_EQ(find("dialogue=d-1"), (Names{"i-1", "i-2", "i-3"}));
  EXPECT_EQ(find("assignee=officer,nobody"), Names{"i-1"});
  EXPECT_EQ(find("unit=%C4%90%E1%BB%8Ba%20ch%C3%ADnh"), Names{"i-1"});
  EXPECT_EQ(find("received_from=2021-01-15"), (Names{"a-1", "a-2"}));
  EXPECT_EQ(find("received_to=2021-01-17"), (Names{"i-1", "i-2", "i-3"}));
  EXPECT_EQ(find("closed_from=2021-01-20"), Names{"i-1"});
  EXPECT_EQ(find("closed_to=2021-01-19"), (Names{"i-2", "i-3"}));
  const auto due = world.get("issues/i-1").body["effective_due"].get<std::string>();
  EXPECT_EQ(find("due_from=" + due + "&due_to=" + due), Names{"i-1"});
  EXPECT_EQ(find("recurring=true"), Names{});
  EXPECT_EQ(find("verdict=satisfied"), Names{});
  world.act("issues/i-1/ask-feedback", {{"channel", "điện thoại"}}, "cchc");
  world.act("issues/i-1/record-feedback", {{"verdict", "satisfied"}}, "cchc");
  world.act("issues/a-2/link", {{"other", "i-1"}, {"kind", "recurring"}, {"reason", "lại hư"}},
            "cchc");
  EXPECT_EQ(find("verdict=satisfied,dissatisfied"), Names{"i-1"});
  EXPECT_EQ(find("recurring=true"), (Names{"a-2", "i-1"}));
  EXPECT_EQ(find("q=den&recurring=true&khom=sa-nhien"), Names{"a-2"});
}

TEST_F(Search, SaysWhatIsWrongWithAParameter) {
  EXPECT_EQ(code_of_fault(world.get("issues?type=PETITION,ROADS")), "not_a_choice");
  EXPECT_EQ(code_of_fault(world.get("issues?khom=tan-my,")), "value_required");
  EXPECT_EQ(code_of_fault(world.get("issues?khom=tan-my,%C4%91")), "not_well_formed_id");
  EXPECT_EQ(code_of_fault(world.get("issues?sort=subject")), "not_a_choice");
  EXPECT_EQ(code_of_fault(world.get("issues?fields=id,words")), "value_not_valid");
  EXPECT_EQ(code_of_fault(world.get("issues?q=")), "no_words");
  EXPECT_EQ(code_of_fault(world.get("issues?q=%E2%80%94")), "no_words");
  EXPECT_EQ(code_of_fault(world.get("issues?received_from=2021-13-01")), "not_a_date");
  const auto next = world.get("issues?limit=1").body["next"].get<std::string>();
  EXPECT_EQ(code_of_fault(world.get("issues?limit=1&sort=-due&cursor=" + next)),
            "malformed_cursor");
  EXPECT_EQ(code_of_fault(world.get("issues/similar")), "missing_parameter");
}

TEST_F(Search, ShowsTheChosenMembersAlone) {
  const auto answer = world.get("issues?fields=subject,id,assignee&sort=-received&limit=2");
  ASSERT_EQ(answer.status(), 200) << answer.response.body;
  EXPECT_TRUE(answer.body["items"].empty());
  EXPECT_EQ(answer.body["chosen"],
            (Json{{{"id", "a-1"},
                   {"subject", "Cống thoát nước đường Hòa Bình nghẹt"},
                   {"assignee", nullptr}},
                  {{"id", "a-2"}, {"subject", "Đèn đường hẻm 3 hư"}, {"assignee", nullptr}}}));
  EXPECT_TRUE(world.get("issues").body["chosen"].is_null());
}

TEST_F(Search, NamesWhatItShowsInTheAskedLanguage) {
  const auto names = world.get("issues?assignee=officer").body["names"];
  EXPECT_EQ(names, (Json{{"khoms", {{"tan-my", "Tân Mỹ"}}},
                         {"fields", {{"ROADS", "Giao thông"}}},
                         {"officials", Json::object()},
                         {"users", {{"officer", "Người dùng officer"}}}}));
  const auto english = world.get("issues", "cchc", {{"accept-language", "en"}}).body["names"];
  EXPECT_EQ(english["fields"]["ROADS"], "Roads");
}

TEST_F(Search, CountsEachValueWhileTheOtherPartsHold) {
  const auto all = world.get("issues?counts=true").body;
  EXPECT_EQ(all["counts"]["khom"], (Json{{"tan-my", 3}, {"sa-nhien", 2}}));
  EXPECT_EQ(all["counts"]["channel"], (Json{{"dialogue", 3}, {"letter", 1}, {"hotline", 1}}));
  EXPECT_EQ(all["counts"]["type"], (Json{{"PETITION", 1}}));
  EXPECT_EQ(all["counts"]["type_not_given"], 4);
  for (const auto* part : {"khom", "channel", "phase", "field"}) {
    std::uint64_t sum = 0;
    for (const auto& count : all["counts"][part]) {
      sum += count.get<std::uint64_t>();
    }
    EXPECT_EQ(sum, all["total"].get<std::uint64_t>()) << part;
  }
  const auto narrowed = world.get("issues?counts=true&q=den&khom=sa-nhien&channel=hotline").body;
  EXPECT_EQ(narrowed["total"], 1);
  EXPECT_EQ(narrowed["counts"]["khom"], (Json{{"sa-nhien", 1}})) << "i-1 is of another channel";
  EXPECT_EQ(narrowed["counts"]["channel"], (Json{{"hotline", 1}}));
  EXPECT_EQ(world.get("issues?counts=true&q=den").body["counts"]["khom"],
            (Json{{"tan-my", 1}, {"sa-nhien", 1}}));
  EXPECT_TRUE(world.get("issues").body["counts"].is_null());
}

TEST_F(Search, AKhomHeadFindsAndCountsTheirOwnKhomAlone) {
  EXPECT_EQ(find("q=duong", "head"), Names{"i-1"});
  EXPECT_EQ(find("q=hoa%20binh", "head"), Names{});
  EXPECT_EQ(find("q=sa%20nhien", "head"), Names{});
  const auto answer = world.get("issues?q=duong&counts=true&khom=sa-nhien", "head");
  EXPECT_EQ(answer.body["total"], 0);
  EXPECT_EQ(answer.body["counts"]["khom"], (Json{{"tan-my", 1}}));
  EXPECT_EQ(answer.response.body.find("sa-nhien"), std::string::npos);
  EXPECT_EQ(answer.response.body.find("Sa Nhiên"), std::string::npos);
  const auto similar = world.get("issues/similar?text=den%20duong%20hem%203%20hu", "head");
  EXPECT_EQ(similar.response.body.find("a-2"), std::string::npos) << similar.response.body;
}

TEST_F(Search, TheBodyAboveFindsNothing) {
  EXPECT_EQ(world.get("issues?q=duong", "above").status(), 403);
  EXPECT_EQ(world.get("issues/similar?text=duong", "above").status(), 403);
}

TEST_F(Search, NothingSealedIsInTheIndex) {
  world.act("issues/i-1/ask-feedback", {{"channel", "điện thoại"}}, "cchc");
  world.act("issues/i-1/record-feedback",
            {{"verdict", "satisfied"}, {"words", "Chim hoang yen cam on"}}, "cchc");
  EXPECT_EQ(find("q=thang%20nay"), Names{}) << "words that were spoken";
  EXPECT_EQ(find("q=tran%20thi%20lai"), Names{});
  const auto bytes = index_bytes();
  EXPECT_NE(bytes.find("den duong hem 12"), std::string::npos) << "the subject is there";
  for (const auto canary : {std::string_view("thang nay"), std::string_view("tháng nay"),
                            std::string_view("tran thi lai"), kName, kPhone, kAddress,
                            std::string_view("hoang yen"), std::string_view("keu to qua")}) {
    EXPECT_EQ(bytes.find(canary), std::string::npos) << canary;
  }
}

TEST_F(Search, ADenunciationIsNotFound) {
  ASSERT_EQ(world
                .post("dialogues/d-1/redirect-denunciation",
                      {{"counter", 2},
                       {"paper_register_number", "07/KANARI"},
                       {"receiving_officer", "of-clerk"}},
                      "cchc")
                .status(),
            409)
      << "the dialogue is over";
  World other;
  other.start_search();
  other.found_ward();
  other.open_dialogue();
  ASSERT_EQ(other
                .post("dialogues/d-1/redirect-denunciation",
                      {{"counter", 2},
                       {"paper_register_number", "07/KANARI"},
                       {"receiving_officer", "of-clerk"}},
                      "cchc")
                .status(),
            201);
  EXPECT_EQ(other.get("issues?q=kanari").body["total"], 0);
  EXPECT_EQ(other.get("issues?counts=true").body["total"], 0);
}

TEST_F(Search, WhatIsVoidedIsFoundByWordsNoMore) {
  EXPECT_EQ(find("q=hoa%20binh"), Names{"a-1"});
  world.act("issues/a-1/void", {{"reason", "Ghi nhầm"}}, "chair");
  EXPECT_EQ(find("q=hoa%20binh"), Names{});
  EXPECT_EQ(index_bytes().find("hoa binh"), std::string::npos);
  EXPECT_EQ(find("phase=voided"), Names{"a-1"}) << "the list without words shows it";
}

TEST_F(Search, FindsTheWordsOfAMomentOfThePast) {
  const auto before = std::to_string(world.size());
  world.act("issues/a-1/correct",
            {{"field", "subject"}, {"new_value", "Vỉa hè sụt"}, {"reason", "Ghi nhầm"}}, "cchc");
  EXPECT_EQ(find("q=hoa%20binh"), Names{});
  EXPECT_EQ(find("q=via%20he"), Names{"a-1"});
  EXPECT_EQ(find("q=hoa%20binh&as_of=" + before), Names{"a-1"});
  EXPECT_EQ(find("q=via%20he&as_of=" + before), Names{});
}

TEST_F(Search, PagesAreThoseOfTheFirstPagesMoment) {
  for (int i = 0; i < 9; ++i) {
    record("b-" + std::to_string(i), "Đèn đường số " + std::to_string(i), "tan-my", "letter");
  }
  for (const auto* sort : {"due", "-due", "received", "-received", "changed", "-changed"}) {
    const auto list = "issues?q=den%20duong&sort=" + std::string(sort);
    const auto whole = ids_of(world.get(list));
    EXPECT_GE(whole.size(), 11u);
    Names seen;
    std::string path = list + "&limit=4";
    for (int page = 0; page < 9; ++page) {
      const auto answer = world.get(path);
      const auto ids = ids_of(answer);
      seen.insert(seen.end(), ids.begin(), ids.end());
      if (answer.body["next"].is_null()) {
        break;
      }
      path = list + "&limit=4&cursor=" + answer.body["next"].get<std::string>();
      record(std::string("c-") + std::to_string(page) + (sort[0] == '-' ? "-d-" : "-a-") +
                 std::string(sort[0] == '-' ? sort + 1 : sort),
             "Đèn đường mới", "tan-my", "letter");
      world.act("issues/b-" + std::to_string(page) + "/correct",
                {{"field", "subject"},
                 {"new_value", "Đường đèn " + std::string(sort) + std::to_string(page)},
                 {"reason", "Ghi nhầm"}},
                "cchc");
    }
    EXPECT_EQ(seen, whole) << sort;
  }
}

TEST_F(Search, ShowsSimilarIssuesOfTheSameKhomFirst) {
  const std::string text = "text=%C4%91%C3%A8n%20%C4%91%C6%B0%E1%BB%9Dng%20h%E1%BA%BBm%20h%C6%B0";
  const auto near = world.get("issues/similar?" + text + "&khom=sa-nhien");
  ASSERT_EQ(near.status(), 200) << near.response.body;
  ASSERT_EQ(near.body["items"].size(), 2u);
  EXPECT_EQ(near.body["items"][0]["issue"]["id"], "a-2");
  EXPECT_EQ(near.body["items"][0]["same_khom"], true);
  EXPECT_EQ(near.body["items"][1]["issue"]["id"], "i-1");
  EXPECT_EQ(near.body["items"][1]["same_khom"], false);
  EXPECT_EQ(near.body["names"]["khoms"]["sa-nhien"], "Sa Nhiên");
  EXPECT_EQ(near.header("Cache-Control"), "no-store");
  EXPECT_EQ(
      world.get("issues/similar?" + text + "&khom=tan-my&limit=1").body["items"][0]["issue"]["id"],
      "i-1");
}

TEST(SearchWithoutAnIndex, IsToldToComeLaterAndTheListGoesOn) {
  World world;
  world.found_ward();
  for (const auto* path : {"issues?q=duong", "issues/similar?text=duong"}) {
    const auto answer = world.get(path);
    EXPECT_EQ(answer.status(), 503) << path;
    EXPECT_EQ(answer.code(), "search_not_ready") << path;
    EXPECT_EQ(answer.header("Retry-After"), "1") << path;
  }
  EXPECT_EQ(world.get("issues?khom=tan-my").status(), 200);
  world.start_search();
  EXPECT_EQ(world.get("issues?q=duong").status(), 200);
}

}  // namespace
}  // namespace langnghe::api::spec
