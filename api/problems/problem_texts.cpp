#include "problems/problem_texts.hpp"

#include <algorithm>

namespace langnghe::api {
namespace {

template <class Text>
const Text* find_text(std::span<const Text> texts, std::string_view code) {
  const auto found = std::ranges::find(texts, code, &Text::code);
  return found == texts.end() ? nullptr : &*found;
}

std::string_view value_of(const std::vector<domain::Fact>& facts, std::string_view name) {
  const auto found = std::ranges::find(facts, name, &domain::Fact::name);
  return found == facts.end() ? std::string_view{} : std::string_view(found->value);
}

}  // namespace

const ProblemText* find_problem_text(Language language, std::string_view code) {
  return find_text(language == Language::en ? problem_texts_en() : problem_texts_vi(), code);
}

const FaultText* find_fault_text(Language language, std::string_view code) {
  return find_text(language == Language::en ? fault_texts_en() : fault_texts_vi(), code);
}

const ActText* find_act_text(Language language, std::string_view act) {
  const auto texts = language == Language::en ? act_texts_en() : act_texts_vi();
  const auto found = std::ranges::find(texts, act, &ActText::act);
  return found == texts.end() ? nullptr : &*found;
}

std::vector<domain::Fact> in_words(Language language, std::vector<domain::Fact> facts) {
  for (auto& fact : facts) {
    const auto* name = fact.name == "act" ? find_act_text(language, fact.value) : nullptr;
    if (name != nullptr) {
      fact.value = name->name;
    }
  }
  return facts;
}

std::string filled(std::string_view text, const std::vector<domain::Fact>& facts) {
  std::string out;
  for (;;) {
    const auto open = text.find('{');
    const auto close = text.find('}', open == std::string_view::npos ? 0 : open);
    if (open == std::string_view::npos || close == std::string_view::npos) {
      return out.append(text);
    }
    out.append(text.substr(0, open));
    out.append(value_of(facts, text.substr(open + 1, close - open - 1)));
    text.remove_prefix(close + 1);
  }
}

}  // namespace langnghe::api
