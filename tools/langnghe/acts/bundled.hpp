#pragma once

#include <span>
#include <string_view>

namespace langnghe::tools {

struct Embedded {
  std::string_view name;  ///< without its folder
  std::string_view bytes;
};

/// Files that are part of the program; written by tools/cmake/EmbedFiles.cmake.
[[nodiscard]] std::span<const Embedded> bundled_files();

}  // namespace langnghe::tools
