#include "shapes/recurrences.hpp"

#include <algorithm>
#include <functional>

#include <projections/issues.hpp>

#include "reading/answer_parts.hpp"
#include "reading/reading.hpp"
#include "resources/recurrence_shapes.hpp"
#include "resources/routes.hpp"
#include "routing/query.hpp"
#include "wire/answers.hpp"

namespace langnghe::api::resources {
namespace {

/// Without a span: the year up to today.
constexpr int kDaysBack = 365;

/// Those raised most often first.
shapes::RecurrenceList recurrence_list(const Call& call, const Reading& reading,
                                       std::vector<projections::issues::Recurrence> rows) {
  std::ranges::stable_sort(rows, std::greater{}, &projections::issues::Recurrence::issues);
  shapes::RecurrenceList answer{head_of(call, reading, {projections::issues::definition()}), {}};
  for (auto& row : rows) {
    answer.items.push_back(shape_of(std::move(row)));
  }
  return answer;
}

// GET …/recurrences?from=&to=: what people raise again and again, where.
Reply list_recurrences(Call& call) {
  Query query(call.target);
  const auto from = query.date("from");
  const auto to = query.date("to");
  const auto reading = open_reading(call, query);
  if (!reading) {
    return fail(reading.error());
  }
  const auto last = to.value_or(reading->today);
  auto rows = projections::issues::recurrences(
      *reading->snapshot, from.value_or(domain::add_days(last, -kDaysBack)), last);
  if (!call.access->sees_all) {
    std::erase_if(rows, [&](const auto& row) { return !call.access->sees(row.khom); });
  }
  return list_answer(call, *reading, wire::text(recurrence_list(call, *reading, std::move(rows))));
}

}  // namespace

void add_recurrence_routes(std::vector<Route>& routes) {
  add_read(routes, "recurrences", &list_recurrences);
}

}  // namespace langnghe::api::resources
