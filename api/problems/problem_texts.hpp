#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <api/language.hpp>
#include <domain/refusal.hpp>

/// The words of every problem, one file per language. A code is stable; its words may improve.
namespace langnghe::api {

/// `{name}` in a detail stands for the fact of that name.
struct ProblemText {
  std::string_view code;
  std::string_view title;   ///< what happened, the same each time
  std::string_view detail;  ///< about this time, and what to do now
};

/// The fault of one field of a body or one parameter of a query.
struct FaultText {
  std::string_view code;
  std::string_view detail;  ///< `{expected}` stands for the form or the limit
};

/// The name of an act in a sentence. One name serves all subjects that have an act of this name.
struct ActText {
  std::string_view act;
  std::string_view vi;
  std::string_view en;

  [[nodiscard]] std::string_view name(Language language) const {
    return language == Language::en ? en : vi;
  }
};

[[nodiscard]] std::span<const ActText> act_texts();
[[nodiscard]] std::span<const ProblemText> problem_texts_vi();
[[nodiscard]] std::span<const ProblemText> problem_texts_en();
[[nodiscard]] std::span<const FaultText> fault_texts_vi();
[[nodiscard]] std::span<const FaultText> fault_texts_en();

[[nodiscard]] const ProblemText* find_problem_text(Language language, std::string_view code);
[[nodiscard]] const FaultText* find_fault_text(Language language, std::string_view code);

[[nodiscard]] const ActText* find_act_text(std::string_view act);

/// The facts as people say them: acts, roles, states, members and streams by their names. Codes
/// stay codes for programs.
[[nodiscard]] std::vector<domain::Fact> in_words(Language language,
                                                 std::vector<domain::Fact> facts);

/// Puts the facts into a text; a fact that is missing leaves its place empty.
[[nodiscard]] std::string filled(std::string_view text, const std::vector<domain::Fact>& facts);

}  // namespace langnghe::api
