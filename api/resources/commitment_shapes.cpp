#include "resources/commitment_shapes.hpp"

namespace langnghe::api::resources {

shapes::Commitment shape_of(const domain::Commitment& commitment) {
  return {.id = commitment.id,
          .what = commitment.what,
          .owner = commitment.owner,
          .first_due = commitment.first_due,
          .due = commitment.due,
          .revisions = commitment.revisions,
          .status = commitment.status,
          .missed = commitment.missed};
}

}  // namespace langnghe::api::resources
