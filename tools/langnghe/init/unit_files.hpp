#pragma once

#include <span>

#include "acts/bundled.hpp"

namespace langnghe::tools {

/// The list of tools/data, written by tools/cmake/EmbedFiles.cmake.
[[nodiscard]] std::span<const Embedded> unit_files();

}  // namespace langnghe::tools
