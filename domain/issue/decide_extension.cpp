#include <string>

#include "issue/matter.hpp"

namespace langnghe::domain::issue {
namespace {

MaybeRefusal check_none_pending(const Matter& matter) {
  if (matter.issue.pending_extension) {
    return refuse(RefusalCode::extension_already_requested);
  }
  return std::nullopt;
}

MaybeRefusal check_extension_left(const Matter& matter, const Policy& policy) {
  if (matter.issue.extensions < policy.extensions_max) {
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

/// Who decides is not who asked (domain.md rule 5).
MaybeRefusal check_decides_for_another(const Matter& matter) {
  const auto& pending = matter.issue.pending_extension;
  if (!pending) {
    return refuse(RefusalCode::no_extension_requested);
  }
  if (matter.is_by(pending->requested_by)) {
    return refuse(RefusalCode::same_person_requested);
  }
  return std::nullopt;
}

}  // namespace

MaybeRefusal guard(const Matter& matter, const RequestExtension&) {
  if (auto refusal = first_of({check_assignee(matter), check_clock_running(matter),
                               check_policy_adopted(matter.world)})) {
    return refusal;
  }
  return first_of(
      {check_none_pending(matter), check_extension_left(matter, policy_of_round(matter))});
}

MaybeRefusal guard(const Matter& matter, const ApproveExtension&) {
  return first_of({check_decides_for_another(matter), check_clock_running(matter),
                   check_calendar_adopted(matter.world)});
}

MaybeRefusal guard(const Matter& matter, const RefuseExtension&) {
  return first_of({check_decides_for_another(matter), check_clock_running(matter)});
}

Decision decide(const Matter& matter, const RequestExtension& act) {
  const Policy& policy = policy_of_round(matter);
  const bool late = matter.on() > *matter.issue.effective_due;
  return decided(matter, {check_not_blank("reason", act.reason), check_days(act.days, policy)},
                 ExtensionRequested{act.days, act.reason, late});
}

Decision decide(const Matter& matter, const ApproveExtension& act) {
  const auto capacity = signing_capacity_if_signed(matter.world.ward(), act.signer, act.capacity,
                                                   kLetter, matter.on());
  if (!capacity) {
    return std::unexpected(capacity.error());
  }
  const WorkingCalendar& calendar = matter.world.calendar().current();
  const int days = matter.issue.pending_extension->days;
  ResolutionClock clock = *matter.issue.clock;
  clock.extensions.push_back(days);
  return decided(matter, {},
                 ExtensionApproved{matter.issue.extensions + 1, days, *matter.issue.effective_due,
                                   due_date(clock, calendar), calendar.version, act.document,
                                   act.signer, *capacity});
}

Decision decide(const Matter& matter, const RefuseExtension& act) {
  return decided(matter, {check_not_blank("reason", act.reason)}, ExtensionRefused{act.reason});
}

}  // namespace langnghe::domain::issue
