#include "issue/decision_input.hpp"

namespace langnghe::domain::issue {
namespace {

MaybeRefusal check_not_sent_back(const DecisionInput& input, std::string_view act) {
  if (input.issue.answer.sent_back) {
    return not_allowed_now(act, "answer_sent_back");
  }
  return std::nullopt;
}

}  // namespace

MaybeRefusal guard(const DecisionInput& input, const DraftAnswer&) {
  return check_assignee(input);
}

MaybeRefusal guard(const DecisionInput& input, const SendBackAnswer&) {
  return check_not_sent_back(input, SendBackAnswer::kAct);
}

MaybeRefusal guard(const DecisionInput& input, const ApproveAnswer&) {
  return check_not_sent_back(input, ApproveAnswer::kAct);
}

Decision decide(const DecisionInput& input, const DraftAnswer& act) {
  return decided(
      input, {check_not_blank("text", act.text), check_not_blank("legal_basis", act.legal_basis)},
      AnswerDrafted{input.issue.answer.draft + 1, act.outcome, act.text, act.legal_basis});
}

Decision decide(const DecisionInput& input, const SendBackAnswer& act) {
  return decided(input, {check_not_blank("comments", act.comments)},
                 AnswerSentBack{input.issue.answer.draft, act.comments});
}

// In a small ward the chair may have to approve what they wrote themselves; then the reason is in
// the event for ever (domain.md rule 5).
Decision decide(const DecisionInput& input, const ApproveAnswer& act) {
  if (!input.is_by(input.issue.answer.drafted_by)) {
    return decided(input, {}, AnswerApproved{input.issue.answer.draft, ""});
  }
  if (check_not_blank("override_reason", act.override_reason)) {
    return std::unexpected(refuse(RefusalCode::same_person_drafted));
  }
  return decided(input, {}, AnswerApproved{input.issue.answer.draft, act.override_reason});
}

}  // namespace langnghe::domain::issue
