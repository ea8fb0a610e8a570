#include <algorithm>

#include "dialogue/judge.hpp"

namespace langnghe::domain {
namespace {

/// Raised here, and its speaker not asked before.
MaybeRefusal check_unconfirmed(const DialogueState& dialogue, const OpinionId& opinion,
                               std::string_view act) {
  if (std::ranges::find(dialogue.opinions, opinion) == dialogue.opinions.end()) {
    return value_not_valid("opinion", opinion.value);
  }
  if (std::ranges::find(dialogue.confirmed, opinion) != dialogue.confirmed.end()) {
    return not_allowed_now(act, "confirmed");
  }
  return std::nullopt;
}

/// Somebody spoke who was not asked yet.
MaybeRefusal check_any_unconfirmed(const DialogueState& dialogue, const Context& context,
                                   std::string_view act) {
  if (auto refusal = check_not_before_meeting(dialogue, context)) {
    return refusal;
  }
  if (dialogue.opinions.empty()) {
    return not_allowed_now(act, "no_opinion");
  }
  const bool all = std::ranges::all_of(dialogue.opinions, [&](const OpinionId& opinion) {
    return std::ranges::find(dialogue.confirmed, opinion) != dialogue.confirmed.end();
  });
  return all ? MaybeRefusal(not_allowed_now(act, "confirmed")) : std::nullopt;
}

}  // namespace

MaybeRefusal guard_act(const World& world, const ConfirmOpinion& command, const Context& context) {
  return check_any_unconfirmed(world.dialogue(command.dialogue), context, ConfirmOpinion::kAct);
}

MaybeRefusal guard_act(const World& world, const DeclineConfirmation& command,
                       const Context& context) {
  return check_any_unconfirmed(world.dialogue(command.dialogue), context,
                               DeclineConfirmation::kAct);
}

Decision judge(const World& world, const ConfirmOpinion& command, const Context&) {
  const DialogueState& dialogue = world.dialogue(command.dialogue);
  if (auto refusal = first_of({check_unconfirmed(dialogue, command.opinion, ConfirmOpinion::kAct),
                               check_files("files", command.files)})) {
    return std::unexpected(*refusal);
  }
  return on_dialogue(command.dialogue,
                     OpinionConfirmed{command.opinion, command.method, command.files});
}

Decision judge(const World& world, const DeclineConfirmation& command, const Context&) {
  const DialogueState& dialogue = world.dialogue(command.dialogue);
  if (auto refusal =
          first_of({check_unconfirmed(dialogue, command.opinion, DeclineConfirmation::kAct),
                    check_not_blank("reason", command.reason)})) {
    return std::unexpected(*refusal);
  }
  return on_dialogue(command.dialogue, ConfirmationDeclined{command.opinion, command.reason});
}

}  // namespace langnghe::domain
