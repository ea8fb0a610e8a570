#pragma once

#include <cstdint>
#include <optional>

#include "net.hpp"
#include "problem.hpp"

namespace langnghe::http {

/// The fault of a head that Beast could parse. Beast 1.81 takes shapes that another server on
/// the way may read differently, so that one request hides in the body of another (request
/// smuggling): `Transfer-Encoding: chunked, gzip` or `xchunked` beside a Content-Length, and any
/// transfer coding in HTTP/1.0. RFC 9112 sections 3.2 and 6.
[[nodiscard]] std::optional<Refusal> check_head(const message::request_header<>& head);

/// Refuses control characters in a chunk's extensions: quoted text holds none but tabs (RFC 9112
/// section 7.1.1), and who ends a chunk's line at a bare LF would see another body.
void check_chunk_extensions(std::uint64_t size, beast::string_view extensions,
                            beast::error_code& failed);

}  // namespace langnghe::http
