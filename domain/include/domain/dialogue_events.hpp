#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <domain/attachment.hpp>
#include <domain/enum_text.hpp>
#include <domain/ids.hpp>
#include <domain/issue_values.hpp>
#include <domain/resident.hpp>
#include <domain/sealed.hpp>
#include <domain/signing.hpp>
#include <domain/time.hpp>

/// The events of a dialogue: the stream `dialogue-{id}`, one meeting of officials with
/// residents.
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
  bool double_booked = false;  ///< confirmed although the chair has another dialogue at that hour
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
  int redirected = 0;                ///< complaints and denunciations handed over
  std::vector<IssueId> undecided{};  ///< of those taken away, what nobody had decided about by then
  bool operator==(const MinutesSigned&) const = default;
};
/// Another body, official or khóm representative asked to come.
struct ParticipantInvited {
  std::string participant;  ///< name of the body or office, never of a resident
  std::string role;         ///< what they are asked for
  bool required = false;
  bool operator==(const ParticipantInvited&) const = default;
};
struct InvitationAnswered {
  std::string participant;
  bool coming = false;
  std::string note;
  bool operator==(const InvitationAnswered&) const = default;
};
/// A new day and hour, or none yet. What was announced has to be announced again.
struct DialoguePostponed {
  std::string reason;
  Date previous_date{};
  std::optional<Date> date;
  std::optional<std::chrono::minutes> start;
  bool outside_office_hours = false;  ///< of the new hour
  bool double_booked = false;
  bool operator==(const DialoguePostponed&) const = default;
};
/// Another place, hour, chair or khóm on the same day; what stays is repeated. An announced place
/// or hour that changed is announced again.
struct DialogueRearranged {
  std::string reason;
  KhomId khom;
  std::chrono::minutes start{};
  std::optional<std::chrono::minutes> end;
  Venue venue;
  OfficialId chair;
  bool outside_office_hours = false;
  bool announce_again = false;
  bool double_booked = false;
  bool operator==(const DialogueRearranged&) const = default;
};
struct DialogueCancelled {
  std::string reason;
  bool operator==(const DialogueCancelled&) const = default;
};
/// Its hour passed and nobody opened it; a late entry from paper may still open it.
struct DialogueMissed {
  Date date{};
  bool operator==(const DialogueMissed&) const = default;
};
/// An act that was entered later shows that it was held, or had lost its day by then.
struct DialogueMissRetracted {
  Date date{};
  bool operator==(const DialogueMissRetracted&) const = default;
};
/// The results of the matters raised here before, presented before new ones are heard.
struct PreviousResultsPresented {
  std::vector<IssueId> issues;
  std::string said;
  bool operator==(const PreviousResultsPresented&) const = default;
};
struct PresentationSkipped {
  std::string reason;
  bool operator==(const PresentationSkipped&) const = default;
};
struct OpinionConfirmed {
  OpinionId opinion;
  ConfirmationMethod method{};
  std::vector<Attachment> files;
  bool operator==(const OpinionConfirmed&) const = default;
};
struct ConfirmationDeclined {
  OpinionId opinion;
  std::string reason;
  bool operator==(const ConfirmationDeclined&) const = default;
};
struct SignatureRefused {
  std::string signer;  ///< the office, never a resident's name
  std::string reason;
  bool operator==(const SignatureRefused&) const = default;
};
/// Signed minutes are never edited; what they lack is signed beside them.
struct MinutesAddendumSigned {
  int ordinal = 0;  ///< 1, 2, …
  std::string text;
  Date date{};
  std::vector<OfficialId> signers;
  bool operator==(const MinutesAddendumSigned&) const = default;
};
/// The written result of the dialogue, public within the policy's term.
struct ConclusionPublished {
  int number = 0;
  std::string symbol;
  Date date{};
  OfficialId signer;
  std::string text;
  std::vector<std::string> places;
  Date due{};
  bool late = false;
  std::optional<SigningCapacity> capacity{};  ///< absent: published before it was recorded
  bool operator==(const ConclusionPublished&) const = default;
};
using DialogueEvent =
    std::variant<DialogueScheduled, DialogueAnnounced, ParticipantInvited, InvitationAnswered,
                 DialoguePostponed, DialogueRearranged, DialogueCancelled, DialogueMissed,
                 DialogueMissRetracted, DialogueOpened, AttendanceRecorded,
                 PreviousResultsPresented, PresentationSkipped, OpinionRecorded, OpinionConfirmed,
                 ConfirmationDeclined, DialogueClosed, MinutesSigned, SignatureRefused,
                 MinutesAddendumSigned, ConclusionPublished>;

}  // namespace langnghe::domain
