#pragma once

#include <expected>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include <codec/field_error.hpp>

// Include in .cpp files only.
namespace langnghe::codec {

using Json = nlohmann::json;

/// Parses a whole JSON text. Stricter than the library alone: a name may stand only once in an
/// object (RFC 8259 section 4 leaves open which one would count) and nesting is limited.
[[nodiscard]] std::expected<Json, FieldError> parse_json(std::string_view text);

/// The text without white space, names sorted. For names in ASCII and numbers that are integers
/// below 2^53 this is the canonical form of RFC 8785.
[[nodiscard]] std::string to_json_text(const Json& json);

}  // namespace langnghe::codec
