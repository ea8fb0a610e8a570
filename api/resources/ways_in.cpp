// Ways into an account: its password, one-time links, tokens, sessions, and what failed at its
// door. A secret is never in an event; that a way in was opened always is.
#include "resources/ways_in.hpp"

#include <array>
#include <string>
#include <utility>

#include <api/account_acts.hpp>
#include <api/accounts.hpp>
#include <log/log.hpp>

#include "access/credentials.hpp"
#include "acting/account_problem.hpp"
#include "call/path_values.hpp"
#include "live/live_streams.hpp"
#include "reading/reading.hpp"
#include "resources/account_shapes.hpp"
#include "resources/routes.hpp"
#include "routing/query.hpp"
#include "wire/answers.hpp"
#include "wire/commands.hpp"

namespace langnghe::api::resources {

Response nothing() {
  Response response;
  response.status = 204;
  return response;
}

std::expected<domain::UserId, Problem> account_of_path(const Call& call) {
  auto user = path_id<domain::UserId>(call);
  if (!user) {
    return user;
  }
  const auto known =
      call.services.store.version_of(call.ledger_id(), {domain::stream_of(*user).value});
  if (!known) {
    return fail(store_problem(known.error()));
  }
  if (*known == eventstore::kAbsent) {
    return fail(ProblemCode::not_found);
  }
  if (!call.services.store.writable()) {
    return fail(retry_later(problem(ProblemCode::store_unavailable), 30));
  }
  return user;
}

void tell_of_ways_in(const Call& call) {
  const auto told = tell_ledger(call.services.store, call.services.accounts, call.ledger, call.now,
                                call.request_id);
  if (!told) {
    log::warning("a way in is not recorded yet: " + told.error());
  }
}

namespace {

using domain::Subject;

/// One's own with the old password, anybody's as administrator. Trying passwords here counts as
/// trying to sign in.
std::expected<domain::PasswordMeans, Problem> means_of(const Call& call, const domain::UserId& user,
                                                       const wire::PasswordBody& body) {
  if (user == call.access->user && body.old_password) {
    const auto proof = call.services.accounts.prove(call.ledger, user, body.old_password->typed,
                                                    call.request.peer);
    if (!proof) {
      return fail(proof.error() == AccountError::bad_credentials
                      ? problem(ProblemCode::password_change_not_permitted)
                      : account_problem(call, proof.error()));
    }
    return domain::PasswordMeans::own_password;
  }
  if (!call.access->has(domain::Role::admin)) {
    return fail(ProblemCode::password_change_not_permitted);
  }
  return domain::PasswordMeans::administrator;
}

// GET …/users/{id}/tokens
Reply list_tokens(Call& call) {
  const auto user = path_id<domain::UserId>(call);
  if (!user) {
    return fail(user.error());
  }
  Query query(call.target);
  if (auto wrong = query.problem()) {
    return fail(std::move(*wrong));
  }
  return json_response(200,
                       wire::text(shape_of(call.services.accounts.tokens(call.ledger, *user))));
}

// DELETE …/users/{id}/tokens and …/users/{id}/tokens/{token}
Reply revoke_tokens(Call& call) {
  const auto user = path_id<domain::UserId>(call);
  if (!user) {
    return fail(user.error());
  }
  auto& accounts = call.services.accounts;
  const auto token = call.params.find("token");
  if (token == call.params.end()) {
    const auto done = accounts.revoke_tokens(call.ledger, *user);
    call.live.wake(call.ledger_id(), *user);
    return done ? Reply(nothing()) : fail(account_problem(call, done.error()));
  }
  const auto revoked = accounts.revoke_token(call.ledger, *user, token->second);
  call.live.wake(call.ledger_id(), *user);
  if (!revoked) {
    return fail(account_problem(call, revoked.error()));
  }
  return *revoked ? Reply(nothing()) : fail(ProblemCode::not_found);
}

// GET …/users/{id}/sessions
Reply list_sessions(Call& call) {
  const auto user = path_id<domain::UserId>(call);
  if (!user) {
    return fail(user.error());
  }
  Query query(call.target);
  if (auto wrong = query.problem()) {
    return fail(std::move(*wrong));
  }
  return json_response(200, wire::text(shape_of(call.services.accounts.sessions(call.ledger, *user),
                                                call.identity->session)));
}

// DELETE …/users/{id}/sessions and …/users/{id}/sessions/{session}: signs the person out
// everywhere, or in one browser.
Reply end_sessions(Call& call) {
  const auto user = path_id<domain::UserId>(call);
  if (!user) {
    return fail(user.error());
  }
  auto& accounts = call.services.accounts;
  const auto session = call.params.find("session");
  std::expected<bool, AccountError> ended = true;
  if (session != call.params.end()) {
    ended = accounts.end_session(call.ledger, *user, session->second);
  } else if (const auto all = accounts.end_sessions(call.ledger, *user); !all) {
    ended = std::unexpected(all.error());
  }
  call.live.wake(call.ledger_id(), *user);
  if (!ended) {
    return fail(account_problem(call, ended.error()));
  }
  return *ended ? Reply(nothing()) : fail(ProblemCode::not_found);
}

// GET …/failed-sign-ins and …/users/{id}/failed-sign-ins
Reply list_failed_sign_ins(Call& call) {
  domain::UserId user;
  if (call.params.contains("id")) {
    auto named = path_id<domain::UserId>(call);
    if (!named) {
      return fail(named.error());
    }
    user = std::move(*named);
  }
  Query query(call.target);
  if (auto wrong = query.problem()) {
    return fail(std::move(*wrong));
  }
  const shapes::FailedSignInList list{
      failed_sign_ins(call.services.accounts.failed_sign_ins(call.ledger, user))};
  return json_response(200, wire::text(list));
}

void add_delete(std::vector<Route>& routes, std::string_view tail, std::string_view like,
                Reply (*handle)(Call&)) {
  routes.push_back({Method::delete_, std::string(kWardBase) + std::string(tail), Gate::member,
                    handle, false, find_read_rule(like)});
}

}  // namespace

// POST …/users/{id}/set-password -> 204
Reply set_password(Call& call, const Act& /*act*/) {
  if (!has_json_body(call.request)) {
    return fail(ProblemCode::unsupported_media_type);
  }
  const auto body = wire::read_password(call.request.body);
  if (!body) {
    return fail(body.error());
  }
  const auto named = path_id<domain::UserId>(call);
  if (!named) {
    return fail(named.error());
  }
  const auto means = means_of(call, *named, *body);
  if (!means) {
    return fail(means.error());
  }
  const auto user = account_of_path(call);
  if (!user) {
    return fail(user.error());
  }
  const bool own = *means == domain::PasswordMeans::own_password;
  const auto role = own ? call.access->roles.front().role : domain::Role::admin;
  const auto set = call.services.accounts.set_password(
      call.ledger, *user, body->password.typed, AccountActor{call.access->user, role}, *means);
  if (!set) {
    return fail(account_problem(call, set.error()));
  }
  tell_of_ways_in(call);
  return nothing();
}

// POST …/users/{id}/make-sign-in-link -> 201: a code with which the person sets their own password.
Reply make_sign_in_link(Call& call, const Act& act) {
  if (!has_json_body(call.request)) {
    return fail(ProblemCode::unsupported_media_type);
  }
  if (!call.access->has(domain::Role::admin)) {
    const auto role = call.access->roles.front().role;
    return fail(refused(domain::check_role(act.subject, act.name, role).value()));
  }
  if (auto wrong = wire::read_nothing(call.request.body)) {
    return fail(std::move(*wrong));
  }
  const auto user = account_of_path(call);
  if (!user) {
    return fail(user.error());
  }
  const auto link = call.services.accounts.make_sign_in_link(
      call.ledger, *user, AccountActor{call.access->user, domain::Role::admin});
  if (!link) {
    return fail(account_problem(call, link.error()));
  }
  tell_of_ways_in(call);
  auto response = json_response(201, wire::text(shape_of(call.ledger, *user, *link)));
  response.set("Cache-Control", "no-store");
  return response;
}

void add_ways_in_routes(std::vector<Route>& routes) {
  add_read(routes, "users/{id}/tokens", &list_tokens);
  add_read(routes, "users/{id}/sessions", &list_sessions);
  add_read(routes, "users/{id}/failed-sign-ins", &list_failed_sign_ins);
  add_read(routes, "failed-sign-ins", &list_failed_sign_ins);
  add_delete(routes, "users/{id}/tokens", "users/{id}/tokens", &revoke_tokens);
  add_delete(routes, "users/{id}/tokens/{token}", "users/{id}/tokens", &revoke_tokens);
  add_delete(routes, "users/{id}/sessions", "users/{id}/sessions", &end_sessions);
  add_delete(routes, "users/{id}/sessions/{session}", "users/{id}/sessions", &end_sessions);
}

}  // namespace langnghe::api::resources
