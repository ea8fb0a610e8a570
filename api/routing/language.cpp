#include <algorithm>
#include <optional>

#include <api/language.hpp>

#include "routing/preferences.hpp"

namespace langnghe::api {
namespace {

bool is_language(std::string_view range, std::string_view language) {
  const auto primary = range.substr(0, range.find('-'));
  return std::ranges::equal(primary, language, [](char a, char b) { return (a | 0x20) == b; });
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
  for (const auto& [range, weight] : parse_preferences(accept_language)) {
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
