#pragma once

#include <span>
#include <string_view>

namespace langnghe::papers {

struct Embedded {
  std::string_view name;
  std::string_view bytes;
};

/// The files of papers/templates; written by tools/cmake/EmbedFiles.cmake.
[[nodiscard]] std::span<const Embedded> embedded_templates();

}  // namespace langnghe::papers
