#pragma once

#include <string>
#include <string_view>

#include <api/http_types.hpp>

namespace langnghe::http {

struct HeadFacts {
  std::string_view date;
  bool keep_alive = true;
  bool http_1_0 = false;  ///< then staying open must be said
};

/// The way in which the end of a response's content is told.
enum class Framing {
  length,      ///< Content-Length
  chunked,     ///< piece by piece, by an empty one at the end
  until_close  ///< by the end of the connection, which HTTP/1.0 needs for an unknown length
};

[[nodiscard]] Framing framing_of(const api::Response& response, bool http_1_0);

/// The line before a chunk's content (RFC 9112 section 7.1).
[[nodiscard]] std::string chunk_line(std::size_t bytes);

/// Can this go out as it is? A final status, and no line break in a header, by which text of a
/// user could forge another header or response.
[[nodiscard]] bool is_sendable(const api::Response& response);

/// May the response have a body (RFC 9110 section 6.4.1)?
[[nodiscard]] bool has_content(const api::Response& response);

/// Status line and headers with the empty line, into `out`, whose memory is used again. Adds the
/// framing, the date, and the security headers the handler did not set itself.
void write_head(std::string& out, const api::Response& response, const HeadFacts& facts);

}  // namespace langnghe::http
