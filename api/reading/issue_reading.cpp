#include "reading/issue_reading.hpp"

#include "call/path_values.hpp"

namespace langnghe::api {

std::expected<OpenedIssue, Problem> open_issue(Call& call, Query& query) {
  const auto id = path_id<domain::IssueId>(call);
  if (!id) {
    return fail(id.error());
  }
  auto reading = open_reading(call, query);
  if (!reading) {
    return fail(std::move(reading.error()));
  }
  auto row = projections::issues::find_one(*reading->snapshot, *id);
  if (!row || !call.access->sees(row->state.recorded.khom)) {
    return fail(ProblemCode::not_found);
  }
  return OpenedIssue{std::move(*reading), std::move(*row)};
}

std::expected<OpenedIssue, Problem> open_issue(Call& call) {
  Query query(call.target);
  return open_issue(call, query);
}

}  // namespace langnghe::api
