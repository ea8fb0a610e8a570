#pragma once

#include <optional>

#include <projections/issues.hpp>
#include <projections/projection.hpp>

namespace langnghe::projections::issues {

/// Keeps the rows of an issue's commitments as its state has them.
void move_promises(ViewWriter& view, const std::optional<IssueRow>& before, const IssueRow& after,
                   const Input& input);

}  // namespace langnghe::projections::issues
