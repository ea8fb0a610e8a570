#include <text/letter_case.hpp>
#include <unicode/uchar.h>

#include "code_points.hpp"

namespace langnghe::text {

std::string in_capitals(std::string_view text) {
  auto made = decode(composed(text)).value_or(std::u32string());
  for (auto& character : made) {
    character = static_cast<char32_t>(u_toupper(static_cast<UChar32>(character)));
  }
  return encode(made);
}

std::string with_small_initial(std::string_view text) {
  auto made = decode(composed(text)).value_or(std::u32string());
  if (!made.empty()) {
    made.front() = static_cast<char32_t>(u_tolower(static_cast<UChar32>(made.front())));
  }
  return encode(made);
}

}  // namespace langnghe::text
