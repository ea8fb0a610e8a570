#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace langnghe::text {

/// The ways of writing Vietnamese for fonts before Unicode. Lists made then are still in use.
enum class Encoding : std::uint8_t {
  tcvn3,  ///< TCVN 5712:1993 VN3, fonts .Vn…
  vni,    ///< VNI for Windows, fonts VNI-…
};

/// Bytes of a file that was never Unicode, read as Windows-1252 first: what is no letter of the
/// encoding (quotation marks, dashes) stays what it is there.
[[nodiscard]] std::string latin_to_utf8(std::string_view bytes);

/// Text of that encoding, whose letters stand in Unicode as those of Windows-1252, made NFC.
/// Nothing where the text holds Vietnamese letters that only Unicode has: then it is mixed, and
/// converting it would spoil what is right already.
[[nodiscard]] std::optional<std::string> converted(std::string_view utf8, Encoding encoding);

}  // namespace langnghe::text
