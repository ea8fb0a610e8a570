#pragma once

#include <string_view>

#include "problems/problem.hpp"

namespace langnghe::api::wire {

/// Says by JSON Pointer (RFC 6901) which member of the body a refusal of the rules speaks of, where
/// that can be told: the rules name members and values, and know no body. Only for 422.
void point_into_body(std::string_view body, const domain::Refusal& refusal, Problem& problem);

}  // namespace langnghe::api::wire
