#pragma once

#include <string>
#include <string_view>

namespace langnghe::papers {

/// The text as a QR code: PNG, black on white, the quiet zone included. The same text gives the
/// same bytes. Empty where the text is longer than a code can say.
[[nodiscard]] std::string qr_code(std::string_view text);

}  // namespace langnghe::papers
