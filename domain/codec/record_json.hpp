#pragma once

#include <string_view>

#include <codec/json_node.hpp>

/// Private: the data of a stored record, read on the hot path of a replay.
namespace langnghe::codec {

/// The document parse_json would answer, quicker; null for whatever it would refuse or is not
/// written as records are. Good until the next call on the same thread.
[[nodiscard]] const Node* parse_record_json(std::string_view text);

}  // namespace langnghe::codec
