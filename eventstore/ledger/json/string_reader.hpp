#pragma once

#include <cstddef>
#include <deque>
#include <expected>
#include <string>
#include <string_view>

namespace langnghe::eventstore {

/// Reads the JSON string literal that starts at `at` (its opening quote) of a text that is valid
/// UTF-8, and moves `at` behind it. The answer points into `json`, or, if there were escapes,
/// into a string added to `unescaped`.
[[nodiscard]] std::expected<std::string_view, std::string_view> read_json_string(
    std::string_view json, std::size_t& at, std::deque<std::string>& unescaped);

}  // namespace langnghe::eventstore
