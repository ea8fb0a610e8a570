#include <string>

#include <api/assets.hpp>

#include "reading/metrics.hpp"
#include "reading/reading.hpp"
#include "resources/routes.hpp"
#include "routing/conditional.hpp"
#include "wire/proof_json.hpp"
#include "wire/settings_json.hpp"

namespace langnghe::api::resources {
namespace {

constexpr std::uint64_t kRecordsBehindMax = 1'000;

// GET /healthz: the process answers.
Reply get_health(Call& /*call*/) {
  return json_response(200, wire::health());
}

void add_differing_ledgers(const Services& services, std::vector<Fault>& faults) {
  if (services.watch == nullptr) {
    return;
  }
  for (const auto& state : services.watch->states()) {
    if (state.finding == eventstore::WatchFinding::differs) {
      faults.push_back({Fault::In::body, "/ledgers/" + state.ledger.value, "ledger_differs",
                        std::to_string(state.position)});
    }
  }
}

// GET /readyz: it can also write, its views are not stopped and not far behind, it signs heads, and
// no ledger was found to differ from what was signed.
Reply get_readiness(Call& call) {
  auto waiting = problem(ProblemCode::not_ready);
  if (!call.services.store.writable()) {
    waiting.faults.push_back({Fault::In::body, "/store", "store_not_writable", ""});
  }
  add_differing_ledgers(call.services, waiting.faults);
  for (const auto& ledger : call.services.store.ledgers()) {
    const auto status = call.services.views.status(ledger);
    const auto where = "/views/" + ledger.value;
    if (!status.stopped.empty()) {
      waiting.faults.push_back({Fault::In::body, where, "views_stopped", status.stopped});
    } else if (status.ledger_size > status.size + kRecordsBehindMax) {
      waiting.faults.push_back({Fault::In::body, where, "views_behind",
                                std::to_string(status.ledger_size - status.size)});
    }
  }
  if (const auto* log = call.services.transparency; log != nullptr) {
    if (const auto fault = log->fault()) {
      waiting.faults.push_back({Fault::In::body, "/transparency", "checkpoints_stopped",
                                std::string(eventstore::to_text(fault->code))});
    }
  }
  if (!waiting.faults.empty()) {
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
