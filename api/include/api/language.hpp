#pragma once

#include <string_view>

namespace langnghe::api {

enum class Language { vi, en };

/// The language of an Accept-Language header (RFC 9110 section 12.5.4): English where it is
/// preferred to Vietnamese, or Vietnamese is refused (`q=0`) and English is not; else Vietnamese.
/// `*` stands for what is not named.
[[nodiscard]] Language choose_language(std::string_view accept_language);

[[nodiscard]] std::string_view tag_of(Language language);  ///< for Content-Language

}  // namespace langnghe::api
