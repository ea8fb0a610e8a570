// Words as they are searched for: what people write in several ways is one.
#include <array>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <text/search_words.hpp>
#include <text/typed_text.hpp>

namespace langnghe::text {
namespace {

using Words = std::vector<std::string>;

TEST(SearchWords, HaveNoMarksAndNoCapitals) {
  EXPECT_EQ(search_form("Đường Bùi Thị Xuân XUỐNG CẤP"), "duong bui thi xuan xuong cap");
  EXPECT_EQ(search_form("đèn ĐƯỜNG"), search_form("Den duong"));
  EXPECT_EQ(search_form("Hòa"), search_form("Hoà"));
  EXPECT_EQ(search_form("thủy"), search_form("thuỷ"));
}

TEST(SearchWords, AreTheSameComposedAndDecomposed) {
  // Hòa as o + U+0300, ệ as e + U+0323 + U+0302 and in the other order.
  EXPECT_EQ(search_form("Ho\u0300a"), "hoa");
  EXPECT_EQ(search_form("ngh\u0065\u0323\u0302"), search_form("nghệ"));
  EXPECT_EQ(search_form("ngh\u0065\u0302\u0323"), search_form("nghệ"));
}

TEST(SearchWords, AreSpelledWithIWhereYIsWrittenForIt) {
  for (const auto& [y, i] : {std::pair{"Quý", "Quí"},
                             {"Tân Quy Đông", "Tân Qui Đông"},
                             {"Mỹ", "Mĩ"},
                             {"công ty", "công ti"},
                             {"y tế", "i tế"},
                             {"quýt", "quít"}}) {
    EXPECT_EQ(search_form(y), search_form(i)) << y;
  }
  for (const auto& [one, other] : {std::pair{"tay", "tai"}, {"thuý", "thúi"}, {"ngày", "ngài"}}) {
    EXPECT_NE(search_form(one), search_form(other)) << one;
  }
}

TEST(SearchWords, AreSeparatedByWhateverIsNoLetterAndNoDigit) {
  EXPECT_EQ(search_words("12/TB-UBND, ngày 03.4"), (Words{"12", "tb", "ubnd", "ngay", "03", "4"}));
}

TEST(SearchWords, OfWidthsLigaturesAndHiddenCharactersAreThoseThatAreRead) {
  EXPECT_EQ(search_form("ＡＢＣ１２"), "abc12");
  EXPECT_EQ(search_form("hẻm\u200b 12\u00ad"), "hem 12");
  EXPECT_EQ(search_form("Straße"), "strasse");
  EXPECT_EQ(search_words("— … ()"), Words{});
  EXPECT_EQ(search_words(""), Words{});
  EXPECT_EQ(search_words("\xff\xfe"), Words{});
}

/// Texts of Vietnamese letters, blanks and signs.
std::string any_text(std::mt19937& random) {
  constexpr auto kPieces = std::to_array<std::string_view>(
      {"a",  "ă",  "â",  "e", "ê", "i", "o", "ô", "ơ", "u", "ư",  "y", "à", "ả", "ã",
       "á",  "ạ",  "ằ",  "ẳ", "ẵ", "ắ", "ặ", "ầ", "ẩ", "ẫ", "ấ",  "ậ", "ề", "ể", "ễ",
       "ế",  "ệ",  "ồ",  "ổ", "ỗ", "ố", "ộ", "ờ", "ở", "ỡ", "ớ",  "ợ", "ừ", "ử", "ữ",
       "ứ",  "ự",  "ỳ",  "ỷ", "ỹ", "ý", "ỵ", "đ", "Đ", "Ấ", "Ỹ",  "q", "u", "Q", "b",
       "ng", "th", "tr", " ", " ", "/", "-", ",", "7", "ﬁ", "Ａ", "ß", "ñ", "ç", "Å"});
  std::string text;
  for (auto letters = random() % 40; letters > 0; --letters) {
    text += kPieces[random() % kPieces.size()];
  }
  return text;
}

TEST(SearchWords, AreThoseOfTheTextWithoutMarksInAnyNormalForm) {
  constexpr unsigned kSeed = 20'261'130;
  std::mt19937 random(kSeed);
  for (int round = 0; round < 5'000; ++round) {
    const auto text = any_text(random);
    const auto words = search_words(text);
    EXPECT_EQ(search_words(to_nfc(text)), words) << text << " round " << round;
    EXPECT_EQ(search_words(without_marks(text)), words) << text << " round " << round;
    EXPECT_EQ(search_words(search_form(text)), words) << text << " round " << round;
  }
}

}  // namespace
}  // namespace langnghe::text
