#include <projections/oversight.hpp>

#include "call/path_values.hpp"
#include "reading/allowed.hpp"
#include "reading/answer_parts.hpp"
#include "reading/reading.hpp"
#include "resources/routes.hpp"
#include "routing/query.hpp"
#include "shapes/document_register.hpp"
#include "wire/answers.hpp"

namespace langnghe::api::resources {
namespace {

namespace oversight = projections::oversight;

shapes::RegisterEntry shape_of(const oversight::DocumentRow& row) {
  return {.type = row.type,
          .number = row.number,
          .symbol = row.symbol,
          .date = row.date,
          .taken_by = row.voided ? std::nullopt : std::optional(row.taken_by),
          .voided = row.voided,
          .reason = row.reason,
          .by = row.by,
          .position = row.position.value,
          .papers = row.papers,
          .signed_files = row.signed_files};
}

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
  shapes::DocumentRegister answer{.head = head_of(call, *reading, {oversight::definition()}),
                                  .year = *year,
                                  .version = oversight::register_version(views, *year).value,
                                  .items = {},
                                  .allowed_commands = allowed_of(call, *allowed)};
  for (const auto& row : oversight::documents(views, *year, type)) {
    answer.items.push_back(shape_of(row));
  }
  return list_answer(call, *reading, wire::text(answer));
}

}  // namespace

void add_register_routes(std::vector<Route>& routes) {
  add_read(routes, "register/{year}", &get_register);
}

}  // namespace langnghe::api::resources
