#include "issue/decision_input.hpp"

#include <ranges>
#include <utility>

namespace langnghe::domain::issue {

Emitted DecisionInput::emitted(IssueEvent event) const {
  return {stream_of(id), std::move(event)};
}

Decision decided(const DecisionInput& input, std::initializer_list<MaybeRefusal> answers,
                 IssueEvent event) {
  if (auto refusal = first_of(answers)) {
    return std::unexpected(*std::move(refusal));
  }
  return std::vector{input.emitted(std::move(event))};
}

MaybeRefusal check_assignee(const DecisionInput& input) {
  const auto& assignment = input.issue.assignment;
  if (assignment && input.is_by(assignment->assignee)) {
    return std::nullopt;
  }
  return refuse(RefusalCode::not_the_assignee);
}

MaybeRefusal check_policy_adopted(const World& world) {
  if (!world.policy().exists()) {
    return refuse(RefusalCode::no_policy_adopted);
  }
  return std::nullopt;
}

MaybeRefusal check_calendar_adopted(const World& world) {
  if (!world.calendar().exists()) {
    return refuse(RefusalCode::no_calendar_adopted);
  }
  return std::nullopt;
}

MaybeRefusal check_settings_adopted(const World& world) {
  return first_of({check_policy_adopted(world), check_calendar_adopted(world)});
}

MaybeRefusal check_field(const Policy& policy, const FieldCode& field) {
  if (policy.knows_field(field)) {
    return std::nullopt;
  }
  return refuse(RefusalCode::unknown_field_code, {{"field", field.value}});
}

// Law on Denunciations 2018 Art. 56: it is redirected at the dialogue and keeps no text.
MaybeRefusal check_type(IssueType type) {
  if (type == IssueType::denunciation) {
    return refuse(RefusalCode::denunciation_keeps_nothing);
  }
  return std::nullopt;
}

MaybeRefusal check_clock_running(const DecisionInput& input) {
  const IssueState& issue = input.issue;
  if (issue.clock && issue.effective_due && !issue.settled_on) {
    return std::nullopt;
  }
  return refuse(RefusalCode::clock_not_running);
}

MaybeRefusal check_not_paused(const DecisionInput& input) {
  if (input.issue.paused) {
    return refuse(RefusalCode::clock_already_paused);
  }
  return std::nullopt;
}

bool are_minutes_signed(const DialogueState& dialogue) {
  return dialogue.phase == DialoguePhase::minutes_signed ||
         dialogue.phase == DialoguePhase::concluded;
}

MaybeRefusal check_counted_in_minutes(const DecisionInput& input, std::string_view act) {
  const DialogueId& dialogue = input.issue.recorded.dialogue;
  const bool ended_there = input.issue.phase == IssuePhase::answered_on_the_spot ||
                           input.issue.phase == IssuePhase::noted;
  if (ended_there && !dialogue.empty() && !are_minutes_signed(input.world.dialogue(dialogue))) {
    return not_allowed_now(act, "minutes_not_signed");
  }
  return std::nullopt;
}

MaybeRefusal check_none_absorbed(const DecisionInput& input, std::string_view act) {
  if (!input.issue.absorbed.empty()) {
    return not_allowed_now(act, "absorbed_others");
  }
  return std::nullopt;
}

const Term& settlement_term(const Policy& policy, Complexity complexity) {
  return complexity == Complexity::complex ? policy.settle_complex : policy.settle_simple;
}

const Policy& policy_of_round(const DecisionInput& input) {
  const PolicyState& policies = input.world.policy();
  for (const ClockStep& step : input.issue.clock_steps | std::views::reverse) {
    if (const Policy* policy = policies.find(step.policy_version)) {
      return *policy;
    }
  }
  return policies.valid_on(input.issue.recorded.received);
}

}  // namespace langnghe::domain::issue
