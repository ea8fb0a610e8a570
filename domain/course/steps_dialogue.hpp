#pragma once

#include "course/steps.hpp"

/// The steps of a dialogue: of each event the regions it leaves one in, of each command the
/// regions it follows.
namespace langnghe::domain::course {

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

}  // namespace langnghe::domain::course
