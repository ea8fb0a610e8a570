#pragma once

#include <string_view>
#include <vector>

namespace langnghe::api::wire {

/// The names of the members that an issue has in lists, in their order.
[[nodiscard]] const std::vector<std::string_view>& issue_members();

}  // namespace langnghe::api::wire
