#pragma once

#include "rules.hpp"
#include "value_checks.hpp"

/// Private to the dialogue: one decision per command, by chapter of the meeting's life.
namespace langnghe::domain {

/// The guards of an act that do not depend on its body, beyond the phase; most acts have none. One
/// per act that does, beside its `judge`, which may rely on it.
template <class Act>
[[nodiscard]] MaybeRefusal guard_act(const World& /*world*/, const Act& /*act*/,
                                     const Context& /*context*/) {
  return std::nullopt;
}
[[nodiscard]] MaybeRefusal guard_act(const World&, const AnnounceDialogue&, const Context&);
[[nodiscard]] MaybeRefusal guard_act(const World&, const OpenDialogue&, const Context&);
[[nodiscard]] MaybeRefusal guard_act(const World&, const RecordAttendance&, const Context&);
[[nodiscard]] MaybeRefusal guard_act(const World&, const AnswerInvitation&, const Context&);
[[nodiscard]] MaybeRefusal guard_act(const World&, const MarkDialogueMissed&, const Context&);
[[nodiscard]] MaybeRefusal guard_act(const World&, const PresentPreviousResults&, const Context&);
[[nodiscard]] MaybeRefusal guard_act(const World&, const SkipPresentation&, const Context&);
[[nodiscard]] MaybeRefusal guard_act(const World&, const RecordOpinion&, const Context&);
[[nodiscard]] MaybeRefusal guard_act(const World&, const RedirectDenunciation&, const Context&);
[[nodiscard]] MaybeRefusal guard_act(const World&, const ConfirmOpinion&, const Context&);
[[nodiscard]] MaybeRefusal guard_act(const World&, const DeclineConfirmation&, const Context&);
[[nodiscard]] MaybeRefusal guard_act(const World&, const CloseDialogue&, const Context&);
[[nodiscard]] MaybeRefusal guard_act(const World&, const SignMinutes&, const Context&);
[[nodiscard]] MaybeRefusal guard_act(const World&, const RefuseSignature&, const Context&);
[[nodiscard]] MaybeRefusal guard_act(const World&, const PublishConclusion&, const Context&);

// decide_meeting.cpp
[[nodiscard]] Decision judge(const World&, const ScheduleDialogue&, const Context&);
[[nodiscard]] Decision judge(const World&, const AnnounceDialogue&, const Context&);
[[nodiscard]] Decision judge(const World&, const OpenDialogue&, const Context&);
[[nodiscard]] Decision judge(const World&, const RecordAttendance&, const Context&);

// decide_invitation.cpp
[[nodiscard]] Decision judge(const World&, const InviteParticipant&, const Context&);
[[nodiscard]] Decision judge(const World&, const AnswerInvitation&, const Context&);

// decide_postponement.cpp
[[nodiscard]] Decision judge(const World&, const PostponeDialogue&, const Context&);
[[nodiscard]] Decision judge(const World&, const CancelDialogue&, const Context&);
[[nodiscard]] Decision judge(const World&, const MarkDialogueMissed&, const Context&);

// decide_rearrangement.cpp
[[nodiscard]] Decision judge(const World&, const RearrangeDialogue&, const Context&);

// decide_presentation.cpp
[[nodiscard]] Decision judge(const World&, const PresentPreviousResults&, const Context&);
[[nodiscard]] Decision judge(const World&, const SkipPresentation&, const Context&);

// decide_opinion.cpp
[[nodiscard]] Decision judge(const World&, const RecordOpinion&, const Context&);
[[nodiscard]] Decision judge(const World&, const RedirectDenunciation&, const Context&);

// decide_confirmation.cpp
[[nodiscard]] Decision judge(const World&, const ConfirmOpinion&, const Context&);
[[nodiscard]] Decision judge(const World&, const DeclineConfirmation&, const Context&);

// decide_minutes.cpp
[[nodiscard]] Decision judge(const World&, const CloseDialogue&, const Context&);
[[nodiscard]] Decision judge(const World&, const SignMinutes&, const Context&);
[[nodiscard]] Decision judge(const World&, const RefuseSignature&, const Context&);
[[nodiscard]] Decision judge(const World&, const SignAddendum&, const Context&);

// decide_conclusion.cpp
[[nodiscard]] Decision judge(const World&, const PublishConclusion&, const Context&);

/// An act that leaves the meeting unheld on its day, with what that says of its being missed: done
/// before the hour had passed it was not, done after it it was.
[[nodiscard]] Decision without_meeting(const World& world, const DialogueId& dialogue,
                                       DialogueEvent event, const Context& context);
/// An act about a meeting that the clock has found missed was done by its day.
[[nodiscard]] MaybeRefusal check_done_by_meeting(const DialogueState& dialogue,
                                                 const Context& context);
// Checks that scheduling and rearranging share; in decide_meeting.cpp.
[[nodiscard]] MaybeRefusal check_venue(const Venue& venue);
[[nodiscard]] MaybeRefusal check_times(std::chrono::minutes start,
                                       std::optional<std::chrono::minutes> end);
/// The host of a household is known, or introduced now under the key that seals the address.
[[nodiscard]] MaybeRefusal check_host(const World& world, const Venue& venue,
                                      const std::optional<NewResident>& new_host);
void add_host(std::vector<Emitted>& events, const KhomId& khom,
              const std::optional<NewResident>& new_host);

/// A chair and the hours of a dialogue.
struct Booking {
  DialogueId dialogue;
  OfficialId chair;
  Date date{};
  std::chrono::minutes start{};
  std::optional<std::chrono::minutes> end;
};
// double_booking.cpp
/// The first of `others` that has the same chair at an hour that overlaps.
[[nodiscard]] std::optional<Booking> clash_of(const World& world, const Booking& wanted,
                                              const std::vector<DialogueId>& others);
/// `chair_booked` unless there is none, or it is wanted so.
[[nodiscard]] MaybeRefusal check_clash(const std::optional<Booking>& clash, bool confirmed);

/// One event on the dialogue's own stream.
[[nodiscard]] Decision on_dialogue(const DialogueId& dialogue, DialogueEvent event);
/// `happened_before_start` for an act that cannot have happened before the day of the meeting.
[[nodiscard]] MaybeRefusal check_not_before_meeting(const DialogueState& dialogue,
                                                    const Context& context);
/// The issues raised at a dialogue, each split one replaced by its parts, as far as was loaded.
[[nodiscard]] std::vector<IssueId> issues_to_count(const DialogueState& dialogue,
                                                   const World& world);

}  // namespace langnghe::domain
