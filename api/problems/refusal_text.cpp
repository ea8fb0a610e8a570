#include <api/refusal_text.hpp>

#include "problems/problem_texts.hpp"

namespace langnghe::api {

std::string refusal_text(const domain::Refusal& refusal, bool in_english) {
  const auto language = in_english ? Language::en : Language::vi;
  const auto code = domain::wire_name(refusal.code);
  const auto* const text = find_problem_text(language, code);
  if (text == nullptr) {
    return std::string(code);
  }
  return std::string(text->title) + ". " + filled(text->detail, in_words(language, refusal.facts));
}

}  // namespace langnghe::api
