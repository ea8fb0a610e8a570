#pragma once

#include "course/steps.hpp"

/// The steps of an issue: of each event the regions it leaves one in, of each command the
/// regions it follows.
namespace langnghe::domain::course {

// an issue: intake
template <>
inline constexpr Leaves kLeaves<IssueRecorded>{RecordIssue::kAct, {beginning}};
template <>
inline constexpr Leaves kLeaves<AnsweredOnTheSpot>{AnswerOnTheSpot::kAct, {handling}};
template <>
inline constexpr Leaves kLeaves<Noted>{NoteIssue::kAct, {handling}};
template <>
inline constexpr Leaves kLeaves<OnTheSpotAnswerContested>{ContestOnTheSpotAnswer::kAct, {handling}};
template <>
inline constexpr Leaves kLeaves<IssueClassified>{ClassifyIssue::kAct, {handling, round, clock}};
template <>
inline constexpr Leaves kLeaves<IssueReclassified>{ReclassifyIssue::kAct, {clock}};
template <>
inline constexpr Leaves kLeaves<IssueSplit>{SplitIssue::kAct, {handling}};
template <>
inline constexpr Leaves kLeaves<IssuesMerged>{MergeIssue::kAct, {clock, merger}};
template <>
inline constexpr Leaves kLeaves<IssueUnmerged>{UnmergeIssue::kAct, {clock, merger}};
template <>
inline constexpr Leaves kLeaves<IssuesLinked>{LinkIssue::kAct, {}};
template <>
inline constexpr Leaves kLeaves<IssueCorrected>{CorrectIssue::kAct, {correction}};
template <>
inline constexpr Leaves kLeaves<IssueVoided>{VoidIssue::kAct, {handling}};
template <>
inline constexpr Leaves kLeaves<IssueWithdrawn>{WithdrawIssue::kAct, {handling}};

template <>
inline constexpr Follows kFollows<RecordIssue>{{}};
template <>
inline constexpr Follows kFollows<AnswerOnTheSpot>{{handling}};
template <>
inline constexpr Follows kFollows<NoteIssue>{{handling}};
template <>
inline constexpr Follows kFollows<ContestOnTheSpotAnswer>{{handling}};
template <>
inline constexpr Follows kFollows<ClassifyIssue>{{handling}};
template <>
inline constexpr Follows kFollows<ReclassifyIssue>{{round, clock}};
template <>
inline constexpr Follows kFollows<SplitIssue>{{handling, clock}};
template <>
inline constexpr Follows kFollows<MergeIssue>{{handling, clock, merger}};
template <>
inline constexpr Follows kFollows<UnmergeIssue>{{handling, merger}};
template <>
inline constexpr Follows kFollows<LinkIssue>{{}};
template <>
inline constexpr Follows kFollows<CorrectIssue>{{correction}};
template <>
inline constexpr Follows kFollows<VoidIssue>{{handling, clock, extension, delivery, merger}};
template <>
inline constexpr Follows kFollows<WithdrawIssue>{{handling, clock, extension, delivery, merger}};

// handling and the clock
template <>
inline constexpr Leaves kLeaves<IssueAssigned>{AssignIssue::kAct, {handling, assignment}};
template <>
inline constexpr Leaves kLeaves<AssignmentAccepted>{AcceptAssignment::kAct, {handling, assignment}};
template <>
inline constexpr Leaves kLeaves<IssueReturned>{ReturnIssue::kAct, {handling, assignment}};
template <>
inline constexpr Leaves kLeaves<ProgressNoted>{NoteProgress::kAct, {}};
template <>
inline constexpr Leaves kLeaves<InformationRequested>{RequestInformation::kAct, {information}};
template <>
inline constexpr Leaves kLeaves<InformationReceived>{ReceiveInformation::kAct, {}};
template <>
inline constexpr Leaves kLeaves<ClockPaused>{PauseClock::kAct, {clock}};
template <>
inline constexpr Leaves kLeaves<ClockResumed>{ResumeClock::kAct, {clock}};
template <>
inline constexpr Leaves kLeaves<ExtensionRequested>{RequestExtension::kAct, {extension}};
template <>
inline constexpr Leaves kLeaves<ExtensionApproved>{ApproveExtension::kAct, {clock, extension}};
template <>
inline constexpr Leaves kLeaves<ExtensionRefused>{RefuseExtension::kAct, {extension}};
template <>
inline constexpr Leaves kLeaves<DeadlineApproaching>{MarkDeadlineApproaching::kAct, {}};
template <>
inline constexpr Leaves kLeaves<DeadlineBreached>{MarkDeadlineBreached::kAct, {}};
template <>
inline constexpr Leaves kLeaves<BreachRetracted>{MarkDeadlineBreached::kAct, {}};
template <>
inline constexpr Leaves kLeaves<FirstReplyDueSet>{RecordIssue::kAct, {}};
template <>
inline constexpr Leaves kLeaves<DeadlineRecomputed>{RecomputeDeadline::kAct, {}};
template <>
inline constexpr Leaves kLeaves<IssueEscalated>{EscalateIssue::kAct, {}};
template <>
inline constexpr Leaves kLeaves<ChairInstructed>{InstructIssue::kAct, {}};

template <>
inline constexpr Follows kFollows<AssignIssue>{{handling}};
template <>
inline constexpr Follows kFollows<AcceptAssignment>{{handling}};
template <>
inline constexpr Follows kFollows<ReturnIssue>{{handling}};
template <>
inline constexpr Follows kFollows<NoteProgress>{{handling}};
template <>
inline constexpr Follows kFollows<RequestInformation>{{round}};
template <>
inline constexpr Follows kFollows<ReceiveInformation>{{round, information}};
template <>
inline constexpr Follows kFollows<PauseClock>{{round, clock}};
template <>
inline constexpr Follows kFollows<ResumeClock>{{round, clock}};
template <>
inline constexpr Follows kFollows<RequestExtension>{{round, clock, assignment, extension}};
template <>
inline constexpr Follows kFollows<ApproveExtension>{{round, clock, extension}};
template <>
inline constexpr Follows kFollows<RefuseExtension>{{extension}};
template <>
inline constexpr Follows kFollows<MarkDeadlineApproaching>{{}};
template <>
inline constexpr Follows kFollows<MarkDeadlineBreached>{{}};
template <>
inline constexpr Follows kFollows<RecomputeDeadline>{{}};
template <>
inline constexpr Follows kFollows<EscalateIssue>{{}};
template <>
inline constexpr Follows kFollows<InstructIssue>{{}};

// elsewhere
template <>
inline constexpr Leaves kLeaves<HandedOver>{HandOverIssue::kAct, {handling}};
template <>
inline constexpr Leaves kLeaves<IssueForwarded>{ForwardIssue::kAct, {handling}};
template <>
inline constexpr Leaves kLeaves<ForwardAcknowledged>{AcknowledgeForward::kAct, {handling}};
template <>
inline constexpr Leaves kLeaves<ForwardBounced>{BounceForward::kAct, {handling}};
template <>
inline constexpr Leaves kLeaves<ExternalResultReceived>{RecordExternalResult::kAct,
                                                        {handling, notice}};
template <>
inline constexpr Leaves kLeaves<ExternalResultTold>{TellExternalResult::kAct, {handling}};
template <>
inline constexpr Leaves kLeaves<HandlingRefused>{RefuseHandling::kAct, {handling}};

template <>
inline constexpr Follows kFollows<HandOverIssue>{{handling, clock, extension}};
template <>
inline constexpr Follows kFollows<RefuseHandling>{{handling, clock, extension}};
template <>
inline constexpr Follows kFollows<ForwardIssue>{{handling}};
template <>
inline constexpr Follows kFollows<AcknowledgeForward>{{handling}};
template <>
inline constexpr Follows kFollows<BounceForward>{{handling}};
template <>
inline constexpr Follows kFollows<RecordExternalResult>{{handling}};
template <>
inline constexpr Follows kFollows<TellExternalResult>{{handling, clock, extension}};

// the answer and what comes after it
template <>
inline constexpr Leaves kLeaves<AnswerDrafted>{DraftAnswer::kAct, {handling}};
template <>
inline constexpr Leaves kLeaves<AnswerSentBack>{SendBackAnswer::kAct, {handling}};
template <>
inline constexpr Leaves kLeaves<AnswerApproved>{ApproveAnswer::kAct, {handling}};
template <>
inline constexpr Leaves kLeaves<NoticeIssued>{IssueNotice::kAct, {handling, notice}};
template <>
inline constexpr Leaves kLeaves<NoticeDelivered>{RecordDelivery::kAct, {handling}};
template <>
inline constexpr Leaves kLeaves<NoticePosted>{PostNotice::kAct, {handling}};
template <>
inline constexpr Leaves kLeaves<DeliveryFailed>{RecordDeliveryFailure::kAct, {delivery}};
template <>
inline constexpr Leaves kLeaves<DeliveryGivenUp>{GiveUpDelivery::kAct, {}};
template <>
inline constexpr Leaves kLeaves<NoticeReplaced>{ReplaceNotice::kAct, {handling, notice}};
template <>
inline constexpr Leaves kLeaves<NoticeCorrected>{CorrectNotice::kAct, {}};
template <>
inline constexpr Leaves kLeaves<NoticeRecalled>{RecallNotice::kAct, {handling}};
template <>
inline constexpr Leaves kLeaves<IssueClosed>{CloseIssue::kAct, {handling}};
template <>
inline constexpr Leaves kLeaves<FeedbackAsked>{AskFeedback::kAct, {feedback}};
template <>
inline constexpr Leaves kLeaves<FeedbackRecorded>{RecordFeedback::kAct, {feedback}};
template <>
inline constexpr Leaves kLeaves<ReopenRequested>{RequestReopen::kAct, {reopening}};
template <>
inline constexpr Leaves kLeaves<IssueReopened>{ReopenIssue::kAct, {handling, round, clock}};
template <>
inline constexpr Leaves kLeaves<ReopenDeclined>{DeclineReopen::kAct, {reopening}};

template <>
inline constexpr Follows kFollows<DraftAnswer>{{handling}};
template <>
inline constexpr Follows kFollows<SendBackAnswer>{{handling}};
template <>
inline constexpr Follows kFollows<ApproveAnswer>{{handling, clock, extension}};
template <>
inline constexpr Follows kFollows<IssueNotice>{{handling}};
template <>
inline constexpr Follows kFollows<RecordDelivery>{{handling, delivery}};
template <>
inline constexpr Follows kFollows<PostNotice>{{handling, delivery}};
template <>
inline constexpr Follows kFollows<RecordDeliveryFailure>{{handling}};
template <>
inline constexpr Follows kFollows<GiveUpDelivery>{{notice}};
template <>
inline constexpr Follows kFollows<ReplaceNotice>{{handling, delivery, notice}};
template <>
inline constexpr Follows kFollows<CorrectNotice>{{notice}};
template <>
inline constexpr Follows kFollows<RecallNotice>{{handling, delivery, notice}};
template <>
inline constexpr Follows kFollows<CloseIssue>{{handling}};
template <>
inline constexpr Follows kFollows<AskFeedback>{{handling}};
template <>
inline constexpr Follows kFollows<RecordFeedback>{{handling, feedback}};
template <>
inline constexpr Follows kFollows<RequestReopen>{{handling, reopening}};
template <>
inline constexpr Follows kFollows<ReopenIssue>{{handling, feedback, reopening}};
template <>
inline constexpr Follows kFollows<DeclineReopen>{{handling, reopening}};

// promises
template <>
inline constexpr Leaves kLeaves<CommitmentMade>{MakeCommitment::kAct, {commitment}};
template <>
inline constexpr Leaves kLeaves<CommitmentRevised>{ReviseCommitment::kAct, {commitment}};
template <>
inline constexpr Leaves kLeaves<EvidenceFiled>{FileEvidence::kAct, {evidence}};
template <>
inline constexpr Leaves kLeaves<CommitmentVerified>{VerifyCommitment::kAct, {commitment}};
template <>
inline constexpr Leaves kLeaves<CommitmentDisputed>{DisputeCommitment::kAct, {commitment}};
template <>
inline constexpr Leaves kLeaves<CommitmentMissRetracted>{MarkCommitmentMissed::kAct, {}};
template <>
inline constexpr Leaves kLeaves<CommitmentMissed>{MarkCommitmentMissed::kAct, {}};

template <>
inline constexpr Follows kFollows<MakeCommitment>{{}};
template <>
inline constexpr Follows kFollows<ReviseCommitment>{{commitment}};
template <>
inline constexpr Follows kFollows<FileEvidence>{{commitment}};
template <>
inline constexpr Follows kFollows<VerifyCommitment>{{commitment, evidence}};
template <>
inline constexpr Follows kFollows<DisputeCommitment>{{commitment, evidence}};
template <>
inline constexpr Follows kFollows<MarkCommitmentMissed>{{}};

}  // namespace langnghe::domain::course
