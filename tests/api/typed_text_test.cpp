// Text at the door of the API: every text that any act takes, hostile and decomposed.
#include <algorithm>
#include <functional>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include <domain/permissions.hpp>

#include "api/world.hpp"
#include "wire/commands.hpp"

namespace langnghe::api::spec {
namespace {

/// A reader of bodies; it answers the faults it finds.
using Reader = std::function<std::vector<Fault>(const std::string& body)>;

template <class Result>
std::vector<Fault> faults_in(const Result& result) {
  return result ? std::vector<Fault>{} : result.error().faults;
}

std::vector<Fault> read_act(const domain::ActRule& rule, const std::string& body) {
  using enum domain::Subject;
  switch (rule.subject) {
    case ward:
      return faults_in(wire::read_ward_act(rule.act, body));
    case calendar:
      return faults_in(wire::read_calendar_act(rule.act, body));
    case policy:
      return faults_in(wire::read_policy_act(rule.act, body));
    case plan:
      return faults_in(wire::read_plan_act(rule.act, 2021, body));
    case dialogue:
      return faults_in(wire::read_dialogue_act(rule.act, {"d-1"}, body));
    case issue:
      return faults_in(wire::read_issue_act(rule.act, {"i-1"}, body));
    case report:
      return faults_in(
          wire::read_report_act(rule.act, {domain::PeriodFamily::calendar, "2021-Q1"}, body));
    case document_register:
      return faults_in(wire::read_register_act(rule.act, 2021, body));
    case resident:
      return faults_in(wire::read_resident_act(rule.act, {"r-1"}, body));
    case user:
      return faults_in(wire::read_user_act(rule.act, {"u-1"}, body));
    case supervision:
      return faults_in(wire::read_supervision_act(rule.act, body));
  }
  return {};
}

struct Door {
  std::string name;
  Reader read;
};

template <class Read>
Door door(std::string name, Read read) {
  return {std::move(name), [read](const std::string& body) { return faults_in(read(body)); }};
}

std::vector<Door> all_doors() {
  std::vector<Door> doors{door("schedule", &wire::read_schedule),
                          door("record-opinion", &wire::read_opinion),
                          door("record", &wire::read_record),
                          door("change-contact", &wire::read_contact),
                          door("redirect-denunciation", &wire::read_redirect),
                          door("record-feedback", &wire::read_feedback),
                          door("record-delivery", &wire::read_delivery),
                          door("tell-external-result", &wire::read_delivery),
                          door("rearrange", &wire::read_rearrangement),
                          door("freeze", &wire::read_freeze)};
  const auto own = doors;
  for (const auto& rule : domain::act_rules()) {
    const auto known = read_act(rule, R"({"no_such_field":1})");
    const bool has_own_reader = known.empty();
    // A password is no text (text/opaque_string.hpp), nor is a code, and a link has no member.
    const bool has_no_text = rule.act == "set-password" || rule.act == "make-sign-in-link" ||
                             rule.act.ends_with("-second-factor");
    if (has_own_reader && !has_no_text && !domain::is_clock_act(rule)) {
      EXPECT_TRUE(std::ranges::count(own, rule.act, &Door::name) == 1)
          << "this act has a body of its own: name its reader above: " << rule.act;
    }
    if (!domain::is_clock_act(rule) && !has_own_reader) {
      doors.push_back({std::string(domain::to_text(rule.subject)) + " " + std::string(rule.act),
                       [rule](const std::string& body) { return read_act(rule, body); }});
    }
  }
  return doors;
}

const Fault* fault_at(const std::vector<Fault>& faults, const std::string& pointer) {
  const auto found = std::ranges::find(faults, pointer, &Fault::where);
  return found == faults.end() ? nullptr : &*found;
}

/// Finds every place of a body by asking: an unknown field is answered with the names there are, a
/// wrong kind with the right one.
class Walk {
 public:
  Walk(const Door& door, Json hostile, std::string code)
      : door_(door), hostile_(std::move(hostile)), code_(std::move(code)) {}

  /// The number of texts; each must have been refused.
  int all() {
    look_into(Json::json_pointer(""));
    return texts_;
  }

