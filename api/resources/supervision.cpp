#include <projections/oversight.hpp>

#include "reading/allowed.hpp"
#include "reading/answer_parts.hpp"
#include "reading/reading.hpp"
#include "resources/account_shapes.hpp"
#include "resources/routes.hpp"
#include "routing/query.hpp"
#include "shapes/oversight.hpp"
#include "wire/answers.hpp"

namespace langnghe::api::resources {
namespace {

namespace oversight = projections::oversight;

shapes::Recommendation shape_of(const oversight::RecommendationRow& row,
                                const domain::Date& today) {
  return {.made = row.recommendation.made,
          .made_on = row.made_on,
          .made_by = row.made_by,
          .overdue = row.overdue_on(today),
          .answered_on = row.answered_on,
          .answer = row.recommendation.answer,
          .position = row.position.value};
}

shapes::Supervision supervision_at(const Call& call, const Reading& reading,
                                   const oversight::RecommendationFilter& filter,
                                   const AllowedActs& allowed) {
  const auto& views = *reading.snapshot;
  shapes::Supervision answer;
  answer.head = head_of(call, reading, {oversight::definition()});
  answer.version = oversight::supervision_version(views).value;
  answer.today = reading.today;
  for (const auto& row : oversight::recommendations(views, filter)) {
    answer.recommendations.push_back(shape_of(row, reading.today));
  }
  for (auto& row : oversight::takedowns(views)) {
    answer.takedowns.push_back(
        {std::move(row.takedown), std::move(row.by), row.on, row.position.value});
  }
  answer.allowed_commands = allowed_of(call, allowed);
  return answer;
}

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
  filter.today = reading->today;
  const auto allowed = allowed_for(call, *reading, domain::Subject::supervision, "");
  if (!allowed) {
    return fail(allowed.error());
  }
  return list_answer(call, *reading, wire::text(supervision_at(call, *reading, filter, *allowed)));
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
  auto rows = oversight::sealed_reads(*reading->snapshot, resident.value_or(domain::ResidentId{}),
                                      limit.value_or(limits.page_size_default));
  shapes::SealedReads answer{head_of(call, *reading, {oversight::definition()}), {}};
  for (auto& row : rows) {
    answer.items.push_back({std::move(row.read), std::move(row.by), row.role,
                            std::move(row.happened), row.position.value});
  }
  return list_answer(call, *reading, wire::text(answer));
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
  const shapes::AccountActList answer{head_of(call, *reading, {oversight::definition()}),
                                      account_acts(rows)};
  return list_answer(call, *reading, wire::text(answer));
}

}  // namespace

void add_supervision_routes(std::vector<Route>& routes) {
  add_read(routes, "supervision", &get_supervision);
  add_read(routes, "supervision/sealed-reads", &list_sealed_reads);
  add_read(routes, "supervision/account-acts", &list_account_acts);
}

}  // namespace langnghe::api::resources
