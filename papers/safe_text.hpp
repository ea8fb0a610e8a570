#pragma once

#include <string>
#include <string_view>

namespace langnghe::papers {

/// The text with U+FFFD in the place of what XML 1.0 (section 2.2) cannot hold: control characters,
/// U+FFFE and U+FFFF, bytes that are no UTF-8. So nothing disappears without a trace. Line ends
/// become `\n`.
[[nodiscard]] std::string safe_text(std::string_view text);

}  // namespace langnghe::papers
