#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace langnghe::papers {

/// A square of grey values, 0 is black. Stored, not deflated: the bytes do not depend on zlib.
/// At most 255 points wide, so that one stored block holds it.
[[nodiscard]] std::string png_of(const std::vector<std::uint8_t>& points, std::size_t width);

}  // namespace langnghe::papers
