#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <text/legacy_encoding.hpp>

namespace langnghe::text {

/// Private to the layer. A word converted letter by letter; `changed` counts letters that became
/// others.
struct Conversion {
  std::u32string text;
  std::size_t changed = 0;
};
[[nodiscard]] Conversion convert(std::u32string_view text, Encoding encoding);

}  // namespace langnghe::text
