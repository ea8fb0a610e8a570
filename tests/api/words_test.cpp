// Words for people: no code of a program in a Vietnamese sentence, and every code has words.
#include <regex>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include <domain/dialogue.hpp>
#include <domain/issue_state.hpp>
#include <domain/permissions.hpp>
#include <domain/plan.hpp>
#include <domain/report.hpp>
#include <domain/resident.hpp>

#include "problems/coded_texts.hpp"
#include "problems/problem.hpp"
#include "problems/problem_texts.hpp"

namespace langnghe::api::spec {
namespace {

bool holds_code(const std::string& text) {
  static const std::regex kCode("[a-z]+_[a-z]+");
  return std::regex_search(text, kCode);
}

/// Facts as refusals carry them, with every act, role, state, member and stream in turn.
std::vector<std::vector<domain::Fact>> facts_to_try() {
  std::vector<std::vector<domain::Fact>> all;
  std::string roles;
  for (const auto& [role, name] : domain::EnumText<domain::Role>::kNames) {
    roles += (roles.empty() ? "" : ", ") + std::string(name);
  }
  for (const auto& rule : domain::act_rules()) {
    for (const auto phase : rule.phases) {
      all.push_back({{"act", std::string(rule.act)}, {"state", std::string(phase)}});
    }
    all.push_back({{"act", std::string(rule.act)}, {"roles", roles}});
  }
  for (const auto& text : coded_texts_vi()) {
    const std::string code(text.code);
    switch (text.kind) {
      case CodeKind::role:
        all.push_back({{"field", "role"}, {"value", code}, {"role", code}});
        break;
      case CodeKind::state:
        all.push_back({{"act", "close"}, {"state", code}});
        break;
      case CodeKind::field:
        all.push_back({{"field", code}, {"value", "x"}});
        break;
      case CodeKind::stream:
        all.push_back({{"stream", code + "-a1"}});
        break;
    }
  }
  return all;
}

TEST(Words, AreVietnameseThroughout) {
  const auto facts = facts_to_try();
  for (const auto& text : problem_texts_vi()) {
    EXPECT_FALSE(holds_code(std::string(text.title))) << text.title;
    for (const auto& some : facts) {
      const auto said = filled(text.detail, in_words(Language::vi, some));
      ASSERT_FALSE(holds_code(said)) << text.code << ": " << said;
    }
  }
  for (const auto& text : fault_texts_vi()) {
    EXPECT_FALSE(holds_code(filled(text.detail, {}))) << text.code;
  }
  for (const auto& text : act_texts()) {
    EXPECT_FALSE(holds_code(std::string(text.vi))) << text.act;
  }
  for (const auto& text : coded_texts_vi()) {
    EXPECT_FALSE(holds_code(std::string(text.words))) << text.code;
  }
}

template <domain::NamedEnum E>
void expect_words(CodeKind kind) {
  for (const auto& [value, name] : domain::EnumText<E>::kNames) {
    for (const auto language : {Language::vi, Language::en}) {
      const auto known = language == Language::vi ? coded_texts_vi() : coded_texts_en();
      EXPECT_TRUE(std::ranges::any_of(
          known, [&](const CodedText& text) { return text.kind == kind && text.code == name; }))
          << name << ' ' << tag_of(language);
    }
  }
}

TEST(Words, EveryRoleAndStateHasThem) {
  expect_words<domain::Role>(CodeKind::role);
  expect_words<domain::IssuePhase>(CodeKind::state);
  expect_words<domain::DialoguePhase>(CodeKind::state);
  expect_words<domain::PlanPhase>(CodeKind::state);
  expect_words<domain::ReportPhase>(CodeKind::state);
  expect_words<domain::ResidentPhase>(CodeKind::state);
  expect_words<domain::Presentation>(CodeKind::state);
  expect_words<domain::Commitment::Status>(CodeKind::state);
  EXPECT_EQ(coded_texts_vi().size(), coded_texts_en().size());
  std::set<std::pair<CodeKind, std::string_view>> codes;
  for (const auto& text : coded_texts_vi()) {
    EXPECT_TRUE(codes.emplace(text.kind, text.code).second) << text.code;
  }
}

TEST(Words, ARoleThatMayIsNamed) {
  const auto refusal =
      domain::check_role(domain::Subject::issue, "approve-answer", domain::Role::clerk);
  ASSERT_TRUE(refusal);
  const auto* text = find_problem_text(Language::vi, "role_not_permitted");
  EXPECT_NE(filled(text->detail, in_words(Language::vi, refusal->facts)).find("Chủ tịch"),
            std::string::npos);
}

}  // namespace
}  // namespace langnghe::api::spec
