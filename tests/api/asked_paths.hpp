#pragma once

#include <string>
#include <string_view>

namespace langnghe::api::spec {

/// A route's pattern with things of the little ward in the place of its parameters: a path below
/// the ward for a pattern that begins without a slash, else the whole path.
[[nodiscard]] std::string asked_path(std::string_view pattern);

/// The same with another thing in the place of `{id}`.
[[nodiscard]] std::string asked_path(std::string_view pattern, std::string_view id);

/// The parameters without which the read is refused, with their `?`; empty where there are none.
[[nodiscard]] std::string needed_query(std::string_view read);

}  // namespace langnghe::api::spec
