#include "init/draft.hpp"

#include <algorithm>

#include <text/typed_text.hpp>

#include <domain/actor.hpp>

namespace langnghe::tools {

std::vector<std::string> parts_of(const std::string& text, std::string_view separators) {
  std::vector<std::string> parts;
  std::string_view rest = text;
  while (!text::trimmed(rest).empty()) {
    const auto end = std::min(rest.find_first_of(separators), rest.size());
    parts.emplace_back(text::trimmed(rest.substr(0, end)));
    rest.remove_prefix(std::min(rest.size(), end + 1));
  }
  return parts;
}

OfficialDraft official_of(const std::string& text) {
  auto parts = parts_of(text, ",");
  OfficialDraft official;
  while (parts.size() > 2 && domain::from_text<domain::Role>(parts.back())) {
    official.roles.insert(official.roles.begin(), parts.back());
    parts.pop_back();
  }
  official.name = parts.empty() ? std::string() : parts.front();
  // A title may have commas of its own.
  for (std::size_t i = 1; i < parts.size(); ++i) {
    official.office += (i > 1 ? ", " : "") + parts[i];
  }
  return official;
}

}  // namespace langnghe::tools
