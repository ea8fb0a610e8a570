#pragma once

#include <string>
#include <string_view>

namespace langnghe::eventstore {

/// Appends a finite number as ECMAScript's Number::toString prints it (RFC 8785 section 3.2.2.3).
void append_json_number(std::string& out, double number);

/// Appends the canonical form of a number literal that already follows the JSON grammar. False
/// when it lies outside what an IEEE 754 double can hold (too large, or not zero yet rounded to
/// zero).
[[nodiscard]] bool append_canonical_number(std::string& out, std::string_view literal);

}  // namespace langnghe::eventstore
