#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>

#include <api/language.hpp>

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

/// The weight of one range, 0 to 1; what is not a number counts as not acceptable.
double weight_of(std::string_view parameters) {
  while (!parameters.empty()) {
    parameters.remove_prefix(1);  // the semicolon
    const auto end = std::min(parameters.find(';'), parameters.size());
    const auto parameter = trimmed(parameters.substr(0, end));
    parameters.remove_prefix(end);
    if (parameter.size() >= 2 && (parameter[0] | 0x20) == 'q' && parameter[1] == '=') {
      double weight = 0.0;
      const auto digits = parameter.substr(2);
      std::from_chars(digits.data(), digits.data() + digits.size(), weight);
      return weight >= 0.0 && weight <= 1.0 ? weight : 0.0;
    }
  }
  return 1.0;
}

/// The weights a header gives the known languages; nothing for a language it does not name.
struct Wishes {
  std::optional<double> vietnamese;
  std::optional<double> english;
  std::optional<double> others;  ///< `*`: those that are not named
};

void wish(std::optional<double>& wished, double weight) {
  wished = std::max(wished.value_or(0.0), weight);
}

Wishes read_wishes(std::string_view accept_language) {
  Wishes wishes;
  while (!accept_language.empty()) {
    const auto comma = std::min(accept_language.find(','), accept_language.size());
    const auto entry = trimmed(accept_language.substr(0, comma));
    accept_language.remove_prefix(std::min(comma + 1, accept_language.size()));
    const auto semicolon = std::min(entry.find(';'), entry.size());
    const auto range = trimmed(entry.substr(0, semicolon));
    const double weight = weight_of(entry.substr(semicolon));
    if (is_language(range, "vi")) {
      wish(wishes.vietnamese, weight);
    } else if (is_language(range, "en")) {
      wish(wishes.english, weight);
    } else if (range == "*") {
      wish(wishes.others, weight);
    }
  }
  return wishes;
}

}  // namespace

Language choose_language(std::string_view accept_language) {
  const auto wishes = read_wishes(accept_language);
  const double others = wishes.others.value_or(0.0);
  const double vietnamese = wishes.vietnamese.value_or(others);
  const double english = wishes.english.value_or(others);
  if (english != vietnamese) {
    return english > vietnamese ? Language::en : Language::vi;
  }
  // Of two that are as good, or as bad, the one that was not refused.
  const bool refused = vietnamese == 0.0 && wishes.vietnamese;
  const bool both_refused = wishes.english.has_value() || wishes.others.has_value();
  return refused && !both_refused ? Language::en : Language::vi;
}

std::string_view tag_of(Language language) {
  return language == Language::en ? "en" : "vi";
}

}  // namespace langnghe::api
