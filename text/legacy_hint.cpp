#include "legacy_hint.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>

#include <unicode/uchar.h>

#include "legacy_letters.hpp"
#include "syllable.hpp"

namespace langnghe::text {
namespace {

constexpr char32_t kFirstLatin = 0xa1;
constexpr char32_t kLastLatin = 0xff;

bool is_latin(char32_t character) {
  return character >= kFirstLatin && character <= kLastLatin;
}

bool is_ascii_letter(char32_t character) {
  return (character >= U'a' && character <= U'z') || (character >= U'A' && character <= U'Z');
}

/// Not a letter in Windows-1252, and a letter in TCVN3.
bool is_latin_sign(char32_t character) {
  constexpr char32_t kLastSign = 0xbf;
  constexpr char32_t kTimes = 0xd7;
  constexpr char32_t kDivided = 0xf7;
  return (character >= kFirstLatin && character <= kLastSign) || character == kTimes ||
         character == kDivided;
}

bool is_upper(char32_t character) {
  return u_isupper(static_cast<UChar32>(character)) != 0;
}

/// No language writes a sign or a capital inside a word.
bool is_surely_tcvn3(std::u32string_view word) {
  for (std::size_t at = 0; at < word.size(); ++at) {
    if (is_latin_sign(word[at]) ||
        (at > 0 && is_latin(word[at]) && is_upper(word[at]) && !is_upper(word[at - 1]))) {
      return true;
    }
  }
  return false;
}

/// No language of Europe writes these letters after a vowel, or two such letters in a syllable.
bool is_surely_vni(std::u32string_view word) {
  constexpr std::u32string_view kAfterVowels = U"áâàåäêøùÁÂÀÅÄÊØÙ";
  constexpr std::u32string_view kVowels = U"aeouyôöAEOUYÔÖ";
  for (std::size_t at = 1; at < word.size(); ++at) {
    if (kAfterVowels.find(word[at]) != std::u32string_view::npos &&
        kVowels.find(word[at - 1]) != std::u32string_view::npos) {
      return true;
    }
  }
  return std::ranges::count_if(word, &is_latin) >= 2;
}

bool may_be_old(std::u32string_view word) {
  /// A unit, a French word, an Irish name: they convert to syllables by chance.
  static constexpr std::u32string_view kKnown[] = {U"µm", U"où", U"Où", U"OÙ", U"Seán"};
  return std::ranges::find(kKnown, word) == std::end(kKnown) &&
         std::ranges::any_of(word, &is_latin) && std::ranges::any_of(word, &is_ascii_letter);
}

/// Points for the encoding, and against it.
class Score {
 public:
  explicit Score(Encoding encoding) : encoding_(encoding) {}

  void count(std::u32string_view word) {
    if (!may_be_old(word)) {
      against_ +=
          std::ranges::any_of(word, [](char32_t c) { return c > kLastLatin; }) && is_syllable(word)
              ? 1U
              : 0U;
      return;
    }
    if (is_syllable(word)) {
      return;  // "có" is a word in Unicode and in TCVN3
    }
    const auto made = convert(word, encoding_);
    if (made.changed == 0 || !is_syllable(made.text)) {
      ++against_;
      return;
    }
    const bool sure = encoding_ == Encoding::tcvn3 ? is_surely_tcvn3(word) : is_surely_vni(word);
    (sure ? sure_ : perhaps_) += 1U;
  }

  [[nodiscard]] bool is_enough() const {
    constexpr std::size_t kPerhapsMin = 3;
    return (sure_ > 0 || perhaps_ >= kPerhapsMin) && sure_ * 2 + perhaps_ > against_;
  }
  [[nodiscard]] std::size_t points() const { return sure_ * 2 + perhaps_; }

 private:
  Encoding encoding_;
  std::size_t sure_ = 0;
  std::size_t perhaps_ = 0;
  std::size_t against_ = 0;
};

bool is_of_word(char32_t character) {
  return is_latin(character) || u_isalpha(static_cast<UChar32>(character)) != 0 ||
         u_getCombiningClass(static_cast<UChar32>(character)) != 0;
}

/// Each word once: a name said ten times is no more proof than said once.
std::set<std::u32string_view> words_of(std::u32string_view text) {
  std::set<std::u32string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_of_word(text[end])) {
      ++end;
    }
    if (end > at) {
      words.insert(text.substr(at, end - at));
    }
    at = end + 1;
  }
  return words;
}

}  // namespace

std::optional<Encoding> legacy_hint(std::u32string_view text) {
  if (std::ranges::none_of(text, &is_latin)) {
    return std::nullopt;
  }
  Score tcvn3(Encoding::tcvn3);
  Score vni(Encoding::vni);
  for (const auto word : words_of(text)) {
    tcvn3.count(word);
    vni.count(word);
  }
  if (tcvn3.is_enough() && (!vni.is_enough() || tcvn3.points() >= vni.points())) {
    return Encoding::tcvn3;
  }
  return vni.is_enough() ? std::optional(Encoding::vni) : std::nullopt;
}

}  // namespace langnghe::text
