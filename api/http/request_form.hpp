#pragma once

#include <string_view>

#include <api/http_types.hpp>

#include "net.hpp"

namespace langnghe::http {

/// As the log names it: no word of the client's own.
[[nodiscard]] std::string_view name_of(api::Method method);

/// Beast's head in the form the API knows; peer and body stay as they are. Taken before the body is
/// read, since Beast adds a chunked body's trailer fields to the head (RFC 9110 section 6.5.1: they
/// must not be merged).
void fill(api::Request& request, const message::request_header<>& head);

}  // namespace langnghe::http
