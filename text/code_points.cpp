#include "code_points.hpp"

#include <algorithm>
#include <cstdint>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace langnghe::text {
namespace {

constexpr char32_t kBrailleBlank = 0x2800;

/// Without its tables (`form` is null) ICU can do nothing: the text stays what it is.
std::string normalized(std::string_view utf8, const icu::Normalizer2* form) {
  if (form == nullptr) {
    return std::string(utf8);
  }
  UErrorCode status = U_ZERO_ERROR;
  std::string made;
  icu::StringByteSink<std::string> sink(&made);
  form->normalizeUTF8(0, icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())),
                      sink, nullptr, status);
  return U_SUCCESS(status) ? made : std::string(utf8);
}

}  // namespace

std::optional<std::u32string> decode(std::string_view utf8) {
  std::u32string points;
  points.reserve(utf8.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  const auto size = static_cast<std::int32_t>(utf8.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 point = 0;
    U8_NEXT(bytes, at, size, point);
    if (point < 0) {
      return std::nullopt;
    }
    points += static_cast<char32_t>(point);
  }
  return points;
}

std::string encode(std::u32string_view code_points) {
  std::string utf8;
  utf8.reserve(code_points.size() * 2);
  for (const char32_t point : code_points) {
    std::uint8_t bytes[U8_MAX_LENGTH];
    std::size_t size = 0;
    U8_APPEND_UNSAFE(bytes, size, point);
    utf8.append(reinterpret_cast<const char*>(bytes), size);
  }
  return utf8;
}

std::string composed(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  return normalized(utf8, icu::Normalizer2::getNFCInstance(status));
}

std::string decomposed(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  return normalized(utf8, icu::Normalizer2::getNFDInstance(status));
}

std::string case_folded_parts(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  return decomposed(normalized(utf8, icu::Normalizer2::getNFKCCasefoldInstance(status)));
}

bool shows_nothing(char32_t character) {
  const auto point = static_cast<UChar32>(character);
  return character == kBrailleBlank || u_isUWhiteSpace(point) != 0 || u_isISOControl(point) != 0 ||
         u_hasBinaryProperty(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 ||
         (U_GET_GC_MASK(point) & (U_GC_Z_MASK | U_GC_CF_MASK)) != 0;
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace langnghe::text