 private:
  std::vector<Fault> ask(const Json::json_pointer& place, const Json& value) const {
    Json body = Json::object();
    Json filled = value;
    // Built from the inside: an index makes a list, a name an object.
    auto at = place;
    while (!at.empty()) {
      const auto name = at.back();
      Json outer;
      if (name == "0") {
        outer = Json::array({filled});
      } else {
        outer[name] = filled;
      }
      filled = outer;
      at = at.parent_pointer();
    }
    return door_.read(place.empty() ? value.dump() : filled.dump());
  }

  void look_into(const Json::json_pointer& place) {
    constexpr int kDepthMax = 6;
    if (std::ranges::count(place.to_string(), '/') > kDepthMax) {
      return;
    }
    const auto unknown = place / std::string("no_such_field");
    const auto faults = ask(place, Json{{"no_such_field", 1}});
    const auto* known = fault_at(faults, unknown.to_string());
    if (known == nullptr || known->code != "unknown_field") {
      return;
    }
    std::istringstream names(known->expected);
    for (std::string name; std::getline(names, name, '|');) {
      look_at(place / name);
    }
  }

  void look_at(const Json::json_pointer& place) {
    const auto faults = ask(place, hostile_);
    const auto* fault = fault_at(faults, place.to_string());
    const auto* around = fault_at(faults, place.parent_pointer().to_string());
    if (around != nullptr && around->code == "wrong_count") {
      return;  // four numbers, one for each quarter
    }
    ASSERT_NE(fault, nullptr) << door_.name << " takes hostile text at " << place.to_string();
    if (fault->code == code_) {
      ++texts_;
    } else if (fault->code == "not_an_object") {
      look_into(place);
    } else if (fault->code == "wrong_type" && fault->expected == "array") {
      look_at(place / std::string("0"));
    } else {
      EXPECT_TRUE(fault->code == "wrong_type" || fault->code.starts_with("not_"))
          << door_.name << ' ' << place.to_string() << ": " << fault->code;
    }
  }

