#include "routing/language.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>

namespace langnghe::api {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) {
    return {};
  }
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool is_language(std::string_view range, std::string_view language) {
  const auto primary = range.substr(0, range.find('-'));
  return std::ranges::equal(primary, language, [](char a, char b) { return (a | 0x20) == b; });
}

/// The weight of one range; what is not a number counts as not acceptable.
double weight_of(std::string_view parameters) {
  const auto at = parameters.find("q=");
  if (at == std::string_view::npos) {
    return 1.0;
  }
  double weight = 0.0;
  const auto digits = parameters.substr(at + 2);
  std::from_chars(digits.data(), digits.data() + digits.size(), weight);
  return weight;
}

}  // namespace

Language choose_language(std::string_view accept_language) {
  double vietnamese = 0.0;
  double english = 0.0;
  while (!accept_language.empty()) {
    const auto comma = std::min(accept_language.find(','), accept_language.size());
    const auto entry = trimmed(accept_language.substr(0, comma));
    accept_language.remove_prefix(std::min(comma + 1, accept_language.size()));
    const auto semicolon = std::min(entry.find(';'), entry.size());
    const auto range = trimmed(entry.substr(0, semicolon));
    const double weight = weight_of(entry.substr(semicolon));
    if (is_language(range, "vi") || range == "*") {
      vietnamese = std::max(vietnamese, weight);
    }
    if (is_language(range, "en")) {
      english = std::max(english, weight);
    }
  }
  return english > vietnamese ? Language::en : Language::vi;
}

std::string_view tag_of(Language language) {
  return language == Language::en ? "en" : "vi";
}

}  // namespace langnghe::api
