#pragma once

#include <expected>
#include <string_view>

#include <codec/json_text.hpp>

/// Private: the data of a stored record, read on the hot path of a replay.
namespace langnghe::codec {

/// Answers what parse_json answers, quicker.
[[nodiscard]] std::expected<Json, FieldError> parse_record_json(std::string_view text);

}  // namespace langnghe::codec
