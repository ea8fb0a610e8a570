#include <projections/oversight.hpp>

#include "reading/allowed.hpp"
#include "reading/reading.hpp"
#include "resources/routes.hpp"
#include "routing/path_values.hpp"
#include "routing/query.hpp"
#include "wire/oversight_json.hpp"

namespace langnghe::api::resources {
namespace {

namespace oversight = projections::oversight;

// GET …/register/{year}?type=
Reply get_register(Call& call) {
  const auto year = path_year(call);
  if (!year) {
    return fail(year.error());
  }
  Query query(call.target);
  const auto type = query.choice<domain::DocumentType>("type");
  const auto reading = open_reading(call, query);
  if (!reading) {
    return fail(reading.error());
  }
  const auto allowed =
      allowed_for(call, *reading, domain::Subject::document_register, std::to_string(*year));
  if (!allowed) {
    return fail(allowed.error());
  }
  const auto& views = *reading->snapshot;
  return list_answer(
      call, *reading,
      wire::document_register(call, *reading, *year, oversight::register_version(views, *year),
                              oversight::documents(views, *year, type), *allowed));
}

}  // namespace

void add_register_routes(std::vector<Route>& routes) {
  add_read(routes, "register/{year}", &get_register);
}

}  // namespace langnghe::api::resources
