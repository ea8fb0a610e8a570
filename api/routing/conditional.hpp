#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include <api/http_types.hpp>
#include <ledger/types.hpp>

#include "problems/problem.hpp"

/// Conditional requests (RFC 9110 section 13). A resource's tag begins with its stream's version,
/// which is what an act asks for; a read adds a mark of what this reader was shown, so that the tag
/// of one reader never stands for the answer of another.
namespace langnghe::api {

[[nodiscard]] std::string etag_of(eventstore::Version version);
/// `mark`: letters and digits.
[[nodiscard]] std::string etag_of(eventstore::Version version, std::string_view mark);

/// Does If-None-Match name this tag (weak comparison, RFC 9110 section 13.1.2)?
[[nodiscard]] bool has_not_changed(const Request& request, std::string_view etag);

/// The condition of an act on the version of its subject.
enum class Precondition {
  seen,           ///< If-Match: "n", or 428
  seen_or_any,    ///< also `*`: acts that commute
  absent_or_any,  ///< a creation: If-None-Match: *, If-Match: "0" or nothing
  seen_or_first,  ///< the first act needs nothing, later ones If-Match: "n"
  any,            ///< nothing is asked; If-Match: "n" is heeded where it is sent
  unasked,        ///< nothing is asked and nothing heeded: the path names what stays as it was
};

struct Expected {
  std::vector<eventstore::Version> versions;  ///< any of these; none: any will do
  bool assumed = false;  ///< the caller said nothing and version 0 was taken for granted
};

/// The version that If-Match asks for. Weak tags count: a proxy that compresses makes `W/"3"` of
/// the `"3"` it was given (RFC 9110 section 13.1.1 wants a strong comparison, so that half-changed
/// bytes are never spliced; here a tag stands for a version, whoever wrote it down).
[[nodiscard]] std::expected<Expected, Problem> expected_version(const Request& request,
                                                                Precondition precondition);

}  // namespace langnghe::api
