#include <string>
#include <string_view>

#include <gtest/gtest.h>
#include <text/typed_text.hpp>

namespace langnghe::text::test {
namespace {

constexpr std::size_t kMost = 100;

std::string kept(std::string_view text, Lines lines = Lines::many) {
  const auto typed_text = typed(text, lines, kMost);
  return typed_text ? *typed_text : "refused: " + std::string(wire_name(typed_text.error().what));
}

Fault fault_of(std::string_view text, Lines lines = Lines::many) {
  const auto typed_text = typed(text, lines, kMost);
  EXPECT_FALSE(typed_text) << text;
  return typed_text ? Fault{} : typed_text.error();
}

TEST(TypedText, LettersAndMarksApartAreKeptAsLetters) {
  EXPECT_EQ(kept("Tra\u0302\u0300n Thi\u0323 La\u0300i"), "Trần Thị Lài");
  EXPECT_EQ(kept("Ma\u0323\u0302t"), "Mật");
  EXPECT_EQ(kept("\u212B"), "Å");  // ANGSTROM SIGN is only another code of the letter
}

TEST(TypedText, LinesEndWithALineFeed) {
  EXPECT_EQ(kept("một\r\nhai\rba\n\tbốn"), "một\nhai\nba\n\tbốn");
}

TEST(TypedText, ANameHasOneLine) {
  EXPECT_EQ(fault_of("Tân\nMỹ", Lines::one), (Fault{Wrong::line_break, U'\n'}));
  EXPECT_EQ(fault_of("Tân\r\nMỹ", Lines::one), (Fault{Wrong::line_break, U'\n'}));
  EXPECT_EQ(fault_of("Tân\tMỹ", Lines::one), (Fault{Wrong::line_break, U'\t'}));
}

TEST(TypedText, EveryControlIsRefused) {
  for (char32_t control = 0; control < 0xa0; control = control == 0x1f ? 0x7f : control + 1) {
    if (control == U'\n' || control == U'\t' || control == U'\r') {
      continue;
    }
    std::string text = "a";
    if (control < 0x80) {
      text += static_cast<char>(control);
    } else {
      text += {'\xc2', static_cast<char>(control)};
    }
    EXPECT_EQ(fault_of(text + "b"), (Fault{Wrong::control_character, control}));
  }
  EXPECT_EQ(fault_of("a\u2028b").what, Wrong::control_character);
  EXPECT_EQ(fault_of("a\u2029b").what, Wrong::control_character);
}

TEST(TypedText, WhatShowsTextInAnotherOrderIsRefused) {
  for (const auto* control : {"\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067",
                              "\u2068", "\u2069", "\u200E", "\u200F", "\u061C"}) {
    EXPECT_EQ(fault_of(std::string("số 12") + control + "34").what, Wrong::bidirectional_control);
  }
}

TEST(TypedText, WhatShowsNothingIsRefused) {
  for (const auto* hidden :
       {"\u200B", "\u200C",     "\u200D",     "\u2060", "\uFEFF", "\u00AD", "\u034F", "\u180E",
        "\u115F", "\u1160",     "\u3164",     "\uFFA0", "\u2061", "\u2064", "\u17B4", "\uFE0F",
        "\uFE00", "\U000E0041", "\U000E0100", "\uFFF9", "\uFFFC", "\u2800"}) {
    const auto inside = fault_of(std::string("Trần") + hidden + "Lài");
    EXPECT_EQ(inside.what, Wrong::invisible_character) << notation(inside.character);
    EXPECT_EQ(fault_of(std::string(hidden) + "Lài").what, Wrong::invisible_character);
    EXPECT_EQ(fault_of(std::string("Lài") + hidden).what, Wrong::invisible_character);
  }
}

TEST(TypedText, WhatNobodyCanReadIsRefused) {
  for (const auto* unread : {"\uFDD0", "\uFFFE", "\uFFFF", "\U0001FFFE", "\U0010FFFF", "\u0378",
                             "\uE000", "\uF0B7", "\U000F0000", "\uFFFD"}) {
    EXPECT_EQ(fault_of(std::string("a") + unread).what, Wrong::unassigned_character);
  }
  EXPECT_EQ(fault_of("\xed\xa0\x80").what, Wrong::not_utf8);  // a surrogate
  EXPECT_EQ(fault_of("\xc0\xaf").what, Wrong::not_utf8);      // not the shortest form
  EXPECT_EQ(fault_of("Tr\xe1\xba").what, Wrong::not_utf8);    // cut off
  EXPECT_EQ(fault_of("\xff").what, Wrong::not_utf8);
}

TEST(TypedText, BlanksOfAnyScriptAreBlank) {
  for (const auto* blank : {" ",      "\t \n",  "\u00A0", "\u1680", "\u2000",
                            "\u2003", "\u2007", "\u2009", "\u200A", "\u202F",
                            "\u205F", "\u3000", "\u200B", "\u2060", "\uFEFF",
                            "\u2800", "\u115F", "\u1160", "\u3164", "\uFFA0",
                            "\u00AD", "\u180E", "\u202E", "\u2063", " \u00A0\u3000\u200B"}) {
    EXPECT_EQ(fault_of(blank).what, Wrong::blank) << blank;
    EXPECT_TRUE(is_blank(blank));
    EXPECT_EQ(trimmed(std::string(blank) + "Lài" + blank), "Lài");
  }
  EXPECT_EQ(kept(""), "");
}

TEST(TypedText, LimitsCountComposedCharacters) {
  std::string apart;
  std::string whole;
  for (std::size_t i = 0; i < kMost; ++i) {
    apart += "e\u0302\u0301";
    whole += "ế";
  }
  EXPECT_EQ(kept(apart), whole);
  EXPECT_EQ(fault_of(whole + "a").what, Wrong::too_long);
  EXPECT_EQ(fault_of(std::string(1'000'000, 'a')).what, Wrong::too_long);
  EXPECT_EQ(characters("Trần 😀"), 6u);
}

TEST(TypedText, ALetterWithAHeapOfMarksIsRefused) {
  std::string heap = "a";
  for (int i = 0; i < 31; ++i) {
    heap += "\u0301";
  }
  EXPECT_EQ(fault_of(heap).what, Wrong::too_many_marks);
}

TEST(TypedText, WhatAScriptOrAnEmojiNeedsIsKept) {
  for (const auto* text :
       {"👨‍👩‍👧‍👦 gia đình", "❤️", "1️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👍🏽",
        "🧑🏽‍⚕️", "🇻🇳", "✈︎", "ភូមិ​ថ្មី",
        "ប្រជាពលរដ្ឋ​រស់នៅ​ភូមិ ១",
        "ที่อยู่​ใหม่", "می‌خواهم", "क्‍ष", "葛󠄀城",
        "⠓⠀⠓"}) {
    EXPECT_EQ(kept(text), text);
  }
}

TEST(TypedText, AnEmojiOfALaterUnicodeIsKept) {
  EXPECT_EQ(kept("\U0001FAE9"), "\U0001FAE9");
}

TEST(TypedText, TheSameTwiceIsTheSame) {
  for (const auto* text : {"Tra\u0302\u0300n\r\nThi\u0323", "ệ", "\u1100\u1161\u11A8", "が"}) {
    const auto once = kept(text);
    EXPECT_EQ(kept(once), once);
  }
}

TEST(TypedText, ACharacterIsNamedAsUnicodeNamesIt) {
  EXPECT_EQ(notation(0x0a), "U+000A");
  EXPECT_EQ(notation(0x202e), "U+202E");
  EXPECT_EQ(notation(0xe0041), "U+E0041");
}

}  // namespace
}  // namespace langnghe::text::test
