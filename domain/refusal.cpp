#include <domain/refusal.hpp>

namespace langnghe::domain {

// A switch and not a table: the compiler then names a code that has no wire name.
std::string_view wire_name(RefusalCode code) {
  switch (code) {
    using enum RefusalCode;
    case role_not_permitted:
      return "role_not_permitted";
    case outside_khom_scope:
      return "outside_khom_scope";
    case same_person_drafted:
      return "same_person_drafted";
    case same_person_requested:
      return "same_person_requested";
    case not_the_assignee:
      return "not_the_assignee";
    case act_not_allowed_in_state:
      return "act_not_allowed_in_state";
    case already_exists:
      return "already_exists";
    case does_not_exist:
      return "does_not_exist";
    case value_required:
      return "value_required";
    case value_not_valid:
      return "value_not_valid";
    case unknown_khom:
      return "unknown_khom";
    case unknown_field_code:
      return "unknown_field_code";
    case unknown_official:
      return "unknown_official";
    case khom_not_valid_then:
      return "khom_not_valid_then";
    case happened_in_future:
      return "happened_in_future";
    case happened_before_start:
      return "happened_before_start";
    case date_order:
      return "date_order";
    case duplicate_id:
      return "duplicate_id";
    case opinion_without_issue:
      return "opinion_without_issue";
    case issue_in_two_opinions:
      return "issue_in_two_opinions";
    case no_policy_adopted:
      return "no_policy_adopted";
    case no_calendar_adopted:
      return "no_calendar_adopted";
    case no_plan_for_year:
      return "no_plan_for_year";
    case no_report_route:
      return "no_report_route";
    case clock_not_running:
      return "clock_not_running";
    case extension_limit_reached:
      return "extension_limit_reached";
    case extension_too_long:
      return "extension_too_long";
    case no_extension_requested:
      return "no_extension_requested";
    case extension_already_requested:
      return "extension_already_requested";
    case number_taken:
      return "number_taken";
    case attendance_missing:
      return "attendance_missing";
    case dialogue_not_open:
      return "dialogue_not_open";
    case figures_not_frozen:
      return "figures_not_frozen";
    case period_not_over:
      return "period_not_over";
    case denunciation_keeps_nothing:
      return "denunciation_keeps_nothing";
    case not_a_legal_procedure:
      return "not_a_legal_procedure";
  }
  return "?";
}

}  // namespace langnghe::domain
