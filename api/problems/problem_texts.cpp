#include "problems/problem_texts.hpp"

#include <algorithm>

#include "problems/coded_texts.hpp"

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

/// `chair, clerk` as people say it.
std::string roles_in_words(Language language, std::string_view roles) {
  constexpr std::string_view kBetween = ", ";
  std::string said;
  while (!roles.empty()) {
    const auto end = std::min(roles.find(kBetween), roles.size());
    said.append(said.empty() ? "" : kBetween)
        .append(words_of(language, CodeKind::role, roles.substr(0, end)));
    roles.remove_prefix(std::min(end + kBetween.size(), roles.size()));
  }
  return said;
}

/// `lines.2.per_quarter`: which item it is stands in the pointer.
std::string field_in_words(Language language, std::string_view field) {
  std::string name;
  std::string_view last;
  for (auto rest = field; !rest.empty();) {
    last = rest.substr(0, rest.find('.'));
    rest.remove_prefix(std::min(last.size() + 1, rest.size()));
    if (last.find_first_not_of("0123456789") != std::string_view::npos) {
      name.append(name.empty() ? "" : ".").append(last);
    }
  }
  const auto words = words_of(language, CodeKind::field, name);
  return std::string(words != name ? words : words_of(language, CodeKind::field, last));
}

/// `issue-i-1`: the kind in words, the identifier as it is.
std::string stream_in_words(Language language, std::string_view stream) {
  const auto dash = std::min(stream.find('-'), stream.size());
  std::string said(words_of(language, CodeKind::stream, stream.substr(0, dash)));
  if (dash < stream.size()) {
    said.append(" ").append(stream.substr(dash + 1));
  }
  return said;
}

std::string fact_in_words(Language language, const domain::Fact& fact,
                          const std::vector<domain::Fact>& all) {
  if (fact.name == "act") {
    const auto* act = find_act_text(fact.value);
    return act == nullptr ? fact.value : std::string(act->name(language));
  }
  if (fact.name == "role" || fact.name == "roles") {
    return roles_in_words(language, fact.value);
  }
  if (fact.name == "state") {
    return std::string(words_of(language, CodeKind::state, fact.value));
  }
  if (fact.name == "field") {
    return field_in_words(language, fact.value);
  }
  if (fact.name == "stream") {
    return stream_in_words(language, fact.value);
  }
  if (fact.name == "value" && value_of(all, "field") == "role") {
    return roles_in_words(language, fact.value);
  }
  return fact.value;
}

}  // namespace

const ProblemText* find_problem_text(Language language, std::string_view code) {
  return find_text(language == Language::en ? problem_texts_en() : problem_texts_vi(), code);
}

const FaultText* find_fault_text(Language language, std::string_view code) {
  return find_text(language == Language::en ? fault_texts_en() : fault_texts_vi(), code);
}

const ActText* find_act_text(std::string_view act) {
  const auto texts = act_texts();
  const auto found = std::ranges::find(texts, act, &ActText::act);
  return found == texts.end() ? nullptr : &*found;
}

std::string_view words_of(Language language, CodeKind kind, std::string_view code) {
  const auto texts = language == Language::en ? coded_texts_en() : coded_texts_vi();
  const auto found = std::ranges::find_if(
      texts, [&](const CodedText& text) { return text.kind == kind && text.code == code; });
  return found == texts.end() ? code : found->words;
}

std::vector<domain::Fact> in_words(Language language, std::vector<domain::Fact> facts) {
  for (auto& fact : facts) {
    fact.value = fact_in_words(language, fact, facts);
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
