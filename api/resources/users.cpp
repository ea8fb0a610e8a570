// Accounts, as the ledger and the file of secrets know them.
#include <string>

#include <projections/settings.hpp>

#include "call/path_values.hpp"
#include "reading/allowed.hpp"
#include "reading/answer_parts.hpp"
#include "reading/reading.hpp"
#include "resources/account_shapes.hpp"
#include "resources/routes.hpp"
#include "routing/query.hpp"
#include "wire/answers.hpp"

namespace langnghe::api::resources {
namespace {

std::expected<shapes::Account, Problem> account_of(
    const Call& call, const Reading& reading, const domain::UserId& user,
    const projections::settings::Versioned<domain::UserState>& account) {
  const auto allowed = allowed_for(call, reading, domain::Subject::user, user.value);
  if (!allowed) {
    return fail(allowed.error());
  }
  return shape_of(call, user, account, *allowed);
}

// GET …/users
Reply list_users(Call& call) {
  const auto reading = open_reading(call);
  if (!reading) {
    return fail(reading.error());
  }
  shapes::UserList list{head_of(call, *reading, {projections::settings::definition()}), {}};
  for (const auto& [user, account] : projections::settings::users(*reading->snapshot)) {
    auto row = account_of(call, *reading, user, account);
    if (!row) {
      return fail(std::move(row.error()));
    }
    list.items.push_back(*std::move(row));
  }
  // Passwords are beside the ledger, so its size does not tell when this changes.
  return answer(*reading, wire::text(list));
}

// GET …/users/{id}: with the version that acts on the account ask for.
Reply get_user(Call& call) {
  const auto user = path_id<domain::UserId>(call);
  if (!user) {
    return fail(user.error());
  }
  const auto reading = open_reading(call);
  if (!reading) {
    return fail(reading.error());
  }
  const auto account = projections::settings::user(*reading->snapshot, *user);
  if (!account || !account->state.exists) {
    return fail(ProblemCode::not_found);
  }
  auto row = account_of(call, *reading, *user, *account);
  if (!row) {
    return fail(std::move(row.error()));
  }
  const shapes::User shown{head_of(call, *reading, {projections::settings::definition()}),
                           *std::move(row)};
  return resource_answer(call, *reading, account->version, wire::text(shown));
}

// GET …/me
Reply get_me(Call& call) {
  Query query(call.target);
  if (auto wrong = query.problem()) {
    return fail(std::move(*wrong));
  }
  const shapes::Me me{.person = shape_of(*call.access),
                      .ledger = call.ledger,
                      .today = domain::local_date(call.now),
                      .sees_all_khoms = call.access->sees_all};
  auto response = json_response(200, wire::text(me));
  response.set("X-Ledger-Size", std::to_string(call.latest->size()));
  return response;
}

}  // namespace

void add_user_routes(std::vector<Route>& routes) {
  add_read(routes, "users", &list_users);
  add_read(routes, "users/{id}", &get_user);
  add_read(routes, "me", &get_me);
}

}  // namespace langnghe::api::resources
