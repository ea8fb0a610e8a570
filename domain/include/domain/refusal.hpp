#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace langnghe::domain {

/// A fact a message needs, for example {"due", "2021-03-12"}. No text for people is built here.
struct Fact {
  std::string name;
  std::string value;
  bool operator==(const Fact&) const = default;
};

/// The reason for which the rules refuse a command. The wire name of each code is in refusal.cpp
/// and never changes.
enum class RefusalCode {
  // who may act
  role_not_permitted,     ///< facts: act, roles (those that may)
  outside_khom_scope,     ///< facts: khom
  same_person_drafted,    ///< an answer is not approved by who drafted it
  same_person_requested,  ///< an extension is not decided by who asked for it
  not_the_assignee,
  chair_decides,  ///< a later date, or what else only the chair may agree to
  // which state
  act_not_allowed_in_state,  ///< facts: act, state
  already_exists,            ///< facts: stream
  does_not_exist,            ///< facts: stream
  // what was given
  value_required,         ///< facts: field
  value_not_valid,        ///< facts: field, value
  unknown_khom,           ///< facts: khom
  unknown_field_code,     ///< facts: field
  unknown_official,       ///< facts: official
  khom_not_valid_then,    ///< facts: khom, date
  happened_in_future,     ///< facts: happened, today
  happened_before_start,  ///< facts: happened, start, act: the earlier act it follows
  date_order,             ///< facts: first, second
  duplicate_id,           ///< facts: id
  not_the_meetings_day,   ///< facts: happened, day
  already_invited,
  not_invited,
  not_an_earlier_matter,  ///< facts: issue: of another khóm, or raised at this very meeting
  opinion_without_issue,
  issue_in_two_opinions,
  not_from_a_dialogue,  ///< only what was said at a dialogue is answered on the spot
  undecided_issues,     ///< facts: issues: named once more, they are taken away
  // the calendar, the policy, the plan
  no_policy_adopted,
  no_calendar_adopted,
  no_plan_for_year,  ///< facts: year
  no_report_route,   ///< facts: date
  // deadlines
  clock_not_running,
  extension_limit_reached,  ///< facts: limit
  extension_too_long,       ///< facts: max_days
  no_extension_requested,
  extension_already_requested,
  clock_already_paused,
  clock_not_paused,
  pause_too_long,        ///< facts: max_days
  deadline_not_reached,  ///< facts: due
  already_marked,        ///< facts: due
  deadline_unchanged,    ///< nothing to recompute
  // documents
  number_taken,        ///< facts: number, year
  number_in_use,       ///< facts: number: a document carries it
  number_not_next,     ///< facts: number, next
  number_before_last,  ///< facts: number, date, last, last_date: an earlier day than the last's
  counter_taken,       ///< facts: counter, year
  unknown_document,    ///< facts: symbol: the year's register has no document of that number
  paper_unchanged,     ///< facts: symbol: these very bytes are recorded
  signature_not_authorised,  ///< facts: official, capacity, document, date
  // the dialogue
  attendance_missing,
  dialogue_not_open,
  presentation_undecided,  ///< neither presented nor skipped
  chair_booked,            ///< facts: chair, dialogue, date, start
  // the report
  figures_not_frozen,
  period_not_over,  ///< facts: to
  figures_unchanged,
  // denunciation (rule 14)
  denunciation_keeps_nothing,
  not_a_legal_procedure,
  // issues that meet
  same_issue,
  other_issue_ended,  ///< facts: issue
  different_khom,     ///< issues of two khóm are not merged
  not_absorbed,       ///< it was not merged
  answer_owed,        ///< facts: issues: their persons have not got the answer
  already_imported,   ///< facts: external_id
  // promises
  unknown_commitment,  ///< facts: commitment
  commitment_settled,  ///< it was seen to be done
  own_commitment,      ///< who promised does not verify
  // the plan's duties
  obligation_met,         ///< facts: khom, quarter
  obligation_not_missed,  ///< facts: khom, quarter
  quarter_not_over,       ///< facts: to
  // residents and their keys
  key_destroyed,
  issue_open,         ///< facts: issue: the key is still needed
  retention_running,  ///< facts: until
  // supervision
  unknown_recommendation,  ///< facts: recommendation
  already_answered,
  purpose_required,
};

[[nodiscard]] std::string_view wire_name(RefusalCode code);

struct Refusal {
  RefusalCode code{};
  std::vector<Fact> facts;
  bool operator==(const Refusal&) const = default;
};

}  // namespace langnghe::domain
