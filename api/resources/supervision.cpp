#include <projections/oversight.hpp>

#include "reading/allowed.hpp"
#include "reading/reading.hpp"
#include "resources/routes.hpp"
#include "routing/query.hpp"
#include "wire/oversight_json.hpp"

namespace langnghe::api::resources {
namespace {

namespace oversight = projections::oversight;

// GET …/supervision?answered=&overdue=
Reply get_supervision(Call& call) {
  if (!call.access->sees_all) {
    return fail(ProblemCode::reading_not_permitted);
  }
  Query query(call.target);
  oversight::RecommendationFilter filter;
  filter.answered = query.flag("answered");
  filter.overdue = query.flag("overdue");
  const auto reading = open_reading(call, query);
  if (!reading) {
    return fail(reading.error());
  }
  const auto& views = *reading->snapshot;
  filter.today = reading->today;
  auto allowed = allowed_for(call, *reading, domain::Subject::supervision, "");
  if (!allowed) {
    return fail(std::move(allowed.error()));
  }
  const wire::Supervision shown{oversight::supervision_version(views),
                                oversight::recommendations(views, filter),
                                oversight::takedowns(views), *std::move(allowed)};
  return list_answer(call, *reading, wire::supervision(call, *reading, shown));
}

/// Who watches the ward, or answers for it, sees who opened what.
bool may_read_the_log(const Access& access) {
  return access.has(domain::Role::supervisor) || access.has(domain::Role::chair) ||
         access.has(domain::Role::admin);
}

// GET …/supervision/sealed-reads?resident=&limit=
Reply list_sealed_reads(Call& call) {
  if (!may_read_the_log(*call.access)) {
    return fail(ProblemCode::reading_not_permitted);
  }
  const auto& limits = call.services.limits;
  Query query(call.target);
  const auto resident = query.id<domain::ResidentId>("resident");
  const auto limit = query.number("limit", 1, limits.page_size_max);
  const auto reading = open_reading(call, query);
  if (!reading) {
    return fail(reading.error());
  }
  const auto rows =
      oversight::sealed_reads(*reading->snapshot, resident.value_or(domain::ResidentId{}),
                              limit.value_or(limits.page_size_default));
  return list_answer(call, *reading, wire::sealed_reads(call, *reading, rows));
}

}  // namespace

void add_supervision_routes(std::vector<Route>& routes) {
  add_read(routes, "supervision", &get_supervision);
  add_read(routes, "supervision/sealed-reads", &list_sealed_reads);
}

}  // namespace langnghe::api::resources
