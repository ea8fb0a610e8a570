#include <fstream>
#include <set>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <api/assets.hpp>
#include <codec/event_codec.hpp>
#include <domain/dialogue.hpp>
#include <domain/permissions.hpp>
#include <domain/refusal.hpp>

#include "problems/problem.hpp"
#include "problems/problem_texts.hpp"
#include "routing/router.hpp"

namespace langnghe::api::spec {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (auto& letter : out) {
    letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
  }
  return out;
}

std::set<std::string> routes_of_the_program() {
  std::set<std::string> found;
  for (const auto& route : all_routes()) {
    // `{name+}` is the router's own; OpenAPI has no template of several segments.
    auto pattern = route.pattern;
    if (const auto plus = pattern.find("+}"); plus != std::string::npos) {
      pattern.erase(plus, 1);
    }
    found.insert(lower(name_of(route.method)) + ' ' + pattern);
  }
  return found;
}

/// Paths stand at two spaces and their methods at four: the contract is laid out for it.
std::set<std::string> routes_of_the_contract() {
  const auto asset = find_asset("/openapi.yaml");
  std::string text(asset.value().bytes);
  std::set<std::string> found;
  std::string path;
  std::size_t at = text.find("\npaths:\n");
  const auto end = text.find("\ncomponents:\n");
  while (at < end) {
    const auto next = text.find('\n', at + 1);
    const std::string line = text.substr(at + 1, next - at - 1);
    if (line.starts_with("  /")) {
      path = line.substr(2, line.size() - 3);
    }
    for (const auto* method : {"get", "post", "put", "delete"}) {
      if (line == "    " + std::string(method) + ':') {
        found.insert(std::string(method) + ' ' + path);
      }
    }
    at = next;
  }
  return found;
}

TEST(Contract, HasEveryRouteOfTheProgramAndNoOther) {
  const auto program = routes_of_the_program();
  const auto contract = routes_of_the_contract();
  for (const auto& route : program) {
    EXPECT_TRUE(contract.contains(route)) << "not in openapi.yaml: " << route;
  }
  for (const auto& route : contract) {
    EXPECT_TRUE(program.contains(route)) << "not in the program: " << route;
  }
  EXPECT_GT(program.size(), 140u);
}

void expect_texts(std::string_view code) {
  for (const auto language : {Language::vi, Language::en}) {
    const auto* text = find_problem_text(language, code);
    ASSERT_NE(text, nullptr) << code << ' ' << tag_of(language);
    EXPECT_FALSE(text->title.empty()) << code;
    EXPECT_FALSE(text->detail.empty()) << code;
  }
}

TEST(Contract, EveryProblemHasWordsInBothLanguages) {
  for (int i = 0; i <= static_cast<int>(kLastProblemCode); ++i) {
    expect_texts(wire_name(static_cast<ProblemCode>(i)));
  }
  for (int i = 0; i <= static_cast<int>(domain::RefusalCode::purpose_required); ++i) {
    const auto code = static_cast<domain::RefusalCode>(i);
    expect_texts(domain::wire_name(code));
    EXPECT_NE(status_of(code), 500) << domain::wire_name(code);
  }
}

TEST(Contract, EveryActHasANameInBothLanguages) {
  for (const auto& rule : domain::act_rules()) {
    const auto* const text = find_act_text(rule.act);
    ASSERT_NE(text, nullptr) << rule.act;
    EXPECT_FALSE(text->vi.empty()) << rule.act;
    EXPECT_FALSE(text->en.empty()) << rule.act;
  }
  EXPECT_EQ(in_words(Language::en, {{"act", "void"}, {"khom", "void"}}),
            (std::vector<domain::Fact>{{"act", "void the issue"}, {"khom", "void"}}));
}

/// Every operation's description begins with the roles of the table.
TEST(Contract, SaysWhoMayDoWhat) {
  const std::string text(find_asset("/openapi.yaml").value().bytes);
  for (const auto& rule : domain::act_rules()) {
    if (domain::is_clock_act(rule)) {
      continue;
    }
    std::string roles = "\"Roles: ";
    for (const auto role : rule.roles) {
      roles += roles.ends_with(' ') ? "" : ", ";
      roles += domain::to_text(role);
    }
    const auto tail =
        rule.act == "schedule" ? "/dialogues:\n" : '/' + std::string(rule.act) + ":\n";
    bool told = false;
    for (auto at = text.find(tail); at != std::string::npos; at = text.find(tail, at + 1)) {
      const auto said = text.find("\"Roles: ", at);
      told = told || (said != std::string::npos && text.compare(said, roles.size(), roles) == 0);
    }
    EXPECT_TRUE(told) << domain::to_text(rule.subject) << ' ' << rule.act << ' ' << roles;
  }
}

