#include "issue/matter.hpp"

namespace langnghe::domain::issue {
namespace {

MaybeRefusal check_not_sent_back(const Matter& matter, std::string_view act) {
  if (matter.issue.answer.sent_back) {
    return not_allowed_now(act, "answer_sent_back");
  }
  return std::nullopt;
}

}  // namespace

MaybeRefusal guard(const Matter& matter, const DraftAnswer&) {
  return check_assignee(matter);
}

MaybeRefusal guard(const Matter& matter, const SendBackAnswer&) {
  return check_not_sent_back(matter, SendBackAnswer::kAct);
}

MaybeRefusal guard(const Matter& matter, const ApproveAnswer&) {
  return check_not_sent_back(matter, ApproveAnswer::kAct);
}

Decision decide(const Matter& matter, const DraftAnswer& act) {
  return decided(
      matter, {check_not_blank("text", act.text), check_not_blank("legal_basis", act.legal_basis)},
      AnswerDrafted{matter.issue.answer.draft + 1, act.outcome, act.text, act.legal_basis});
}

Decision decide(const Matter& matter, const SendBackAnswer& act) {
  return decided(matter, {check_not_blank("comments", act.comments)},
                 AnswerSentBack{matter.issue.answer.draft, act.comments});
}

// In a small ward the chair may have to approve what they wrote themselves; then the reason is in
// the event for ever (domain.md rule 5).
Decision decide(const Matter& matter, const ApproveAnswer& act) {
  if (!matter.is_by(matter.issue.answer.drafted_by)) {
    return decided(matter, {}, AnswerApproved{matter.issue.answer.draft, ""});
  }
  if (check_not_blank("override_reason", act.override_reason)) {
    return std::unexpected(refuse(RefusalCode::same_person_drafted));
  }
  return decided(matter, {}, AnswerApproved{matter.issue.answer.draft, act.override_reason});
}

}  // namespace langnghe::domain::issue
