#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace langnghe::api {

/// One tag of a list, without its quotes: `W/"12-a"` is {"12-a", weak}.
struct EntityTag {
  std::string_view opaque;
  bool weak = false;
};

/// The tags of an If-Match or If-None-Match field (RFC 9110 section 8.8.3): a list, in which empty
/// elements are ignored. Nothing where the text is no such list; `*` is none. The views point into
/// `field`.
[[nodiscard]] std::optional<std::vector<EntityTag>> parse_entity_tags(std::string_view field);

/// A tag without the coding that its answer was sent in: `3-1f-br` is `3-1f`.
[[nodiscard]] std::string_view without_coding(std::string_view opaque);

}  // namespace langnghe::api
