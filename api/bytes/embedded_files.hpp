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

/// The addresses that begin with `first` (`noi-dung`) are answered with the file `page`.
struct PagePlace {
  std::string_view first;
  std::string_view page;  ///< index.html, tra-cuu.html
};

/// The dashboard as it was built (`assets/index-CCeZ7cL3.js`), and its addresses; written by
/// api/dashboard/scripts/make.mjs.
[[nodiscard]] std::span<const Embedded> embedded_dashboard();
[[nodiscard]] std::span<const PagePlace> embedded_places();

}  // namespace langnghe::api
