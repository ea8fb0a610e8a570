#include "dialogue/judge.hpp"

namespace langnghe::domain {
namespace {

/// Told once at a meeting, or skipped once with the reason.
MaybeRefusal check_not_told(const DialogueState& dialogue, std::string_view act) {
  if (dialogue.presentation == Presentation::not_recorded) {
    return std::nullopt;
  }
  return not_allowed_now(act, to_text(dialogue.presentation));
}

/// Earlier matters of the same khóm, not those raised at this very meeting.
MaybeRefusal check_earlier(const World& world, const PresentPreviousResults& command,
                           const KhomId& khom) {
  for (const IssueId& id : command.issues) {
    const IssueState& issue = world.issue(id);
    if (auto refusal = check_exists(issue.phase != IssuePhase::absent, stream_of(id))) {
      return refusal;
    }
    if (issue.recorded.khom != khom || issue.recorded.dialogue == command.dialogue) {
      return refuse(RefusalCode::not_an_earlier_matter, {{"issue", id.value}});
    }
  }
  return check_distinct(command.issues);
}

}  // namespace

MaybeRefusal guard_act(const World& world, const PresentPreviousResults& command,
                       const Context& context) {
  const DialogueState& dialogue = world.dialogue(command.dialogue);
  return first_of({check_not_before_meeting(dialogue, context),
                   check_not_told(dialogue, PresentPreviousResults::kAct)});
}

MaybeRefusal guard_act(const World& world, const SkipPresentation& command,
                       const Context& context) {
  const DialogueState& dialogue = world.dialogue(command.dialogue);
  return first_of({check_not_before_meeting(dialogue, context),
                   check_not_told(dialogue, SkipPresentation::kAct)});
}

Decision judge(const World& world, const PresentPreviousResults& command, const Context&) {
  const DialogueState& dialogue = world.dialogue(command.dialogue);
  if (command.issues.empty()) {
    return std::unexpected(value_required("issues"));
  }
  if (auto refusal = first_of({check_not_blank("said", command.said),
                               check_earlier(world, command, dialogue.schedule.khom)})) {
    return std::unexpected(*refusal);
  }
  return on_dialogue(command.dialogue, PreviousResultsPresented{command.issues, command.said});
}

Decision judge(const World&, const SkipPresentation& command, const Context&) {
  if (auto refusal = check_not_blank("reason", command.reason)) {
    return std::unexpected(*refusal);
  }
  return on_dialogue(command.dialogue, PresentationSkipped{command.reason});
}

}  // namespace langnghe::domain
