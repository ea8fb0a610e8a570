#include "shapes/service.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <api/assets.hpp>
#include <transparency/cosigning.hpp>

#include "encoding/content_coding.hpp"
#include "reading/metrics.hpp"
#include "reading/readiness.hpp"
#include "reading/reading.hpp"
#include "resources/routes.hpp"
#include "wire/answers.hpp"

namespace langnghe::api::resources {
namespace {

// GET /healthz: the process answers.
Reply get_health(Call& /*call*/) {
  return json_response(200, wire::text(shapes::Health{shapes::HealthStatus::ok}));
}

/// The newest head that each witness has signed, seen from now.
std::vector<shapes::WitnessProgress> progress_of(
    const std::vector<eventstore::WitnessState>& witnesses, domain::Instant now) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
  std::vector<shapes::WitnessProgress> rows;
  for (const auto& state : witnesses) {
    shapes::WitnessProgress row{.witness = state.name,
                                .ledger = state.ledger.value,
                                .size = state.size,
                                .age_seconds = {},
                                .failures = state.failures,
                                .last_error = {}};
    if (state.signed_at != 0) {
      row.age_seconds =
          std::max<std::int64_t>(0, seconds - static_cast<std::int64_t>(state.signed_at));
    }
    if (state.fault != eventstore::WitnessFault::none) {
      row.last_error = eventstore::to_text(state.fault);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

// GET /readyz: it can also write, and nothing is wrong that an operator must know.
Reply get_readiness(Call& call) {
  auto waiting = problem(ProblemCode::not_ready);
  for (auto& trouble : troubles_of(call.services)) {
    waiting.faults.push_back({Fault::In::body, std::move(trouble.where), std::move(trouble.code),
                              std::move(trouble.detail)});
  }
  if (!waiting.faults.empty()) {
    call.pages.clear();
    return fail(retry_later(std::move(waiting), 1));
  }
  const auto* cosigning = call.services.cosigning;
  const auto witnesses =
      cosigning == nullptr ? std::vector<eventstore::WitnessState>() : cosigning->states();
  const shapes::Readiness ready{shapes::ReadyStatus::ready,
                                progress_of(witnesses, call.services.now())};
  return json_response(200, wire::text(ready));
}

// GET /metrics: figures for a monitor; nothing in them is personal.
Reply get_metrics(Call& call) {
  Response response;
  response.body = metrics_text(call.services, call.live);
  response.set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
  response.set("Cache-Control", "no-store");
  return response;
}

/// The page may load nothing from elsewhere and be framed by nobody. The one style that is named by
/// its hash is put in by React Aria for whoever touches a button; no other may stand in the page.
/// The one Trusted Types policy names the page's service worker and nothing else.
constexpr std::string_view kContentSecurityPolicy =
    "default-src 'none'; script-src 'self'; "
    "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='; "
    "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types langnghe-worker";

/// Sends a file of the dashboard as it was compressed when the program was built, where the client
/// takes that and asks for no part. The tag names the bytes that are sent.
void put_body(Response& response, const Asset& asset, const Request& request) {
  const auto wanted = request.header("range").empty()
                          ? choose_coding(request.header("accept-encoding"))
                          : ContentCoding::identity;
  const auto packed = wanted == ContentCoding::brotli ? asset.brotli
                      : wanted == ContentCoding::gzip ? asset.gzip
                                                      : std::string_view();
  auto etag = asset.etag;
  if (!packed.empty()) {
    response.set("Content-Encoding", std::string(name_of(wanted)));
    etag.insert(etag.size() - 1, "-" + std::string(name_of(wanted)));
  }
  response.body = packed.empty() ? asset.bytes : packed;
  response.set("ETag", std::move(etag));
}

// GET /, /assets/{file}, /sw.js, /manifest.webmanifest, /openapi.yaml, and every address of the
// dashboard
Reply get_asset(Call& call) {
  const auto& path = call.target.raw_path;
  const auto page = find_page(path);
  const auto asset = page ? page : find_asset(path);
  if (!asset) {
    return fail(ProblemCode::unknown_path);
  }
  Response response;
  put_body(response, *asset, call.request);
  response.set("Content-Type", std::string(asset->content_type));
  response.set("Cache-Control",
               asset->never_changes ? "public, max-age=31536000, immutable" : "no-cache");
  response.set("Content-Security-Policy", std::string(kContentSecurityPolicy));
  return response;
}

}  // namespace

void add_service_routes(std::vector<Route>& routes) {
  routes.push_back({Method::get, "/healthz", Gate::service, &get_health});
  routes.push_back({Method::get, "/readyz", Gate::service, &get_readiness});
  routes.push_back({Method::get, "/metrics", Gate::service, &get_metrics});
  routes.push_back({Method::get, "/openapi.yaml", Gate::service, &get_asset});
  routes.push_back({Method::get, "/assets/{file}", Gate::service, &get_asset});
  routes.push_back({Method::get, "/sw.js", Gate::service, &get_asset});
  routes.push_back({Method::get, "/manifest.webmanifest", Gate::service, &get_asset});
  routes.push_back({Method::get, "/", Gate::service, &get_asset});
}

}  // namespace langnghe::api::resources
