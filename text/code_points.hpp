#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Private to the layer: text as code points, and ICU behind a few names.
namespace langnghe::text {

/// Nothing where the bytes are not UTF-8.
[[nodiscard]] std::optional<std::u32string> decode(std::string_view utf8);
[[nodiscard]] std::string encode(std::u32string_view code_points);
[[nodiscard]] std::string composed(std::string_view utf8);    ///< NFC
[[nodiscard]] std::string decomposed(std::string_view utf8);  ///< NFD
/// NFKC_Casefold, then NFD: case, width, ligatures and what shows nothing make no difference.
[[nodiscard]] std::string case_folded_parts(std::string_view utf8);

/// Space of any script, or a character that shows nothing.
[[nodiscard]] bool shows_nothing(char32_t character);
[[nodiscard]] bool is_ascii(std::string_view text);

}  // namespace langnghe::text
