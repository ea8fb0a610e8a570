#pragma once

#include <domain/issue_state.hpp>
#include <projections/commitments.hpp>

#include "shapes/commitments.hpp"

namespace langnghe::api::resources {

[[nodiscard]] shapes::Commitment shape_of(const domain::Commitment& commitment);

[[nodiscard]] shapes::CommitmentRow row_of(const projections::commitments::CommitmentRow& row,
                                           const domain::Date& today);

}  // namespace langnghe::api::resources
