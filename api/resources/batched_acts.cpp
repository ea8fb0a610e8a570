#include "resources/batched_acts.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <ledger/record.hpp>

#include "access/credentials.hpp"
#include "access/record_sight.hpp"
#include "acting/sealing.hpp"
#include "resources/routes.hpp"

namespace langnghe::api::resources {
namespace {

/// Acts that do more than append to the ledger, or that read all of it.
bool stands_alone(std::string_view pattern) {
  constexpr auto kAlone = std::to_array<std::string_view>(
      {domain::SetPassword::kAct, domain::MakeSignInLink::kAct, domain::TurnOnSecondFactor::kAct,
       domain::TurnOffSecondFactor::kAct, domain::ConfirmTime::kAct, domain::FreezeFigures::kAct});
  return std::ranges::any_of(
      kAlone, [&](std::string_view act) { return pattern.ends_with('/' + std::string(act)); });
}

const Router& routes_of_acts() {
  static const Router router([] {
    std::vector<Route> routes;
    add_act_routes(routes);
    std::erase_if(routes, [](const Route& route) { return stands_alone(route.pattern); });
    return routes;
  }());
  return router;
}

std::string_view header_of(const Response& response, std::string_view name) {
  const auto found =
      std::ranges::find(response.headers, name, &std::pair<std::string, std::string>::first);
  return found == response.headers.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace

std::string target_of(const Call& batch, const wire::BatchAct& act) {
  const auto& own = batch.target.raw_path;
  return own.substr(0, own.rfind('/') + 1) + act.path;
}

Reply BatchedActs::carry_out(const wire::BatchAct& act, bool just_made) {
  if (auto missing = check_earlier(act)) {
    return fail(*std::move(missing));
  }
  const auto request = request_of(act);
  const auto target = parse_target(request.target);
  auto match = target && target->query.empty() && request.target.find('?') == std::string::npos
                   ? routes_of_acts().find(Method::post, *target)
                   : Router::Match{};
  if (match.route == nullptr) {
    return fail(ProblemCode::act_not_in_batch, {{"path", act.path}});
  }
  auto causation = causation_of(act);
  if (!causation) {
    return fail(std::move(causation.error()));
  }
  Call call{on_.services,
            on_.commands,
            on_.accesses,
            batch_.figures,
            batch_.pages,
            batch_.live,
            batch_.cases,
            request,
            *target,
            batch_.waited,
            batch_.now,
            batch_.request_id,
            std::move(match.params),
            batch_.ledger,
            batch_.latest,
            batch_.identity,
            nullptr,
            false,
            *std::move(causation),
            on_.draft,
            just_made};
  if (auto barred = let_in(call)) {
    return fail(*std::move(barred));
  }
  auto reply = match.route->handle(call);
  if (reply) {
    auto key = once_key(call);
    if (!key) {
      return fail(std::move(key.error()));
    }
    done_.insert_or_assign(act.id, Done{*std::move(key), std::string(header_of(*reply, "ETag"))});
  }
  return reply;
}

/// An act that rests on one that was refused is not tried: it would act on something else.
std::optional<Problem> BatchedActs::check_earlier(const wire::BatchAct& act) const {
  for (const auto& earlier : {act.after, act.cause ? act.cause->act : std::nullopt}) {
    if (earlier && !done_.contains(*earlier)) {
      return problem(ProblemCode::earlier_act_not_done, {{"earlier", *earlier}});
    }
  }
  return std::nullopt;
}

Request BatchedActs::request_of(const wire::BatchAct& act) const {
  Request request;
  request.method = Method::post;
  request.target = target_of(batch_, act);
  request.body = act.body.json;
  request.peer = batch_.request.peer;
  request.id = batch_.request.id;
  request.headers.emplace("content-type", "application/json");
  request.headers.emplace("idempotency-key", act.id);
  const auto language = batch_.request.header("accept-language");
  if (!language.empty()) {
    request.headers.emplace("accept-language", language);
  }
  if (act.if_match) {
    request.headers.emplace("if-match", *act.if_match);
  } else if (act.after) {
    request.headers.emplace("if-match", done_.find(*act.after)->second.etag);
  }
  if (act.acting_role) {
    request.headers.emplace("x-acting-role", domain::to_text(*act.acting_role));
  }
  return request;
}

/// An earlier act of the batch may have changed what its sender may do.
std::optional<Problem> BatchedActs::let_in(Call& call) const {
  auto access = on_.accesses.get(on_.services.store, call.ledger_id(), call.identity->user);
  if (!access) {
    return std::move(access.error());
  }
  call.access = *std::move(access);
  return why_barred(*call.access);
}

std::expected<std::string, Problem> BatchedActs::causation_of(const wire::BatchAct& act) const {
  if (!act.cause) {
    return std::string();
  }
  return act.cause->act ? first_record_of(done_.find(*act.cause->act)->second)
                        : record_at(*act.cause->event);
}

/// The id of the act's first record; empty where it needed none.
std::expected<std::string, Problem> BatchedActs::first_record_of(const Done& done) const {
  auto& store = on_.services.store;
  const auto first = store.find(batch_.ledger_id(), done.key.key, done.key.request_hash);
  if (!first) {
    return fail(store_problem(first.error()));
  }
  if (!*first || (*first)->events == 0) {
    return std::string();
  }
  const auto records = store.read_ledger(batch_.ledger_id(), (*first)->first, 1);
  if (!records) {
    return fail(store_problem(records.error()));
  }
  const auto view =
      records->empty() ? std::unexpected(std::string()) : eventstore::parse(records->front().bytes);
  if (!view) {
    return fail(ProblemCode::ledger_unreadable,
                {{"position", std::to_string((*first)->first.value)}});
  }
  return std::string(view->id);
}

/// A record that the sender may not read is answered like one that is not there.
std::expected<std::string, Problem> BatchedActs::record_at(std::uint64_t position) const {
  const auto records = batch_.services.store.read_ledger(batch_.ledger_id(), {position}, 1);
  if (!records) {
    return fail(store_problem(records.error()));
  }
  if (!records->empty() && batch_.latest) {
    const auto view = eventstore::parse(records->front().bytes);
    if (!view) {
      return fail(ProblemCode::ledger_unreadable, {{"position", std::to_string(position)}});
    }
    if (RecordSight(*batch_.access, *batch_.latest).sees(view->stream, view->type)) {
      return std::string(view->id);
    }
  }
  return fail(body_fault("/cause/event", "no_such_record"));
}

}  // namespace langnghe::api::resources
