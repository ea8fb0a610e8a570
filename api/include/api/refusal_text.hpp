#pragma once

#include <string>

#include <domain/refusal.hpp>

namespace langnghe::api {

/// What a refusal of the rules says to people, as the API says it: what happened and what to do, in
/// two sentences or more.
[[nodiscard]] std::string refusal_text(const domain::Refusal& refusal, bool in_english);

}  // namespace langnghe::api
