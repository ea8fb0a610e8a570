#include <variant>

#include "acting/sealing.hpp"
#include "reading/personal_data.hpp"
#include "resources/asked_act.hpp"
#include "resources/routes.hpp"
#include "streams/stream_state.hpp"
#include "wire/commands.hpp"

namespace langnghe::api::resources {
namespace {

/// The words are sealed under the key of who raised the issue.
std::expected<std::optional<domain::SealedText>, Problem> sealed_words(
    const Call& call, const Intake& intake, const domain::IssueId& issue,
    const std::optional<std::string>& words) {
  if (!words) {
    return std::nullopt;
  }
  if (is_blank(*words)) {
    return fail(body_fault("/words", "value_required"));
  }
  const auto state = state_now(call.services.store, call.ledger_id(), domain::stream_of(issue));
  if (!state) {
    return fail(state.error());
  }
  const auto& resident = std::get<domain::IssueState>(*state).recorded.resident;
  if (resident.empty()) {
    return fail(ProblemCode::not_found);
  }
  Sealer sealer(call, intake, resident, false);
  auto sealed = sealer.seal(domain::stream_of(issue), kFeedbackField, std::string_view(*words));
  if (sealer.failed()) {
    return fail(sealer.problem());
  }
  return sealed;
}

}  // namespace

// POST …/issues/{id}/record-feedback -> 200
Reply record_feedback(Call& call, const Act& act) {
  auto asked = asked_act<domain::IssueId>(call, act, &wire::read_feedback);
  if (!asked) {
    return fail(std::move(asked.error()));
  }
  auto& [intake, issue, told] = *asked;
  auto words = sealed_words(call, intake, issue, told.what.words);
  if (!words) {
    return fail(std::move(words.error()));
  }
  domain::RecordFeedback command{issue, told.what.verdict, told.what.solved_in_reality,
                                 std::move(*words)};
  const Place place{issue.value, ward_path(call, "issues/" + issue.value)};
  return carry_out(call, intake, std::move(command), told.happened, place);
}

}  // namespace langnghe::api::resources
