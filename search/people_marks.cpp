#include "people_marks.hpp"

#include <algorithm>

#include <text/search_words.hpp>

namespace langnghe::search {
namespace {

constexpr std::size_t kLastDigits = 4;
constexpr std::size_t kNumberDigitsMin = 8;

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

/// `+84 901 234 567`, `0084…` and `0901.234.567` are one number: the digits, from 0 on.
std::string number_in(std::string_view text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits), &is_digit);
  if (digits.starts_with("0084")) {
    digits.erase(0, 3).front() = '0';
  } else if (digits.starts_with("84") && digits.size() > kNumberDigitsMin + 1) {
    digits.erase(0, 1).front() = '0';
  }
  return digits;
}

}  // namespace

PersonWords words_of_person(std::string_view name, std::string_view phone) {
  PersonWords words{text::search_words(name), {}};
  if (const auto number = number_in(phone); number.size() >= kNumberDigitsMin) {
    words.phones = {number, number.substr(number.size() - kLastDigits)};
  }
  return words;
}

PersonWords words_asked(std::string_view text) {
  PersonWords words{text::search_words(text), {}};
  std::erase_if(words.names,
                [](const std::string& word) { return std::ranges::all_of(word, &is_digit); });
  if (const auto number = number_in(text);
      number.size() == kLastDigits || number.size() >= kNumberDigitsMin) {
    words.phones.push_back(number);
  }
  return words;
}

std::vector<std::string> marks_of(const PersonWords& words, const eventstore::BlindKey& key) {
  std::vector<std::string> marks;
  for (const auto& name : words.names) {
    marks.push_back(key.mark("name", name));
  }
  for (const auto& phone : words.phones) {
    marks.push_back(key.mark("phone", phone));
  }
  std::ranges::sort(marks);
  const auto [rest, end] = std::ranges::unique(marks);
  marks.erase(rest, end);
  return marks;
}

}  // namespace langnghe::search
