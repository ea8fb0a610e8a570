#include "resources/recurrence_shapes.hpp"

#include <utility>

namespace langnghe::api::resources {

shapes::Recurrence shape_of(projections::issues::Recurrence row) {
  return {.khom = std::move(row.khom),
          .field = std::move(row.field),
          .issues = row.issues,
          .recurring = row.recurring,
          .reopened = row.reopened,
          .ids = std::move(row.ids)};
}

}  // namespace langnghe::api::resources
