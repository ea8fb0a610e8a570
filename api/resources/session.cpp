#include <chrono>
#include <string>

#include <api/accounts.hpp>
#include <projections/oversight.hpp>

#include "access/credentials.hpp"
#include "acting/account_problem.hpp"
#include "admission/told_first.hpp"
#include "live/live_streams.hpp"
#include "reading/reading.hpp"
#include "resources/account_shapes.hpp"
#include "resources/routes.hpp"
#include "routing/query.hpp"
#include "shapes/unless_empty.hpp"
#include "wire/answers.hpp"
#include "wire/commands.hpp"

namespace langnghe::api::resources {
namespace {

struct Cookie {
  std::string name;
  std::string value;
  std::string path = "/";
  long long max_age = 0;
};

/// Behind a proxy that ends TLS a cookie must not travel without it (RFC 6265 section 4.1.2.5).
void set_cookie(Response& response, const Request& request, const Cookie& cookie) {
  auto text = cookie.name + '=' + cookie.value + "; Path=" + cookie.path +
              "; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(cookie.max_age);
  if (request.header("x-forwarded-proto") == "https") {
    text += "; Secure";
  }
  response.headers.emplace_back("Set-Cookie", std::move(text));
}

std::string session_path(const Call& call) {
  return "/api/v1/wards/" + call.ledger + "/session";
}

/// The browser is known to this account from now on. It is told nowhere but where it signs in.
void set_device(Response& response, const Call& call, const domain::UserId& user,
                std::string device) {
  if (device.empty()) {
    return;
  }
  set_cookie(response, call.request,
             {device_cookie(call.ledger, user), std::move(device), session_path(call),
              call.services.limits.device_lifetime.count()});
}

/// The acts on the account since its owner signed in the last time.
std::optional<shapes::AccountNews> news_of(const Call& call, const projections::Snapshot* views,
                                           const Identity& identity) {
  if (!identity.by_cookie) {
    return std::nullopt;
  }
  constexpr std::size_t kActsMax = 100;
  shapes::AccountNews news;
  if (identity.news_since != domain::Instant{}) {
    news.last_sign_in = shapes::LocalTime{domain::to_local_text(identity.news_since)};
  }
  if (views != nullptr) {
    news.account_acts = account_acts(
        projections::oversight::account_acts(*views, identity.user, identity.news_from, kActsMax));
  }
  auto failed = call.services.accounts.failed_sign_ins(call.ledger, identity.user);
  std::erase_if(failed, [&](const auto& row) { return row.last <= identity.news_since; });
  news.failed_sign_ins = failed_sign_ins(failed);
  return news;
}

/// The session as a signed-in browser needs it; an access token has no CSRF token and no news.
shapes::Session session_of(const Access& access, std::string csrf_token,
                           std::optional<shapes::AccountNews> news) {
  return {.person = shape_of(access),
          .csrf_token = shapes::unless_empty(std::move(csrf_token)),
          .since_last_sign_in = std::move(news)};
}

/// The views with what was recorded a moment ago, if they come that far at once; none where there
/// are none: people sign in all the same, and are told the next time.
std::shared_ptr<const projections::Snapshot> views_of(const Call& call) {
  constexpr std::chrono::milliseconds kAtOnce{100};
  const auto ledger = call.ledger_id();
  static_cast<void>(call.services.views.wait_for(ledger, call.services.store.known_size(ledger),
                                                 std::chrono::steady_clock::now() + kAtOnce));
  auto latest = call.services.views.latest(ledger);
  return latest ? std::move(*latest) : call.latest;
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
  const auto device = cookie_of(call.request, device_cookie(call.ledger, body->user));
  const auto opened = accounts.sign_in(call.ledger, body->user, body->password.typed,
                                       call.request.peer, device, body->code);
  if (!opened) {
    return fail(account_problem(call, opened.error()));
  }
  const auto access = call.accesses.get(call.services.store, call.ledger_id(), body->user);
  auto barred = access ? why_barred(**access) : std::optional(access.error());
  barred = barred ? std::move(barred) : untold_of(call, body->user);
  if (barred) {
    static_cast<void>(accounts.sign_out(opened->cookie));  // it was never kept
    return fail(std::move(*barred));
  }
  const auto views = views_of(call);
  auto welcome = accounts.welcome(opened->cookie, device, views ? views->size() : 0);
  auto response =
      json_response(200, wire::text(session_of(**access, opened->csrf_token,
                                               news_of(call, views.get(), welcome.identity))));
  set_device(response, call, body->user, std::move(welcome.device));
  // Last: clients that keep one header of a name keep this one.
  set_cookie(response, call.request,
             {std::string(kSessionCookie), opened->cookie, "/", opened->max_age.count()});
  return response;
}

// POST …/session/sign-in-link {user, code, password} -> 204: the person sets a password of their
// own, and signs in with it.
Reply use_sign_in_link(Call& call) {
  if (!has_json_body(call.request)) {
    return fail(ProblemCode::unsupported_media_type);
  }
  const auto body = wire::read_link(call.request.body);
  if (!body) {
    return fail(body.error());
  }
  const auto access = call.accesses.get(call.services.store, call.ledger_id(), body->user);
  if (!access) {
    return fail(access.error());
  }
  if (!call.services.store.writable()) {
    return fail(retry_later(problem(ProblemCode::store_unavailable), 30));
  }
  // Nobody's code is right: who may not come in is told what a stranger is told.
  const bool barred = why_barred(**access).has_value();
  const AccountActor by{body->user, barred ? domain::Role::officer : (*access)->roles.front().role};
  auto device = call.services.accounts.use_sign_in_link(
      call.ledger, body->user, barred ? std::string_view() : std::string_view(body->code),
      body->password.typed, call.request.peer, by);
  if (!device) {
    return fail(account_problem(call, device.error()));
  }
  // Told now if it can be; if not, the sign-in that follows waits for it.
  static_cast<void>(untold_of(call, body->user));
  Response response;
  response.status = 204;
  set_device(response, call, body->user, std::move(*device));
  return response;
}

// GET …/session
Reply get_session(Call& call) {
  Query query(call.target);
  if (auto wrong = query.problem()) {
    return fail(std::move(*wrong));
  }
  const auto& identity = *call.identity;
  return json_response(200, wire::text(session_of(*call.access, identity.csrf_token,
                                                  news_of(call, call.latest.get(), identity))));
}

// DELETE …/session
Reply sign_out(Call& call) {
  const auto done = call.services.accounts.sign_out(session_cookie(call.request));
  call.live.wake(call.ledger_id(), call.identity->user);
  if (!done) {
    return fail(account_problem(call, done.error()));
  }
  Response response;
  response.status = 204;
  set_cookie(response, call.request, {std::string(kSessionCookie), "", "/", 0});
  return response;
}

}  // namespace

void add_session_routes(std::vector<Route>& routes) {
  const auto path = std::string(kWardBase) + "session";
  routes.push_back({Method::post, path, Gate::ward, &sign_in});
  routes.push_back({Method::post, path + "/sign-in-link", Gate::ward, &use_sign_in_link});
  add_read(routes, "session", &get_session);
  routes.push_back({Method::delete_, path, Gate::member, &sign_out});
}

}  // namespace langnghe::api::resources
