#include <codec/fields/issue.hpp>

#include "event_entry.hpp"

namespace langnghe::codec {

template <>
inline constexpr EventType kWireType<domain::IssueRecorded>{"issue.recorded", 1};
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

std::vector<EventEntry> issue_entries() {
  return entries_of<domain::IssueEvent>();
}
WrittenEvent write(const domain::IssueEvent& event) {
  return written(event);
}

}  // namespace langnghe::codec
