#include <algorithm>
#include <optional>

#include <text/typed_text.hpp>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "code_points.hpp"
#include "legacy_hint.hpp"

namespace langnghe::text {
namespace {

constexpr char32_t kZeroWidthSpace = 0x200b;
constexpr char32_t kNonJoiner = 0x200c;
constexpr char32_t kJoiner = 0x200d;
constexpr char32_t kTextStyle = 0xfe0e;
constexpr char32_t kEmojiStyle = 0xfe0f;
constexpr char32_t kBlackFlag = 0x1f3f4;  ///< of England, Scotland, Wales: letters follow as tags
constexpr char32_t kFirstTag = 0xe0020;
constexpr char32_t kLastTag = 0xe007f;
constexpr char32_t kReplacement = 0xfffd;  ///< a program before us could not read this letter
constexpr char32_t kObject = 0xfffc;       ///< stands for a picture that was not copied
constexpr char32_t kBrailleBlank = 0x2800;
/// UAX #15 section 13: no language needs more, and normalising more is slow.
constexpr std::size_t kMarksMax = 30;
/// A letter has at most this many parts: longer text cannot become short enough by composing.
constexpr std::size_t kPartsMax = 4;

bool is(char32_t character, UProperty property) {
  return u_hasBinaryProperty(static_cast<UChar32>(character), property) != 0;
}

UScriptCode script_of(char32_t character) {
  UErrorCode status = U_ZERO_ERROR;
  const auto script = uscript_getScript(static_cast<UChar32>(character), &status);
  return U_SUCCESS(status) ? script : USCRIPT_UNKNOWN;
}

/// These scripts write words without a space between: U+200B marks where a line may break.
bool is_unspaced(UScriptCode script) {
  return script == USCRIPT_KHMER || script == USCRIPT_THAI || script == USCRIPT_LAO ||
         script == USCRIPT_MYANMAR;
}

/// These scripts join letters: U+200C and U+200D choose a form that is seen.
bool is_joining(UScriptCode script) {
  static constexpr UScriptCode kScripts[] = {
      USCRIPT_ARABIC,  USCRIPT_SYRIAC,   USCRIPT_MONGOLIAN, USCRIPT_DEVANAGARI,
      USCRIPT_BENGALI, USCRIPT_GURMUKHI, USCRIPT_GUJARATI,  USCRIPT_ORIYA,
      USCRIPT_TAMIL,   USCRIPT_TELUGU,   USCRIPT_KANNADA,   USCRIPT_MALAYALAM,
      USCRIPT_SINHALA, USCRIPT_KHMER,    USCRIPT_MYANMAR,   USCRIPT_CHAM};
  return std::ranges::find(kScripts, script) != std::end(kScripts);
}

bool is_picture(char32_t character) {
  return is(character, UCHAR_EXTENDED_PICTOGRAPHIC) || is(character, UCHAR_EMOJI_MODIFIER) ||
         character == kEmojiStyle;
}

/// An ignorable character where its script or an emoji needs it.
class Surroundings {
 public:
  explicit Surroundings(std::u32string_view text) : text_(text) {}

  [[nodiscard]] bool allow(std::size_t at) const {
    const char32_t character = text_[at];
    const char32_t before = at > 0 ? text_[at - 1] : 0;
    const char32_t after = at + 1 < text_.size() ? text_[at + 1] : 0;
    if (before == 0) {
      return false;
    }
    if (character == kZeroWidthSpace) {
      return is_unspaced(script_of(before)) && after != 0;
    }
    if (character == kJoiner && is_picture(before)) {
      return is(after, UCHAR_EXTENDED_PICTOGRAPHIC);
    }
    if (character == kJoiner || character == kNonJoiner) {
      return is_joining(script_of(before)) && after != 0 && is_joining(script_of(after));
    }
    if (is(character, UCHAR_VARIATION_SELECTOR)) {
      return allow_variation(character, before);
    }
    return character >= kFirstTag && character <= kLastTag && closes_flag(at);
  }

