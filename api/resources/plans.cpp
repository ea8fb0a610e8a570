#include "shapes/plans.hpp"

#include <string>

#include <projections/settings.hpp>

#include "call/path_values.hpp"
#include "reading/allowed.hpp"
#include "reading/answer_parts.hpp"
#include "reading/reading.hpp"
#include "resources/routes.hpp"
#include "wire/answers.hpp"

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
  const auto& state = plan->state;
  const shapes::Plan shape{.head = head_of(call, *reading, {projections::settings::definition()}),
                           .plan = state.plan,
                           .version = plan->version.value,
                           .phase = state.phase,
                           .approval = state.approval,
                           .plan_version = state.version,
                           .places = state.places,
                           .missed = state.missed,
                           .credited = state.credited,
                           .allowed_commands = allowed_of(call, *allowed)};
  return resource_answer(call, *reading, plan->version, wire::text(shape));
}

}  // namespace

void add_plan_routes(std::vector<Route>& routes) {
  add_read(routes, "plans/{year}", &get_plan);
}

}  // namespace langnghe::api::resources
