#include <string>
#include <utility>

#include <api/assets.hpp>

#include "reading/metrics.hpp"
#include "reading/readiness.hpp"
#include "reading/reading.hpp"
#include "resources/routes.hpp"
#include "routing/conditional.hpp"
#include "wire/proof_json.hpp"
#include "wire/settings_json.hpp"

namespace langnghe::api::resources {
namespace {

// GET /healthz: the process answers.
Reply get_health(Call& /*call*/) {
  return json_response(200, wire::health());
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
  return json_response(
      200, wire::readiness(
               cosigning == nullptr ? std::vector<eventstore::WitnessState>() : cosigning->states(),
               call.services.now()));
}

// GET /metrics: figures for a monitor; nothing in them is personal.
Reply get_metrics(Call& call) {
  Response response;
  response.body = metrics_text(call.services);
  response.set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
  response.set("Cache-Control", "no-store");
  return response;
}

/// The page may load nothing from elsewhere and be framed by nobody.
constexpr std::string_view kContentSecurityPolicy =
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "object-src 'none'";

// GET /, /assets/{file}, /openapi.yaml
Reply get_asset(Call& call) {
  const auto asset = find_asset(call.target.raw_path);
  if (!asset) {
    return fail(ProblemCode::unknown_path);
  }
  Response response;
  response.body = asset->bytes;
  response.set("Content-Type", std::string(asset->content_type));
  response.set("ETag", asset->etag);
  response.set("Cache-Control", "no-cache");
  response.set("Content-Security-Policy", std::string(kContentSecurityPolicy));
  if (has_not_changed(call.request, asset->etag)) {
    return not_modified(response);
  }
  return response;
}

}  // namespace

void add_service_routes(std::vector<Route>& routes) {
  routes.push_back({Method::get, "/healthz", Gate::service, &get_health});
  routes.push_back({Method::get, "/readyz", Gate::service, &get_readiness});
  routes.push_back({Method::get, "/metrics", Gate::service, &get_metrics});
  routes.push_back({Method::get, "/openapi.yaml", Gate::service, &get_asset});
  routes.push_back({Method::get, "/assets/{file}", Gate::service, &get_asset});
  routes.push_back({Method::get, "/", Gate::service, &get_asset});
}

}  // namespace langnghe::api::resources
