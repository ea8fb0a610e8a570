#include <algorithm>
#include <utility>

#include <text/search_words.hpp>
#include <unicode/uchar.h>

#include "code_points.hpp"

namespace langnghe::text {
namespace {

bool is_word_letter(char32_t character) {
  return (U_GET_GC_MASK(static_cast<UChar32>(character)) &
          (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0;
}

bool is_mark_above_or_below(char32_t character) {
  return u_getCombiningClass(static_cast<UChar32>(character)) != 0;
}

bool is_vowel(char letter) {
  return std::string_view("aeiouy").find(letter) != std::string_view::npos;
}

/// `y` and `i` sound the same, and are written for each other, where no other vowel stands in the
/// syllable (ly, li), and after `qu`, where the `u` belongs to the consonant (quy, qui; quyt,
/// quit). Elsewhere they tell words apart: tay and tai, thuy and thui.
void spell_with_i(std::string& word) {
  if (word.starts_with("quy")) {
    word[2] = 'i';
    return;
  }
  if (!word.ends_with('y')) {
    return;
  }
  const auto before = std::string_view(word).substr(0, word.size() - 1);
  if (std::ranges::none_of(before, &is_vowel)) {
    word.back() = 'i';
  }
}

}  // namespace

std::vector<std::string> search_words(std::string_view text) {
  std::vector<std::string> words;
  std::u32string word;
  const auto end_word = [&] {
    if (!word.empty()) {
      words.push_back(encode(word));
      spell_with_i(words.back());
      word.clear();
    }
  };
  for (const char32_t character : decode(case_folded_parts(text)).value_or(std::u32string())) {
    if (is_mark_above_or_below(character)) {
      continue;
    }
    if (is_word_letter(character)) {
      word += character == U'đ' ? U'd' : character;
    } else {
      end_word();
    }
  }
  end_word();
  return words;
}

std::string search_form(std::string_view text) {
  std::string form;
  for (const auto& word : search_words(text)) {
    form += form.empty() ? "" : " ";
    form += word;
  }
  return form;
}

std::string search_words_version() {
  constexpr std::string_view kRules = "1";
  return std::string(kRules) + '-' + U_UNICODE_VERSION;
}

}  // namespace langnghe::text
