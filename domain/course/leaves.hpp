#pragma once

#include <string_view>

#include <domain/command.hpp>
#include <domain/course.hpp>
#include <domain/event.hpp>
#include <domain/permissions.hpp>

/// Private to domain/course: where each event leaves a step, and the act it is told as. What the
/// clock records leaves none: no act of a person waits for it.
namespace langnghe::domain::course {

using Regions = InlineList<Region, 4>;

struct Leaves {
  std::string_view act;
  Regions regions;
};

/// An event without a row here does not compile: its act would be empty.
template <class E>
inline constexpr Leaves kLeaves{{}, {}};

using enum Region;

// the ward's settings
template <>
inline constexpr Leaves kLeaves<WardEstablished>{EstablishWard::kAct, {beginning}};
template <>
inline constexpr Leaves kLeaves<KhomAdded>{AddKhom::kAct, {khom}};
template <>
inline constexpr Leaves kLeaves<KhomRenamed>{RenameKhom::kAct, {khom}};
template <>
inline constexpr Leaves kLeaves<KhomClosed>{CloseKhom::kAct, {khom}};
template <>
inline constexpr Leaves kLeaves<KhomsMerged>{MergeKhoms::kAct, {khom}};
template <>
inline constexpr Leaves kLeaves<OfficialAppointed>{AppointOfficial::kAct, {official}};
template <>
inline constexpr Leaves kLeaves<OfficialLeft>{RecordOfficialLeft::kAct, {official}};
template <>
inline constexpr Leaves kLeaves<ReportRouteAdopted>{AdoptReportRoute::kAct, {route}};
template <>
inline constexpr Leaves kLeaves<NumberingAdopted>{AdoptNumbering::kAct, {numbering}};
template <>
inline constexpr Leaves kLeaves<TemplateAdopted>{AdoptTemplate::kAct, {wording}};
template <>
inline constexpr Leaves kLeaves<SigningDelegated>{DelegateSigning::kAct, {delegation}};
template <>
inline constexpr Leaves kLeaves<DelegationRevoked>{RevokeDelegation::kAct, {delegation}};
template <>
inline constexpr Leaves kLeaves<TimeConfirmed>{ConfirmTime::kAct, {}};
template <>
inline constexpr Leaves kLeaves<CalendarAdopted>{AdoptCalendar::kAct, {table}};
template <>
inline constexpr Leaves kLeaves<PolicyAdopted>{AdoptPolicy::kAct, {table}};
// the plan
template <>
inline constexpr Leaves kLeaves<PlanDrafted>{DraftPlan::kAct, {plan}};
template <>
inline constexpr Leaves kLeaves<PlanApproved>{ApprovePlan::kAct, {plan}};
template <>
inline constexpr Leaves kLeaves<PlanPublished>{PublishPlan::kAct, {publication}};
template <>
inline constexpr Leaves kLeaves<PlanAmended>{AmendPlan::kAct, {amendment}};
template <>
inline constexpr Leaves kLeaves<ObligationMissed>{MarkObligationMissed::kAct, {}};
template <>
inline constexpr Leaves kLeaves<ObligationMissRetracted>{MarkObligationMissed::kAct, {}};
template <>
inline constexpr Leaves kLeaves<LateDialogueCredited>{CreditLateDialogue::kAct, {credit}};
template <>
inline constexpr Leaves kLeaves<PlanClosed>{ClosePlan::kAct, {plan}};
// the dialogue
template <>
inline constexpr Leaves kLeaves<DialogueScheduled>{ScheduleDialogue::kAct, {beginning, schedule}};
template <>
inline constexpr Leaves kLeaves<DialogueAnnounced>{AnnounceDialogue::kAct, {announcement}};
template <>
inline constexpr Leaves kLeaves<ParticipantInvited>{InviteParticipant::kAct, {invitation}};
template <>
inline constexpr Leaves kLeaves<InvitationAnswered>{AnswerInvitation::kAct, {invitation}};
template <>
inline constexpr Leaves kLeaves<DialoguePostponed>{PostponeDialogue::kAct, {schedule}};
template <>
inline constexpr Leaves kLeaves<DialogueRearranged>{RearrangeDialogue::kAct, {schedule}};
template <>
inline constexpr Leaves kLeaves<DialogueCancelled>{CancelDialogue::kAct, {schedule}};
template <>
inline constexpr Leaves kLeaves<DialogueMissed>{MarkDialogueMissed::kAct, {}};
template <>
inline constexpr Leaves kLeaves<DialogueMissRetracted>{MarkDialogueMissed::kAct, {}};
template <>
inline constexpr Leaves kLeaves<DialogueOpened>{OpenDialogue::kAct, {meeting}};
template <>
inline constexpr Leaves kLeaves<AttendanceRecorded>{RecordAttendance::kAct, {attendance}};
template <>
inline constexpr Leaves kLeaves<PreviousResultsPresented>{PresentPreviousResults::kAct,
                                                          {presentation}};
template <>
inline constexpr Leaves kLeaves<PresentationSkipped>{SkipPresentation::kAct, {presentation}};
template <>
inline constexpr Leaves kLeaves<OpinionRecorded>{RecordOpinion::kAct, {opinion, opinions}};
template <>
inline constexpr Leaves kLeaves<OpinionConfirmed>{ConfirmOpinion::kAct, {opinion, opinions}};
template <>
inline constexpr Leaves kLeaves<ConfirmationDeclined>{DeclineConfirmation::kAct,
                                                      {opinion, opinions}};
template <>
inline constexpr Leaves kLeaves<DialogueClosed>{CloseDialogue::kAct, {closing}};
template <>
inline constexpr Leaves kLeaves<MinutesSigned>{SignMinutes::kAct, {minutes}};
template <>
inline constexpr Leaves kLeaves<SignatureRefused>{RefuseSignature::kAct, {}};
template <>
inline constexpr Leaves kLeaves<MinutesAddendumSigned>{SignAddendum::kAct, {addendum}};
template <>
inline constexpr Leaves kLeaves<ConclusionPublished>{PublishConclusion::kAct, {}};
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
// the report
template <>
inline constexpr Leaves kLeaves<FiguresFrozen>{FreezeFigures::kAct, {report}};
template <>
inline constexpr Leaves kLeaves<ReportDrafted>{DraftReport::kAct, {report}};
template <>
inline constexpr Leaves kLeaves<ReportSentBack>{SendBackReport::kAct, {report}};
template <>
inline constexpr Leaves kLeaves<ReportSigned>{SignReport::kAct, {report, signature}};
template <>
inline constexpr Leaves kLeaves<ReportSubmitted>{SubmitReport::kAct, {report}};
template <>
inline constexpr Leaves kLeaves<ReportAcknowledged>{AcknowledgeReport::kAct, {report}};
template <>
inline constexpr Leaves kLeaves<ReportReturned>{ReturnReport::kAct, {report}};
template <>
inline constexpr Leaves kLeaves<ReportSupplemented>{SupplementReport::kAct, {supplement}};
// numbers have an order of their own: `take_number`
template <>
inline constexpr Leaves kLeaves<NumberTaken>{SignReport::kAct, {}};
template <>
inline constexpr Leaves kLeaves<NumberVoided>{VoidNumber::kAct, {}};
template <>
inline constexpr Leaves kLeaves<NumberAllowed>{AllowNumber::kAct, {}};
template <>
inline constexpr Leaves kLeaves<CounterTaken>{HandOverIssue::kAct, {}};
// people and accounts
template <>
inline constexpr Leaves kLeaves<ResidentRegistered>{RecordIssue::kAct, {beginning}};
template <>
inline constexpr Leaves kLeaves<ContactChanged>{ChangeContact::kAct, {contact}};
template <>
inline constexpr Leaves kLeaves<IdentityWithheld>{WithholdIdentity::kAct, {identity}};
template <>
inline constexpr Leaves kLeaves<IdentityRevealed>{RevealIdentity::kAct, {identity}};
template <>
inline constexpr Leaves kLeaves<KeyDestroyed>{DestroyKey::kAct, {identity}};
template <>
inline constexpr Leaves kLeaves<UserRegistered>{RegisterUser::kAct, {beginning}};
template <>
inline constexpr Leaves kLeaves<PasswordSet>{SetPassword::kAct, {}};
template <>
inline constexpr Leaves kLeaves<SignInLinkMade>{MakeSignInLink::kAct, {}};
template <>
inline constexpr Leaves kLeaves<TokenMade>{MakeToken::kAct, {}};
template <>
inline constexpr Leaves kLeaves<RoleGranted>{GrantRole::kAct, {role}};
template <>
inline constexpr Leaves kLeaves<RoleRevoked>{RevokeRole::kAct, {role}};
template <>
inline constexpr Leaves kLeaves<UserDisabled>{DisableUser::kAct, {account}};
template <>
inline constexpr Leaves kLeaves<UserEnabled>{EnableUser::kAct, {account}};
// supervision
template <>
inline constexpr Leaves kLeaves<RecommendationMade>{MakeRecommendation::kAct, {recommendation}};
template <>
inline constexpr Leaves kLeaves<RecommendationAnswered>{AnswerRecommendation::kAct,
                                                        {recommendation}};
template <>
inline constexpr Leaves kLeaves<SealedRead>{RecordSealedRead::kAct, {}};
template <>
inline constexpr Leaves kLeaves<TakedownRegistered>{RegisterTakedown::kAct, {}};

}  // namespace langnghe::domain::course
