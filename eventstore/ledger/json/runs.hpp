#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

/// Skips over the ordinary parts of a text eight bytes at a time: nearly all of a record is such,
/// and each is looked at several times.
namespace langnghe::eventstore {

inline constexpr std::uint64_t kEveryByte = 0x0101'0101'0101'0101;
inline constexpr std::uint64_t kHighBits = kEveryByte * 0x80;

[[nodiscard]] inline bool has_zero_byte(std::uint64_t word) {
  return ((word - kEveryByte) & ~word & kHighBits) != 0;
}

/// A control character, a quotation mark or a backslash: what JSON strings do not hold as it is.
[[nodiscard]] inline bool needs_escape(char character) {
  return static_cast<unsigned char>(character) < 0x20 || character == '"' || character == '\\';
}
[[nodiscard]] inline bool one_needs_escape(std::uint64_t word) {
  return ((word - kEveryByte * 0x20) & ~word & kHighBits) != 0 ||
         has_zero_byte(word ^ (kEveryByte * '"')) || has_zero_byte(word ^ (kEveryByte * '\\'));
}

/// The first place from `at` on where a byte needs an escape, or the end.
[[nodiscard]] inline std::size_t end_of_plain(std::string_view text, std::size_t at) {
  std::uint64_t word = 0;
  for (; at + sizeof word <= text.size(); at += sizeof word) {
    std::memcpy(&word, text.data() + at, sizeof word);
    if (one_needs_escape(word)) {
      break;
    }
  }
  while (at < text.size() && !needs_escape(text[at])) {
    ++at;
  }
  return at;
}

/// The first place from `at` on where a byte is not ASCII, or the end.
[[nodiscard]] inline std::size_t end_of_ascii(std::string_view text, std::size_t at) {
  std::uint64_t word = 0;
  for (; at + sizeof word <= text.size(); at += sizeof word) {
    std::memcpy(&word, text.data() + at, sizeof word);
    if ((word & kHighBits) != 0) {
      break;
    }
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) {
    ++at;
  }
  return at;
}

}  // namespace langnghe::eventstore
