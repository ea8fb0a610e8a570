#include "issue/matter.hpp"

namespace langnghe::domain::issue {
namespace {

MaybeRefusal check_not_sent_back(const Matter& matter, std::string_view act) {
  if (matter.issue.answer.sent_back) {
    return not_allowed_now(act, "answer_sent_back");
  }
  return std::nullopt;
}

MaybeRefusal check_issued_by_then(const Matter& matter) {
  const auto& notice = matter.issue.notice;
  return notice ? check_order(notice->date, matter.on()) : std::nullopt;
}

}  // namespace

Decision decide(const Matter& matter, const DraftAnswer& act) {
  return decided(
      matter,
      {check_assignee(matter), check_not_blank("text", act.text),
       check_not_blank("legal_basis", act.legal_basis)},
      AnswerDrafted{matter.issue.answer.draft + 1, act.outcome, act.text, act.legal_basis});
}

Decision decide(const Matter& matter, const SendBackAnswer& act) {
  return decided(matter,
                 {check_not_sent_back(matter, SendBackAnswer::kAct),
                  check_not_blank("comments", act.comments)},
                 AnswerSentBack{matter.issue.answer.draft, act.comments});
}

// In a small ward the chair may have to approve what they wrote themselves; then the reason is in
// the event for ever (domain.md rule 5).
Decision decide(const Matter& matter, const ApproveAnswer& act) {
  if (auto refusal = check_not_sent_back(matter, ApproveAnswer::kAct)) {
    return std::unexpected(*refusal);
  }
  if (!matter.is_by(matter.issue.answer.drafted_by)) {
    return decided(matter, {}, AnswerApproved{matter.issue.answer.draft, ""});
  }
  if (check_not_blank("override_reason", act.override_reason)) {
    return std::unexpected(refuse(RefusalCode::same_person_drafted));
  }
  return decided(matter, {}, AnswerApproved{matter.issue.answer.draft, act.override_reason});
}

Decision decide(const Matter& matter, const IssueNotice& act) {
  const WardState& ward = matter.world.ward();
  const int year = static_cast<int>(matter.on().year());
  if (auto refusal = check_official(ward, act.signer, matter.on())) {
    return std::unexpected(*refusal);
  }
  const auto taken = take_number(ward, matter.world.document_register(year), DocumentType::notice,
                                 matter.on(), act.number);
  if (!taken) {
    return std::unexpected(taken.error());
  }
  const StreamId own = stream_of(matter.id);
  return std::vector<Emitted>{
      {own, NoticeIssued{taken->number, taken->symbol, matter.on(), act.signer, act.capacity}},
      {register_stream(year),
       NumberTaken{taken->number, DocumentType::notice, taken->symbol, matter.on(), own}}};
}

Decision decide(const Matter& matter, const RecordDelivery& act) {
  return decided(matter, {check_issued_by_then(matter)}, NoticeDelivered{act.method});
}

// A forward's result was told and not answered by the ward: what came of it is another body's.
Decision decide(const Matter& matter, const CloseIssue&) {
  const auto& answer = matter.issue.answer;
  return decided(matter, {}, IssueClosed{answer.approved ? answer.outcome : Outcome::other_body});
}

}  // namespace langnghe::domain::issue
