#include <projections/settings.hpp>

#include "reading/allowed.hpp"
#include "reading/reading.hpp"
#include "resources/routes.hpp"
#include "wire/settings_json.hpp"

namespace langnghe::api::resources {
namespace {

// GET …/settings: the ward, its khóm and officials, the calendar and the policy in force; each with
// the version that If-Match asks for.
Reply get_settings(Call& call) {
  const auto reading = open_reading(call);
  if (!reading) {
    return fail(reading.error());
  }
  AllowedActs allowed;
  for (const auto subject :
       {domain::Subject::ward, domain::Subject::calendar, domain::Subject::policy}) {
    const auto acts = allowed_for(call, *reading, subject, "");
    if (!acts) {
      return fail(acts.error());
    }
    allowed.insert(allowed.end(), acts->begin(), acts->end());
  }
  const auto& views = *reading->snapshot;
  return list_answer(call, *reading,
                     wire::settings(call, *reading, projections::settings::ward(views),
                                    projections::settings::calendar(views),
                                    projections::settings::policy(views), allowed));
}

}  // namespace

void add_settings_routes(std::vector<Route>& routes) {
  add_read(routes, "settings", &get_settings);
}

}  // namespace langnghe::api::resources
