#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <domain/enum_text.hpp>
#include <domain/ids.hpp>
#include <domain/sealed.hpp>
#include <domain/time.hpp>

/// The stream `dialogue-{id}`: one meeting of officials with residents.
namespace langnghe::domain {

enum class VenueKind { khom_office, household, other };

template <>
struct EnumText<VenueKind> {
  static constexpr std::array<std::pair<VenueKind, std::string_view>, 3> kNames{
      {{VenueKind::khom_office, "khom_office"},
       {VenueKind::household, "household"},
       {VenueKind::other, "other"}}};
};

enum class DialogueFormat { dialogue, round_table };

template <>
struct EnumText<DialogueFormat> {
  static constexpr std::array<std::pair<DialogueFormat, std::string_view>, 2> kNames{
      {{DialogueFormat::dialogue, "dialogue"}, {DialogueFormat::round_table, "round_table"}}};
};

/// A household is somebody's home: its address is personal data under the host's key.
struct Venue {
  VenueKind kind{};
  std::string place;  ///< the office's name; empty for a household
  std::optional<SealedText> host_address;
  bool operator==(const Venue&) const = default;
};

// ---- events

struct DialogueScheduled {
  KhomId khom;
  Date date{};
  std::chrono::minutes start{};
  std::optional<std::chrono::minutes> end;
  Venue venue;
  DialogueFormat format{};
  OfficialId chair;
  std::string topics;
  bool outside_office_hours = false;  ///< by the policy and calendar valid at scheduling
  bool operator==(const DialogueScheduled&) const = default;
};
struct DialogueAnnounced {
  std::string document;  ///< number and symbol of the invitation, may be empty
  std::vector<std::string> channels;
  int days_before = 0;
  bool short_notice = false;  ///< fewer days than the policy asks for
  bool operator==(const DialogueAnnounced&) const = default;
};
struct DialogueOpened {
  std::chrono::minutes start{};
  OfficialId chaired_by;
  bool substitute = false;  ///< not the official the schedule names
  bool operator==(const DialogueOpened&) const = default;
};
struct AttendanceRecorded {
  int residents = 0;
  std::vector<OfficialId> officials;
  std::vector<std::string> bodies;  ///< Party committee, People's Council, Front, associations
  bool operator==(const AttendanceRecorded&) const = default;
};
struct OpinionRecorded {
  OpinionId opinion;
  int order = 0;  ///< 1, 2, … in the order of speaking
  ResidentId resident;
  bool anonymous = false;
  SealedText words;  ///< as spoken
  std::vector<IssueId> issues;
  bool operator==(const OpinionRecorded&) const = default;
};
struct DialogueClosed {
  std::chrono::minutes end{};
  int residents = 0;
  int opinions = 0;
  int issues = 0;
  bool operator==(const DialogueClosed&) const = default;
};
/// Every issue has left its dialogue as one of three (domain.md rule 2): counted at signing.
struct MinutesSigned {
  int number = 0;
  std::string symbol;  ///< `03/BB-UBND`
  Date date{};
  std::vector<OfficialId> signers;
  int answered_on_the_spot = 0;
  int noted = 0;
  int taken_away = 0;
  int redirected = 0;  ///< complaints and denunciations handed over
  bool operator==(const MinutesSigned&) const = default;
};
using DialogueEvent =
    std::variant<DialogueScheduled, DialogueAnnounced, DialogueOpened, AttendanceRecorded,
                 OpinionRecorded, DialogueClosed, MinutesSigned>;

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
/// A speaker the ward has not met before: the identity is registered in the same commit.
struct NewResident {
  ResidentId resident;
  std::optional<SealedText> name;
  std::optional<SealedText> phone;
  std::optional<SealedText> address;
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
  int counter = 0;
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
};
using DialogueCommand =
    std::variant<ScheduleDialogue, AnnounceDialogue, OpenDialogue, RecordAttendance, RecordOpinion,
                 RedirectDenunciation, CloseDialogue, SignMinutes>;

// ---- state

enum class DialoguePhase { absent, scheduled, announced, opened, closed, minutes_signed };

template <>
struct EnumText<DialoguePhase> {
  static constexpr std::array<std::pair<DialoguePhase, std::string_view>, 6> kNames{
      {{DialoguePhase::absent, "absent"},
       {DialoguePhase::scheduled, "scheduled"},
       {DialoguePhase::announced, "announced"},
       {DialoguePhase::opened, "opened"},
       {DialoguePhase::closed, "closed"},
       {DialoguePhase::minutes_signed, "minutes_signed"}}};
};

struct DialogueState {
  DialoguePhase phase = DialoguePhase::absent;
  DialogueScheduled schedule;
  std::optional<DialogueOpened> opening;
  std::optional<AttendanceRecorded> attendance;
  std::vector<OpinionId> opinions;
  std::vector<IssueId> issues;  ///< raised here, in order; redirected ones are not among them
  bool operator==(const DialogueState&) const = default;
};
void evolve(DialogueState& state, const DialogueEvent& event);

}  // namespace langnghe::domain
