#pragma once

#include <string_view>

#include <api/language.hpp>

namespace langnghe::api {

/// The title of an event in a history; the type itself where there are no words.
[[nodiscard]] std::string_view event_title(Language language, std::string_view type);

}  // namespace langnghe::api
