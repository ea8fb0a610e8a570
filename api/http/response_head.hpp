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

/// Can this go out as it is? A final status, and no line break in a header, by which text of a
/// user could forge another header or response.
[[nodiscard]] bool is_sendable(const api::Response& response);

/// May the response have a body (RFC 9110 section 6.4.1)?
[[nodiscard]] bool has_content(const api::Response& response);

/// Status line and headers with the empty line, into `out`, whose memory is used again. Adds the
/// framing, the date, and the security headers the handler did not set itself.
void write_head(std::string& out, const api::Response& response, const HeadFacts& facts);

}  // namespace langnghe::http
