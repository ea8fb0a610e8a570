#pragma once

#include "course/steps.hpp"

/// The steps of the ward's settings, its plan, reports, numbers, people and supervision: of each
/// event the regions it leaves one in, of each command the regions it follows.
namespace langnghe::domain::course {

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
inline constexpr Leaves kLeaves<RecipientsAdopted>{AdoptRecipients::kAct, {}};
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
inline constexpr Follows kFollows<AdoptRecipients>{{}};
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
template <>
inline constexpr Follows kFollows<RecordPaper>{{}};
template <>
inline constexpr Follows kFollows<RecordSignedFile>{{}};

// numbers have an order of their own: `take_number`
template <>
inline constexpr Leaves kLeaves<NumberTaken>{SignReport::kAct, {}};
template <>
inline constexpr Leaves kLeaves<NumberVoided>{VoidNumber::kAct, {}};
template <>
inline constexpr Leaves kLeaves<NumberAllowed>{AllowNumber::kAct, {}};
template <>
inline constexpr Leaves kLeaves<CounterTaken>{HandOverIssue::kAct, {}};
template <>
inline constexpr Leaves kLeaves<PaperRecorded>{RecordPaper::kAct, {}};
template <>
inline constexpr Leaves kLeaves<SignedFileRecorded>{RecordSignedFile::kAct, {}};

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
inline constexpr Leaves kLeaves<SecondFactorTurnedOn>{TurnOnSecondFactor::kAct, {}};
template <>
inline constexpr Leaves kLeaves<SecondFactorTurnedOff>{TurnOffSecondFactor::kAct, {}};
template <>
inline constexpr Leaves kLeaves<RoleGranted>{GrantRole::kAct, {role}};
template <>
inline constexpr Leaves kLeaves<RoleRevoked>{RevokeRole::kAct, {role}};
template <>
inline constexpr Leaves kLeaves<UserDisabled>{DisableUser::kAct, {account}};
template <>
inline constexpr Leaves kLeaves<UserEnabled>{EnableUser::kAct, {account}};

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
inline constexpr Follows kFollows<TurnOnSecondFactor>{{}};
template <>
inline constexpr Follows kFollows<TurnOffSecondFactor>{{}};
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
inline constexpr Leaves kLeaves<RecommendationMade>{MakeRecommendation::kAct, {recommendation}};
template <>
inline constexpr Leaves kLeaves<RecommendationAnswered>{AnswerRecommendation::kAct,
                                                        {recommendation}};
template <>
inline constexpr Leaves kLeaves<SealedRead>{RecordSealedRead::kAct, {}};
template <>
inline constexpr Leaves kLeaves<TakedownRegistered>{RegisterTakedown::kAct, {}};

template <>
inline constexpr Follows kFollows<MakeRecommendation>{{}};
template <>
inline constexpr Follows kFollows<AnswerRecommendation>{{recommendation}};
template <>
inline constexpr Follows kFollows<RecordSealedRead>{{}};
template <>
inline constexpr Follows kFollows<RegisterTakedown>{{}};

}  // namespace langnghe::domain::course
