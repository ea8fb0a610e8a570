#include <string>

#include <gtest/gtest.h>
#include <search/word_query.hpp>

namespace langnghe::search {
namespace {

using Terms = std::vector<WordQuery::Term>;

Terms terms(std::string_view text) {
  const auto query = WordQuery::of(text);
  return query ? query->terms() : Terms{};
}

TEST(WordQuery, IsEachWordOnce) {
  EXPECT_EQ(terms("Đèn  đường đèn"), (Terms{{{"den"}}, {{"duong"}}}));
}

TEST(WordQuery, KeepsTogetherWhatBelongsTogether) {
  EXPECT_EQ(terms("12/TB-UBND đèn"), (Terms{{{"12", "tb", "ubnd"}}, {{"den"}}}));
  EXPECT_EQ(terms("\"đèn đường\" hư"), (Terms{{{"den", "duong"}}, {{"hu"}}}));
  EXPECT_EQ(terms("a\"đèn đường"), (Terms{{{"a"}}, {{"den", "duong"}}})) << "not closed";
}

TEST(WordQuery, AStarAsksForBeginnings) {
  EXPECT_EQ(terms("đè* hẻm"), (Terms{{{"de"}, true}, {{"hem"}}}));
  EXPECT_EQ(terms("đ*"), (Terms{{{"d"}}})) << "half of all words";
  EXPECT_EQ(terms("*"), Terms{});
}

TEST(WordQuery, HoldsNothingThatIsNoWord) {
  for (const auto* text : {"", "   ", "\"\"", "— / *", "\" \""}) {
    EXPECT_FALSE(WordQuery::of(text)) << text;
  }
  std::string many;
  for (std::size_t i = 0; i <= WordQuery::kTermsMax; ++i) {
    many += "w" + std::to_string(i) + ' ';
  }
  EXPECT_FALSE(WordQuery::of(many));
}

}  // namespace
}  // namespace langnghe::search
