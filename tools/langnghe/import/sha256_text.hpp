#pragma once

#include <string>
#include <string_view>

namespace langnghe::tools {

/// SHA-256 as 64 hex digits.
[[nodiscard]] std::string sha256_text(std::string_view bytes);

}  // namespace langnghe::tools
