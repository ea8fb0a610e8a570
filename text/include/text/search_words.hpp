#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Text as it is searched for: what people write in several ways is one word. The same for what is
/// indexed and for what is asked.
namespace langnghe::text {

/// The words in their order: small letters without marks, `đ` as `d`, whether composed or not
/// (Hoà, Hòa, HOÀ, hoa are one), and `i` for a `y` that is spelled either way (Quý and Quí, Mỹ and
/// Mĩ, but not tay and tai). Whatever is no letter and no digit separates words, so `12/TB-UBND` is
/// three. Bytes that are not UTF-8 hold no words.
[[nodiscard]] std::vector<std::string> search_words(std::string_view text);

/// The same with a blank between each two.
[[nodiscard]] std::string search_form(std::string_view text);

/// Another wherever the same text may have other words: of these rules and of Unicode's tables.
[[nodiscard]] std::string search_words_version();

}  // namespace langnghe::text
