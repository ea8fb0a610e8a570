#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace langnghe::text {

/// A password in the form that is hashed and compared, by the OpaqueString profile of RFC 8265
/// section 4.2: blanks of other scripts become U+0020, then NFC. Nothing for an empty password and
/// for one with controls, unassigned or ignorable characters.
[[nodiscard]] std::optional<std::string> opaque_string(std::string_view password);

}  // namespace langnghe::text
