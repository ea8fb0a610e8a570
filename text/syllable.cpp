#include "syllable.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

#include <unicode/uchar.h>

namespace langnghe::text {
namespace {

/// Each vowel without a tone, then with grave, acute, hook, tilde, dot below.
constexpr std::u32string_view kVowels[] = {U"aàáảãạ", U"ăằắẳẵặ", U"âầấẩẫậ", U"eèéẻẽẹ",
                                           U"êềếểễệ", U"iìíỉĩị", U"oòóỏõọ", U"ôồốổỗộ",
                                           U"ơờớởỡợ", U"uùúủũụ", U"ưừứửữự", U"yỳýỷỹỵ"};
constexpr std::size_t kAcute = 2;
constexpr std::size_t kDotBelow = 5;
constexpr std::u32string_view kConsonants = U"bcdđghklmnpqrstvx";

constexpr std::u32string_view kInitials[] = {
    U"",  U"b",  U"c",   U"ch", U"d", U"đ",  U"g",  U"gh", U"gi", U"h", U"k",  U"kh", U"l", U"m",
    U"n", U"ng", U"ngh", U"nh", U"p", U"ph", U"qu", U"r",  U"s",  U"t", U"th", U"tr", U"v", U"x"};

constexpr std::u32string_view kRhymes[] = {
    U"a",    U"ac",   U"ach",  U"ai",   U"am",  U"an",   U"ang", U"anh",  U"ao",   U"ap",   U"at",
    U"au",   U"ay",   U"ăc",   U"ăm",   U"ăn",  U"ăng",  U"ăp",  U"ăt",   U"âc",   U"âm",   U"ân",
    U"âng",  U"âp",   U"ât",   U"âu",   U"ây",  U"e",    U"ec",  U"em",   U"en",   U"eng",  U"eo",
    U"ep",   U"et",   U"ê",    U"êch",  U"êm",  U"ên",   U"ênh", U"êp",   U"êt",   U"êu",   U"i",
    U"ia",   U"ich",  U"iêc",  U"iêm",  U"iên", U"iêng", U"iêp", U"iêt",  U"iêu",  U"im",   U"in",
    U"inh",  U"ip",   U"it",   U"iu",   U"o",   U"oa",   U"oac", U"oach", U"oai",  U"oam",  U"oan",
    U"oang", U"oanh", U"oao",  U"oap",  U"oat", U"oay",  U"oăc", U"oăm",  U"oăn",  U"oăng", U"oăt",
    U"oc",   U"oe",   U"oen",  U"oeo",  U"oet", U"oi",   U"om",  U"on",   U"ong",  U"ooc",  U"oong",
    U"op",   U"ot",   U"ô",    U"ôc",   U"ôi",  U"ôm",   U"ôn",  U"ông",  U"ôp",   U"ôt",   U"ơ",
    U"ơi",   U"ơm",   U"ơn",   U"ơp",   U"ơt",  U"u",    U"ua",  U"uân",  U"uâng", U"uât",  U"uây",
    U"uc",   U"uê",   U"uêch", U"uênh", U"ui",  U"um",   U"un",  U"ung",  U"uôc",  U"uôi",  U"uôm",
    U"uôn",  U"uông", U"uôt",  U"uơ",   U"up",  U"ut",   U"uy",  U"uya",  U"uych", U"uyên", U"uyêt",
    U"uyn",  U"uynh", U"uyt",  U"uyu",  U"ư",   U"ưa",   U"ưc",  U"ưi",   U"ưng",  U"ươc",  U"ươi",
    U"ươm",  U"ươn",  U"ương", U"ươp",  U"ươt", U"ươu",  U"ưt",  U"ưu",   U"y",    U"yêm",  U"yên",
    U"yêng", U"yêt",  U"yêu",  U"ych",  U"yn",  U"ynh",  U"yt"};

struct Spelling {
  std::u32string letters;  ///< lower case, without the tone
  std::size_t tone = 0;
};

std::optional<Spelling> spelled(std::u32string_view word) {
  Spelling spelling;
  for (const char32_t raw : word) {
    const auto letter = static_cast<char32_t>(u_tolower(static_cast<UChar32>(raw)));
    if (kConsonants.find(letter) != std::u32string_view::npos) {
      spelling.letters += letter;
      continue;
    }
    const auto* const row = std::ranges::find_if(kVowels, [&](std::u32string_view vowel) {
      return vowel.find(letter) != std::u32string_view::npos;
    });
    if (row == std::end(kVowels)) {
      return std::nullopt;
    }
    const std::size_t tone = row->find(letter);
    if (tone != 0 && spelling.tone != 0) {
      return std::nullopt;
    }
    spelling.tone = std::max(spelling.tone, tone);
    spelling.letters += row->front();
  }
  return spelling;
}

bool fits(std::u32string_view rhyme, std::size_t tone) {
  const bool stopped = rhyme.ends_with(U'c') || rhyme.ends_with(U"ch") || rhyme.ends_with(U'p') ||
                       rhyme.ends_with(U't');
  return !stopped || tone == kAcute || tone == kDotBelow;
}

}  // namespace

bool is_syllable(std::u32string_view word) {
  constexpr std::size_t kLettersMax = 7;  // nghiêng
  if (word.empty() || word.size() > kLettersMax) {
    return false;
  }
  const auto spelling = spelled(word);
  if (!spelling) {
    return false;
  }
  const std::u32string_view letters = spelling->letters;
  return letters == U"gi" || std::ranges::any_of(kInitials, [&](std::u32string_view initial) {
           if (!letters.starts_with(initial)) {
             return false;
           }
           const auto rhyme = letters.substr(initial.size());
           return std::ranges::find(kRhymes, rhyme) != std::end(kRhymes) &&
                  fits(rhyme, spelling->tone);
         });
}

}  // namespace langnghe::text
