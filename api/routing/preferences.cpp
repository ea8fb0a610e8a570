#include "routing/preferences.hpp"

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

}  // namespace

std::vector<Preference> parse_preferences(std::string_view field) {
  std::vector<Preference> preferences;
  while (!field.empty()) {
    const auto comma = std::min(field.find(','), field.size());
    const auto entry = trimmed(field.substr(0, comma));
    field.remove_prefix(std::min(comma + 1, field.size()));
    const auto semicolon = std::min(entry.find(';'), entry.size());
    const auto range = trimmed(entry.substr(0, semicolon));
    if (!range.empty()) {
      preferences.push_back({range, weight_of(entry.substr(semicolon))});
    }
  }
  return preferences;
}

}  // namespace langnghe::api
