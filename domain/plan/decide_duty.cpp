#include <algorithm>
#include <utility>

#include "issue/marks.hpp"
#include "plan/judge.hpp"

namespace langnghe::domain {
namespace {

Refusal about_duty(RefusalCode code, const KhomId& khom, int quarter) {
  return refuse(code, {{"khom", khom.value}, {"quarter", std::to_string(quarter)}});
}

MaybeRefusal check_over(const Date& last_day, const Date& on) {
  if (last_day < on) {
    return std::nullopt;
  }
  return refuse(RefusalCode::quarter_not_over, {{"to", to_text(last_day)}});
}

MaybeRefusal check_in_plan(const PlanState& plan, const KhomId& khom) {
  if (std::ranges::find(plan.plan.lines, khom, &PlanLine::khom) != plan.plan.lines.end()) {
    return std::nullopt;
  }
  return refuse(RefusalCode::unknown_khom, {{"khom", khom.value}});
}

/// Of the dialogues named, those of this khóm in this quarter that took place. Coverage is computed
/// from the dialogues themselves, never from what is said of them (domain.md rule 10).
int held_in(const World& world, const std::vector<DialogueId>& dialogues, const KhomId& khom,
            const Period& quarter) {
  return static_cast<int>(std::ranges::count_if(dialogues, [&](const DialogueId& id) {
    const DialogueState& dialogue = world.dialogue(id);
    return was_held(dialogue) && dialogue.schedule.khom == khom &&
           quarter.contains(dialogue.schedule.date);
  }));
}

/// The miss of a duty that the named dialogues leave, where none is recorded yet.
std::optional<ObligationMissed> unrecorded_miss(const World& world, int year, const KhomId& khom,
                                                int quarter,
                                                const std::vector<DialogueId>& dialogues) {
  const PlanState& plan = world.plan(year);
  if (find_missed(plan, khom, quarter) != nullptr) {
    return std::nullopt;
  }
  const int owed = owed_to(khom, quarter, plan, world.ward());
  const int held = held_in(world, dialogues, khom, quarter_of_year(year, quarter));
  return held < owed ? std::optional(ObligationMissed{khom, quarter, owed, held}) : std::nullopt;
}

/// A closed plan is counted from what is on the record: what the clock has yet to record comes with
/// the closing.
std::vector<ObligationMissed> unrecorded_misses(const World& world, const ClosePlan& command) {
  std::vector<ObligationMissed> found;
  if (!command.dialogues) {
    return found;
  }
  for (const PlanLine& line : world.plan(command.year).plan.lines) {
    for (int quarter = 1; quarter <= 4; ++quarter) {
      if (auto missed =
              unrecorded_miss(world, command.year, line.khom, quarter, *command.dialogues)) {
        found.push_back(*std::move(missed));
      }
    }
  }
  return found;
}

/// A dialogue of that khóm, held once the quarter was over, credited to nothing yet.
MaybeRefusal check_late_dialogue(const World& world, const CreditLateDialogue& command,
                                 const PlanState& plan) {
  const DialogueState& dialogue = world.dialogue(command.dialogue);
  const StreamId stream = stream_of(command.dialogue);
  if (auto refusal = check_exists(dialogue.phase != DialoguePhase::absent, stream)) {
    return refusal;
  }
  if (!was_held(dialogue)) {
    return refuse(RefusalCode::dialogue_not_open);
  }
  if (dialogue.schedule.khom != command.khom) {
    return value_not_valid("dialogue", command.dialogue.value);
  }
  if (std::ranges::find(plan.credited, command.dialogue, &LateDialogueCredited::dialogue) !=
      plan.credited.end()) {
    return refuse(RefusalCode::duplicate_id, {{"id", command.dialogue.value}});
  }
  const Period quarter = quarter_of_year(command.year, command.quarter);
  return check_order(add_days(quarter.to, 1), dialogue.schedule.date);
}

}  // namespace

MaybeRefusal check_year_over(int year, const Date& on) {
  return check_over(quarter_of_year(year, 4).to, on);
}

Decision judge(const World& world, const MarkObligationMissed& command, const Context& context) {
  const PlanState& plan = world.plan(command.year);
  if (auto refusal =
          first_of({check_between("quarter", command.quarter, 1, 4),
                    check_in_plan(plan, command.khom), check_distinct(command.dialogues)})) {
    return std::unexpected(*refusal);
  }
  const Period quarter = quarter_of_year(command.year, command.quarter);
  if (auto refusal = check_over(quarter.to, context.happened.date)) {
    return std::unexpected(*refusal);
  }
  if (find_missed(plan, command.khom, command.quarter)) {
    return std::unexpected(refuse(RefusalCode::already_marked, {{"due", to_text(quarter.to)}}));
  }
  const auto missed =
      unrecorded_miss(world, command.year, command.khom, command.quarter, command.dialogues);
  if (!missed) {
    return std::unexpected(about_duty(RefusalCode::obligation_met, command.khom, command.quarter));
  }
  if (!is_entry_over(world, add_days(quarter.to, 1), context.now)) {
    return std::unexpected(
        refuse(RefusalCode::deadline_not_reached, {{"due", to_text(quarter.to)}}));
  }
  return std::vector{Emitted{plan_stream(command.year), *missed}};
}

Decision judge(const World& world, const CreditLateDialogue& command, const Context& context) {
  const PlanState& plan = world.plan(command.year);
  if (auto refusal = check_between("quarter", command.quarter, 1, 4)) {
    return std::unexpected(*refusal);
  }
  std::optional<ObligationMissed> unrecorded;
  const bool over = quarter_of_year(command.year, command.quarter).to < context.happened.date;
  if (command.dialogues && over) {
    unrecorded =
        unrecorded_miss(world, command.year, command.khom, command.quarter, *command.dialogues);
  }
  const ObligationMissed* missed =
      unrecorded ? &*unrecorded : find_missed(plan, command.khom, command.quarter);
  if (!missed) {
    return std::unexpected(
        about_duty(RefusalCode::obligation_not_missed, command.khom, command.quarter));
  }
  if (missed->held + credits_of(plan, command.khom, command.quarter) >= missed->owed) {
    return std::unexpected(about_duty(RefusalCode::obligation_met, command.khom, command.quarter));
  }
  if (auto refusal = first_of(
          {check_late_dialogue(world, command, plan), check_not_blank("reason", command.reason)})) {
    return std::unexpected(*refusal);
  }
  const Date& held_on = world.dialogue(command.dialogue).schedule.date;
  std::vector events{Emitted{plan_stream(command.year),
                             LateDialogueCredited{command.khom, command.quarter, command.dialogue,
                                                  held_on, command.reason}}};
  if (unrecorded) {
    events.insert(events.begin(), on_plan(command.year, *unrecorded));
  }
  return events;
}

Decision judge(const World& world, const ClosePlan& command, const Context&) {
  if (auto refusal = check_not_blank("lessons", command.lessons)) {
    return std::unexpected(*refusal);
  }
  std::vector<Emitted> events;
  PlanState plan = world.plan(command.year);
  for (const ObligationMissed& missed : unrecorded_misses(world, command)) {
    evolve(plan, missed);
    events.push_back(on_plan(command.year, missed));
  }
  PlanClosed closed = tally(plan, world.ward());
  closed.lessons = command.lessons;
  events.push_back({plan_stream(command.year), std::move(closed)});
  return events;
}

}  // namespace langnghe::domain
