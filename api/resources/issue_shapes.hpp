#pragma once

#include <domain/time.hpp>
#include <projections/issues.hpp>

#include "shapes/issues.hpp"

namespace langnghe::api::resources {

/// The part of an issue that lists show.
[[nodiscard]] shapes::IssueSummary summary_of(const projections::issues::IssueRow& row,
                                              const domain::Date& today);

/// All of it but what was said and who may do what; `recipients` are those of the deliveries, as
/// the reader is shown them.
[[nodiscard]] shapes::Issue shape_of(const projections::issues::IssueRow& row,
                                     const domain::Date& today,
                                     const std::vector<std::optional<Shown>>& recipients);

}  // namespace langnghe::api::resources
