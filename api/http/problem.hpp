#pragma once

#include <string_view>

#include <api/http_types.hpp>

namespace langnghe::http {

/// The answers that the server gives itself, before or instead of the handler.
enum class Refusal {
  malformed,             ///< 400: not HTTP/1.1
  framing,               ///< 400: where the body ends is open to more than one reading
  bad_host,              ///< 400: RFC 9112 section 3.2
  timeout,               ///< 408
  body_too_large,        ///< 413
  expectation,           ///< 417: an Expect other than 100-continue
  header_too_large,      ///< 431
  internal,              ///< 500: the handler failed
  busy,                  ///< 503: requests_in_flight_max
  too_many_connections,  ///< 503: connections_max
  version,               ///< 505
};
constexpr auto kLastRefusal = Refusal::version;

[[nodiscard]] int status_of(Refusal refusal);
/// The `code` of its problem document.
[[nodiscard]] std::string_view wire_name(Refusal refusal);

enum class Language { vietnamese, english };

/// Of an Accept-Language value (RFC 9110 section 12.5.4); Vietnamese unless English is preferred.
[[nodiscard]] Language preferred_language(std::string_view accept_language);

/// The value of Accept-Language in a head that was never parsed, because it is too long.
[[nodiscard]] std::string_view find_accept_language(std::string_view raw_head);

/// A problem document (RFC 9457) in the form of openapi.yaml, with Retry-After where trying again
/// helps. A fault of the server names the request, by which its log is searched.
[[nodiscard]] api::Response problem(Refusal refusal, Language language,
                                    std::string_view request_id = {});

}  // namespace langnghe::http
