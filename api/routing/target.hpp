#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace langnghe::api {

/// A request target taken apart and percent-decoded: `/a/b%20c?x=1` is {"a", "b c"} and {x: 1}.
struct Target {
  std::string raw_path;  ///< as sent, without the query
  std::vector<std::string> segments;
  std::vector<std::pair<std::string, std::string>> query;
};

/// Nothing for what is not an origin-form target (RFC 9112 section 3.2.1), and for paths that a
/// file system or a proxy could read in another way: `.` and `..`, encoded slashes, backslashes and
/// controls, broken UTF-8.
[[nodiscard]] std::optional<Target> parse_target(std::string_view text);

/// A text as one path segment: everything but unreserved characters is percent-encoded.
[[nodiscard]] std::string encode_segment(std::string_view text);

}  // namespace langnghe::api
