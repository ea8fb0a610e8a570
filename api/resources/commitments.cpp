#include "shapes/commitments.hpp"

#include <projections/commitments.hpp>
#include <projections/issues.hpp>

#include "reading/answer_parts.hpp"
#include "reading/reading.hpp"
#include "resources/commitment_shapes.hpp"
#include "resources/routes.hpp"
#include "routing/paging.hpp"
#include "routing/query.hpp"
#include "shapes/unless_empty.hpp"
#include "wire/answers.hpp"

namespace langnghe::api::resources {
namespace {

namespace commitments = projections::commitments;

constexpr std::string_view kCursorMark = "c2:";

commitments::Filter read_filter(Query& query) {
  commitments::Filter filter;
  filter.khom = query.id<domain::KhomId>("khom");
  filter.owner = query.id<domain::OfficialId>("owner");
  filter.issue = query.id<domain::IssueId>("issue");
  filter.status = query.choice<domain::Commitment::Status>("status");
  filter.missed = query.flag("missed");
  filter.overdue = query.flag("overdue");
  filter.due_from = query.date("due_from");
  filter.due_to = query.date("due_to");
  return filter;
}

shapes::CommitmentList commitment_list(const Call& call, const Reading& reading,
                                       const commitments::Page& page, std::string next) {
  shapes::CommitmentList answer{.head = head_of(call, reading, {projections::issues::definition()}),
                                .today = reading.today,
                                .total = page.total,
                                .items = {},
                                .next = shapes::unless_empty(std::move(next))};
  for (const auto& row : page.rows) {
    answer.items.push_back(row_of(row, reading.today));
  }
  return answer;
}

// GET …/commitments: what was promised, the earliest due first.
Reply list_commitments(Call& call) {
  const auto& limits = call.services.limits;
  Query query(call.target);
  auto filter = read_filter(query);
  const auto cursor = read_cursor(query, kCursorMark);
  const auto limit = query.number("limit", 1, limits.page_size_max);
  const auto reading = open_page(call, query, cursor);
  if (!reading) {
    return fail(reading.error());
  }
  filter.today = reading->today;
  if (!call.access->sees_all) {
    filter.scope = call.access->scope;
  }
  const auto page = commitments::find(*reading->snapshot, filter, cursor.from,
                                      limit.value_or(limits.page_size_default));
  return list_answer(
      call, *reading,
      wire::text(commitment_list(call, *reading, page,
                                 cursor_after(call, *reading, page.next, kCursorMark))));
}

}  // namespace

void add_commitment_routes(std::vector<Route>& routes) {
  add_read(routes, "commitments", &list_commitments);
}

}  // namespace langnghe::api::resources
