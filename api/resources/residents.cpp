#include "shapes/residents.hpp"

#include <utility>

#include <projections/dialogues.hpp>
#include <projections/issues.hpp>
#include <projections/residents.hpp>

#include "call/path_values.hpp"
#include "reading/allowed.hpp"
#include "reading/answer_parts.hpp"
#include "reading/reading.hpp"
#include "resources/resident_resources.hpp"
#include "resources/routes.hpp"
#include "sealed/sealed_reading.hpp"
#include "sealed/speakers.hpp"
#include "wire/answers.hpp"

namespace langnghe::api::resources {
namespace {

namespace residents = projections::residents;

// GET …/residents/{id}?purpose=
Reply get_resident(Call& call) {
  const auto id = path_id<domain::ResidentId>(call);
  if (!id) {
    return fail(id.error());
  }
  Query query(call.target);
  auto purpose = purpose_asked(call, query);
  const auto reading = open_reading(call, query);
  if (!reading) {
    return fail(reading.error());
  }
  SealedReading sealed(call, std::move(purpose), domain::stream_of(*id));
  const auto row = residents::find(*reading->snapshot, *id);
  if (!row || !call.access->sees(row->state.resident.khom)) {
    return fail(ProblemCode::not_found);
  }
  auto allowed = allowed_for(call, *reading, domain::Subject::resident, id->value);
  if (!allowed) {
    return fail(std::move(allowed.error()));
  }
  shapes::Resident shape;
  shape.head = head_of(call, *reading, {projections::dialogues::definition()});
  shape.person =
      show_person(call, *id, row->state.resident, {row->state.resident.khom, {}}, sealed);
  shape.version = row->version.value;
  shape.khom = row->state.resident.khom;
  shape.anonymous = shape.person.anonymous;
  shape.issues = visible_issues(call, *reading->snapshot, *id);
  shape.allowed_commands = allowed_of(call, *allowed);
  return sealed_answer(call, *reading, row->version, sealed, wire::text(shape));
}

}  // namespace

std::vector<domain::IssueId> visible_issues(const Call& call, const projections::Snapshot& views,
                                            const domain::ResidentId& resident) {
  auto ids = residents::issues_of(views, resident);
  std::erase_if(ids, [&](const domain::IssueId& id) {
    const auto row = projections::issues::find_one(views, id);
    return !row || !call.access->sees(row->state.recorded.khom);
  });
  return ids;
}

void add_resident_routes(std::vector<Route>& routes) {
  add_read(routes, "residents", &list_residents);
  add_read(routes, "residents/{id}", &get_resident);
}

}  // namespace langnghe::api::resources
