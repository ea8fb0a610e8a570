// Accounts, as the ledger and the file of secrets know them.
#include <string>

#include <api/accounts.hpp>
#include <projections/settings.hpp>

#include "reading/allowed.hpp"
#include "reading/reading.hpp"
#include "resources/routes.hpp"
#include "routing/path_values.hpp"
#include "routing/query.hpp"
#include "wire/account_json.hpp"

namespace langnghe::api::resources {
namespace {

std::expected<wire::AccountRow, Problem> row_of(
    const Call& call, const Reading& reading, const domain::UserId& user,
    projections::settings::Versioned<domain::UserState> account) {
  auto allowed = allowed_for(call, reading, domain::Subject::user, user.value);
  if (!allowed) {
    return fail(std::move(allowed.error()));
  }
  return wire::AccountRow{user, std::move(account),
                          call.services.accounts.has_password(call.ledger, user),
                          *std::move(allowed)};
}

// GET …/users
Reply list_users(Call& call) {
  const auto reading = open_reading(call);
  if (!reading) {
    return fail(reading.error());
  }
  std::vector<wire::AccountRow> rows;
  for (auto& [user, account] : projections::settings::users(*reading->snapshot)) {
    auto row = row_of(call, *reading, user, std::move(account));
    if (!row) {
      return fail(std::move(row.error()));
    }
    rows.push_back(*std::move(row));
  }
  // Passwords are beside the ledger, so its size does not tell when this changes.
  return answer(*reading, wire::users(call, *reading, rows));
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
  auto account = projections::settings::user(*reading->snapshot, *user);
  if (!account || !account->state.exists) {
    return fail(ProblemCode::not_found);
  }
  const auto version = account->version;
  const auto row = row_of(call, *reading, *user, std::move(*account));
  if (!row) {
    return fail(row.error());
  }
  return resource_answer(call, *reading, version, wire::user(call, *reading, *row));
}

// GET …/me
Reply get_me(Call& call) {
  Query query(call.target);
  if (auto wrong = query.problem()) {
    return fail(std::move(*wrong));
  }
  auto response = json_response(200, wire::me(call));
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
