#pragma once

#include <string>
#include <string_view>

/// Capital and small letters of any script; the texts come out in NFC.
namespace langnghe::text {

/// `PHƯỜNG SA ĐÉC`, as the head of a document has it.
[[nodiscard]] std::string in_capitals(std::string_view text);

/// `phường Sa Đéc` of `Phường Sa Đéc`, as it stands within a sentence.
[[nodiscard]] std::string with_small_initial(std::string_view text);

}  // namespace langnghe::text
