#include "routing/entity_tags.hpp"

#include <algorithm>

namespace langnghe::api {
namespace {

void skip_blanks(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
}

bool is_tag_character(char character) {
  const auto code = static_cast<unsigned char>(character);
  return code > 0x20 && code != '"' && code != 0x7f;
}

/// Takes one tag from the front.
std::optional<EntityTag> take_tag(std::string_view& text) {
  EntityTag tag;
  tag.weak = text.starts_with("W/");
  text.remove_prefix(tag.weak ? 2 : 0);
  if (!text.starts_with('"')) {
    return std::nullopt;
  }
  text.remove_prefix(1);
  const auto end = text.find('"');
  if (end == std::string_view::npos) {
    return std::nullopt;
  }
  tag.opaque = text.substr(0, end);
  text.remove_prefix(end + 1);
  return std::ranges::all_of(tag.opaque, is_tag_character) ? std::optional(tag) : std::nullopt;
}

}  // namespace

std::optional<std::vector<EntityTag>> parse_entity_tags(std::string_view field) {
  std::vector<EntityTag> tags;
  for (skip_blanks(field); !field.empty(); skip_blanks(field)) {
    if (!field.starts_with(',')) {
      const auto tag = take_tag(field);
      skip_blanks(field);
      if (!tag || (!field.empty() && !field.starts_with(','))) {
        return std::nullopt;
      }
      tags.push_back(*tag);
    }
    field.remove_prefix(field.empty() ? 0 : 1);
  }
  return tags;
}

std::string_view without_coding(std::string_view opaque) {
  for (const std::string_view ending : {"-gzip", "-br"}) {
    if (opaque.ends_with(ending)) {
      return opaque.substr(0, opaque.size() - ending.size());
    }
  }
  return opaque;
}

}  // namespace langnghe::api
