#include "safe_text.hpp"

#include <cstdint>

namespace langnghe::papers {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct Decoded {
  char32_t character = 0;
  std::size_t bytes = 0;  ///< 0: no UTF-8
};

Decoded decode(std::string_view text) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const auto first = byte(0);
  if (first < 0x80U) {
    return {first, 1};
  }
  const std::size_t length = first >= 0xF0U ? 4 : first >= 0xE0U ? 3 : first >= 0xC2U ? 2 : 0;
  if (length == 0 || first > 0xF4U || text.size() < length) {
    return {};
  }
  char32_t character = first & (0xFFU >> (length + 1));
  for (std::size_t at = 1; at < length; ++at) {
    if ((byte(at) & 0xC0U) != 0x80U) {
      return {};
    }
    character = (character << 6U) | (byte(at) & 0x3FU);
  }
  constexpr char32_t kLeast[]{0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = character >= 0xD800U && character <= 0xDFFFU;
  if (character < kLeast[length] || surrogate || character > 0x10FFFFU) {
    return {};
  }
  return {character, length};
}

bool is_of_xml(char32_t character) {
  return character == U'\t' || character == U'\n' ||
         (character >= 0x20U && character != 0x7FU && !(character >= 0x80U && character < 0xA0U) &&
          character != 0xFFFEU && character != 0xFFFFU);
}

}  // namespace

std::string safe_text(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  while (!text.empty()) {
    const auto [character, bytes] = decode(text);
    if (character == U'\r') {
      safe += text.substr(1).starts_with('\n') ? "" : "\n";
    } else if (bytes == 0 || !is_of_xml(character)) {
      safe += kReplacement;
    } else {
      safe += text.substr(0, bytes);
    }
    text.remove_prefix(bytes == 0 ? 1 : bytes);
  }
  return safe;
}

}  // namespace langnghe::papers
