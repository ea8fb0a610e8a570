#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "problem.hpp"

namespace langnghe::http {

/// The number of leading bytes that are empty lines; a server ignores them before a request (RFC
/// 9112 section 2.2). A lone CR at the end is not counted: its LF may yet come.
[[nodiscard]] std::size_t empty_lines(std::string_view received);

/// The kind of a request's first line, as far as it has been received.
struct RequestLine {
  bool is_whole = false;
  std::optional<Refusal> wrong;  ///< malformed, or of another version
};
/// `method SP target SP HTTP/x.y CRLF`, told at once. Beast 1.81 waits for more of a line without a
/// version, and calls any other wrong line one of another version.
[[nodiscard]] RequestLine read_request_line(std::string_view received);

}  // namespace langnghe::http
