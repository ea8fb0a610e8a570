#pragma once

#include <string>
#include <string_view>

namespace langnghe::eventstore {

/// SHA-256 (FIPS 180-4) as 64 hex digits: the form of sha256sum, and of a file's name. Any thread.
[[nodiscard]] std::string sha256_hex(std::string_view content);

}  // namespace langnghe::eventstore
