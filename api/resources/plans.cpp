#include <string>

#include <projections/settings.hpp>

#include "reading/allowed.hpp"
#include "reading/reading.hpp"
#include "resources/routes.hpp"
#include "routing/path_values.hpp"
#include "wire/document_json.hpp"

namespace langnghe::api::resources {
namespace {

// GET …/plans/{year}
Reply get_plan(Call& call) {
  const auto year = path_year(call);
  if (!year) {
    return fail(year.error());
  }
  const auto reading = open_reading(call);
  if (!reading) {
    return fail(reading.error());
  }
  const auto plan = projections::settings::plan(*reading->snapshot, *year);
  if (!plan || plan->state.phase == domain::PlanPhase::absent) {
    return fail(ProblemCode::not_found);
  }
  const auto allowed = allowed_for(call, *reading, domain::Subject::plan, std::to_string(*year));
  if (!allowed) {
    return fail(allowed.error());
  }
  return resource_answer(call, *reading, plan->version,
                         wire::plan_detail(call, *reading, *plan, *allowed));
}

}  // namespace

void add_plan_routes(std::vector<Route>& routes) {
  add_read(routes, "plans/{year}", &get_plan);
}

}  // namespace langnghe::api::resources
