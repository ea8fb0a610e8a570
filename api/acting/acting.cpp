#include "acting/acting.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <api/clock_guard.hpp>
#include <domain/decide.hpp>
#include <domain/ward.hpp>
#include <orders/cause.hpp>
#include <orders/order.hpp>

#include "access/credentials.hpp"
#include "acting/acted_shape.hpp"
#include "acting/claimed_files.hpp"
#include "acting/failed_act.hpp"
#include "admission/visible_subject.hpp"
#include "bytes/digest.hpp"
#include "wire/answers.hpp"

namespace langnghe::api {
namespace {

constexpr std::size_t kKeyBytesMax = 255;

std::expected<std::string, Problem> scoped_key(const Call& call) {
  const auto key = client_key(call);
  if (!key) {
    return fail(key.error());
  }
  auto scoped = call.access->user.value + ':' + std::string(*key);
  if (scoped.size() <= kKeyBytesMax) {
    return scoped;
  }
  return call.access->user.value + ":sha256-" + sha256_hex(*key);
}

std::expected<domain::RoleGranted, Problem> role_for(const Call& call, const Act& act) {
  const auto wanted = call.request.header("x-acting-role");
  if (wanted.empty()) {
    return call.access->acting_role(act.subject, act.name);
  }
  const auto role = domain::from_text<domain::Role>(wanted);
  for (const auto& grant : call.access->roles) {
    if (role && grant.role == *role) {
      return grant;
    }
  }
  return fail(ProblemCode::acting_role_not_held, {{"role", std::string(wanted)}});
}

/// Of the versions the caller would act on the one that is there; else the newest of them, which
/// then is stale.
std::expected<std::optional<eventstore::Version>, Problem> version_to_match(
    const Call& call, const Intake& intake, const domain::Command& command) {
  const auto& versions = intake.expected.versions;
  if (versions.empty()) {
    return std::nullopt;
  }
  if (versions.size() > 1 && !intake.answered) {
    const eventstore::StreamName subject{domain::subject_of(command).value};
    const auto now = call.services.store.version_of(call.ledger_id(), subject);
    if (!now) {
      return fail(store_problem(now.error()));
    }
    if (std::ranges::find(versions, *now) != versions.end()) {
      return *now;
    }
  }
  return std::ranges::max(versions);
}

orders::Order order_of(const Call& call, const Intake& intake, domain::Command command,
                       const std::optional<domain::Happened>& happened) {
  return orders::make_order(std::move(command),
                            {.ledger = call.ledger_id(),
                             .actor = {call.access->user, intake.role.role, intake.role.khoms},
                             .now = call.now,
                             .happened = happened,
                             .key = intake.key,
                             .request_hash = intake.request_hash,
                             .correlation = call.request_id,
                             .causation = call.causation});
}

shapes::Acted acted(const Place& place, const CommandHandler::AcceptedType& done,
                    const Trace& traced) {
  shapes::Acted shape{place.id, done.version.value,        done.first.value, done.ledger_size,
                      {},       state_after(*traced.state)};
  for (const auto& event : traced.events) {
    shape.events.push_back({event.position, event.type, event.stream});
  }
  return shape;
}

/// The answer is made of what the ledger holds up to the command's own events, so that a repeat
/// gives the same bytes whatever has happened since.
Reply answer_of(const Call& call, const CommandHandler::AcceptedType& done, const Place& place) {
  auto traced = trace(call, done);
  if (!traced) {
    return fail(std::move(traced.error()));
  }
  const auto& written = traced->events;
  const auto of_subject = std::ranges::count(written, done.subject.value, &TracedEvent::stream);
  const bool created =
      of_subject > 0 && done.version.value == static_cast<std::uint64_t>(of_subject);
  Response response;
  response.status = created ? 201 : 200;
  response.body = wire::text(acted(place, done, *traced));
  response.set("Content-Type", "application/json");
  response.set("ETag", etag_of(done.version));
  response.set("X-Ledger-Size", std::to_string(done.ledger_size));
  if (created) {
    response.set("Location", place.path);
  }
  if (done.repeated) {
    response.set("Idempotent-Replayed", "true");
  }
  return response;
}

bool is_erasure(const domain::Command& command) {
  const auto* const of_resident = std::get_if<domain::ResidentCommand>(&command);
  return of_resident != nullptr && std::holds_alternative<domain::DestroyKey>(*of_resident);
}

}  // namespace

std::optional<Problem> held_by_clock(const Call& call, std::string_view act) {
  if (call.services.clock == nullptr || act == domain::ConfirmTime::kAct) {
    return std::nullopt;
  }
  const auto held = call.services.clock->held();
  if (!held) {
    return std::nullopt;
  }
  return retry_later(
      problem(ProblemCode::clock_unconfirmed, {{"reason", std::string(to_text(held->reason))},
                                               {"now", domain::to_utc_text(held->now)},
                                               {"expected", domain::to_utc_text(held->expected)}}),
      60);
}

std::expected<std::string_view, Problem> client_key(const Call& call) {
  const auto key = call.request.header("idempotency-key");
  if (key.empty()) {
    return fail(ProblemCode::idempotency_key_missing);
  }
  const bool visible = std::ranges::all_of(key, [](char c) { return c > 0x20 && c < 0x7f; });
  if (!visible || key.size() > kKeyBytesMax) {
    return fail(ProblemCode::idempotency_key_malformed);
  }
  return key;
}

std::expected<OnceKey, Problem> once_key(const Call& call) {
  auto key = scoped_key(call);
  if (!key) {
    return fail(std::move(key.error()));
  }
  return OnceKey{*std::move(key),
                 sha256_hex("POST\n" + call.target.raw_path + '\n' + call.request.body)};
}

std::expected<Intake, Problem> take_in(const Call& call, const Act& act) {
  if (!has_json_body(call.request)) {
    return fail(ProblemCode::unsupported_media_type);
  }
  if (auto hidden = hidden_subject(call, act)) {
    return fail(std::move(*hidden));
  }
  auto key = once_key(call);
  if (!key) {
    return fail(std::move(key.error()));
  }
  auto expected = expected_version(call.request, act.precondition);
  if (!expected) {
    return fail(std::move(expected.error()));
  }
  auto role = role_for(call, act);
  if (!role) {
    return fail(std::move(role.error()));
  }
  if (auto held = held_by_clock(call, act.name)) {
    return fail(std::move(*held));
  }
  Intake intake{act,       std::move(key->key), std::move(key->request_hash),
                *expected, std::move(*role),    {}};
  const auto known = call.commands.first_answer(call.ledger_id(), intake.key, intake.request_hash);
  if (!known) {
    return fail(store_problem(known.error()));
  }
  intake.answered = *known;
  // Before the body is read or a stream is named: who may not act learns nothing more, and what
  // they sent reaches nothing. A repeat is answered as it was, whatever the roles are now.
  if (!intake.answered) {
    if (const auto refusal = domain::check_role(act.subject, act.name, intake.role.role)) {
      return fail(refused(*refusal));
    }
  }
  return intake;
}

std::string ward_path(const Call& call, std::string_view tail) {
  return "/api/v1/wards/" + call.ledger + '/' + std::string(tail);
}

Reply carry_out(const Call& call, const Intake& intake, domain::Command command,
                const std::optional<domain::Happened>& happened, const Place& place) {
  const auto match = version_to_match(call, intake, command);
  if (!match) {
    return fail(match.error());
  }
  auto order = order_of(call, intake, std::move(command), happened);
  order.if_match = *match;
  if (!intake.answered) {
    if (auto claimed = claim_files(call, order.command); !claimed) {
      return fail(std::move(claimed.error()));
    }
  }
  if (!intake.answered && is_erasure(order.command)) {
    auto cause = orders::cause_of(call.services.store, order.ledger, order.command);
    if (!cause) {
      return fail(failed_act(call, intake, cause.error()));
    }
    order.causation = *std::move(cause);
  }
  const auto done = call.commands.handle(order, intake.answered);
  if (!done) {
    return fail(failed_act(call, intake, done.error()));
  }
  return answer_of(call, *done, place);
}

std::expected<void, Problem> act_unasked(const Call& call, domain::Command command,
                                         domain::Subject subject, std::string_view act,
                                         const std::string& key) {
  if (auto held = held_by_clock(call, act)) {
    return fail(std::move(*held));
  }
  const Intake intake{{subject, act, Precondition::any},      key, sha256_hex(key), {},
                      call.access->acting_role(subject, act), {}};
  const auto done = call.commands.handle(order_of(call, intake, std::move(command), std::nullopt));
  if (!done) {
    return fail(failed_act(call, intake, done.error()));
  }
  return {};
}

std::string id_for(const Call& call, const Intake& intake, std::string_view kind) {
  return derived_id(call.ledger + '\n' + intake.key + '\n' + std::string(kind));
}

}  // namespace langnghe::api
