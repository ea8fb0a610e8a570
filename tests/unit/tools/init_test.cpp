// A new ward: how it is found, what is asked, what is checked, and the acts that come of it.
#include <algorithm>
#include <chrono>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "init/founding.hpp"
#include "init/questions.hpp"
#include "init/setup.hpp"
#include "init/setup_acts.hpp"
#include "init/setup_file.hpp"
#include "init/units.hpp"
#include "init/ward_name.hpp"

namespace langnghe::tools::init_spec {
namespace {

using nlohmann::json;

constexpr domain::Date kToday{std::chrono::year{2026}, std::chrono::November, std::chrono::day{30}};

bool mentions(const std::vector<std::string>& wrong, std::string_view what) {
  return std::ranges::any_of(
      wrong, [&](const std::string& one) { return one.find(what) != std::string::npos; });
}

WardDraft whole_draft() {
  WardDraft draft;
  draft.ward = "sa dec";
  draft.khoms = {"Tân Mỹ", "Sa Nhiên", "Khóm Mẫu 1"};
  draft.chair = "Lương Thành Nhẫn";
  draft.cchc_officer = "Trịnh Quốc Thắng";
  return draft;
}

std::vector<std::string> wrong_in(const WardDraft& draft) {
  const auto checked = check_draft(draft, kToday);
  return checked ? std::vector<std::string>{} : checked.error();
}

std::vector<json> acts_of(const WardDraft& draft) {
  const auto setup = check_draft(draft, kToday);
  EXPECT_TRUE(setup.has_value());
  std::vector<json> acts;
  for (const auto& line : founding_acts(*setup)) {
    acts.push_back(json::parse(line));
  }
  return acts;
}

std::vector<json> of_kind(const std::vector<json>& acts, std::string_view post) {
  std::vector<json> found;
  std::ranges::copy_if(acts, std::back_inserter(found),
                       [&](const json& act) { return act["post"] == post; });
  return found;
}

TEST(Units, AreAllOfThem) {
  std::set<std::string_view> codes;
  std::set<std::string_view> provinces;
  for (const auto& unit : units()) {
    codes.insert(unit.code);
    provinces.insert(unit.province);
  }
  EXPECT_EQ(3321U, codes.size());
  EXPECT_EQ(34U, provinces.size());
}

TEST(Units, AreFoundWithAndWithoutAccentsKindAndProvince) {
  for (const auto* query :
       {"sa dec", "Sa Đéc", "SA ĐÉC", "Phường Sa Đéc", "phuong sa dec", "  sa   dec ",
        "sa dec, dong thap", "Sa Đéc, tỉnh Đồng Tháp", "29905", "Sa \u0110e\u0301c"}) {
    const auto found = find_units(query);
    ASSERT_EQ(1U, found.exact.size()) << query;
    EXPECT_EQ("29905", found.exact.front().code) << query;
    EXPECT_EQ("Tỉnh Đồng Tháp", found.exact.front().province);
  }
  EXPECT_TRUE(find_units("sa dec, ha noi").exact.empty());
  EXPECT_TRUE(find_units("").exact.empty());
}

TEST(Units, APartOfANameIsOnlyNear) {
  const auto found = find_units("sa de");
  EXPECT_TRUE(found.exact.empty());
  ASSERT_FALSE(found.near.empty());
  EXPECT_EQ("29905", found.near.front().code);
}

TEST(WardNames, OfTodayStandUnderTheirProvince) {
  const auto ward = find_ward("sa dec");
  ASSERT_TRUE(ward.has_value());
  EXPECT_EQ("phường Sa Đéc", ward->name);
  EXPECT_EQ("Sa Đéc", ward->place_name);
  EXPECT_EQ("ỦY BAN NHÂN DÂN PHƯỜNG SA ĐÉC", ward->issuer);
  EXPECT_EQ("", ward->city);
  EXPECT_EQ("tỉnh Đồng Tháp", ward->province);
  EXPECT_EQ("Ủy ban nhân dân tỉnh Đồng Tháp", ward->committee_above());
  EXPECT_EQ("Sở Nội vụ tỉnh Đồng Tháp", ward->home_affairs_above());
}

TEST(WardNames, OfBeforeJuly2025AreTypedInFull) {
  const auto ward = find_ward("Phường Tân Quy Đông, thành phố Sa Đéc, tỉnh Đồng Tháp");
  ASSERT_TRUE(ward.has_value());
  EXPECT_EQ("phường Tân Quy Đông", ward->name);
  EXPECT_EQ("thành phố Sa Đéc", ward->city);
  EXPECT_EQ("Ủy ban nhân dân thành phố Sa Đéc", ward->committee_above());
  const auto without_kind = find_ward("tan quy dong");
  ASSERT_FALSE(without_kind.has_value());
  EXPECT_NE(std::string::npos, without_kind.error().find("tỉnh Đồng Tháp"));
}

TEST(WardNames, ThatSeveralBearAreNotChosenBetween) {
  const auto ward = find_ward("Tân Phú");
  ASSERT_FALSE(ward.has_value());
  const auto first = find_units("Tân Phú").exact.front();
  EXPECT_NE(std::string::npos, ward.error().find(first.code));
  EXPECT_TRUE(find_ward(std::string(first.code)).has_value());
}

TEST(WardNames, MakeIdentifiers) {
  EXPECT_EQ("tan-my", slug_of("Tân Mỹ"));
  EXPECT_EQ("duong-so-3", slug_of("  Đường  số 3!"));
  EXPECT_EQ("", slug_of("…"));
}

TEST(Drafts, OfficialsComeWithOfficesThatHaveCommas) {
  const auto one = official_of("Mai Khoa, Công chức Địa chính, phụ trách hạ tầng, officer, clerk");
  EXPECT_EQ("Mai Khoa", one.name);
  EXPECT_EQ("Công chức Địa chính, phụ trách hạ tầng", one.office);
  EXPECT_EQ((std::vector<std::string>{"officer", "clerk"}), one.roles);
  EXPECT_EQ((std::vector<std::string>{"a", "", "b"}), parts_of(" a , ; b ;", ",;"));
}

TEST(Setups, NameEverythingThatIsMissingAtOnce) {
  const auto wrong = wrong_in({});
  for (const auto* field : {"(ward)", "(khom)", "(chair)", "(cchc_officer)"}) {
    EXPECT_TRUE(mentions(wrong, field)) << field;
  }
}

TEST(Setups, GiveAnOfficeAnAccountAndARoleToEverybody) {
  auto draft = whole_draft();
  draft.deputies = {"Đoàn Kim Thoa"};
  draft.clerk = "Quách Thu Sang";
  draft.khom_heads = {"Lưu Thanh Đượm", "", "Lưu Thanh Đượm"};
  draft.officials = {official_of("Thái Văn Bền, Chủ tịch Ủy ban Mặt trận Tổ quốc"),
                     official_of("Châu Ngọc Bình, Công chức Địa chính")};
  const auto setup = check_draft(draft, kToday);
  ASSERT_TRUE(setup.has_value()) << setup.error().front();
  EXPECT_EQ("sa-dec", setup->ledger);
  EXPECT_EQ("mau-1", setup->khoms.back().id);
  EXPECT_EQ("Mẫu 1", setup->khoms.back().name);
  EXPECT_EQ("Chủ tịch Ủy ban nhân dân phường", setup->officials.front().position);
  std::map<std::string, std::string> roles;
  for (const auto& account : setup->accounts) {
    roles[account.id] = domain::to_text(account.grants.front().role);
  }
  const std::map<std::string, std::string> expected{
      {"luong-thanh-nhan", "chair"},        {"doan-kim-thoa", "chair"},
      {"trinh-quoc-thang", "cchc_officer"}, {"quach-thu-sang", "clerk"},
      {"luu-thanh-duom", "khom_head"},      {"thai-van-ben", "supervisor"},
      {"chau-ngoc-binh", "officer"}};
  EXPECT_EQ(expected, roles);
  const auto head = std::ranges::find(setup->accounts, "luu-thanh-duom", &WardSetup::Account::id);
  EXPECT_EQ((std::vector<std::string>{"tan-my", "mau-1"}), head->grants.front().khoms);
}

TEST(Setups, RefuseWhatCannotStand) {
  const auto with = [](auto change) {
    auto draft = whole_draft();
    change(draft);
    return wrong_in(draft);
  };
  EXPECT_TRUE(wrong_in(whole_draft()).empty());
  EXPECT_TRUE(mentions(with([](WardDraft& d) { d.khoms->push_back("Tan My"); }), "\"Tan My\""));
  EXPECT_TRUE(mentions(with([](WardDraft& d) { d.khoms->push_back("?!"); }), "\"?!\""));
  EXPECT_TRUE(mentions(with([](WardDraft& d) { d.clerk = "Trịnh Quốc Thắng"; }), "Trịnh"));
  EXPECT_TRUE(mentions(with([](WardDraft& d) { d.first_year = "2019"; }), "\"2019\""));
  EXPECT_TRUE(mentions(with([](WardDraft& d) { d.first_year = "2028"; }), "\"2028\""));
  EXPECT_TRUE(mentions(with([](WardDraft& d) { d.first_year = "2026 "; }), "\"2026 \""));
  EXPECT_TRUE(mentions(with([](WardDraft& d) { d.administrator = "Quản trị"; }), "Quản trị"));
  EXPECT_TRUE(mentions(with([](WardDraft& d) { d.administrator = "luong-thanh-nhan"; }), "nhan"));
  EXPECT_TRUE(mentions(with([](WardDraft& d) { d.numbering = "none"; }), "\"none\""));
  EXPECT_TRUE(mentions(with([](WardDraft& d) { d.khom_heads = {"A", "B", "C", "D"}; }), "4 > 3"));
  EXPECT_TRUE(
      mentions(with([](WardDraft& d) { d.officials = {{"Bình", "Công chức", "", {"system"}}}; }),
               "\"system\""));
  EXPECT_TRUE(mentions(with([](WardDraft& d) { d.officials = {{"Bình", "", "", {}}}; }), "Bình"));
  EXPECT_TRUE(mentions(with([](WardDraft& d) { d.chair = "Tr\xff"; }), "not_utf8"));
}

TEST(SetupFiles, AreReadWhole) {
  const auto draft = parse_setup(
      R"({"ward": "29905", "khom": ["Tân Mỹ"], "chair": "A", "cchc_officer": "B",
          "khom_heads": [null], "first_year": 2026, "plan": true,
          "officials": ["C, Công an, officer", {"name": "D", "office": "Y tế", "unit": "Trạm"}]})",
      "f");
  EXPECT_EQ("29905", draft.ward);
  EXPECT_EQ("2026", draft.first_year);
  EXPECT_EQ(true, draft.plan);
  EXPECT_EQ("", draft.khom_heads->front());
  EXPECT_EQ("C", draft.officials->front().name);
  EXPECT_EQ("Trạm", draft.officials->back().unit);
}

