#include <optional>
#include <string>
#include <utility>

#include <api/accounts.hpp>
#include <api/application.hpp>
#include <api/assets.hpp>
#include <api/request_id.hpp>
#include <api/uuid.hpp>
#include <log/log.hpp>

#include "admission/admission.hpp"
#include "caching/response_cache.hpp"
#include "caching/shared_turns.hpp"
#include "call/call.hpp"
#include "cases/case_book.hpp"
#include "encoding/content_coding.hpp"
#include "live/live_streams.hpp"
#include "problem_answer.hpp"
#include "reading/reading.hpp"
#include "routing/byte_range.hpp"
#include "routing/conditional.hpp"
#include "routing/router.hpp"
#include "wire/answers.hpp"

namespace langnghe::api {
namespace {

constexpr std::size_t kCacheBytesMax = 32u << 20;

/// Every address of a page goes the way of the first one.
const Target kFirstPage{"/", {}, {}};

/// A person who typed an address in a browser is told by the page itself that nothing is there;
/// programs, and whatever asks the API, are told as ever.
bool wants_page(const Request& request, const Target& target) {
  const std::string_view path = target.raw_path;
  return (request.method == Method::get || request.method == Method::head) && path != "/api" &&
         !path.starts_with("/api/") &&
         request.header("accept").find("text/html") != std::string_view::npos;
}

/// The answer of an address at which nothing is has no version: no reader is to keep it.
Reply page_of_nothing(Reply page) {
  if (page) {
    page->status = 404;
    std::erase_if(page->headers, [](const auto& header) { return header.first == "ETag"; });
  }
  return page;
}

std::string_view header_of(const Response& response, std::string_view name) {
  for (const auto& [each, value] : response.headers) {
    if (each == name) {
      return value;
    }
  }
  return {};
}

void set_common_headers(Response& response) {
  response.set("X-Content-Type-Options", "nosniff");
  response.set("Referrer-Policy", "no-referrer");
  if (!header_of(response, "Cache-Control").empty()) {
    if (header_of(response, "Vary").empty()) {
      response.set("Vary", "Accept-Encoding");
    }
    return;
  }
  // An answer for one reader may not be shown to another: no shared cache, and always ask again.
  response.set("Cache-Control", "private, no-cache");
  response.set("Vary", "Authorization, Cookie, Accept-Language, Accept-Encoding");
}

Response to_response(const Problem& problem, const Request& request, std::string_view request_id) {
  const auto language = choose_language(request.header("accept-language"));
  const auto path = std::string_view(request.target).substr(0, request.target.find('?'));
  Response response;
  response.status = problem.status;
  response.body = wire::text(problem_answer(problem, language, {path, request_id}));
  response.set("Content-Type", "application/problem+json");
  response.set("Content-Language", std::string(tag_of(language)));
  for (const auto& [name, value] : problem.headers) {
    response.set(name, value);
  }
  if (problem.status == 401) {
    response.set("WWW-Authenticate", "Bearer realm=\"langnghe\"");
  }
  return response;
}

Problem wrong_method(const std::string& methods) {
  auto made = problem(ProblemCode::method_not_allowed, {{"allow", methods}});
  made.headers.emplace_back("Allow", methods);
  return made;
}

bool is_read(Method method) {
  return method == Method::get || method == Method::head;
}

/// A read that the reader has as it is. What shows opened personal data is kept by nobody, so
/// nobody has it.
bool is_known_to(const Request& request, const Response& response) {
  const auto tag = header_of(response, "ETag");
  return is_read(request.method) && response.status == 200 && !tag.empty() &&
         header_of(response, "Cache-Control").find("no-store") == std::string_view::npos &&
         has_not_changed(request, tag);
}

/// Bodies are taken as they are; a coding that is not undone would be read as something else.
std::optional<Problem> check_content_coding(const Request& request) {
  const auto coding = request.header("content-encoding");
  if (coding.empty() || coding == "identity") {
    return std::nullopt;
  }
  auto refused =
      problem(ProblemCode::content_coding_not_supported, {{"coding", std::string(coding)}});
  refused.headers.emplace_back("Accept-Encoding", "identity");
  return refused;
}

/// A part of an answer is a part of the bytes as they are.
ContentCoding wanted_coding(const Request& request) {
  return is_read(request.method) && request.header("range").empty()
             ? choose_coding(request.header("accept-encoding"))
             : ContentCoding::identity;
}

/// The facts of a request that its log line may hold. The name of a ward that does not exist is
/// text that somebody typed, so it is left out.
struct Noted {
  std::string id;
  std::string route;
  std::string ward;
  Waited waited;
};

/// Of the server as a whole (RFC 9110 section 9.3.7), which `OPTIONS *` asks for.
Response server_options() {
  Response response;
  response.status = 204;
  response.set("Allow", "DELETE, GET, HEAD, OPTIONS, POST");
  return response;
}

}  // namespace

struct Application::Parts {
  explicit Parts(Services given)
      : services(std::move(given)),
        commands(services.store,
                 codec::WardModel([now = services.now] { return make_uuid_v7(now()); })) {}

  Response answer_always(const Request& request, Noted& noted);
  Response answer(const Request& request, Noted& noted);
  Reply dispatch(const Request& request, const Target& target, Noted& noted);
  Reply respond(const Request& request, Noted& noted);
  Reply respond_from_cache(Call& call, const Route& route);

