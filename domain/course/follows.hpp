#pragma once

#include <domain/command.hpp>
#include <domain/course.hpp>
#include <domain/permissions.hpp>

/// Private to domain/course: which regions of its own stream each command follows, besides the
/// beginning, which every act follows. The clock's acts follow none: they are computed.
namespace langnghe::domain::course {

using FollowedRegions = InlineList<Region, 6>;

struct Follows {
  FollowedRegions regions;
  bool is_told = true;
};

/// A command without a row here does not compile.
template <class C>
inline constexpr Follows kFollows{{}, false};

using enum Region;

// the ward's settings
template <>
inline constexpr Follows kFollows<EstablishWard>{{}};
template <>
inline constexpr Follows kFollows<AddKhom>{{}};
template <>
inline constexpr Follows kFollows<RenameKhom>{{khom}};
template <>
inline constexpr Follows kFollows<CloseKhom>{{khom}};
template <>
inline constexpr Follows kFollows<MergeKhoms>{{khom}};
template <>
inline constexpr Follows kFollows<AppointOfficial>{{}};
template <>
inline constexpr Follows kFollows<RecordOfficialLeft>{{official}};
template <>
inline constexpr Follows kFollows<AdoptReportRoute>{{route}};
template <>
inline constexpr Follows kFollows<AdoptNumbering>{{numbering}};
template <>
inline constexpr Follows kFollows<AdoptTemplate>{{wording}};
template <>
inline constexpr Follows kFollows<DelegateSigning>{{}};
template <>
inline constexpr Follows kFollows<RevokeDelegation>{{delegation}};
template <>
inline constexpr Follows kFollows<ConfirmTime>{{}};
template <>
inline constexpr Follows kFollows<ImportIssues>{{}};
template <>
inline constexpr Follows kFollows<AdoptCalendar>{{table}};
template <>
inline constexpr Follows kFollows<AdoptPolicy>{{table}};
// the plan
template <>
inline constexpr Follows kFollows<DraftPlan>{{plan}};
template <>
inline constexpr Follows kFollows<ApprovePlan>{{plan}};
template <>
inline constexpr Follows kFollows<PublishPlan>{{plan}};
template <>
inline constexpr Follows kFollows<AmendPlan>{{plan, amendment}};
template <>
inline constexpr Follows kFollows<MarkObligationMissed>{{}};
template <>
inline constexpr Follows kFollows<CreditLateDialogue>{{plan}};
template <>
inline constexpr Follows kFollows<ClosePlan>{{plan, publication, amendment, credit}};
// the dialogue
template <>
inline constexpr Follows kFollows<ScheduleDialogue>{{}};
template <>
inline constexpr Follows kFollows<AnnounceDialogue>{{schedule}};
template <>
inline constexpr Follows kFollows<InviteParticipant>{{}};
template <>
inline constexpr Follows kFollows<AnswerInvitation>{{invitation}};
template <>
inline constexpr Follows kFollows<PostponeDialogue>{{schedule, announcement}};
template <>
inline constexpr Follows kFollows<RearrangeDialogue>{{schedule, announcement}};
template <>
inline constexpr Follows kFollows<CancelDialogue>{{schedule, announcement}};
template <>
inline constexpr Follows kFollows<MarkDialogueMissed>{{}};
template <>
inline constexpr Follows kFollows<OpenDialogue>{{schedule, announcement}};
template <>
inline constexpr Follows kFollows<RecordAttendance>{{meeting}};
template <>
inline constexpr Follows kFollows<PresentPreviousResults>{{meeting}};
template <>
inline constexpr Follows kFollows<SkipPresentation>{{meeting}};
template <>
inline constexpr Follows kFollows<RecordOpinion>{{meeting}};
template <>
inline constexpr Follows kFollows<ConfirmOpinion>{{meeting, opinion}};
template <>
inline constexpr Follows kFollows<DeclineConfirmation>{{meeting, opinion}};
template <>
inline constexpr Follows kFollows<RedirectDenunciation>{{}};
template <>
inline constexpr Follows kFollows<CloseDialogue>{{meeting, attendance}};
template <>
inline constexpr Follows kFollows<SignMinutes>{{closing, attendance, presentation, opinions}};
template <>
inline constexpr Follows kFollows<RefuseSignature>{{closing}};
template <>
inline constexpr Follows kFollows<SignAddendum>{{minutes, addendum}};
template <>
inline constexpr Follows kFollows<PublishConclusion>{{minutes}};
// an issue: intake
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
// the report
template <>
inline constexpr Follows kFollows<FreezeFigures>{{report}};
template <>
inline constexpr Follows kFollows<DraftReport>{{report}};
template <>
inline constexpr Follows kFollows<SendBackReport>{{report}};
template <>
inline constexpr Follows kFollows<SignReport>{{report}};
template <>
inline constexpr Follows kFollows<SubmitReport>{{report}};
template <>
inline constexpr Follows kFollows<AcknowledgeReport>{{report}};
template <>
inline constexpr Follows kFollows<ReturnReport>{{report}};
template <>
inline constexpr Follows kFollows<SupplementReport>{{signature, supplement}};
template <>
inline constexpr Follows kFollows<VoidNumber>{{}};
template <>
inline constexpr Follows kFollows<AllowNumber>{{}};
// people and accounts
template <>
inline constexpr Follows kFollows<ChangeContact>{{contact}};
template <>
inline constexpr Follows kFollows<WithholdIdentity>{{identity}};
template <>
inline constexpr Follows kFollows<RevealIdentity>{{identity}};
template <>
inline constexpr Follows kFollows<DestroyKey>{{identity, contact}};
template <>
inline constexpr Follows kFollows<RegisterUser>{{}};
template <>
inline constexpr Follows kFollows<SetPassword>{{}};
template <>
inline constexpr Follows kFollows<MakeSignInLink>{{}};
template <>
inline constexpr Follows kFollows<MakeToken>{{}};
template <>
inline constexpr Follows kFollows<GrantRole>{{role}};
template <>
inline constexpr Follows kFollows<RevokeRole>{{role}};
template <>
inline constexpr Follows kFollows<DisableUser>{{account}};
template <>
inline constexpr Follows kFollows<EnableUser>{{account}};
// supervision
template <>
inline constexpr Follows kFollows<MakeRecommendation>{{}};
template <>
inline constexpr Follows kFollows<AnswerRecommendation>{{recommendation}};
template <>
inline constexpr Follows kFollows<RecordSealedRead>{{}};
template <>
inline constexpr Follows kFollows<RegisterTakedown>{{}};

}  // namespace langnghe::domain::course
