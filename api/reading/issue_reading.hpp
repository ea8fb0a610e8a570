#pragma once

#include <expected>

#include <projections/issues.hpp>

#include "call/call.hpp"
#include "reading/reading.hpp"
#include "routing/query.hpp"

namespace langnghe::api {

struct OpenedIssue {
  Reading reading;
  projections::issues::IssueRow row;
};

/// The issue of the path at the moment asked for; 404 where it is not, or not the reader's to see.
/// Ends the reading of parameters, as `open_reading` does.
[[nodiscard]] std::expected<OpenedIssue, Problem> open_issue(Call& call, Query& query);
/// For resources without parameters of their own.
[[nodiscard]] std::expected<OpenedIssue, Problem> open_issue(Call& call);

}  // namespace langnghe::api
