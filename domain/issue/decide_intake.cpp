#include <string>

#include "issue/decision_input.hpp"
#include "issue/first_reply.hpp"

namespace langnghe::domain::issue {
namespace {

// Far beyond any legal term; keeps a slip of the keyboard from asking for a walk of a million days.
constexpr int kFarthestAgreedDays = 3660;

// Signing counts how every issue left the dialogue (domain.md rule 2); afterwards none may leave it
// in another way.
MaybeRefusal check_minutes_open(const DecisionInput& input, std::string_view act) {
  const auto& dialogue = input.issue.recorded.dialogue;
  if (dialogue.empty()) {
    return std::nullopt;
  }
  const DialogueState& meeting = input.world.dialogue(dialogue);
  if (are_minutes_signed(meeting)) {
    return not_allowed_now(act, to_text(meeting.phase));
  }
  return std::nullopt;
}

/// On the spot is at the table, before who asked: a letter is answered in writing.
MaybeRefusal check_said_at_dialogue(const DecisionInput& input) {
  if (input.issue.recorded.dialogue.empty()) {
    return refuse(RefusalCode::not_from_a_dialogue);
  }
  return std::nullopt;
}

MaybeRefusal check_classified(const DecisionInput& input) {
  if (!input.issue.classification) {
    return not_allowed_now(ReclassifyIssue::kAct, "not_classified");
  }
  return std::nullopt;
}

MaybeRefusal check_changes(const DecisionInput& input, const ReclassifyIssue& act) {
  const IssueClassified& now = *input.issue.classification;
  const bool same =
      act.type == now.type && act.field == now.field && act.complexity == now.complexity;
  if (same && !act.agreed_due) {
    return value_not_valid("type", std::string(to_text(act.type)));
  }
  return std::nullopt;
}

/// The day an imported list gave stands, whatever the policy would give (it was agreed before).
std::optional<Date> agreed_in_list(const IssueState& issue) {
  const auto& origin = issue.recorded.origin;
  return origin ? origin->agreed_due : std::nullopt;
}

/// Has the day of the first reply passed with nothing told? Then sorting the matter does not give
/// it another one, or who sorts late would never have been late.
bool kept_late(const DecisionInput& input) {
  const IssueState& issue = input.issue;
  return issue.first_reply_due && !issue.first_reply_on && *issue.first_reply_due < input.on();
}

/// A later day than the running one takes something from the resident: the chair answers for it.
MaybeRefusal check_agreed(const DecisionInput& input, const std::optional<Date>& agreed) {
  if (!agreed) {
    return std::nullopt;
  }
  if (auto refusal = first_of({check_not_paused(input), check_date("agreed_due", *agreed),
                               check_order(input.on(), *agreed)})) {
    return refusal;
  }
  if (days_between(input.on(), *agreed) > kFarthestAgreedDays) {
    return value_not_valid("agreed_due", to_text(*agreed));
  }
  if (*agreed > *input.issue.effective_due && input.context.actor.role != Role::chair) {
    return refuse(RefusalCode::chair_decides);
  }
  return std::nullopt;
}

/// The clock under the new classification: what the policy of the round gives from the same start,
/// with the extensions and pauses had so far, where that is the earlier day (domain.md rule 7).
ResolutionClock reclassified(const DecisionInput& input, const ReclassifyIssue& act,
                             const Policy& policy, const WorkingCalendar& calendar) {
  ResolutionClock running = *input.issue.clock;
  if (act.agreed_due) {
    return {running.start, running.term, act.agreed_due, {}, {}};
  }
  ResolutionClock given = running;
  given.term = settlement_term(policy, act.complexity);
  given.agreed_due.reset();
  return due_date(given, calendar) < *input.issue.effective_due ? given : running;
}

}  // namespace

MaybeRefusal guard(const DecisionInput& input, const AnswerOnTheSpot&) {
  return first_of(
      {check_said_at_dialogue(input), check_minutes_open(input, AnswerOnTheSpot::kAct)});
}

MaybeRefusal guard(const DecisionInput& input, const NoteIssue&) {
  return check_minutes_open(input, NoteIssue::kAct);
}

MaybeRefusal guard(const DecisionInput& input, const ContestOnTheSpotAnswer&) {
  return check_counted_in_minutes(input, ContestOnTheSpotAnswer::kAct);
}

MaybeRefusal guard(const DecisionInput& input, const ClassifyIssue&) {
  return check_settings_adopted(input.world);
}

MaybeRefusal guard(const DecisionInput& input, const ReclassifyIssue&) {
  return first_of(
      {check_classified(input), check_clock_running(input), check_settings_adopted(input.world)});
}

Decision decide(const DecisionInput& input, const AnswerOnTheSpot& act) {
  return decided(input,
                 {check_not_blank("answer", act.answer),
                  check_official(input.world.ward(), act.answered_by, input.on())},
                 AnsweredOnTheSpot{act.answer, act.answered_by, act.accepted_by_resident});
}

Decision decide(const DecisionInput& input, const NoteIssue& act) {
  return decided(input, {check_not_blank("reason", act.reason)}, Noted{act.reason});
}

Decision decide(const DecisionInput& input, const ContestOnTheSpotAnswer& act) {
  return decided(input, {check_not_blank("reason", act.reason)},
                 OnTheSpotAnswerContested{act.reason});
}

// A complaint runs on the same clock until it is handed over, so that it cannot lie unseen. What
// was contested counts from the day of the contest, not from the day it seemed to end.
Decision decide(const DecisionInput& input, const ClassifyIssue& act) {
  if (auto refusal = check_type(act.type)) {
    return std::unexpected(*refusal);
  }
  const Date& start = input.issue.contested_on.value_or(input.issue.recorded.received);
  const Policy& policy = input.world.policy().valid_on(start);
  const WorkingCalendar& calendar = input.world.calendar().current();
  const Term& term = settlement_term(policy, act.complexity);
  const Date first_reply =
      kept_late(input) ? *input.issue.first_reply_due : first_reply_owed(input.world, start).due;
  const ResolutionClock clock{start, term, agreed_in_list(input.issue), {}, {}};
  const Date due = due_date(clock, calendar);
  const bool provisional = calendar.is_provisional(first_reply) || calendar.is_provisional(due);
  return decided(
      input, {check_field(policy, act.field)},
      IssueClassified{act.type, act.field, act.complexity, policy.version, calendar.version,
                      first_reply, due, provisional, term, start, act.group});
}

Decision decide(const DecisionInput& input, const ReclassifyIssue& act) {
  if (auto refusal = first_of({check_type(act.type), check_not_blank("reason", act.reason)})) {
    return std::unexpected(*refusal);
  }
  const Policy& policy = policy_of_round(input);
  if (auto refusal = first_of({check_field(policy, act.field), check_changes(input, act),
                               check_agreed(input, act.agreed_due)})) {
    return std::unexpected(*refusal);
  }
  const WorkingCalendar& calendar = input.world.calendar().current();
  const ResolutionClock clock = reclassified(input, act, policy, calendar);
  const bool moves = clock != *input.issue.clock;
  // A day that stays is explained by the calendar it was set under.
  const int version = moves ? calendar.version : input.issue.clock_steps.back().calendar_version;
  const Date due = moves ? due_date(clock, calendar) : *input.issue.effective_due;
  return decided(
      input, {},
      IssueReclassified{input.issue.classification->type, act.type, act.field, act.complexity,
                        act.reason, policy.version, version, *input.issue.effective_due, due,
                        act.agreed_due, clock.term, calendar.is_provisional(due)});
}

}  // namespace langnghe::domain::issue
