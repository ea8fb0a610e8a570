#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <domain/course.hpp>
#include <domain/dialogue_events.hpp>
#include <domain/enum_text.hpp>
#include <domain/ids.hpp>

/// The commands of a dialogue, and the state its events add up to.
namespace langnghe::domain {

// ---- commands

struct ScheduleDialogue {
  static constexpr std::string_view kAct = "schedule";
  DialogueId dialogue;
  KhomId khom;
  Date date{};
  std::chrono::minutes start{};
  std::optional<std::chrono::minutes> end;
  Venue venue;
  DialogueFormat format{};
  OfficialId chair;
  std::string topics;
  std::optional<NewResident> new_host{};  ///< of a household, unless the ward knows the host
  std::vector<DialogueId> others{};       ///< of that day, as the caller's views know them
  bool double_booking = false;            ///< the chair is known to have another at that hour
};
struct AnnounceDialogue {
  static constexpr std::string_view kAct = "announce";
  DialogueId dialogue;
  std::string document;
  std::vector<std::string> channels;
};
struct OpenDialogue {
  static constexpr std::string_view kAct = "open";
  DialogueId dialogue;
  std::chrono::minutes start{};
  OfficialId chaired_by;
};
struct RecordAttendance {
  static constexpr std::string_view kAct = "record-attendance";
  DialogueId dialogue;
  AttendanceRecorded attendance;
};
struct RaisedIssue {
  IssueId issue;
  std::string subject;  ///< what it is about, in the recorder's words, naming nobody
  FieldCode field;
  bool pressing = false;
};
struct RecordOpinion {
  static constexpr std::string_view kAct = "record-opinion";
  DialogueId dialogue;
  OpinionId opinion;
  ResidentId resident;
  std::optional<NewResident> new_resident;  ///< present unless `resident` is known already
  bool anonymous = false;
  SealedText words;
  std::vector<RaisedIssue> issues;  ///< at least one
};
/// A denunciation said aloud: only these five facts are kept (domain.md rule 14).
struct RedirectDenunciation {
  static constexpr std::string_view kAct = "redirect-denunciation";
  DialogueId dialogue;
  IssueId issue;
  std::optional<int> counter;  ///< absent: the next of the year's series
  std::string paper_register_number;
  OfficialId receiving_officer;
};
struct CloseDialogue {
  static constexpr std::string_view kAct = "close";
  DialogueId dialogue;
  std::chrono::minutes end{};
};
struct SignMinutes {
  static constexpr std::string_view kAct = "sign-minutes";
  DialogueId dialogue;
  std::optional<int> number;
  std::vector<OfficialId> signers;
  /// The minutes close the door: an issue that nobody answered, noted or classified is taken away,
  /// and whoever signs names each of them to say so.
  std::vector<IssueId> taken_away{};
  std::vector<IssueId>
      redirected{};  ///< denunciations handed over, as the caller's views know them
};
struct InviteParticipant {
  static constexpr std::string_view kAct = "invite";
  DialogueId dialogue;
  std::string participant;
  std::string role;
  bool required = false;
};
struct AnswerInvitation {
  static constexpr std::string_view kAct = "answer-invitation";
  DialogueId dialogue;
  std::string participant;
  bool coming = false;
  std::string note;
};
struct PostponeDialogue {
  static constexpr std::string_view kAct = "postpone";
  DialogueId dialogue;
  std::string reason;
  std::optional<Date> date;
  std::optional<std::chrono::minutes> start;  ///< absent: the hour stays
  std::vector<DialogueId> others{};
  bool double_booking = false;
};
/// Puts right what a scheduled dialogue says of itself; another day is a postponement.
struct RearrangeDialogue {
  static constexpr std::string_view kAct = "rearrange";
  DialogueId dialogue;
  std::string reason;
  std::optional<KhomId> khom;
  std::optional<std::chrono::minutes> start;
  std::optional<std::chrono::minutes> end;  ///< absent: lasts as long as it was to last
  std::optional<Venue> venue;
  std::optional<OfficialId> chair;
  std::optional<NewResident> new_host{};
  std::vector<DialogueId> others{};
  bool double_booking = false;
};
struct CancelDialogue {
  static constexpr std::string_view kAct = "cancel";
  DialogueId dialogue;
  std::string reason;
};
struct MarkDialogueMissed {
  static constexpr std::string_view kAct = "mark-missed";
  DialogueId dialogue;
};
struct PresentPreviousResults {
  static constexpr std::string_view kAct = "present-previous-results";
  DialogueId dialogue;
  std::vector<IssueId> issues;
  std::string said;
};
struct SkipPresentation {
  static constexpr std::string_view kAct = "skip-presentation";
  DialogueId dialogue;
  std::string reason;
};
struct ConfirmOpinion {
  static constexpr std::string_view kAct = "confirm-opinion";
  DialogueId dialogue;
  OpinionId opinion;
  ConfirmationMethod method{};
  std::vector<Attachment> files;
};
struct DeclineConfirmation {
  static constexpr std::string_view kAct = "decline-confirmation";
  DialogueId dialogue;
  OpinionId opinion;
  std::string reason;
};
struct RefuseSignature {
  static constexpr std::string_view kAct = "refuse-signature";
  DialogueId dialogue;
  std::string signer;
  std::string reason;
};
struct SignAddendum {
  static constexpr std::string_view kAct = "sign-addendum";
  DialogueId dialogue;
  std::string text;
  std::vector<OfficialId> signers;
};
struct PublishConclusion {
  static constexpr std::string_view kAct = "publish-conclusion";
  DialogueId dialogue;
  std::optional<int> number;
  OfficialId signer;
  std::string text;
  std::vector<std::string> places;
  std::optional<SigningCapacity> capacity{};  ///< absent: the one the signer's office gives
};
using DialogueCommand =
    std::variant<ScheduleDialogue, AnnounceDialogue, InviteParticipant, AnswerInvitation,
                 PostponeDialogue, RearrangeDialogue, CancelDialogue, MarkDialogueMissed,
                 OpenDialogue, RecordAttendance, PresentPreviousResults, SkipPresentation,
                 RecordOpinion, ConfirmOpinion, DeclineConfirmation, RedirectDenunciation,
                 CloseDialogue, SignMinutes, RefuseSignature, SignAddendum, PublishConclusion>;

// ---- state

enum class DialoguePhase {
  absent,
  scheduled,
  announced,
  postponed,  ///< without a new day yet
  cancelled,
  missed,
  opened,
  closed,
  minutes_signed,
  concluded,
};

template <>
struct EnumText<DialoguePhase> {
  static constexpr std::array<std::pair<DialoguePhase, std::string_view>, 10> kNames{
      {{DialoguePhase::absent, "absent"},
       {DialoguePhase::scheduled, "scheduled"},
       {DialoguePhase::announced, "announced"},
       {DialoguePhase::postponed, "postponed"},
       {DialoguePhase::cancelled, "cancelled"},
       {DialoguePhase::missed, "missed"},
       {DialoguePhase::opened, "opened"},
       {DialoguePhase::closed, "closed"},
       {DialoguePhase::minutes_signed, "minutes_signed"},
       {DialoguePhase::concluded, "concluded"}}};
};

/// The answer to an invitation: none yet, coming or not coming.
struct Invitation {
  ParticipantInvited invited;
  std::optional<InvitationAnswered> answer;
  bool operator==(const Invitation&) const = default;
};

/// Did those present hear what became of earlier matters?
enum class Presentation { not_recorded, presented, skipped };

template <>
struct EnumText<Presentation> {
  static constexpr std::array<std::pair<Presentation, std::string_view>, 3> kNames{
      {{Presentation::not_recorded, "not_recorded"},
       {Presentation::presented, "presented"},
       {Presentation::skipped, "skipped"}}};
};

struct DialogueState {
  DialoguePhase phase = DialoguePhase::absent;
  DialogueScheduled schedule;  ///< with the day and hour as last postponed
  int postponements = 0;
  std::vector<Invitation> invitations;
  std::optional<DialogueOpened> opening;
  std::optional<AttendanceRecorded> attendance;
  Presentation presentation = Presentation::not_recorded;
  std::vector<OpinionId> opinions;
  std::vector<OpinionId> confirmed;  ///< opinions confirmed, or whose confirmation was declined
  std::vector<IssueId> issues;       ///< raised here, in order; redirected ones are not among them
  std::optional<Date> minutes_on;
  int addenda = 0;
  std::optional<ConclusionPublished> conclusion;
  Course act_course;
  bool operator==(const DialogueState&) const = default;
};
/// The meeting lasts as long as it was to last, unless it would run past midnight.
void move_start(DialogueScheduled& schedule, std::chrono::minutes start);
void evolve(DialogueState& state, const DialogueEvent& event);

}  // namespace langnghe::domain
