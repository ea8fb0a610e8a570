#include <string>

#include <api/accounts.hpp>

#include "access/credentials.hpp"
#include "problems/account_problem.hpp"
#include "reading/reading.hpp"
#include "resources/routes.hpp"
#include "routing/query.hpp"
#include "wire/commands.hpp"
#include "wire/settings_json.hpp"

namespace langnghe::api::resources {
namespace {

/// Behind a proxy that ends TLS the cookie must not travel without it (RFC 6265 section 4.1.2.5).
std::string set_cookie(const Request& request, std::string_view value, long long max_age) {
  std::string cookie = std::string(kSessionCookie) + '=' + std::string(value) +
                       "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(max_age);
  if (request.header("x-forwarded-proto") == "https") {
    cookie += "; Secure";
  }
  return cookie;
}

// POST …/session {user, password}
Reply sign_in(Call& call) {
  if (!has_json_body(call.request)) {
    return fail(ProblemCode::unsupported_media_type);
  }
  const auto body = wire::read_sign_in(call.request.body);
  if (!body) {
    return fail(body.error());
  }
  auto& accounts = call.services.accounts;
  const auto opened =
      accounts.sign_in(call.ledger, body->user, body->password.typed, call.request.peer);
  if (!opened) {
    return fail(account_problem(call, opened.error()));
  }
  const auto access = call.accesses.get(call.services.store, call.ledger_id(), body->user);
  auto barred = access ? why_barred(**access) : std::optional(access.error());
  if (barred) {
    accounts.sign_out(opened->cookie);
    return fail(std::move(*barred));
  }
  auto response = json_response(200, wire::session(**access, opened->csrf_token));
  response.set("Set-Cookie", set_cookie(call.request, opened->cookie, opened->max_age.count()));
  return response;
}

// GET …/session
Reply get_session(Call& call) {
  Query query(call.target);
  if (auto wrong = query.problem()) {
    return fail(std::move(*wrong));
  }
  const auto& identity = *call.identity;
  return json_response(
      200, wire::session(*call.access, identity.by_cookie ? identity.csrf_token : std::string{}));
}

// DELETE …/session
Reply sign_out(Call& call) {
  call.services.accounts.sign_out(session_cookie(call.request));
  Response response;
  response.status = 204;
  response.set("Set-Cookie", set_cookie(call.request, "", 0));
  return response;
}

}  // namespace

void add_session_routes(std::vector<Route>& routes) {
  const auto path = std::string(kWardBase) + "session";
  routes.push_back({Method::post, path, Gate::ward, &sign_in});
  routes.push_back({Method::get, path, Gate::member, &get_session});
  routes.push_back({Method::delete_, path, Gate::member, &sign_out});
}

}  // namespace langnghe::api::resources
