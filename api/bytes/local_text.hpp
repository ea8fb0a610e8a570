#pragma once

#include <string>
#include <string_view>

namespace langnghe::api {

/// RFC 3339 in UTC, as records keep it, in local time. A text that is no moment stays as it is.
[[nodiscard]] std::string local_text(std::string_view utc_text);

}  // namespace langnghe::api