TEST(SetupFiles, SayWhichPlaceIsWrong) {
  const auto complaint = [](std::string_view text) -> std::string {
    try {
      static_cast<void>(parse_setup(text, "ward.json"));
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return {};
  };
  const auto expect = [&](std::string_view text, std::string_view what) {
    const auto said = complaint(text);
    EXPECT_NE(std::string::npos, said.find("ward.json")) << text;
    EXPECT_NE(std::string::npos, said.find(what)) << said;
  };
  expect("{", "JSON");
  expect("[]", "JSON");
  expect(R"({"khóm": ["a"]})", "\"khóm\"");
  expect(R"({"khom": "a"})", "\"khom\"");
  expect(R"({"khom": [1]})", "\"khom\"");
  expect(R"({"plan": "yes"})", "\"plan\"");
  expect(R"({"officials": [{"role": "officer"}]})", "\"role\"");
}

TEST(Questions, AreFewAndAskAgainWhereTheAnswerCannotStand) {
  std::istringstream in(
      "Tân Phú\nsa dec\nTân Mỹ, Tan My\nTân Mỹ, Sa Nhiên\n\nLương Thành Nhẫn\n\n"
      "Trịnh Quốc Thắng\n\n\nMai Khoa, Công chức Địa chính\n\nc\n\n");
  std::ostringstream out;
  WardDraft draft;
  EXPECT_TRUE(ask_for_rest(draft, kToday, in, out));
  EXPECT_EQ((std::vector<std::string>{"Tân Mỹ", "Sa Nhiên"}), draft.khoms);
  EXPECT_EQ(true, draft.plan);
  const auto said = out.str();
  std::set<std::string> asked;
  for (auto place = said.find('['); place != std::string::npos; place = said.find('[', place + 1)) {
    if (const auto end = said.find("/11]", place); end != std::string::npos && end - place <= 3) {
      asked.insert(said.substr(place, end - place));
    }
  }
  EXPECT_EQ(11U, asked.size());
  EXPECT_LE(kQuestionsMax, 12);
  EXPECT_EQ(3, std::ranges::count(said, '!'));
}

TEST(Questions, AskOnlyForWhatIsOpen) {
  std::istringstream in("\n\n\n\n\n\nk\n");
  std::ostringstream out;
  auto draft = whole_draft();
  EXPECT_FALSE(ask_for_rest(draft, kToday, in, out));
  EXPECT_NE(std::string::npos, out.str().find("[7/7]"));
}

TEST(Questions, AnInputThatEndsIsAFault) {
  std::istringstream in("sa dec\n");
  std::ostringstream out;
  WardDraft draft;
  EXPECT_THROW(static_cast<void>(ask_for_rest(draft, kToday, in, out)), std::runtime_error);
}

TEST(FoundingActs, AdoptWhatIsShippedWithItsBasis) {
  const auto acts = acts_of(whole_draft());
  EXPECT_EQ("ward/establish", acts.front()["post"]);
  EXPECT_EQ(1U, of_kind(acts, "calendar/adopt-calendar").size());
  EXPECT_EQ(1U, of_kind(acts, "policy/adopt-policy").size());
  const auto templates = of_kind(acts, "ward/adopt-template");
  ASSERT_EQ(2U, templates.size());
  for (const auto& one : templates) {
    EXPECT_NE("", one["body"]["basis"]);
    EXPECT_EQ("2026-01-01", one["body"]["valid_from"]);
    EXPECT_EQ(std::string::npos, one["body"]["text"].get<std::string>().find("{issuer}"));
  }
  for (const auto& act : acts) {
    EXPECT_EQ("quan-tri", act["by"]);
  }
}

TEST(FoundingActs, APlanOwesNothingForQuartersThatAreOver) {
  auto draft = whole_draft();
  draft.plan = true;
  auto acts = acts_of(draft);
  const auto plans = of_kind(acts, "plans/2026/draft");
  ASSERT_EQ(1U, plans.size());
  EXPECT_EQ(3U, plans.front()["body"]["lines"].size());
  EXPECT_EQ(json({0, 0, 0, 1}), plans.front()["body"]["lines"][0]["per_quarter"]);
  // The role is lent for this one act.
  EXPECT_EQ("users/quan-tri/revoke-role", acts.back()["post"]);
  draft.first_year = "2027";
  acts = acts_of(draft);
  const auto next = of_kind(acts, "plans/2027/draft");
  EXPECT_EQ(json({1, 1, 1, 1}), next.front()["body"]["lines"][0]["per_quarter"]);
  // An official who is entered today holds the office today.
  EXPECT_EQ("2026-11-30", of_kind(acts, "ward/add-khom").front()["body"]["valid_from"]);
}

TEST(FoundingActs, AreTakenByTheRules) {
  auto draft = whole_draft();
  draft.plan = true;
  draft.khom_heads = {"Lưu Thanh Đượm", "-", "Tô Văn Rạng"};
  const auto setup = check_draft(draft, kToday);
  ASSERT_TRUE(setup.has_value());
  const auto now = *domain::parse_instant("2026-11-30T09:00:00+07:00");
  auto founding = founding_of(*setup);
  EXPECT_NO_THROW(rehearse(founding, now));
  founding.acts.push_back(founding.acts.front());  // a ward is established once
  EXPECT_THROW(rehearse(founding, now), std::runtime_error);
}

}  // namespace
}  // namespace langnghe::tools::init_spec
