#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include <api/http_types.hpp>
#include <eventstore/types.hpp>

#include "problems/problem.hpp"

/// Conditional requests (RFC 9110 section 13): a resource's ETag is its stream's version.
namespace langnghe::api {

[[nodiscard]] std::string etag_of(eventstore::Version version);

/// Does If-None-Match name this tag (weak comparison, RFC 9110 section 13.1.2)?
[[nodiscard]] bool has_not_changed(const Request& request, std::string_view etag);

/// What an act asks of the version of what it acts on.
enum class Precondition {
  seen,           ///< If-Match: "n", or 428
  seen_or_any,    ///< also `*`: acts that commute
  absent_or_any,  ///< a creation: If-None-Match: *, If-Match: "0" or nothing
  seen_or_first,  ///< the first act needs nothing, later ones If-Match: "n"
  any,            ///< nothing is asked; If-Match: "n" is heeded where it is sent
};

struct Expected {
  std::optional<eventstore::Version> version;  ///< absent: any will do
  bool assumed = false;  ///< the caller said nothing and version 0 was taken for granted
};
[[nodiscard]] std::expected<Expected, Problem> expected_version(const Request& request,
                                                                Precondition precondition);

}  // namespace langnghe::api
