#include <text/opaque_string.hpp>
#include <unicode/uchar.h>

#include "code_points.hpp"

namespace langnghe::text {

std::optional<std::string> opaque_string(std::string_view password) {
  auto points = decode(password);
  if (!points || points->empty()) {
    return std::nullopt;
  }
  for (char32_t& character : *points) {
    const auto point = static_cast<UChar32>(character);
    const auto kind = u_charType(point);
    if (kind == U_SPACE_SEPARATOR) {
      character = U' ';
      continue;
    }
    // RFC 8264, FreeformClass: controls, unassigned, old Hangul and ignorable ones are disallowed.
    if (kind == U_CONTROL_CHAR || kind == U_UNASSIGNED || kind == U_PRIVATE_USE_CHAR ||
        kind == U_LINE_SEPARATOR || kind == U_PARAGRAPH_SEPARATOR || kind == U_SURROGATE ||
        u_hasBinaryProperty(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 ||
        u_hasBinaryProperty(point, UCHAR_NONCHARACTER_CODE_POINT) != 0) {
      return std::nullopt;
    }
  }
  return composed(encode(*points));
}

}  // namespace langnghe::text
