#include <algorithm>
#include <array>

#include <text/legacy_encoding.hpp>
#include <unicode/uchar.h>

#include "code_points.hpp"
#include "legacy_letters.hpp"

namespace langnghe::text {
namespace {

struct Letter {
  char32_t from;
  char32_t to;
};

/// TCVN 5712:1993, character set VN3, from 0xA1 on.
constexpr Letter kTcvn3[] = {
    {0xa1, U'Ă'}, {0xa2, U'Â'}, {0xa3, U'Ê'}, {0xa4, U'Ô'}, {0xa5, U'Ơ'}, {0xa6, U'Ư'},
    {0xa7, U'Đ'}, {0xa8, U'ă'}, {0xa9, U'â'}, {0xaa, U'ê'}, {0xab, U'ô'}, {0xac, U'ơ'},
    {0xad, U'ư'}, {0xae, U'đ'}, {0xb5, U'à'}, {0xb6, U'ả'}, {0xb7, U'ã'}, {0xb8, U'á'},
    {0xb9, U'ạ'}, {0xbb, U'ằ'}, {0xbc, U'ẳ'}, {0xbd, U'ẵ'}, {0xbe, U'ắ'}, {0xc6, U'ặ'},
    {0xc7, U'ầ'}, {0xc8, U'ẩ'}, {0xc9, U'ẫ'}, {0xca, U'ấ'}, {0xcb, U'ậ'}, {0xcc, U'è'},
    {0xce, U'ẻ'}, {0xcf, U'ẽ'}, {0xd0, U'é'}, {0xd1, U'ẹ'}, {0xd2, U'ề'}, {0xd3, U'ể'},
    {0xd4, U'ễ'}, {0xd5, U'ế'}, {0xd6, U'ệ'}, {0xd7, U'ì'}, {0xd8, U'ỉ'}, {0xdc, U'ĩ'},
    {0xdd, U'í'}, {0xde, U'ị'}, {0xdf, U'ò'}, {0xe1, U'ỏ'}, {0xe2, U'õ'}, {0xe3, U'ó'},
    {0xe4, U'ọ'}, {0xe5, U'ồ'}, {0xe6, U'ổ'}, {0xe7, U'ỗ'}, {0xe8, U'ố'}, {0xe9, U'ộ'},
    {0xea, U'ờ'}, {0xeb, U'ở'}, {0xec, U'ỡ'}, {0xed, U'ớ'}, {0xee, U'ợ'}, {0xef, U'ù'},
    {0xf1, U'ủ'}, {0xf2, U'ũ'}, {0xf3, U'ú'}, {0xf4, U'ụ'}, {0xf5, U'ừ'}, {0xf6, U'ử'},
    {0xf7, U'ữ'}, {0xf8, U'ứ'}, {0xf9, U'ự'}, {0xfa, U'ỳ'}, {0xfb, U'ỷ'}, {0xfc, U'ỹ'},
    {0xfd, U'ý'}, {0xfe, U'ỵ'}};

/// VNI letters that stand alone, in lower case.
constexpr Letter kVniAlone[] = {{U'ñ', U'đ'}, {U'ô', U'ơ'}, {U'ö', U'ư'}, {U'æ', U'ỉ'},
                                {U'ó', U'ĩ'}, {U'ò', U'ị'}, {U'î', U'ỵ'}};

struct Pair {
  char32_t vowel;
  char32_t mark;
  char32_t to;
};

/// A vowel and the letter that stands for its marks, in lower case.
constexpr Pair kVniPairs[] = {
    {U'a', U'ø', U'à'}, {U'a', U'ù', U'á'}, {U'a', U'û', U'ả'}, {U'a', U'õ', U'ã'},
    {U'a', U'ï', U'ạ'}, {U'a', U'ê', U'ă'}, {U'a', U'è', U'ằ'}, {U'a', U'é', U'ắ'},
    {U'a', U'ú', U'ẳ'}, {U'a', U'ü', U'ẵ'}, {U'a', U'ë', U'ặ'}, {U'a', U'â', U'â'},
    {U'a', U'à', U'ầ'}, {U'a', U'á', U'ấ'}, {U'a', U'å', U'ẩ'}, {U'a', U'ã', U'ẫ'},
    {U'a', U'ä', U'ậ'}, {U'e', U'ø', U'è'}, {U'e', U'ù', U'é'}, {U'e', U'û', U'ẻ'},
    {U'e', U'õ', U'ẽ'}, {U'e', U'ï', U'ẹ'}, {U'e', U'â', U'ê'}, {U'e', U'à', U'ề'},
    {U'e', U'á', U'ế'}, {U'e', U'å', U'ể'}, {U'e', U'ã', U'ễ'}, {U'e', U'ä', U'ệ'},
    {U'o', U'ø', U'ò'}, {U'o', U'ù', U'ó'}, {U'o', U'û', U'ỏ'}, {U'o', U'õ', U'õ'},
    {U'o', U'ï', U'ọ'}, {U'o', U'â', U'ô'}, {U'o', U'à', U'ồ'}, {U'o', U'á', U'ố'},
    {U'o', U'å', U'ổ'}, {U'o', U'ã', U'ỗ'}, {U'o', U'ä', U'ộ'}, {U'ô', U'ø', U'ờ'},
    {U'ô', U'ù', U'ớ'}, {U'ô', U'û', U'ở'}, {U'ô', U'õ', U'ỡ'}, {U'ô', U'ï', U'ợ'},
    {U'u', U'ø', U'ù'}, {U'u', U'ù', U'ú'}, {U'u', U'û', U'ủ'}, {U'u', U'õ', U'ũ'},
    {U'u', U'ï', U'ụ'}, {U'ö', U'ø', U'ừ'}, {U'ö', U'ù', U'ứ'}, {U'ö', U'û', U'ử'},
    {U'ö', U'õ', U'ữ'}, {U'ö', U'ï', U'ự'}, {U'y', U'ø', U'ỳ'}, {U'y', U'ù', U'ý'},
    {U'y', U'û', U'ỷ'}, {U'y', U'õ', U'ỹ'}};

/// Windows-1252 from 0x80 to 0x9F; 0 = no character there.
constexpr std::array<char32_t, 32> kWindows1252{
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

char32_t lower(char32_t character) {
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(character)));
}

char32_t upper(char32_t character) {
  return static_cast<char32_t>(u_toupper(static_cast<UChar32>(character)));
}

Conversion from_tcvn3(std::u32string_view text) {
  Conversion made{std::u32string(text), 0};
  for (char32_t& character : made.text) {
    const auto* const found = std::ranges::find(kTcvn3, character, &Letter::from);
    if (found != std::end(kTcvn3)) {
      made.changed += found->to != character ? 1U : 0U;
      character = found->to;
    }
  }
  return made;
}

Conversion from_vni(std::u32string_view text) {
  Conversion made;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char32_t small = lower(text[at]);
    const char32_t next = at + 1 < text.size() ? lower(text[at + 1]) : 0;
    char32_t to = 0;
    const auto* const pair = std::ranges::find_if(
        kVniPairs, [&](const Pair& one) { return one.vowel == small && one.mark == next; });
    if (pair != std::end(kVniPairs)) {
      to = pair->to;
    } else if (const auto* const alone = std::ranges::find(kVniAlone, small, &Letter::from);
               alone != std::end(kVniAlone)) {
      to = alone->to;
    }
    if (to == 0) {
      made.text += text[at];
      continue;
    }
    made.text += text[at] == small ? to : upper(to);
    ++made.changed;
    at += pair != std::end(kVniPairs) ? 1U : 0U;
  }
  return made;
}