 private:
  [[nodiscard]] static bool allow_variation(char32_t selector, char32_t before) {
    if (selector == kTextStyle || selector == kEmojiStyle) {
      return is(before, UCHAR_EMOJI) || is(before, UCHAR_EXTENDED_PICTOGRAPHIC);
    }
    const auto script = script_of(before);
    return script == USCRIPT_HAN || script == USCRIPT_MONGOLIAN || script == USCRIPT_MYANMAR;
  }

  /// Black flag, tags, end: anything else hides letters.
  [[nodiscard]] bool closes_flag(std::size_t at) const {
    std::size_t first = at;
    while (first > 0 && text_[first - 1] >= kFirstTag && text_[first - 1] < kLastTag) {
      --first;
    }
    std::size_t end = at;
    while (end < text_.size() && text_[end] >= kFirstTag && text_[end] < kLastTag) {
      ++end;
    }
    constexpr std::size_t kTagsMax = 7;
    return first > 0 && text_[first - 1] == kBlackFlag && end < text_.size() &&
           text_[end] == kLastTag && end - first <= kTagsMax;
  }

  std::u32string_view text_;
};

std::optional<Wrong> wrong_by_kind(char32_t character) {
  const auto point = static_cast<UChar32>(character);
  if (is(character, UCHAR_BIDI_CONTROL)) {
    return Wrong::bidirectional_control;
  }
  switch (u_charType(point)) {
    case U_CONTROL_CHAR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return Wrong::control_character;
    case U_UNASSIGNED:
      // Places kept for emoji of later versions of Unicode are shown by newer machines.
      return is(character, UCHAR_EXTENDED_PICTOGRAPHIC)
                 ? std::nullopt
                 : std::optional(Wrong::unassigned_character);
    case U_PRIVATE_USE_CHAR:
    case U_SURROGATE:
      return Wrong::unassigned_character;
    default:
      break;
  }
  constexpr char32_t kFirstAnnotation = 0xfff9;
  constexpr char32_t kLastAnnotation = 0xfffb;
  if (character == kReplacement) {
    return Wrong::unassigned_character;
  }
  const bool hides = is(character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) || character == kObject ||
                     (character >= kFirstAnnotation && character <= kLastAnnotation);
  return hides ? std::optional(Wrong::invisible_character) : std::nullopt;
}

std::optional<Fault> wrong_character(std::u32string_view text, Lines lines) {
  const Surroundings surroundings(text);
  std::size_t marks = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char32_t character = text[at];
    if (character == U'\n' || character == U'\t') {
      if (lines == Lines::one) {
        return Fault{Wrong::line_break, character};
      }
      marks = 0;
      continue;
    }
    if (const auto wrong = wrong_by_kind(character);
        wrong && !(*wrong == Wrong::invisible_character && surroundings.allow(at))) {
      return Fault{*wrong, character};
    }
    const bool braille = at > 0 && script_of(text[at - 1]) == USCRIPT_BRAILLE;
    if (character == kBrailleBlank && !braille) {
      return Fault{Wrong::invisible_character, character};
    }
    marks = u_getCombiningClass(static_cast<UChar32>(character)) != 0 ? marks + 1 : 0;
    if (marks > kMarksMax) {
      return Fault{Wrong::too_many_marks, character};
    }
  }
  return std::nullopt;
}

/// Office programs of Windows end lines with CR LF, cells of old Macintosh files with CR.
void end_lines_with_feeds(std::u32string& text) {
  std::size_t to = 0;
  for (std::size_t from = 0; from < text.size(); ++from) {
    const bool is_return = text[from] == U'\r';
    if (is_return && from + 1 < text.size() && text[from + 1] == U'\n') {
      continue;
    }
    text[to++] = is_return ? U'\n' : text[from];
  }
  text.resize(to);
}

}  // namespace

