#pragma once

#include <span>
#include <string_view>

namespace langnghe::api {

struct EmbeddedFile {
  std::string_view name;
  std::string_view bytes;
};

/// The files api/CMakeLists.txt puts into the binary; written by cmake/embed_files.cmake.
[[nodiscard]] std::span<const EmbeddedFile> embedded_files();

}  // namespace langnghe::api
