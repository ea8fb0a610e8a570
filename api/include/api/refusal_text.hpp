#pragma once

#include <string>

#include <domain/refusal.hpp>

namespace langnghe::api {

/// The text of a refusal for people, as the API gives it: it says what happened and what to do, in
/// two sentences or more.
[[nodiscard]] std::string refusal_text(const domain::Refusal& refusal, bool in_english);

}  // namespace langnghe::api
