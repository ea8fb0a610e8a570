#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

/// Text at the rim. What passes here is kept for ever and is read by programs nobody knows yet, so
/// it is one form of Unicode (NFC), shows everything that it holds, and can be read.
namespace langnghe::text {

/// Line breaks and tabs belong in long texts, and nowhere else.
enum class Lines : std::uint8_t { one, many };

enum class Wrong : std::uint8_t {
  not_utf8,
  control_character,      ///< `character` says which
  line_break,             ///< a line break or tab where one line is asked for
  bidirectional_control,  ///< shows text in another order than it is stored
  invisible_character,    ///< zero width, or a filler that shows nothing
  unassigned_character,   ///< means nothing in Unicode 15, or in a font of its own only
  too_many_marks,         ///< more than 30 marks on one letter (UAX #15, stream-safe format)
  blank,
  too_long,
  looks_like_tcvn3,  ///< letters of the fonts .VnTime, .VnArial
  looks_like_vni,    ///< letters of the fonts VNI-Times, VNI-Helve
};

/// `invisible_character`; of a blank text `value_required`, as the rules call it.
[[nodiscard]] std::string_view wire_name(Wrong wrong);

inline constexpr char32_t kNoCharacter = 0x110000;  ///< beyond Unicode

struct Fault {
  Wrong what{};
  char32_t character = kNoCharacter;
  bool operator==(const Fault&) const = default;
};

/// NFC, with CR LF and CR made LF; or the first thing that is wrong. Empty text is well.
/// Characters are Unicode code points of the composed text.
[[nodiscard]] std::expected<std::string, Fault> typed(std::string_view text, Lines lines,
                                                      std::size_t characters_max);

/// Unicode code points; every ill-formed byte counts as one.
[[nodiscard]] std::size_t characters(std::string_view text);

/// Shows nothing: blanks of any script, zero-width characters and fillers.
[[nodiscard]] bool is_blank(std::string_view text);

/// Without blanks of any script, and byte order marks, at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

[[nodiscard]] bool is_utf8(std::string_view bytes);
[[nodiscard]] std::string to_utf8(char32_t character);
[[nodiscard]] std::string to_nfc(std::string_view text);

/// Lower case, without marks: `Ngày nhận` is `ngay nhan`, `Đ` is `d`.
[[nodiscard]] std::string without_marks(std::string_view text);

/// `U+202E`; nothing for no character.
[[nodiscard]] std::string notation(char32_t character);

}  // namespace langnghe::text
