#pragma once

#include "acting/trace.hpp"
#include "shapes/acted.hpp"

namespace langnghe::api {

/// The part of the state that the answer of an act shows.
[[nodiscard]] shapes::StateAfter state_after(const domain::StreamState& state);

}  // namespace langnghe::api
