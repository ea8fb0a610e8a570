#include <string>
#include <string_view>

#include <gtest/gtest.h>
#include <text/legacy_encoding.hpp>
#include <text/typed_text.hpp>

namespace langnghe::text::test {
namespace {

struct Pair {
  std::string_view old;
  std::string_view unicode;
};

constexpr Pair kTcvn3[] = {
    {"§Ìn ®\u00ADêng kh«ng s¸ng", "Đèn đường không sáng"},
    {"M\u00AD¬ng tho¸t n\u00ADíc bÞ nghÑt", "Mương thoát nước bị nghẹt"},
    {"R¸c tån ®äng ®Çu hÎm", "Rác tồn đọng đầu hẻm"},
    {"TrÇn ThÞ Lµi", "Trần Thị Lài"},
    {"khãm T©n Mü", "khóm Tân Mỹ"},
    {"§Êt ®ai", "Đất đai"},
    {"HuÕ", "Huế"},
    {"ChiÕu s¸ng", "Chiếu sáng"},
};

constexpr Pair kVni[] = {
    {"Ñeøn ñöôøng khoâng saùng", "Đèn đường không sáng"},
    {"Möông thoaùt nöôùc bò ngheït", "Mương thoát nước bị nghẹt"},
    {"Raùc toàn ñoïng ñaàu heûm", "Rác tồn đọng đầu hẻm"},
    {"Traàn Thò Laøi", "Trần Thị Lài"},
    {"khoùm Taân Myõ", "khóm Tân Mỹ"},
    {"ÑÖÔØNG TRAÀN PHUÙ", "ĐƯỜNG TRẦN PHÚ"},
    {"Chieáu saùng", "Chiếu sáng"},
    {"Nhaø vaên hoùa", "Nhà văn hóa"},
};

Wrong hint_of(std::string_view text) {
  const auto kept = typed(text, Lines::many, 1'000);
  EXPECT_FALSE(kept) << text;
  return kept ? Wrong::blank : kept.error().what;
}

TEST(LegacyText, TextOfOldFontsIsRecognised) {
  for (const auto& [old, unicode] : kTcvn3) {
    EXPECT_EQ(hint_of(old), Wrong::looks_like_tcvn3) << old;
  }
  for (const auto& [old, unicode] : kVni) {
    EXPECT_EQ(hint_of(old), Wrong::looks_like_vni) << old;
  }
}

TEST(LegacyText, ConvertedItIsUnicode) {
  for (const auto& [old, unicode] : kTcvn3) {
    EXPECT_EQ(converted(old, Encoding::tcvn3), unicode);
  }
  for (const auto& [old, unicode] : kVni) {
    EXPECT_EQ(converted(old, Encoding::vni), unicode);
  }
}

TEST(LegacyText, BytesAreReadAsWindowsWroteThem) {
  EXPECT_EQ(converted(latin_to_utf8("\xa7\xccn \xae\xad\xeang kh\xabng s\xb8ng"), Encoding::tcvn3),
            "Đèn đường không sáng");
  EXPECT_EQ(converted(latin_to_utf8("\x93\xd1"
                                    "e\xf8n\x94"),
                      Encoding::vni),
            "“Đèn”");
}

TEST(LegacyText, MixedTextIsNotConverted) {
  EXPECT_EQ(converted("Đèn ®\u00ADêng", Encoding::tcvn3), std::nullopt);
  EXPECT_EQ(converted("không s¸ng ở hẻm", Encoding::tcvn3), std::nullopt);
  EXPECT_EQ(converted("Tan My 12", Encoding::tcvn3), "Tan My 12");
}

}  // namespace
}  // namespace langnghe::text::test
