#pragma once

#include <span>
#include <string_view>

namespace langnghe::api {

struct Embedded {
  std::string_view name;
  std::string_view bytes;
  std::string_view gzip{};    ///< the same packed at build time; empty where that is not smaller
  std::string_view brotli{};  ///< likewise
};

/// The files api/CMakeLists.txt puts into the binary; written by tools/cmake/EmbedFiles.cmake.
[[nodiscard]] std::span<const Embedded> embedded_files();

/// The dashboard as it was built, and the first segments of its addresses (`noi-dung`); written by
/// api/dashboard/scripts/make.mjs.
[[nodiscard]] std::span<const Embedded> embedded_dashboard();
[[nodiscard]] std::span<const std::string_view> embedded_places();

}  // namespace langnghe::api
