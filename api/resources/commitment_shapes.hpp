#pragma once

#include <domain/issue_state.hpp>

#include "shapes/commitments.hpp"

namespace langnghe::api::resources {

[[nodiscard]] shapes::Commitment shape_of(const domain::Commitment& commitment);

}  // namespace langnghe::api::resources
