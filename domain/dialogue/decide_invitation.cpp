#include <algorithm>

#include "dialogue/judge.hpp"

namespace langnghe::domain {
namespace {

bool is_invited(const DialogueState& dialogue, const std::string& participant) {
  return std::ranges::any_of(dialogue.invitations, [&](const Invitation& invitation) {
    return invitation.invited.participant == participant;
  });
}

}  // namespace

MaybeRefusal guard_act(const World& world, const AnswerInvitation& command, const Context&) {
  if (world.dialogue(command.dialogue).invitations.empty()) {
    return not_allowed_now(AnswerInvitation::kAct, "nobody_invited");
  }
  return std::nullopt;
}

// A participant is typed freely, so no fact repeats it: it may turn out to be somebody's name.
Decision judge(const World& world, const InviteParticipant& command, const Context& context) {
  if (auto refusal = first_of({check_done_by_meeting(world.dialogue(command.dialogue), context),
                               check_not_blank("participant", command.participant),
                               check_not_blank("role", command.role)})) {
    return std::unexpected(*refusal);
  }
  if (is_invited(world.dialogue(command.dialogue), command.participant)) {
    return std::unexpected(refuse(RefusalCode::already_invited));
  }
  return on_dialogue(command.dialogue,
                     ParticipantInvited{command.participant, command.role, command.required});
}

// A guest who said yes may yet say no: the last answer stands.
Decision judge(const World& world, const AnswerInvitation& command, const Context& context) {
  if (auto refusal = first_of({check_done_by_meeting(world.dialogue(command.dialogue), context),
                               check_not_blank("participant", command.participant)})) {
    return std::unexpected(*refusal);
  }
  if (!is_invited(world.dialogue(command.dialogue), command.participant)) {
    return std::unexpected(refuse(RefusalCode::not_invited));
  }
  return on_dialogue(command.dialogue,
                     InvitationAnswered{command.participant, command.coming, command.note});
}

}  // namespace langnghe::domain