  const Door& door_;
  Json hostile_;
  std::string code_;
  int texts_ = 0;
};

struct Hostile {
  std::string text;
  std::string code;
};

std::vector<Hostile> hostile_texts() {
  return {{std::string("a\0b", 3), "control_character"},
          {"a\x7f", "control_character"},
          {"a\u0085", "control_character"},
          {"số 12\u202E34", "bidirectional_control"},
          {"a\u2066b", "bidirectional_control"},
          {"Trần\u200BLài", "invisible_character"},
          {"Trần\u00ADLài", "invisible_character"},
          {"\uFEFFTrần", "invisible_character"},
          {"a\uFFFFb", "unassigned_character"},
          {"a\uE000b", "unassigned_character"},
          {"\u00A0", "value_required"},
          {"\u3000\u2003", "value_required"},
          {"\u200B", "value_required"},
          {"\u2800", "value_required"},
          {"\u115F\u1160", "value_required"},
          {"§Ìn ®\u00ADêng kh«ng s¸ng", "looks_like_tcvn3"},
          {"Ñeøn ñöôøng khoâng saùng", "looks_like_vni"},
          {std::string(16'385, 'a'), "too_long"}};
}

TEST(TypedText, NoActTakesHostileTextAnywhere) {
  int texts = 0;
  for (const auto& door : all_doors()) {
    for (const auto& [text, code] : hostile_texts()) {
      texts += Walk(door, text, code).all();
    }
  }
  constexpr int kTextFieldsAtLeast = 100;
  EXPECT_GT(texts, kTextFieldsAtLeast * static_cast<int>(hostile_texts().size()));
}

TEST(TypedText, LimitsOfEveryActCountCharacters) {
  std::string most;
  for (int i = 0; i < 16'384; ++i) {
    most += "ế";
  }
  const auto faults = faults_in(wire::read_ward_act("establish", Json{{"name", most}}.dump()));
  EXPECT_EQ(fault_at(faults, "/name"), nullptr);
}

class TypedTextStored : public testing::Test {
 protected:
  TypedTextStored() { world.found_ward(); }

  Json letter(std::string_view subject) const {
    return {{"channel", "letter"},
            {"khom", "tan-my"},
            {"received", "2021-01-04"},
            {"subject", subject},
            {"field", "ROADS"}};
  }
  Answer record(std::string_view issue, const Json& body, Headers headers = {}) {
    headers.emplace("if-none-match", "*");
    return world.post("issues/" + std::string(issue) + "/record", body, "cchc", std::move(headers));
  }

  World world;
};

TEST_F(TypedTextStored, LettersAndMarksApartAreKeptComposed) {
  const auto answer = record("i-nfd", letter("Đe\u0300n đu\u031Bo\u031B\u0300ng\r\nhe\u0309m 12"));
  ASSERT_LT(answer.status(), 300) << answer.response.body;
  EXPECT_EQ(world.get("issues/i-nfd").body["subject"], "Đèn đường\nhẻm 12");
  EXPECT_EQ(world.ledger_text().find("\xcc\x80"), std::string::npos);
}

TEST_F(TypedTextStored, ARefusalNamesTheFieldAndTheCharacterInBothLanguages) {
  for (const auto* language : {"vi", "en"}) {
    const auto answer =
        record("i-nul", letter(std::string_view("a\0b", 3)), {{"accept-language", language}});
    EXPECT_EQ(answer.status(), 422);
    ASSERT_EQ(answer.body["errors"].size(), 1u) << answer.response.body;
    EXPECT_EQ(answer.body["errors"][0]["pointer"], "/subject");
    EXPECT_EQ(answer.body["errors"][0]["code"], "control_character");
    EXPECT_NE(answer.body["errors"][0]["detail"].get<std::string>().find("U+0000"),
              std::string::npos);
  }
}

TEST_F(TypedTextStored, ABlankIsRequiredWhateverItsScript) {
  const auto answer = record("i-blank", letter("\u3000\u00A0"));
  EXPECT_EQ(answer.status(), 422);
  EXPECT_EQ(answer.code(), "value_required");
  EXPECT_EQ(answer.body["errors"][0]["pointer"], "/subject");
}

TEST_F(TypedTextStored, AValueOfAQueryIsTextToo) {
  for (const auto* purpose : {"a%E2%80%AEb", "a%E2%80%8Bb", "%C2%A0", "%E3%80%80"}) {
    const auto answer = world.get(std::string("issues/i-1?purpose=") + purpose);
    EXPECT_EQ(answer.status(), 400) << purpose;
    EXPECT_EQ(answer.code(), "query_invalid") << purpose;
    EXPECT_EQ(answer.body["errors"][0]["parameter"], "purpose");
  }
}

TEST_F(TypedTextStored, TheSamePasswordTypedOnTwoMachinesOpensTheAccount) {
  ASSERT_EQ(
      world.post("users/officer/set-password", {{"password", "Mật khẩu của tôi 2026"}}, "admin")
          .status(),
      204);
  const Json apart{{"user", "officer"},
                   {"password", "Ma\u0323\u0302t kha\u0302\u0309u cu\u0309a to\u0302i 2026"}};
  EXPECT_EQ(world.post("session", apart, "").status(), 200);
}

TEST_F(TypedTextStored, ABlankBesideTheNameOfAnAccountIsLeftOut) {
  ASSERT_EQ(
      world.post("users/officer/set-password", {{"password", "mat-khau-du-dai"}}, "admin").status(),
      204);
  for (const auto* name : {"officer ", " officer", "officer\u00A0", "\uFEFFofficer\t"}) {
    EXPECT_EQ(world.post("session", {{"user", name}, {"password", "mat-khau-du-dai"}}, "").status(),
              200)
        << name;
  }
}

TEST_F(TypedTextStored, APasswordThatCannotBeTypedIsRefusedWithItsField) {
  const auto answer =
      world.post("users/officer/set-password", {{"password", "mat-khau\u200B-du-dai"}}, "admin");
  EXPECT_EQ(answer.status(), 422);
  EXPECT_EQ(answer.body["errors"][0]["pointer"], "/password");
  EXPECT_EQ(answer.body["errors"][0]["code"], "secret_not_typable");
}

}  // namespace
}  // namespace langnghe::api::spec
