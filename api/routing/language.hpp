#pragma once

#include <string_view>

namespace langnghe::api {

enum class Language { vi, en };

/// The language of an Accept-Language header (RFC 9110 section 12.5.4): English only where it is
/// preferred to Vietnamese, Vietnamese otherwise.
[[nodiscard]] Language choose_language(std::string_view accept_language);

[[nodiscard]] std::string_view tag_of(Language language);  ///< for Content-Language

}  // namespace langnghe::api
