#include "json/number.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <system_error>

namespace langnghe::eventstore {
namespace {

struct Decimal {
  std::array<char, 32> digits{};  // shortest that reads back as the same double
  int count = 0;
  int point = 0;  // the decimal point stands after this many digits: ECMAScript's n
};

Decimal shortest(double positive) {
  std::array<char, 32> text{};
  const auto [end, fault] = std::to_chars(text.data(), text.data() + text.size(), positive,
                                          std::chars_format::scientific);
  Decimal decimal;
  const char* at = text.data();
  for (; at != end && *at != 'e'; ++at) {
    if (*at != '.') {
      decimal.digits[static_cast<std::size_t>(decimal.count++)] = *at;
    }
  }
  ++at;
  if (*at == '+') {
    ++at;  // from_chars does not take a plus sign
  }
  int exponent = 0;
  std::from_chars(at, end, exponent);
  decimal.point = exponent + 1;
  return decimal;
}

void append_exponent_form(std::string& out, std::string_view digits, int exponent) {
  out += digits.front();
  if (digits.size() > 1) {
    out += '.';
    out.append(digits, 1);
  }
  out += exponent < 0 ? "e-" : "e+";
  out += std::to_string(std::abs(exponent));
}

bool is_plain_integer(std::string_view literal) {
  constexpr std::size_t kExactDigits = 15;  // every integer of 15 digits is exact in a double
  const bool negative = literal.front() == '-';
  const std::string_view digits = literal.substr(negative ? 1 : 0);
  return digits.size() <= kExactDigits && !(negative && digits == "0") &&
         digits.find_first_not_of("0123456789") == std::string_view::npos;
}

bool has_nonzero_digit(std::string_view literal) {
  const std::string_view mantissa = literal.substr(0, literal.find_first_of("eE"));
  return mantissa.find_first_of("123456789") != std::string_view::npos;
}

}  // namespace

void append_json_number(std::string& out, double number) {
  if (number == 0) {
    out += '0';  // minus zero too
    return;
  }
  if (number < 0) {
    out += '-';
  }
  const Decimal decimal = shortest(std::abs(number));
  const std::string_view digits(decimal.digits.data(), static_cast<std::size_t>(decimal.count));
  const int point = decimal.point;
  if (point > 21 || point <= -6) {
    append_exponent_form(out, digits, point - 1);
  } else if (point <= 0) {
    out += "0.";
    out.append(static_cast<std::size_t>(-point), '0');
    out += digits;
  } else if (point >= decimal.count) {
    out += digits;
    out.append(static_cast<std::size_t>(point - decimal.count), '0');
  } else {
    out.append(digits, 0, static_cast<std::size_t>(point));
    out += '.';
    out.append(digits, static_cast<std::size_t>(point));
  }
}

bool append_canonical_number(std::string& out, std::string_view literal) {
  if (is_plain_integer(literal)) {
    out += literal;
    return true;
  }
  double number = 0;
  const auto [end, fault] =
      std::from_chars(literal.data(), literal.data() + literal.size(), number);
  if (fault != std::errc{} || end != literal.data() + literal.size() || !std::isfinite(number) ||
      (number == 0 && has_nonzero_digit(literal))) {
    return false;
  }
  append_json_number(out, number);
  return true;
}

}  // namespace langnghe::eventstore