bool is_unicode_only(char32_t character) {
  constexpr std::u32string_view kLetters = U"ăĂđĐĩĨũŨơƠưƯ";
  constexpr char32_t kFirst = 0x1ea0;
  constexpr char32_t kLast = 0x1ef9;
  return kLetters.find(character) != std::u32string_view::npos ||
         (character >= kFirst && character <= kLast);
}

}  // namespace

Conversion convert(std::u32string_view text, Encoding encoding) {
  return encoding == Encoding::tcvn3 ? from_tcvn3(text) : from_vni(text);
}

std::string latin_to_utf8(std::string_view bytes) {
  constexpr unsigned char kFirst = 0x80;
  std::u32string points;
  points.reserve(bytes.size());
  for (const char byte : bytes) {
    const auto code = static_cast<unsigned char>(byte);
    const bool extra = code >= kFirst && code < kFirst + kWindows1252.size();
    const char32_t point = extra ? kWindows1252[code - kFirst] : static_cast<char32_t>(code);
    points += point != 0 ? point : static_cast<char32_t>(code);
  }
  return encode(points);
}

std::optional<std::string> converted(std::string_view utf8, Encoding encoding) {
  const auto points = decode(composed(utf8));
  if (!points || std::ranges::any_of(*points, &is_unicode_only)) {
    return std::nullopt;
  }
  return composed(encode(convert(*points, encoding).text));
}

}  // namespace langnghe::text
