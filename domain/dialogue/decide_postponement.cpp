#include "dialogue/judge.hpp"

namespace langnghe::domain {
namespace {

/// The moment a meeting begins by its schedule.
Instant begins_at(const DialogueScheduled& schedule) {
  return std::chrono::sys_days(schedule.date) + schedule.start - kVietnamOffset;
}

/// A day and hour other than the ones that stand, not before the day they were set.
MaybeRefusal check_new_day(const World& world, const PostponeDialogue& command,
                           const DialogueState& dialogue, const Context& context) {
  const DialogueScheduled& schedule = dialogue.schedule;
  const std::chrono::minutes start = command.start.value_or(schedule.start);
  if (auto refusal = first_of({check_date("date", *command.date), check_clock_time("start", start),
                               check_order(context.happened.date, *command.date),
                               check_khom(world.ward(), schedule.khom, *command.date),
                               check_settings(world)})) {
    return refusal;
  }
  const bool stands =
      dialogue.phase == DialoguePhase::scheduled || dialogue.phase == DialoguePhase::announced;
  if (stands && *command.date == schedule.date && start == schedule.start) {
    return value_not_valid("date", to_text(*command.date));
  }
  return std::nullopt;
}

/// An hour needs its day, and what has no day already cannot lose it again.
MaybeRefusal check_without_day(const PostponeDialogue& command, const DialogueState& dialogue) {
  if (command.start || dialogue.phase == DialoguePhase::postponed) {
    return value_required("date");
  }
  return std::nullopt;
}

}  // namespace

Decision judge(const World& world, const PostponeDialogue& command, const Context& context) {
  const DialogueState& dialogue = world.dialogue(command.dialogue);
  if (auto refusal = check_not_blank("reason", command.reason)) {
    return std::unexpected(*refusal);
  }
  DialoguePostponed postponed{command.reason, dialogue.schedule.date, command.date, command.start,
                              dialogue.schedule.outside_office_hours};
  if (!command.date) {
    if (auto refusal = check_without_day(command, dialogue)) {
      return std::unexpected(*refusal);
    }
    return on_dialogue(command.dialogue, std::move(postponed));
  }
  if (auto refusal = check_new_day(world, command, dialogue, context)) {
    return std::unexpected(*refusal);
  }
  const std::chrono::minutes start = command.start.value_or(dialogue.schedule.start);
  DialogueScheduled moved = dialogue.schedule;
  move_start(moved, start);
  const auto clash =
      clash_of(world, {command.dialogue, moved.chair, *command.date, moved.start, moved.end},
               command.others);
  if (auto refusal = check_clash(clash, command.double_booking)) {
    return std::unexpected(*refusal);
  }
  postponed.double_booked = clash.has_value();
  postponed.outside_office_hours = is_outside_office_hours(
      *command.date, start, world.policy().valid_on(*command.date), world.calendar().current());
  return on_dialogue(command.dialogue, std::move(postponed));
}

Decision judge(const World&, const CancelDialogue& command, const Context&) {
  if (auto refusal = check_not_blank("reason", command.reason)) {
    return std::unexpected(*refusal);
  }
  return on_dialogue(command.dialogue, DialogueCancelled{command.reason});
}

// Some meetings are typed up from paper the next day, hence the policy's hours of grace.
Decision judge(const World& world, const MarkDialogueMissed& command, const Context& context) {
  if (!world.policy().exists()) {
    return std::unexpected(refuse(RefusalCode::no_policy_adopted));
  }
  const DialogueScheduled& schedule = world.dialogue(command.dialogue).schedule;
  const Policy& policy = world.policy().valid_on(schedule.date);
  const Instant due = begins_at(schedule) + std::chrono::hours{policy.missed_grace_hours};
  if (context.now < due) {
    return std::unexpected(
        refuse(RefusalCode::deadline_not_reached, {{"due", to_local_text(due)}}));
  }
  return on_dialogue(command.dialogue, DialogueMissed{schedule.date});
}

}  // namespace langnghe::domain
