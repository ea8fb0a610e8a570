#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Parts of a JSON text as the bytes that were sent.
namespace langnghe::api::wire {

/// Of each item of the array that is the member `list` of an object, the bytes of the item's member
/// `member`; empty where it has none. `text` is well-formed, with each name once.
[[nodiscard]] std::vector<std::string_view> raw_members(std::string_view text,
                                                        std::string_view list,
                                                        std::string_view member);

}  // namespace langnghe::api::wire
