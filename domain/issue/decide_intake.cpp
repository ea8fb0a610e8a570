#include <string>

#include "issue/first_reply.hpp"
#include "issue/matter.hpp"

namespace langnghe::domain::issue {
namespace {

// Far beyond any legal term; keeps a slip of the keyboard from asking for a walk of a million days.
constexpr int kFarthestAgreedDays = 3660;

// Signing counts how every issue left the dialogue (domain.md rule 2); afterwards none may leave it
// in another way.
MaybeRefusal check_minutes_open(const Matter& matter, std::string_view act) {
  const auto& dialogue = matter.issue.recorded.dialogue;
  if (dialogue.empty()) {
    return std::nullopt;
  }
  const DialogueState& meeting = matter.world.dialogue(dialogue);
  if (are_minutes_signed(meeting)) {
    return not_allowed_now(act, to_text(meeting.phase));
  }
  return std::nullopt;
}

/// On the spot is at the table, before who asked: a letter is answered in writing.
MaybeRefusal check_said_at_dialogue(const Matter& matter) {
  if (matter.issue.recorded.dialogue.empty()) {
    return refuse(RefusalCode::not_from_a_dialogue);
  }
  return std::nullopt;
}

MaybeRefusal check_classified(const Matter& matter) {
  if (!matter.issue.classification) {
    return not_allowed_now(ReclassifyIssue::kAct, "not_classified");
  }
  return std::nullopt;
}

MaybeRefusal check_changes(const Matter& matter, const ReclassifyIssue& act) {
  const IssueClassified& now = *matter.issue.classification;
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
bool kept_late(const Matter& matter) {
  const IssueState& issue = matter.issue;
  return issue.first_reply_due && !issue.first_reply_on && *issue.first_reply_due < matter.on();
}

/// A later day than the running one takes something from the resident: the chair answers for it.
MaybeRefusal check_agreed(const Matter& matter, const std::optional<Date>& agreed) {
  if (!agreed) {
    return std::nullopt;
  }
  if (auto refusal = first_of({check_not_paused(matter), check_date("agreed_due", *agreed),
                               check_order(matter.on(), *agreed)})) {
    return refusal;
  }
  if (days_between(matter.on(), *agreed) > kFarthestAgreedDays) {
    return value_not_valid("agreed_due", to_text(*agreed));
  }
  if (*agreed > *matter.issue.effective_due && matter.context.actor.role != Role::chair) {
    return refuse(RefusalCode::chair_decides);
  }
  return std::nullopt;
}

/// The clock under the new classification: what the policy of the round gives from the same start,
/// with the extensions and pauses had so far, where that is the earlier day (domain.md rule 7).
ResolutionClock reclassified(const Matter& matter, const ReclassifyIssue& act, const Policy& policy,
                             const WorkingCalendar& calendar) {
  ResolutionClock running = *matter.issue.clock;
  if (act.agreed_due) {
    return {running.start, running.term, act.agreed_due, {}, {}};
  }
  ResolutionClock given = running;
  given.term = settlement_term(policy, act.complexity);
  given.agreed_due.reset();
  return due_date(given, calendar) < *matter.issue.effective_due ? given : running;
}

}  // namespace

MaybeRefusal guard(const Matter& matter, const AnswerOnTheSpot&) {
  return first_of(
      {check_said_at_dialogue(matter), check_minutes_open(matter, AnswerOnTheSpot::kAct)});
}

MaybeRefusal guard(const Matter& matter, const NoteIssue&) {
  return check_minutes_open(matter, NoteIssue::kAct);
}

MaybeRefusal guard(const Matter& matter, const ContestOnTheSpotAnswer&) {
  return check_counted_in_minutes(matter, ContestOnTheSpotAnswer::kAct);
}

MaybeRefusal guard(const Matter& matter, const ClassifyIssue&) {
  return check_settings_adopted(matter.world);
}

MaybeRefusal guard(const Matter& matter, const ReclassifyIssue&) {
  return first_of({check_classified(matter), check_clock_running(matter),
                   check_settings_adopted(matter.world)});
}

Decision decide(const Matter& matter, const AnswerOnTheSpot& act) {
  return decided(matter,
                 {check_not_blank("answer", act.answer),
                  check_official(matter.world.ward(), act.answered_by, matter.on())},
                 AnsweredOnTheSpot{act.answer, act.answered_by, act.accepted_by_resident});
}

Decision decide(const Matter& matter, const NoteIssue& act) {
  return decided(matter, {check_not_blank("reason", act.reason)}, Noted{act.reason});
}

Decision decide(const Matter& matter, const ContestOnTheSpotAnswer& act) {
  return decided(matter, {check_not_blank("reason", act.reason)},
                 OnTheSpotAnswerContested{act.reason});
}

// A complaint runs on the same clock until it is handed over, so that it cannot lie unseen. What
// was contested counts from the day of the contest, not from the day it seemed to end.
Decision decide(const Matter& matter, const ClassifyIssue& act) {
  if (auto refusal = check_type(act.type)) {
    return std::unexpected(*refusal);
  }
  const Date& start = matter.issue.contested_on.value_or(matter.issue.recorded.received);
  const Policy& policy = matter.world.policy().valid_on(start);
  const WorkingCalendar& calendar = matter.world.calendar().current();
  const Term& term = settlement_term(policy, act.complexity);
  const Date first_reply =
      kept_late(matter) ? *matter.issue.first_reply_due : first_reply_owed(matter.world, start).due;
  const ResolutionClock clock{start, term, agreed_in_list(matter.issue), {}, {}};
  const Date due = due_date(clock, calendar);
  const bool provisional = calendar.is_provisional(first_reply) || calendar.is_provisional(due);
  return decided(
      matter, {check_field(policy, act.field)},
      IssueClassified{act.type, act.field, act.complexity, policy.version, calendar.version,
                      first_reply, due, provisional, term, start, act.group});
}

Decision decide(const Matter& matter, const ReclassifyIssue& act) {
  if (auto refusal = first_of({check_type(act.type), check_not_blank("reason", act.reason)})) {
    return std::unexpected(*refusal);
  }
  const Policy& policy = policy_of_round(matter);
  if (auto refusal = first_of({check_field(policy, act.field), check_changes(matter, act),
                               check_agreed(matter, act.agreed_due)})) {
    return std::unexpected(*refusal);
  }
  const WorkingCalendar& calendar = matter.world.calendar().current();
  const ResolutionClock clock = reclassified(matter, act, policy, calendar);
  const bool moves = clock != *matter.issue.clock;
  // A day that stays is explained by the calendar it was set under.
  const int version = moves ? calendar.version : matter.issue.clock_steps.back().calendar_version;
  const Date due = moves ? due_date(clock, calendar) : *matter.issue.effective_due;
  return decided(
      matter, {},
      IssueReclassified{matter.issue.classification->type, act.type, act.field, act.complexity,
                        act.reason, policy.version, version, *matter.issue.effective_due, due,
                        act.agreed_due, clock.term, calendar.is_provisional(due)});
}

}  // namespace langnghe::domain::issue
