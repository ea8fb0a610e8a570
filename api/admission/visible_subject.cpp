#include "admission/visible_subject.hpp"

#include <string>
#include <variant>

#include "streams/stream_state.hpp"

namespace langnghe::api {
namespace {

using domain::Subject;

std::optional<domain::KhomId> khom_in(const domain::StreamState& state) {
  if (const auto* issue = std::get_if<domain::IssueState>(&state)) {
    return issue->phase == domain::IssuePhase::absent ? std::nullopt
                                                      : std::optional(issue->recorded.khom);
  }
  if (const auto* dialogue = std::get_if<domain::DialogueState>(&state)) {
    return dialogue->phase == domain::DialoguePhase::absent
               ? std::nullopt
               : std::optional(dialogue->schedule.khom);
  }
  if (const auto* resident = std::get_if<domain::ResidentState>(&state)) {
    return resident->exists() ? std::optional(resident->resident.khom) : std::nullopt;
  }
  return std::nullopt;
}

bool has_khom(Subject subject) {
  return subject == Subject::issue || subject == Subject::dialogue || subject == Subject::resident;
}

bool creates(const Act& act) {
  return act.subject == Subject::issue && act.name == domain::RecordIssue::kAct;
}

}  // namespace

std::expected<std::optional<domain::KhomId>, Problem> khom_of(const Call& call,
                                                              const domain::StreamId& stream) {
  // To the end of the stream, with one question where it is short: what is not there is asked for
  // in the same way as what is.
  const auto state = state_at_end(call.services.store, call.ledger_id(), stream);
  if (!state) {
    return fail(state.error());
  }
  return khom_in(*state);
}

std::expected<bool, Problem> knows_of(const Call& call, const domain::StreamId& stream) {
  if (call.access->sees_all) {
    return true;
  }
  const auto khom = khom_of(call, stream);
  if (!khom) {
    return fail(khom.error());
  }
  return khom->has_value() && call.access->sees(**khom);
}

std::optional<Problem> taken_unseen(const Call& call, const domain::StreamId& stream) {
  if (call.access->sees_all) {
    return std::nullopt;
  }
  const auto khom = khom_of(call, stream);
  if (!khom) {
    return khom.error();
  }
  if (!khom->has_value() || call.access->sees(**khom)) {
    return std::nullopt;
  }
  return refused({domain::RefusalCode::already_exists, {{"stream", stream.value}}});
}

std::optional<Problem> hidden_subject(const Call& call, const Act& act) {
  const auto id = call.params.find("id");
  if (call.access->sees_all || !has_khom(act.subject) || id == call.params.end()) {
    return std::nullopt;
  }
  if (!domain::is_well_formed_id(id->second)) {
    return problem(ProblemCode::not_found);
  }
  const domain::StreamId stream{std::string(domain::to_text(act.subject)) + '-' + id->second};
  if (creates(act)) {
    return taken_unseen(call, stream);
  }
  const auto known = knows_of(call, stream);
  if (!known) {
    return known.error();
  }
  return *known ? std::nullopt : std::optional(problem(ProblemCode::not_found));
}

}  // namespace langnghe::api
