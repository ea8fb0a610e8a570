#pragma once

#include <string_view>

namespace langnghe::api {

/// The reason that a record gives for an act of who holds a case's code; their choice in words. In
/// Vietnamese, as the ward's records are. `reason` is one of `wire/public_bodies.hpp`.
[[nodiscard]] std::string_view case_reason(std::string_view reason);

/// The document that a withdrawal names: there is no paper.
inline constexpr std::string_view kCaseDocument = "Trang tra cứu hồ sơ";

}  // namespace langnghe::api
