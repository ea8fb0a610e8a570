#include <utility>

#include "dialogue/judge.hpp"

namespace langnghe::domain {
namespace {

/// The dialogue as it will stand: what the command names, and the rest as it is.
DialogueRearranged rearranged(const RearrangeDialogue& command, const DialogueScheduled& now) {
  DialogueRearranged to;
  to.reason = command.reason;
  to.khom = command.khom.value_or(now.khom);
  to.venue = command.venue.value_or(now.venue);
  to.chair = command.chair.value_or(now.chair);
  DialogueScheduled moved = now;
  if (command.start) {
    move_start(moved, *command.start);
  }
  to.start = moved.start;
  to.end = command.end ? command.end : moved.end;
  return to;
}

/// People who were told another place or hour have to be told again; a change of chair concerns the
/// chair alone.
bool must_be_announced_again(const DialogueRearranged& to, const DialogueState& dialogue) {
  const DialogueScheduled& now = dialogue.schedule;
  const bool elsewhere = to.khom != now.khom || to.venue != now.venue || to.start != now.start;
  return dialogue.phase == DialoguePhase::announced && elsewhere;
}

MaybeRefusal check_changes(const DialogueRearranged& to, const DialogueScheduled& now) {
  const bool same = to.khom == now.khom && to.venue == now.venue && to.chair == now.chair &&
                    to.start == now.start && to.end == now.end;
  return same ? MaybeRefusal(refuse(RefusalCode::value_required, {{"field", "venue"}}))
              : std::nullopt;
}

}  // namespace

Decision judge(const World& world, const RearrangeDialogue& command, const Context& context) {
  const DialogueState& dialogue = world.dialogue(command.dialogue);
  const DialogueScheduled& now = dialogue.schedule;
  DialogueRearranged to = rearranged(command, now);
  if (auto refusal = first_of(
          {check_not_blank("reason", command.reason), check_order(context.happened.date, now.date),
           check_scope(context.actor, to.khom), check_khom(world.ward(), to.khom, now.date),
           check_official(world.ward(), to.chair, now.date), check_times(to.start, to.end),
           check_venue(to.venue), check_host(world, to.venue, command.new_host),
           check_settings(world), check_changes(to, now)})) {
    return std::unexpected(*refusal);
  }
  const auto clash =
      clash_of(world, {command.dialogue, to.chair, now.date, to.start, to.end}, command.others);
  if (auto refusal = check_clash(clash, command.double_booking)) {
    return std::unexpected(*refusal);
  }
  to.double_booked = clash.has_value();
  to.outside_office_hours = is_outside_office_hours(
      now.date, to.start, world.policy().valid_on(now.date), world.calendar().current());
  to.announce_again = must_be_announced_again(to, dialogue);
  const KhomId khom = to.khom;
  std::vector events{Emitted{stream_of(command.dialogue), std::move(to)}};
  add_host(events, khom, command.new_host);
  return events;
}

}  // namespace langnghe::domain
