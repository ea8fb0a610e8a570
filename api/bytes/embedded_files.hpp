#pragma once

#include <span>
#include <string_view>

namespace langnghe::api {

struct Embedded {
  std::string_view name;
  std::string_view bytes;
};

/// The files api/CMakeLists.txt puts into the binary; written by tools/cmake/EmbedFiles.cmake.
[[nodiscard]] std::span<const Embedded> embedded_files();

}  // namespace langnghe::api
