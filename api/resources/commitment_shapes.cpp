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

shapes::CommitmentRow row_of(const projections::commitments::CommitmentRow& row,
                             const domain::Date& today) {
  return {.commitment = shape_of(row.commitment),
          .issue = row.issue,
          .khom = row.khom,
          .made_on = row.made_on,
          .overdue = row.overdue_on(today)};
}

}  // namespace langnghe::api::resources
