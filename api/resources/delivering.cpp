#include <string>
#include <utility>
#include <variant>

#include "acting/sealing.hpp"
#include "reading/personal_data.hpp"
#include "resources/asked_act.hpp"
#include "resources/routes.hpp"
#include "streams/stream_state.hpp"
#include "wire/commands.hpp"

namespace langnghe::api::resources {
namespace {

using wire::DeliveryBody;

/// The addressee of the answer: the issue's own person, or the one of the merged issue that is
/// named.
std::expected<domain::ResidentId, Problem> addressee_of(
    const Call& call, const domain::IssueId& issue,
    const std::optional<domain::IssueId>& absorbed) {
  const auto state = state_now(call.services.store, call.ledger_id(), domain::stream_of(issue));
  if (!state) {
    return fail(state.error());
  }
  const auto& known = std::get<domain::IssueState>(*state);
  if (!absorbed) {
    return known.recorded.resident;
  }
  const auto* held = known.find_absorbed(*absorbed);
  if (held == nullptr) {
    return fail(body_fault("/absorbed", "value_not_valid"));
  }
  return held->resident;
}

/// Seals the recipient's name under the key of the addressee. An unknown addressee has no key.
std::expected<std::optional<domain::SealedText>, Problem> seal_recipient(
    const Call& call, const Intake& intake, const domain::IssueId& issue,
    const DeliveryBody& body) {
  if (!body.recipient) {
    return std::nullopt;
  }
  if (is_blank(*body.recipient)) {
    return fail(body_fault("/recipient", "value_required"));
  }
  auto person = addressee_of(call, issue, body.absorbed);
  if (!person) {
    return fail(std::move(person.error()));
  }
  if (person->empty()) {
    return fail(body_fault("/recipient", "value_not_valid"));
  }
  const auto known = state_now(call.services.store, call.ledger_id(), domain::stream_of(*person));
  if (!known) {
    return fail(known.error());
  }
  if (std::get<domain::ResidentState>(*known).erasure) {
    return fail(refused({domain::RefusalCode::key_destroyed, {}}));
  }
  Sealer sealer(call, intake, *person, false);
  auto sealed =
      sealer.seal(domain::stream_of(issue), kRecipientField, std::string_view(*body.recipient));
  if (sealer.failed()) {
    return fail(sealer.problem());
  }
  return sealed;
}

template <class Command>
Reply deliver(Call& call, const Act& act) {
  auto asked = asked_act<domain::IssueId>(call, act, &wire::read_delivery);
  if (!asked) {
    return fail(std::move(asked.error()));
  }
  auto& [intake, issue, told] = *asked;
  auto& body = told.what;
  auto recipient = seal_recipient(call, intake, issue, body);
  if (!recipient) {
    return fail(std::move(recipient.error()));
  }
  Command command{issue,
                  body.method,
                  {*std::move(recipient), body.acknowledgement, std::move(body.refusal),
                   std::move(body.reference), std::move(body.files)},
                  body.absorbed};
  const Place place{issue.value, ward_path(call, "issues/" + issue.value)};
  return carry_out(call, intake, std::move(command), told.happened, place);
}

}  // namespace

// POST …/issues/{id}/record-delivery -> 200
Reply record_delivery(Call& call, const Act& act) {
  return deliver<domain::RecordDelivery>(call, act);
}

// POST …/issues/{id}/tell-external-result -> 200
Reply tell_external_result(Call& call, const Act& act) {
  return deliver<domain::TellExternalResult>(call, act);
}

}  // namespace langnghe::api::resources
