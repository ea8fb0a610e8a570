#include <algorithm>
#include <chrono>

#include <ledger/canonical_json.hpp>
#include <ledger/limits.hpp>
#include <ledger/record/form.hpp>

#include "json/runs.hpp"

namespace langnghe::eventstore {
namespace {

bool is_digit(char character) {
  return character >= '0' && character <= '9';
}
bool is_lower(char character) {
  return character >= 'a' && character <= 'z';
}
bool is_upper(char character) {
  return character >= 'A' && character <= 'Z';
}

// Does the text have the shape: 0 = a digit, x = a lower-case hex digit, any other = itself?
bool has_shape(std::string_view text, std::string_view shape) {
  return std::ranges::equal(text, shape, [](char character, char wanted) {
    if (wanted == '0') {
      return is_digit(character);
    }
    if (wanted == 'x') {
      return is_digit(character) || (character >= 'a' && character <= 'f');
    }
    return character == wanted;
  });
}

// `at` and the count of digits are within the text and they are digits.
unsigned number_at(std::string_view text, std::size_t at, std::size_t digits) {
  unsigned number = 0;
  for (const char digit : text.substr(at, digits)) {
    number = number * 10 + static_cast<unsigned>(digit - '0');
  }
  return number;
}

bool is_date(std::string_view text) {
  return has_shape(text, "0000-00-00") &&
         std::chrono::year_month_day(std::chrono::year(static_cast<int>(number_at(text, 0, 4))),
                                     std::chrono::month(number_at(text, 5, 2)),
                                     std::chrono::day(number_at(text, 8, 2)))
             .ok();
}

// A leap second (RFC 3339 section 5.7) is let through: the hand that entered it is not the store's
// to correct.
bool is_time_of_day(std::string_view text) {
  return has_shape(text, "00:00:00") && number_at(text, 0, 2) <= 23 &&
         number_at(text, 3, 2) <= 59 && number_at(text, 6, 2) <= 60;
}

bool is_offset(std::string_view text) {
  return text == "Z" || ((has_shape(text, "+00:00") || has_shape(text, "-00:00")) &&
                         number_at(text, 1, 2) <= 23 && number_at(text, 4, 2) <= 59);
}

}  // namespace

bool is_ledger_id(std::string_view text) {
  const auto allowed = [](char character) {
    return is_lower(character) || is_digit(character) || character == '-';
  };
  return !text.empty() && text.size() <= kLedgerIdBytesMax && text.front() != '-' &&
         std::ranges::all_of(text, allowed);
}

bool is_stream_name(std::string_view text) {
  const auto allowed = [](char character) {
    return is_lower(character) || is_upper(character) || is_digit(character) || character == '.' ||
           character == '_' || character == '-';
  };
  return !text.empty() && text.size() <= kStreamNameBytesMax && std::ranges::all_of(text, allowed);
}

bool is_event_id(std::string_view text) {
  constexpr std::size_t kVariantAt = 19;
  return has_shape(text, "xxxxxxxx-xxxx-7xxx-xxxx-xxxxxxxxxxxx") &&
         std::string_view("89ab").contains(text[kVariantAt]);
}

bool is_happened(std::string_view text) {
  constexpr std::size_t kDate = 10;
  constexpr std::size_t kSeconds = 19;
  if (text.size() == kDate) {
    return is_date(text);
  }
  if (text.size() <= kSeconds || text[kDate] != 'T' || !is_date(text.substr(0, kDate)) ||
      !is_time_of_day(text.substr(kDate + 1, kSeconds - kDate - 1))) {
    return false;
  }
  std::string_view rest = text.substr(kSeconds);
  if (rest.front() == '.') {
    const std::size_t end = std::min(rest.find_first_not_of("0123456789", 1), rest.size());
    if (end == 1) {
      return false;
    }
    rest.remove_prefix(end);
  }
  return is_offset(rest);
}

bool is_recorded(std::string_view text) {
  return has_shape(text, "0000-00-00T00:00:00.000Z") && is_happened(text);
}

bool is_plain_text(std::string_view text) {
  return end_of_plain(text, 0) == text.size() && is_valid_utf8(text);
}

}  // namespace langnghe::eventstore
