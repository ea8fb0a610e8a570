// The wards of this server, as whoever signs in chooses theirs. One alone is no secret; of several,
// strangers learn where the operator says so.
#include "shapes/public_wards.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <projections/settings.hpp>

#include "reading/reading.hpp"
#include "resources/routes.hpp"
#include "routing/query.hpp"
#include "wire/answers.hpp"

namespace langnghe::api::resources {
namespace {

/// Empty where the ward has no name yet.
std::string name_of(const Call& call, const eventstore::LedgerId& ledger) {
  const auto views = call.services.views.latest(ledger);
  return views ? projections::settings::ward(**views).state.ward.name : std::string();
}

// GET /api/v1/public/wards
Reply list_public_wards(Call& call) {
  Query query(call.target);
  if (auto wrong = query.problem()) {
    return fail(std::move(*wrong));
  }
  shapes::PublicWardList list;
  const auto ledgers = call.services.store.known_ledgers();
  if (ledgers.size() == 1 || call.services.limits.sign_in_names_wards) {
    for (const auto& ledger : ledgers) {
      list.items.push_back({ledger.value, name_of(call, ledger)});
    }
  }
  std::ranges::sort(list.items, {}, &shapes::PublicWard::name);
  return json_response(200, wire::text(list));
}

}  // namespace

void add_public_ward_routes(std::vector<Route>& routes) {
  routes.push_back({Method::get, "/api/v1/public/wards", Gate::service, &list_public_wards});
}

}  // namespace langnghe::api::resources
