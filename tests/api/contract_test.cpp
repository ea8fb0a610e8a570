#include <set>
#include <string>

#include <gtest/gtest.h>

#include <api/assets.hpp>
#include <domain/refusal.hpp>

#include "problem.hpp"
#include "problem_texts.hpp"
#include "router.hpp"

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
    found.insert(lower(name_of(route.method)) + ' ' + route.pattern);
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
    for (const auto* method : {"get", "post", "delete"}) {
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
  EXPECT_GT(program.size(), 70u);
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
  for (int i = 0; i <= static_cast<int>(domain::RefusalCode::not_a_legal_procedure); ++i) {
    const auto code = static_cast<domain::RefusalCode>(i);
    expect_texts(domain::wire_name(code));
    EXPECT_NE(status_of(code), 500) << domain::wire_name(code);
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
