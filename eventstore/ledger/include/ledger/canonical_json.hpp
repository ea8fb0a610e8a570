#pragma once

#include <expected>
#include <string>
#include <string_view>

namespace langnghe::eventstore {

/// Rewrites a JSON text in the canonical form of RFC 8785 (JCS): members sorted by UTF-16 code
/// units, numbers as ECMAScript prints them, no white space. Refused: invalid JSON, invalid
/// UTF-8, lone surrogates, duplicate names, numbers beyond IEEE 754 double, nesting over 64.
[[nodiscard]] std::expected<std::string, std::string> canonicalize(std::string_view json);

/// Appends `text` as a JSON string literal in canonical form. `text` must be valid UTF-8.
void append_json_string(std::string& out, std::string_view text);

[[nodiscard]] bool is_valid_utf8(std::string_view text);

}  // namespace langnghe::eventstore
