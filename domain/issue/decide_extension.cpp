#include <string>

#include "issue/decision_input.hpp"

namespace langnghe::domain::issue {
namespace {

MaybeRefusal check_none_pending(const DecisionInput& input) {
  if (input.issue.pending_extension) {
    return refuse(RefusalCode::extension_already_requested);
  }
  return std::nullopt;
}

MaybeRefusal check_extension_left(const DecisionInput& input, const Policy& policy) {
  if (input.issue.extensions < policy.extensions_max) {
    return std::nullopt;
  }
  return refuse(RefusalCode::extension_limit_reached,
                {{"limit", std::to_string(policy.extensions_max)}});
}

MaybeRefusal check_days(int days, const Policy& policy) {
  if (days < 1) {
    return value_not_valid("days", std::to_string(days));
  }
  if (days > policy.extension_days_max) {
    return refuse(RefusalCode::extension_too_long,
                  {{"max_days", std::to_string(policy.extension_days_max)}});
  }
  return std::nullopt;
}

/// The person who decides is not the one who asked (domain.md rule 5).
MaybeRefusal check_decides_for_another(const DecisionInput& input) {
  const auto& pending = input.issue.pending_extension;
  if (!pending) {
    return refuse(RefusalCode::no_extension_requested);
  }
  if (input.is_by(pending->requested_by)) {
    return refuse(RefusalCode::same_person_requested);
  }
  return std::nullopt;
}

}  // namespace

MaybeRefusal guard(const DecisionInput& input, const RequestExtension&) {
  if (auto refusal = first_of(
          {check_assignee(input), check_clock_running(input), check_policy_adopted(input.world)})) {
    return refusal;
  }
  return first_of({check_none_pending(input), check_extension_left(input, policy_of_round(input))});
}

MaybeRefusal guard(const DecisionInput& input, const ApproveExtension&) {
  return first_of({check_decides_for_another(input), check_clock_running(input),
                   check_calendar_adopted(input.world)});
}

MaybeRefusal guard(const DecisionInput& input, const RefuseExtension&) {
  return first_of({check_decides_for_another(input), check_clock_running(input)});
}

Decision decide(const DecisionInput& input, const RequestExtension& act) {
  const Policy& policy = policy_of_round(input);
  const bool late = input.on() > *input.issue.effective_due;
  return decided(input, {check_not_blank("reason", act.reason), check_days(act.days, policy)},
                 ExtensionRequested{act.days, act.reason, late});
}

Decision decide(const DecisionInput& input, const ApproveExtension& act) {
  const auto capacity =
      signing_capacity_if_signed(input.world.ward(), act.signer, act.capacity, kLetter, input.on());
  if (!capacity) {
    return std::unexpected(capacity.error());
  }
  const WorkingCalendar& calendar = input.world.calendar().current();
  const int days = input.issue.pending_extension->days;
  ResolutionClock clock = *input.issue.clock;
  clock.extensions.push_back(days);
  return decided(input, {},
                 ExtensionApproved{input.issue.extensions + 1, days, *input.issue.effective_due,
                                   due_date(clock, calendar), calendar.version, act.document,
                                   act.signer, *capacity});
}

Decision decide(const DecisionInput& input, const RefuseExtension& act) {
  return decided(input, {check_not_blank("reason", act.reason)}, ExtensionRefused{act.reason});
}

}  // namespace langnghe::domain::issue
