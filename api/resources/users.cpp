#include <string>

#include <api/accounts.hpp>
#include <projections/settings.hpp>

#include "problems/account_problem.hpp"
#include "reading/allowed.hpp"
#include "reading/reading.hpp"
#include "resources/routes.hpp"
#include "routing/path_values.hpp"
#include "routing/query.hpp"
#include "wire/commands.hpp"
#include "wire/settings_json.hpp"

namespace langnghe::api::resources {
namespace {

// GET …/users
Reply list_users(Call& call) {
  if (!call.access->has(domain::Role::admin)) {
    return fail(ProblemCode::reading_not_permitted);
  }
  const auto reading = open_reading(call);
  if (!reading) {
    return fail(reading.error());
  }
  std::vector<wire::AccountRow> rows;
  for (auto& [user, account] : projections::settings::users(*reading->snapshot)) {
    auto allowed = allowed_for(call, *reading, domain::Subject::user, user.value);
    if (!allowed) {
      return fail(std::move(allowed.error()));
    }
    rows.push_back({user, account, call.services.accounts.has_account(call.ledger, user),
                    *std::move(allowed)});
  }
  // Passwords are beside the ledger, so its size does not tell when this changes.
  return answer(*reading, wire::users(call, *reading, rows));
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

/// One's own with the old password, anybody's as administrator. Trying passwords here counts as
/// trying to sign in.
std::expected<void, Problem> check_may_change(const Call& call, const domain::UserId& user,
                                              const wire::PasswordBody& body) {
  if (call.access->has(domain::Role::admin)) {
    return {};
  }
  if (user != call.access->user || !body.old_password) {
    return fail(ProblemCode::password_change_not_permitted);
  }
  auto& accounts = call.services.accounts;
  auto proof = accounts.sign_in(call.ledger, user, body.old_password->typed, call.request.peer);
  if (!proof) {
    return fail(proof.error() == AccountError::bad_credentials
                    ? problem(ProblemCode::password_change_not_permitted)
                    : account_problem(call, proof.error()));
  }
  accounts.sign_out(proof->cookie);
  return {};
}

// POST …/users/{id}/set-password -> 204. Not an act of the ledger: no secret is ever in an event.
Reply set_password(Call& call) {
  const auto user = path_id<domain::UserId>(call);
  if (!user) {
    return fail(user.error());
  }
  const auto body = wire::read_password(call.request.body);
  if (!body) {
    return fail(body.error());
  }
  if (auto may = check_may_change(call, *user, *body); !may) {
    return fail(std::move(may.error()));
  }
  const auto known =
      call.services.store.version_of(call.ledger_id(), {domain::stream_of(*user).value});
  if (!known) {
    return fail(store_problem(known.error()));
  }
  if (*known == eventstore::kAbsent) {
    return fail(ProblemCode::not_found);
  }
  if (auto set = call.services.accounts.set_password(call.ledger, *user, body->password.typed);
      !set) {
    return fail(account_problem(call, set.error()));
  }
  Response response;
  response.status = 204;
  return response;
}

}  // namespace

void add_user_routes(std::vector<Route>& routes) {
  add_read(routes, "users", &list_users);
  add_read(routes, "me", &get_me);
  routes.push_back({Method::post, std::string(kWardBase) + "users/{id}/set-password", Gate::member,
                    &set_password});
}

}  // namespace langnghe::api::resources
