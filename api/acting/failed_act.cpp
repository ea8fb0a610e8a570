#include "acting/failed_act.hpp"

#include <iostream>
#include <optional>
#include <string>
#include <variant>

#include "acting/stream_state.hpp"

namespace langnghe::api {
namespace {

/// Where a stream belongs and what phase it is in, for those that have such.
struct Standing {
  domain::KhomId khom;
  std::string phase;
};

std::optional<Standing> standing_of(const Call& call, const domain::StreamId& stream) {
  const auto state = state_now(call.services.store, call.ledger_id(), stream);
  if (!state) {
    return std::nullopt;
  }
  if (const auto* issue = std::get_if<domain::IssueState>(&*state)) {
    return Standing{issue->recorded.khom, std::string(domain::to_text(issue->phase))};
  }
  if (const auto* dialogue = std::get_if<domain::DialogueState>(&*state)) {
    return Standing{dialogue->schedule.khom, std::string(domain::to_text(dialogue->phase))};
  }
  if (const auto* resident = std::get_if<domain::ResidentState>(&*state)) {
    return Standing{resident->resident.khom, std::string(domain::to_text(resident->phase))};
  }
  return std::nullopt;
}

/// May the caller know of this stream at all?
bool may_see(const Call& call, const eventstore::StreamName& stream) {
  const auto standing = standing_of(call, {stream.value});
  return !standing || call.access->sees(standing->khom);
}

/// The phase to name allowed acts for: as the refusal says it, else as the ledger has it.
std::string phase_now(const Call& call, const Intake& intake, const domain::Refusal& refusal) {
  for (const auto& fact : refusal.facts) {
    if (fact.name == "state") {
      return fact.value;
    }
  }
  const auto id = call.params.find("id");
  if (id == call.params.end()) {
    return {};
  }
  const auto kind = std::string(domain::to_text(intake.act.subject));
  const auto standing = standing_of(call, {kind + '-' + id->second});
  return standing ? standing->phase : std::string{};
}

class AsProblem {
 public:
  AsProblem(const Call& call, const Intake& intake) : call_(call), intake_(intake) {}

  Problem operator()(const domain::Refusal& refusal) const {
    auto made = refused(refusal);
    if (made.status != 409) {
      return made;
    }
    const auto phase = phase_now(call_, intake_, refusal);
    if (!phase.empty()) {
      for (const auto act : call_.access->allowed_acts(intake_.act.subject, phase)) {
        made.allowed_commands.emplace_back(act);
      }
    }
    return made;
  }

  Problem operator()(const command::Stale& stale) const {
    if (stale.actual == eventstore::kAbsent || !may_see(call_, stale.subject)) {
      return problem(ProblemCode::not_found);
    }
    if (intake_.expected.assumed) {
      return problem(ProblemCode::if_match_required);
    }
    auto made = problem(ProblemCode::version_stale,
                        {{"seen", std::to_string(stale.seen.value)},
                         {"current_version", std::to_string(stale.actual.value)}});
    auto changes = changes_since(call_, stale.subject, stale.seen);
    if (!changes) {
      return changes.error();
    }
    made.changes = std::move(*changes);
    return made;
  }

  Problem operator()(const eventstore::StoreError& error) const { return store_problem(error); }

  Problem operator()(const command::Unreadable& unreadable) const {
    std::clog << "api: unreadable record " << unreadable.position.value << ": " << unreadable.what
              << '\n';
    return problem(ProblemCode::ledger_unreadable,
                   {{"position", std::to_string(unreadable.position.value)}});
  }

 private:
  const Call& call_;
  const Intake& intake_;
};

}  // namespace

Problem failed_act(const Call& call, const Intake& intake,
                   const CommandHandler::FailureType& failure) {
  return std::visit(AsProblem(call, intake), failure);
}

}  // namespace langnghe::api
