#pragma once

#include <projections/issues.hpp>

#include "routing/query.hpp"

namespace langnghe::api::resources {

/// The filters of the list of issues, which its book takes too. The day and the reader's khóm are
/// for the caller to add.
[[nodiscard]] projections::issues::Filter read_issue_filter(Query& query);

}  // namespace langnghe::api::resources
