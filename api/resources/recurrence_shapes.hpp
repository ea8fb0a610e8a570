#pragma once

#include <projections/issues.hpp>

#include "shapes/recurrences.hpp"

namespace langnghe::api::resources {

[[nodiscard]] shapes::Recurrence shape_of(projections::issues::Recurrence row);

}  // namespace langnghe::api::resources
