#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace langnghe::api {

/// The 8-4-4-4-12 form of RFC 9562 section 4, in lower case.
[[nodiscard]] inline std::string uuid_text(const std::array<unsigned char, 16>& bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  text.reserve(36);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) {
      text += '-';
    }
    text += kDigits[bytes[i] >> 4];
    text += kDigits[bytes[i] & 0x0f];
  }
  return text;
}

}  // namespace langnghe::api
