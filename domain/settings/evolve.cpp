#include <algorithm>
#include <cassert>

#include <domain/settings.hpp>

namespace langnghe::domain {

const WorkingCalendar& CalendarState::current() const {
  assert(exists());
  return versions.rbegin()->second;
}

const WorkingCalendar* CalendarState::find(int version) const {
  const auto found = versions.find(version);
  return found == versions.end() ? nullptr : &found->second;
}

void evolve(CalendarState& state, const CalendarEvent& event) {
  const auto& adopted = std::get<CalendarAdopted>(event);
  state.versions[adopted.version] =
      WorkingCalendar{adopted.version,
                      {adopted.days_off.begin(), adopted.days_off.end()},
                      {adopted.worked_days.begin(), adopted.worked_days.end()},
                      adopted.confirmed_through,
                      adopted.basis};
}

bool Policy::knows_field(const FieldCode& code) const {
  return std::ranges::find(fields, code, &FieldDefinition::code) != fields.end();
}

bool Policy::asks_for(DeliveryMethod method, ProofPart part) const {
  const auto rule = std::ranges::find(delivery_proof, method, &DeliveryRule::method);
  return rule != delivery_proof.end() && std::ranges::find(rule->parts, part) != rule->parts.end();
}

const Policy* PolicyState::find(int version) const {
  const auto found = versions.find(version);
  return found == versions.end() ? nullptr : &found->second;
}

const Policy& PolicyState::valid_on(const Date& date) const {
  assert(exists());
  const Policy* earliest = &versions.begin()->second;
  const Policy* valid = nullptr;
  for (const auto& [version, policy] : versions) {
    if (policy.valid_from < earliest->valid_from) {
      earliest = &policy;
    }
    // Of two that begin on the same day the later version stands.
    if (policy.valid_from <= date && (!valid || valid->valid_from <= policy.valid_from)) {
      valid = &policy;
    }
  }
  return valid ? *valid : *earliest;
}

void evolve(PolicyState& state, const PolicyEvent& event) {
  const Policy& policy = std::get<PolicyAdopted>(event).policy;
  state.versions[policy.version] = policy;
}

bool is_outside_office_hours(const Date& date, std::chrono::minutes start, const Policy& policy,
                             const WorkingCalendar& calendar) {
  if (!calendar.is_working(date)) {
    return true;
  }
  return std::ranges::none_of(policy.office_hours, [&](const HoursSpan& span) {
    return span.start <= start && start < span.end;
  });
}

}  // namespace langnghe::domain
