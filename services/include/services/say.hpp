#pragma once

#include <string_view>

namespace langnghe::tools {

/// The text in the user's language: English where the environment's locale is English
/// (LANGNGHE_LANG, else LC_ALL, LC_MESSAGES, LANG), Vietnamese otherwise.
[[nodiscard]] std::string_view say(std::string_view vi, std::string_view en);

}  // namespace langnghe::tools