  Services services;
  CommandHandler commands;
  AccessCache accesses;
  FiguresCache figures;
  PageMoments pages;
  LiveStreams live;
  CaseBook cases{services.limits};
  ResponseCache responses{kCacheBytesMax};
  SharedTurns turns;
  Router router{all_routes()};
};

Reply Application::Parts::dispatch(const Request& request, const Target& target, Noted& noted) {
  auto match = router.find(request.method, target);
  if (match.methods.empty() && find_page(target.raw_path)) {
    match = router.find(request.method, kFirstPage);
  }
  if (match.methods.empty() && wants_page(request, target)) {
    return page_of_nothing(dispatch(request, kFirstPage, noted));
  }
  if (match.methods.empty()) {
    return fail(ProblemCode::unknown_path);
  }
  if (match.route == nullptr && request.method == Method::options) {
    Response response;
    response.status = 204;
    response.set("Allow", match.methods);
    return response;
  }
  if (match.route == nullptr) {
    return fail(wrong_method(match.methods));
  }
  noted.route = match.route->pattern;
  Call call{services,
            commands,
            accesses,
            figures,
            pages,
            live,
            cases,
            request,
            target,
            noted.waited,
            services.now(),
            noted.id,
            std::move(match.params),
            {},
            nullptr,
            std::nullopt,
            nullptr,
            false};
  auto barred = admit(call, *match.route);
  if (services.store.known_size(call.ledger_id()) > 0) {
    noted.ward = call.ledger;
  }
  if (barred) {
    return fail(std::move(*barred));
  }
  const log::Scope scope(noted.id, noted.ward);
  return is_read(request.method) && call.access ? respond_from_cache(call, *match.route)
                                                : match.route->handle(call);
}

/// A request that came while an answer was being made may have to wait for it and the next. If
/// neither was kept, it is one that is not shared.
bool may_wait_for_another(const Call& call) {
  constexpr int kTurnsMax = 2;
  const auto& until = call.request.wait_until;
  return until && std::chrono::steady_clock::now() < *until && call.waited.turns < kTurnsMax;
}

Reply Application::Parts::respond_from_cache(Call& call, const Route& route) {
  const auto coding = wanted_coding(call.request);
  const auto key =
      call.request.target + '\n' + reader_view(call) + '\n' + std::string(name_of(coding));
  const ResponseCache::Moment moment{call.latest->size(), domain::local_date(call.now),
                                     call.latest->definition()};
  const auto must_show =
      std::min(call.waited.must_show.value_or(moment.ledger_size), moment.ledger_size);
  if (auto known = responses.find(key, {must_show, moment.today, moment.views})) {
    return std::move(*known);
  }
  const auto turn = turns.enter(key);
  if (!turn.is_first() && may_wait_for_another(call)) {
    ++call.waited.turns;
    return fail(not_before(turn.is_over()));
  }
  auto reply = route.handle(call);
  if (reply && call.cacheable && reply->status == 200) {
    encode(*reply, coding);
    responses.put(key, moment, *reply);
  }
  return reply;
}

Reply Application::Parts::respond(const Request& request, Noted& noted) {
  if (request.method == Method::options && request.target == "*") {
    return server_options();
  }
  if (auto coded = check_content_coding(request)) {
    return fail(*std::move(coded));
  }
  const auto target = parse_target(request.target);
  return target ? dispatch(request, *target, noted) : fail(ProblemCode::malformed_target);
}

Response Application::Parts::answer(const Request& request, Noted& noted) {
  auto reply = respond(request, noted);
  if (!reply && reply.error().not_before) {
    Response waiting;
    waiting.not_before = std::move(reply.error().not_before);
    waiting.waited = noted.waited;
    return waiting;
  }
  auto response = reply ? std::move(*reply) : to_response(reply.error(), request, noted.id);
  const auto coding = wanted_coding(request);
  const bool to_be_compressed = name_coding(response, coding);
  // One place asks whether the reader has it already, and for which part they ask.
  if (is_known_to(request, response)) {
    response = not_modified(response);
  } else if (to_be_compressed) {
    response.body = compress(response.body, coding);
  } else if (const auto beyond = serve_range(request, response)) {
    response = to_response(*beyond, request, noted.id);
  }
  set_common_headers(response);
  return response;
}

Response Application::Parts::answer_always(const Request& request, Noted& noted) {
  try {
    return answer(request, noted);
  } catch (const projections::ViewFault& fault) {
    return to_response(view_problem({projections::ViewError::Code::unavailable, 0, fault.what()}),
                       request, noted.id);
  } catch (...) {
    // The last door: whatever a library throws becomes an answer, and the operator is told.
    log::exception("api");
    return to_response(problem(ProblemCode::internal_error), request, noted.id);
  }
}

bool Application::streams_body(const Request& head) const {
  if (head.method != Method::post || head.header("content-type").starts_with("application/json")) {
    return false;
  }
  const auto target = parse_target(head.target);
  if (!target) {
    return false;
  }
  const auto match = parts_->router.find(head.method, *target);
  return match.route != nullptr && match.route->streams_body;
}

bool Application::is_about_the_service(const Request& head) {
  const auto path = std::string_view(head.target).substr(0, head.target.find('?'));
  return path == "/healthz" || path == "/readyz" || path == "/metrics";
}

Application::Application(Services services)
    : parts_(std::make_unique<Parts>(std::move(services))) {}

Application::~Application() = default;

std::unique_ptr<eventstore::Following> Application::follow(eventstore::Supervisor& supervisor) {
  return parts_->live.follow(supervisor, parts_->services.views);
}

Response Application::handle(const Request& request) {
  Noted noted{.id = request_id_of(request), .route = {}, .ward = {}, .waited = request.waited};
  const log::Scope scope(noted.id);
  auto response = parts_->answer_always(request, noted);
  response.set("X-Request-Id", noted.id);
  response.route = std::move(noted.route);
  response.ward = std::move(noted.ward);
  return response;
}

}  // namespace langnghe::api
