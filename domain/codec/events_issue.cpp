#include <codec/fields/issue.hpp>

#include "event_entry.hpp"

namespace langnghe::codec {

template <>
inline constexpr EventType kWireType<domain::IssueRecorded>{"issue.recorded", 2};
template <>
inline constexpr EventType kWireType<domain::AnsweredOnTheSpot>{"issue.answered_on_the_spot", 1};
template <>
inline constexpr EventType kWireType<domain::Noted>{"issue.noted", 1};
template <>
inline constexpr EventType kWireType<domain::IssueClassified>{"issue.classified", 1};
template <>
inline constexpr EventType kWireType<domain::IssueAssigned>{"issue.assigned", 1};
template <>
inline constexpr EventType kWireType<domain::AssignmentAccepted>{"issue.assignment_accepted", 1};
template <>
inline constexpr EventType kWireType<domain::ProgressNoted>{"issue.progress_noted", 1};
template <>
inline constexpr EventType kWireType<domain::ExtensionRequested>{"issue.extension_requested", 1};
template <>
inline constexpr EventType kWireType<domain::ExtensionApproved>{"issue.extension_approved", 1};
template <>
inline constexpr EventType kWireType<domain::ExtensionRefused>{"issue.extension_refused", 1};
template <>
inline constexpr EventType kWireType<domain::HandedOver>{"issue.handed_over", 1};
template <>
inline constexpr EventType kWireType<domain::IssueForwarded>{"issue.forwarded", 1};
template <>
inline constexpr EventType kWireType<domain::ForwardAcknowledged>{"issue.forward_acknowledged", 1};
template <>
inline constexpr EventType kWireType<domain::ExternalResultReceived>{
    "issue.external_result_received", 1};
template <>
inline constexpr EventType kWireType<domain::ExternalResultTold>{"issue.external_result_told", 1};
template <>
inline constexpr EventType kWireType<domain::AnswerDrafted>{"issue.answer_drafted", 1};
template <>
inline constexpr EventType kWireType<domain::AnswerSentBack>{"issue.answer_sent_back", 1};
template <>
inline constexpr EventType kWireType<domain::AnswerApproved>{"issue.answer_approved", 1};
template <>
inline constexpr EventType kWireType<domain::NoticeIssued>{"issue.notice_issued", 1};
template <>
inline constexpr EventType kWireType<domain::NoticeDelivered>{"issue.notice_delivered", 1};
template <>
inline constexpr EventType kWireType<domain::IssueClosed>{"issue.closed", 1};
template <>
inline constexpr EventType kWireType<domain::FeedbackAsked>{"issue.feedback_asked", 1};
template <>
inline constexpr EventType kWireType<domain::FeedbackRecorded>{"issue.feedback_recorded", 1};
template <>
inline constexpr EventType kWireType<domain::IssueReopened>{"issue.reopened", 1};
template <>
inline constexpr EventType kWireType<domain::OnTheSpotAnswerContested>{
    "issue.on_the_spot_answer_contested", 1};
template <>
inline constexpr EventType kWireType<domain::IssueReclassified>{"issue.reclassified", 1};
template <>
inline constexpr EventType kWireType<domain::IssueSplit>{"issue.split", 1};
template <>
inline constexpr EventType kWireType<domain::IssuesMerged>{"issue.merged", 1};
template <>
inline constexpr EventType kWireType<domain::IssueUnmerged>{"issue.unmerged", 1};
template <>
inline constexpr EventType kWireType<domain::IssuesLinked>{"issue.linked", 1};
template <>
inline constexpr EventType kWireType<domain::IssueCorrected>{"issue.corrected", 1};
template <>
inline constexpr EventType kWireType<domain::IssueVoided>{"issue.voided", 1};
template <>
inline constexpr EventType kWireType<domain::IssueWithdrawn>{"issue.withdrawn", 1};
template <>
inline constexpr EventType kWireType<domain::IssueReturned>{"issue.returned", 1};
template <>
inline constexpr EventType kWireType<domain::IssueEscalated>{"issue.escalated", 1};
template <>
inline constexpr EventType kWireType<domain::InformationRequested>{"issue.information_requested",
                                                                   1};
template <>
inline constexpr EventType kWireType<domain::InformationReceived>{"issue.information_received", 1};
template <>
inline constexpr EventType kWireType<domain::ClockPaused>{"issue.clock_paused", 1};
template <>
inline constexpr EventType kWireType<domain::ClockResumed>{"issue.clock_resumed", 1};
template <>
inline constexpr EventType kWireType<domain::DeadlineApproaching>{"issue.deadline_approaching", 1};
template <>
inline constexpr EventType kWireType<domain::DeadlineBreached>{"issue.deadline_breached", 1};
template <>
inline constexpr EventType kWireType<domain::BreachRetracted>{"issue.breach_retracted", 1};
template <>
inline constexpr EventType kWireType<domain::FirstReplyDueSet>{"issue.first_reply_due_set", 1};
template <>
inline constexpr EventType kWireType<domain::DeadlineRecomputed>{"issue.deadline_recomputed", 1};
template <>
inline constexpr EventType kWireType<domain::ChairInstructed>{"issue.chair_instructed", 1};
template <>
inline constexpr EventType kWireType<domain::ForwardBounced>{"issue.forward_bounced", 1};
template <>
inline constexpr EventType kWireType<domain::HandlingRefused>{"issue.handling_refused", 1};
template <>
inline constexpr EventType kWireType<domain::NoticePosted>{"issue.notice_posted", 1};
template <>
inline constexpr EventType kWireType<domain::DeliveryGivenUp>{"issue.delivery_given_up", 1};
template <>
inline constexpr EventType kWireType<domain::DeliveryFailed>{"issue.delivery_failed", 1};
template <>
inline constexpr EventType kWireType<domain::NoticeReplaced>{"issue.notice_replaced", 1};
template <>
inline constexpr EventType kWireType<domain::NoticeCorrected>{"issue.notice_corrected", 1};
template <>
inline constexpr EventType kWireType<domain::NoticeRecalled>{"issue.notice_recalled", 1};
template <>
inline constexpr EventType kWireType<domain::ReopenRequested>{"issue.reopen_requested", 1};
template <>
inline constexpr EventType kWireType<domain::ReopenDeclined>{"issue.reopen_declined", 1};
template <>
inline constexpr EventType kWireType<domain::CommitmentMade>{"issue.commitment_made", 1};
template <>
inline constexpr EventType kWireType<domain::CommitmentRevised>{"issue.commitment_revised", 1};
template <>
inline constexpr EventType kWireType<domain::EvidenceFiled>{"issue.evidence_filed", 1};
template <>
inline constexpr EventType kWireType<domain::CommitmentVerified>{"issue.commitment_verified", 1};
template <>
inline constexpr EventType kWireType<domain::CommitmentDisputed>{"issue.commitment_disputed", 1};
template <>
inline constexpr EventType kWireType<domain::CommitmentMissed>{"issue.commitment_missed", 1};
template <>
inline constexpr EventType kWireType<domain::CommitmentMissRetracted>{
    "issue.commitment_miss_retracted", 1};

std::vector<EventEntry> issue_entries() {
  return entries_of<domain::IssueEvent>();
}
WrittenEvent write(const domain::IssueEvent& event) {
  return written(event);
}

}  // namespace langnghe::codec
