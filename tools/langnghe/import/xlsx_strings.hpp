#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "import/xlsx_package.hpp"

namespace langnghe::tools {

/// `_x000D_` stands for U+000D (ST_Xstring, ECMA-376 part 1, 22.9.2.19), `_x005F_` for `_`.
[[nodiscard]] std::string unescaped(std::string_view text);

/// The text of a string item: its own, or its runs' (18.4.4), without the phonetic ones (18.4.6).
[[nodiscard]] std::string text_of_item(const pugi::xml_node& item);

[[nodiscard]] std::vector<std::string> shared_strings(const pugi::xml_document& part);

/// The form in which numbers are shown (18.8.30), by the style of a cell.
struct Shown {
  bool as_date = false;
  std::string format;  ///< empty: the plain digits
};
[[nodiscard]] std::vector<Shown> number_formats(const pugi::xml_document& styles);

}  // namespace langnghe::tools
