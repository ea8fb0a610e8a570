#include <utility>

#include "issue/decision_input.hpp"

namespace langnghe::domain {
namespace issue {
namespace {

// Of an issue that exists already, and for an imported row the name it has in its list.
MaybeRefusal check_may_begin(const DecisionInput& input, const RecordIssue& act) {
  if (input.issue.phase == IssuePhase::absent) {
    return std::nullopt;
  }
  if (act.origin) {
    return refuse(RefusalCode::already_imported, {{"external_id", act.origin->external_id}});
  }
  return check_absent(true, stream_of(input.id));
}

MaybeRefusal check_after(const DecisionInput& input, const Date& received) {
  if (input.on() >= received) {
    return std::nullopt;
  }
  return refuse(RefusalCode::happened_before_start, {{"happened", to_text(input.context.happened)},
                                                     {"start", to_text(received)},
                                                     {"act", std::string(RecordIssue::kAct)}});
}

template <class Act>
MaybeRefusal check_may_act(const DecisionInput& input, const Act&) {
  return first_of({check_phase(Subject::issue, Act::kAct, to_text(input.issue.phase)),
                   check_after(input, input.issue.recorded.received)});
}

MaybeRefusal check_may_act(const DecisionInput& input, const RecordIssue& act) {
  return first_of({check_may_begin(input, act), check_date("received", act.received),
                   check_after(input, act.received)});
}

}  // namespace
}  // namespace issue

StreamId subject(const IssueCommand& command) {
  return std::visit([](const auto& act) { return stream_of(act.issue); }, command);
}

std::optional<Refusal> guard(const World& world, const IssueCommand& command,
                             const Context& context) {
  return std::visit(
      [&](const auto& act) {
        const issue::DecisionInput input{world, context, act.issue, world.issue(act.issue)};
        const auto refusal = issue::check_may_act(input, act);
        return refusal ? refusal : issue::guard(input, act);
      },
      command);
}

Decision rule(const World& world, const IssueCommand& command, const Context& context) {
  return std::visit(
      [&](const auto& act) {
        return issue::decide({world, context, act.issue, world.issue(act.issue)}, act);
      },
      command);
}

}  // namespace langnghe::domain
