#pragma once

#include <optional>

#include <api/http_types.hpp>

#include "problems/problem.hpp"

namespace langnghe::api {

/// Heeds the Range of a GET where the answer says `Accept-Ranges: bytes` (RFC 9110 section 14): 206
/// with the part, or the problem 416 where nothing of it is there. One range is served; a list of
/// several, another unit, a malformed range or an If-Range that names another file is answered
/// whole, as the RFC allows.
[[nodiscard]] std::optional<Problem> serve_range(const Request& request, Response& response);

}  // namespace langnghe::api
