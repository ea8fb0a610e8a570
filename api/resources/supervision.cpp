#include <projections/oversight.hpp>

#include "reading/allowed.hpp"
#include "reading/reading.hpp"
#include "resources/routes.hpp"
#include "routing/query.hpp"
#include "wire/account_json.hpp"
#include "wire/oversight_json.hpp"

namespace langnghe::api::resources {
namespace {

namespace oversight = projections::oversight;

// GET …/supervision?answered=&overdue=
Reply get_supervision(Call& call) {
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

// GET …/supervision/sealed-reads?resident=&limit=
Reply list_sealed_reads(Call& call) {
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

// GET …/supervision/account-acts?user=&limit=: who opened which way into whose account.
Reply list_account_acts(Call& call) {
  const auto& limits = call.services.limits;
  Query query(call.target);
  const auto user = query.id<domain::UserId>("user");
  const auto limit = query.number("limit", 1, limits.page_size_max);
  const auto reading = open_reading(call, query);
  if (!reading) {
    return fail(reading.error());
  }
  const auto rows = oversight::account_acts(*reading->snapshot, user.value_or(domain::UserId{}), 0,
                                            limit.value_or(limits.page_size_default));
  return list_answer(call, *reading, wire::account_acts(call, *reading, rows));
}

}  // namespace

void add_supervision_routes(std::vector<Route>& routes) {
  add_read(routes, "supervision", &get_supervision);
  add_read(routes, "supervision/sealed-reads", &list_sealed_reads);
  add_read(routes, "supervision/account-acts", &list_account_acts);
}

}  // namespace langnghe::api::resources
