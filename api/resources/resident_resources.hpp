#pragma once

#include <vector>

#include <domain/ids.hpp>
#include <projections/views.hpp>

#include "call/call.hpp"

namespace langnghe::api::resources {

[[nodiscard]] Reply list_residents(Call& call);

/// Those of the person's issues that this reader knows of.
[[nodiscard]] std::vector<domain::IssueId> visible_issues(const Call& call,
                                                          const projections::Snapshot& views,
                                                          const domain::ResidentId& resident);

}  // namespace langnghe::api::resources
