#include "dialogue/judge.hpp"

namespace langnghe::domain {
namespace {

/// The moment a meeting begins by its schedule.
Instant begins_at(const DialogueScheduled& schedule) {
  return std::chrono::sys_days(schedule.date) + schedule.start - kVietnamOffset;
}

/// The moment from which a meeting that was not opened counts as missed.
Instant missed_at(const DialogueScheduled& schedule, const PolicyState& policies) {
  const int hours = policies.valid_on(schedule.date).missed_grace_hours;
  return begins_at(schedule) + std::chrono::hours{hours};
}

bool stands(const DialogueState& dialogue) {
  return dialogue.phase == DialoguePhase::scheduled || dialogue.phase == DialoguePhase::announced;
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
  if (stands(dialogue) && *command.date == schedule.date && start == schedule.start) {
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

// Meetings are typed up from paper days later: it waits for that as every mark of the clock.
MaybeRefusal guard_act(const World& world, const MarkDialogueMissed& command,
                       const Context& context) {
  if (!world.policy().exists()) {
    return refuse(RefusalCode::no_policy_adopted);
  }
  const DialogueScheduled& schedule = world.dialogue(command.dialogue).schedule;
  const int entry_days = world.policy().valid_on(schedule.date).late_entry_days;
  const Instant due = missed_at(schedule, world.policy()) + std::chrono::days{entry_days};
  if (context.now < due) {
    return refuse(RefusalCode::deadline_not_reached, {{"due", to_local_text(due)}});
  }
  return std::nullopt;
}

Decision without_meeting(const World& world, const DialogueId& dialogue, DialogueEvent event,
                         const Context& context) {
  const DialogueState& state = world.dialogue(dialogue);
  const StreamId stream = stream_of(dialogue);
  std::vector<Emitted> events{{stream, std::move(event)}};
  const bool was_missed = state.phase == DialoguePhase::missed;
  if (!world.policy().exists() || !(was_missed || stands(state))) {
    return events;
  }
  const Happened missed = happened_at(missed_at(state.schedule, world.policy()));
  const bool passed = context.happened.date > missed.date;
  if (passed && !was_missed) {
    events.insert(events.begin(), {stream, DialogueMissed{state.schedule.date}, missed});
  } else if (!passed && was_missed) {
    events.push_back({stream, DialogueMissRetracted{state.schedule.date}});
  }
  return events;
}

MaybeRefusal check_done_by_meeting(const DialogueState& dialogue, const Context& context) {
  const bool missed = dialogue.phase == DialoguePhase::missed;
  return missed ? check_order(context.happened.date, dialogue.schedule.date) : std::nullopt;
}

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
    return without_meeting(world, command.dialogue, std::move(postponed), context);
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
  return without_meeting(world, command.dialogue, std::move(postponed), context);
}

Decision judge(const World& world, const CancelDialogue& command, const Context& context) {
  if (auto refusal = check_not_blank("reason", command.reason)) {
    return std::unexpected(*refusal);
  }
  return without_meeting(world, command.dialogue, DialogueCancelled{command.reason}, context);
}

Decision judge(const World& world, const MarkDialogueMissed& command, const Context&) {
  return on_dialogue(command.dialogue,
                     DialogueMissed{world.dialogue(command.dialogue).schedule.date});
}

}  // namespace langnghe::domain
