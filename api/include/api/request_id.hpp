#pragma once

#include <string>
#include <string_view>

#include <api/http_types.hpp>

namespace langnghe::api {

/// The id by which a request is found again: in the answer's `X-Request-Id`, in the log, and for
/// ever in the `correlation` of the records it made. A client or a proxy may give it: in
/// `X-Request-Id` as a UUID or as 32 hexadecimal digits, or as the trace of a `traceparent` (W3C
/// Trace Context). No other form is taken, because an id that stands in a ledger must hold no
/// words. Otherwise it is made: 32 random hexadecimal digits.
[[nodiscard]] std::string request_id_of(const Request& request);

[[nodiscard]] std::string make_request_id();

/// Is it in one of the two forms that are taken?
[[nodiscard]] bool is_request_id(std::string_view text);

}  // namespace langnghe::api