TEST(Contract, TheClocksActsHaveNoRoute) {
  const auto routes = routes_of_the_program();
  int acts = 0;
  for (const auto& rule : domain::act_rules()) {
    if (!domain::is_clock_act(rule)) {
      continue;
    }
    ++acts;
    for (const auto& route : routes) {
      EXPECT_FALSE(route.ends_with('/' + std::string(rule.act))) << route;
    }
  }
  EXPECT_GT(acts, 5);
}

template <domain::NamedEnum E>
void add_values(std::string_view member, std::set<std::string>& keys) {
  for (const auto& [value, name] : domain::EnumText<E>::kNames) {
    keys.insert("value_" + std::string(member) + '_' + std::string(name));
  }
}

/// The page shows every act in the life of an issue and a dialogue, and every phase, in words.
TEST(Contract, ThePageHasWordsForEveryEventPhaseAndCode) {
  std::set<std::string> keys;
  for (const auto& [type, schema] : codec::event_types()) {
    if (type.starts_with("issue.") || type.starts_with("dialogue.")) {
      keys.insert(std::string(type));
    }
  }
  for (const auto& [phase, name] : domain::EnumText<domain::IssuePhase>::kNames) {
    keys.insert("phase_" + std::string(name));
  }
  for (const auto& [phase, name] : domain::EnumText<domain::DialoguePhase>::kNames) {
    keys.insert("phase_" + std::string(name));
  }
  for (const auto& [kind, name] : domain::EnumText<domain::ClockStep::Kind>::kNames) {
    keys.insert("step_" + std::string(name));
  }
  for (const auto& [verdict, name] : domain::EnumText<domain::DayVerdict>::kNames) {
    keys.insert("verdict_" + std::string(name));
  }
  keys.erase("phase_absent");
  // Codes that events of an issue hold, by the member they stand in.
  add_values<domain::IssueType>("type", keys);
  add_values<domain::Complexity>("complexity", keys);
  add_values<domain::Outcome>("outcome", keys);
  add_values<domain::NoteVisibility>("visibility", keys);
  add_values<domain::DeliveryMethod>("method", keys);
  add_values<domain::ConfirmationMethod>("method", keys);
  add_values<domain::Verdict>("verdict", keys);
  add_values<domain::IntakeChannel>("channel", keys);
  add_values<domain::ClockKind>("clock", keys);
  add_values<domain::PauseGround>("ground", keys);
  add_values<domain::RefusalGround>("ground", keys);
  add_values<domain::ReturnReason>("reason", keys);
  add_values<domain::LinkKind>("kind", keys);
  add_values<domain::CorrectedField>("field", keys);
  add_values<domain::WithdrawalForm>("form", keys);
  add_values<domain::Requester>("requester", keys);
  for (const auto* file : {"/dashboard/src/i18n/vi.json", "/dashboard/src/i18n/en.json"}) {
    std::ifstream source(LANGNGHE_API_FOLDER + std::string(file));
    const auto words = nlohmann::json::parse(source);
    for (const auto& key : keys) {
      EXPECT_TRUE(words.contains(key)) << file << ' ' << key;
    }
  }
}

TEST(Contract, EveryFaultOfAFieldHasWordsInBothLanguages) {
  for (const auto& [code, name] : domain::EnumText<codec::FieldErrorCode>::kNames) {
    EXPECT_NE(find_fault_text(Language::vi, name), nullptr) << name;
    EXPECT_NE(find_fault_text(Language::en, name), nullptr) << name;
  }
  EXPECT_EQ(fault_texts_vi().size(), fault_texts_en().size());
  for (const auto& text : fault_texts_vi()) {
    EXPECT_NE(find_fault_text(Language::en, text.code), nullptr) << text.code;
  }
  EXPECT_EQ(problem_texts_vi().size(), problem_texts_en().size());
}

TEST(Contract, EnglishOnlyWhereItIsPreferred) {
  EXPECT_EQ(choose_language(""), Language::vi);
  EXPECT_EQ(choose_language("en"), Language::en);
  EXPECT_EQ(choose_language("en-US,en;q=0.9"), Language::en);
  EXPECT_EQ(choose_language("vi-VN,vi;q=0.9,en;q=0.8"), Language::vi);
  EXPECT_EQ(choose_language("en;q=0.5, vi;q=0.7"), Language::vi);
  EXPECT_EQ(choose_language("fr, en;q=0.2"), Language::en);
  EXPECT_EQ(choose_language("fr"), Language::vi);
}

}  // namespace
}  // namespace langnghe::api::spec
