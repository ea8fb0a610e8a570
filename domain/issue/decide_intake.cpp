#include <string>

#include "issue/matter.hpp"

namespace langnghe::domain::issue {
namespace {

// Signing counts how every issue left the dialogue (domain.md rule 2); afterwards none may leave it
// in another way.
MaybeRefusal check_minutes_open(const Matter& matter, std::string_view act) {
  const auto& dialogue = matter.issue.recorded.dialogue;
  if (!dialogue.empty() && matter.world.dialogue(dialogue).phase == DialoguePhase::minutes_signed) {
    return not_allowed_now(act, to_text(DialoguePhase::minutes_signed));
  }
  return std::nullopt;
}

// A denunciation never becomes an issue like others (Law on Denunciations 2018 Art. 56): it is
// redirected at the dialogue and keeps no text.
MaybeRefusal check_type(IssueType type) {
  if (type == IssueType::denunciation) {
    return refuse(RefusalCode::denunciation_keeps_nothing);
  }
  return std::nullopt;
}

MaybeRefusal check_field(const Policy& policy, const FieldCode& field) {
  if (policy.knows_field(field)) {
    return std::nullopt;
  }
  return refuse(RefusalCode::unknown_field_code, {{"field", field.value}});
}

}  // namespace

Decision decide(const Matter& matter, const AnswerOnTheSpot& act) {
  return decided(
      matter,
      {check_minutes_open(matter, AnswerOnTheSpot::kAct), check_not_blank("answer", act.answer),
       check_official(matter.world.ward(), act.answered_by, matter.on())},
      AnsweredOnTheSpot{act.answer, act.answered_by, act.accepted_by_resident});
}

Decision decide(const Matter& matter, const NoteIssue& act) {
  return decided(
      matter, {check_minutes_open(matter, NoteIssue::kAct), check_not_blank("reason", act.reason)},
      Noted{act.reason});
}

// A complaint runs on the same clock until it is handed over, so that it cannot lie unseen.
Decision decide(const Matter& matter, const ClassifyIssue& act) {
  if (auto refusal = first_of({check_type(act.type), check_policy_adopted(matter.world),
                               check_calendar_adopted(matter.world)})) {
    return std::unexpected(*refusal);
  }
  const Date& received = matter.issue.recorded.received;
  const Policy& policy = matter.world.policy().valid_on(received);
  const WorkingCalendar& calendar = matter.world.calendar().current();
  const Term& term = settlement_term(policy, act.complexity);
  const Deadline first_reply = explain_deadline(received, policy.first_reply, calendar);
  const Deadline settlement = explain_deadline(received, term, calendar);
  return decided(matter, {check_field(policy, act.field)},
                 IssueClassified{act.type, act.field, act.complexity, policy.version,
                                 calendar.version, first_reply.due, settlement.due,
                                 first_reply.provisional || settlement.provisional, term});
}

}  // namespace langnghe::domain::issue
