// The second factor of an account: a code of the person's own device, asked for at the sign-in.
// The secret is shown to its person once, and is in no event.
#include <string>
#include <utility>

#include <api/accounts.hpp>

#include "access/credentials.hpp"
#include "acting/account_problem.hpp"
#include "acting/sealing.hpp"
#include "resources/account_shapes.hpp"
#include "resources/routes.hpp"
#include "resources/ways_in.hpp"
#include "wire/answers.hpp"
#include "wire/commands.hpp"

namespace langnghe::api::resources {
namespace {

/// A wrong secret of somebody who is signed in is a fault of the form: 401 would say that the
/// session is over.
Problem proof_problem(const Call& call, AccountError error) {
  switch (error) {
    case AccountError::bad_credentials:
      return body_fault("/password", "wrong_password");
    case AccountError::wrong_code:
      return body_fault("/code", "wrong_code");
    default:
      return account_problem(call, error);
  }
}

Response kept_by_nobody(Response response) {
  response.set("Cache-Control", "no-store");
  return response;
}

// POST …/session/second-factor {password} -> 200: a secret for one's own device.
Reply offer_second_factor(Call& call) {
  if (!has_json_body(call.request)) {
    return fail(ProblemCode::unsupported_media_type);
  }
  const auto body = wire::read_offer(call.request.body);
  if (!body) {
    return fail(body.error());
  }
  auto& accounts = call.services.accounts;
  const auto& user = call.access->user;
  const auto proof =
      accounts.prove(call.ledger, user, body->password.typed, call.request.peer, std::nullopt);
  if (!proof) {
    return fail(proof_problem(call, proof.error()));
  }
  auto offer = accounts.offer_second_factor(call.ledger, user);
  if (!offer) {
    return fail(offer.error() == AccountError::second_factor_is_on
                    ? body_fault("/password", "second_factor_is_on")
                    : account_problem(call, offer.error()));
  }
  return kept_by_nobody(json_response(
      200, wire::text(shapes::SecondFactorOffer{std::move(offer->secret), std::move(offer->uri)})));
}

/// One's own by password and code; anybody's as administrator, for who lost the device.
std::expected<domain::Role, Problem> role_to_turn_off(const Call& call, const domain::UserId& user,
                                                      const wire::ProofBody& body) {
  const bool own = user == call.access->user && body.password && body.code;
  if (!own) {
    if (!call.access->has(domain::Role::admin) || user == call.access->user) {
      return fail(ProblemCode::second_factor_not_permitted);
    }
    return domain::Role::admin;
  }
  const auto proof = call.services.accounts.prove(call.ledger, user, body.password->typed,
                                                  call.request.peer, body.code);
  if (!proof) {
    return fail(proof_problem(call, proof.error()));
  }
  return call.access->roles.front().role;
}

}  // namespace

// POST …/users/{id}/turn-on-second-factor {code} -> 200: the codes for the loss of the device.
Reply turn_on_second_factor(Call& call, const Act& /*act*/) {
  if (!has_json_body(call.request)) {
    return fail(ProblemCode::unsupported_media_type);
  }
  const auto body = wire::read_code(call.request.body);
  if (!body) {
    return fail(body.error());
  }
  const auto user = account_of_path(call);
  if (!user) {
    return fail(user.error());
  }
  if (*user != call.access->user) {
    return fail(ProblemCode::second_factor_not_permitted);
  }
  auto codes = call.services.accounts.turn_on_second_factor(
      call.ledger, *user, body->code, AccountActor{*user, call.access->roles.front().role});
  if (!codes) {
    return fail(proof_problem(call, codes.error()));
  }
  tell_of_ways_in(call);
  return kept_by_nobody(json_response(200, wire::text(shapes::RecoveryCodes{std::move(*codes)})));
}

// POST …/users/{id}/turn-off-second-factor {password, code} or, as administrator, {} -> 204
Reply turn_off_second_factor(Call& call, const Act& /*act*/) {
  if (!has_json_body(call.request)) {
    return fail(ProblemCode::unsupported_media_type);
  }
  const auto body = wire::read_proof(call.request.body);
  if (!body) {
    return fail(body.error());
  }
  const auto user = account_of_path(call);
  if (!user) {
    return fail(user.error());
  }
  const auto role = role_to_turn_off(call, *user, *body);
  if (!role) {
    return fail(role.error());
  }
  const auto done = call.services.accounts.turn_off_second_factor(
      call.ledger, *user, AccountActor{call.access->user, *role});
  if (!done) {
    return fail(account_problem(call, done.error()));
  }
  tell_of_ways_in(call);
  // Off is what was asked for, also where it was off.
  return nothing();
}

void add_second_factor_routes(std::vector<Route>& routes) {
  routes.push_back({Method::post, std::string(kWardBase) + "session/second-factor", Gate::member,
                    &offer_second_factor, false, find_read_rule("session")});
}

}  // namespace langnghe::api::resources