std::string_view wire_name(Wrong wrong) {
  switch (wrong) {
    case Wrong::not_utf8:
      return "not_utf8";
    case Wrong::control_character:
      return "control_character";
    case Wrong::line_break:
      return "line_break";
    case Wrong::bidirectional_control:
      return "bidirectional_control";
    case Wrong::invisible_character:
      return "invisible_character";
    case Wrong::unassigned_character:
      return "unassigned_character";
    case Wrong::too_many_marks:
      return "too_many_marks";
    case Wrong::blank:
      return "value_required";
    case Wrong::too_long:
      return "too_long";
    case Wrong::looks_like_tcvn3:
      return "looks_like_tcvn3";
    case Wrong::looks_like_vni:
      return "looks_like_vni";
  }
  return "value_not_valid";
}

std::expected<std::string, Fault> typed(std::string_view text, Lines lines,
                                        std::size_t characters_max) {
  auto points = decode(text);
  if (!points) {
    return std::unexpected(Fault{Wrong::not_utf8});
  }
  if (points->size() > characters_max * kPartsMax) {
    return std::unexpected(Fault{Wrong::too_long});
  }
  end_lines_with_feeds(*points);
  // First, because TCVN3 uses U+00AD, which shows nothing, for a letter.
  if (const auto encoding = legacy_hint(*points)) {
    return std::unexpected(
        Fault{*encoding == Encoding::tcvn3 ? Wrong::looks_like_tcvn3 : Wrong::looks_like_vni});
  }
  if (!points->empty() && std::ranges::all_of(*points, &shows_nothing)) {
    return std::unexpected(Fault{Wrong::blank});
  }
  if (const auto wrong = wrong_character(*points, lines)) {
    return std::unexpected(*wrong);
  }
  auto made = encode(*points);
  if (!is_ascii(made)) {
    made = composed(made);
  }
  if (characters(made) > characters_max) {
    return std::unexpected(Fault{Wrong::too_long});
  }
  return made;
}

std::size_t characters(std::string_view text) {
  const auto points = decode(text);
  return points ? points->size() : text.size();
}

bool is_blank(std::string_view text) {
  const auto points = decode(text);
  return points && std::ranges::all_of(*points, &shows_nothing);
}

std::string_view trimmed(std::string_view text) {
  const auto points = decode(text);
  if (!points) {
    return text;
  }
  const auto first = std::ranges::find_if_not(*points, &shows_nothing);
  if (first == points->end()) {
    return {};
  }
  const auto before = encode(
      std::u32string_view(points->data(), static_cast<std::size_t>(first - points->begin())));
  const auto last = std::find_if_not(points->rbegin(), points->rend(), &shows_nothing);
  const auto after = encode(
      std::u32string_view(*points).substr(static_cast<std::size_t>(last.base() - points->begin())));
  return text.substr(before.size(), text.size() - before.size() - after.size());
}

std::string without_marks(std::string_view text) {
  std::u32string made;
  for (const char32_t character : decode(decomposed(text)).value_or(std::u32string())) {
    if (u_getCombiningClass(static_cast<UChar32>(character)) == 0) {
      const auto small = static_cast<char32_t>(u_tolower(static_cast<UChar32>(character)));
      made += small == U'đ' ? U'd' : small;
    }
  }
  return encode(made);
}

bool is_utf8(std::string_view bytes) {
  return is_ascii(bytes) || decode(bytes).has_value();
}

std::string to_utf8(char32_t character) {
  return encode(std::u32string_view(&character, 1));
}

std::string to_nfc(std::string_view text) {
  return is_ascii(text) ? std::string(text) : composed(text);
}

std::string notation(char32_t character) {
  if (character >= kNoCharacter) {
    return {};
  }
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string hex;
  for (auto rest = static_cast<std::uint32_t>(character); rest != 0; rest /= 16) {
    hex.insert(hex.begin(), kDigits[rest % 16]);
  }
  constexpr std::size_t kDigitsMin = 4;
  return "U+" + std::string(hex.size() < kDigitsMin ? kDigitsMin - hex.size() : 0, '0') + hex;
}

}  // namespace langnghe::text
