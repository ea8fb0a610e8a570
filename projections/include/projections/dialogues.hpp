#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <domain/dialogue.hpp>
#include <domain/resident.hpp>
#include <domain/time.hpp>
#include <ledger/types.hpp>
#include <projections/projection.hpp>
#include <projections/views.hpp>

/// Dialogues with their opinions, and the people who spoke (sealed).
namespace langnghe::projections::dialogues {

[[nodiscard]] Projection definition();

struct OpinionRow {
  domain::DialogueId dialogue;
  domain::OpinionRecorded opinion;
  domain::Happened happened;
  std::optional<domain::OpinionConfirmed> confirmation;  ///< read back and confirmed
  std::optional<domain::ConfirmationDeclined> declined;
};

struct DialogueRow {
  domain::DialogueId id;
  eventstore::Version version;
  eventstore::Position last;
  domain::DialoguePhase phase{};
  domain::DialogueScheduled schedule;
  std::optional<domain::DialogueAnnounced> announcement;
  std::optional<domain::Date> announced_on;
  std::optional<domain::DialogueOpened> opening;
  std::optional<domain::AttendanceRecorded> attendance;
  std::optional<domain::DialogueClosed> closing;
  std::optional<domain::MinutesSigned> minutes;
  std::vector<domain::OpinionId> opinions;
  std::vector<domain::IssueId> issues;
  std::vector<domain::IssueId> redirected;  ///< denunciations: the hand-over only
  std::vector<domain::Invitation> invitations;
  std::vector<domain::DialoguePostponed> postponements;    ///< in order
  std::vector<domain::DialogueRearranged> rearrangements;  ///< in order
  std::string cancelled_for;                               ///< the reason; empty = not cancelled
  std::optional<domain::Date> missed_on;  ///< stays when it was opened from paper later
  domain::Presentation presentation{};
  std::optional<domain::PreviousResultsPresented> presented;
  std::string presentation_skipped_for;
  std::vector<domain::SignatureRefused> signatures_refused;
  std::vector<domain::MinutesAddendumSigned> addenda;
  std::optional<domain::ConclusionPublished> conclusion;
};

[[nodiscard]] std::optional<DialogueRow> find(const Snapshot& snapshot,
                                              const domain::DialogueId& id);
/// Dialogues with a date in the span, both ends included, by date, start and id.
[[nodiscard]] std::vector<DialogueRow> between(const Snapshot& snapshot, const domain::Date& from,
                                               const domain::Date& to);
/// Scheduled or announced and not opened yet, by id.
[[nodiscard]] std::vector<DialogueRow> awaited(const Snapshot& snapshot);
[[nodiscard]] std::optional<OpinionRow> opinion(const Snapshot& snapshot,
                                                const domain::OpinionId& id);
/// With the contact as last changed; residents.hpp has the person's whole state.
[[nodiscard]] std::optional<domain::ResidentRegistered> resident(const Snapshot& snapshot,
                                                                 const domain::ResidentId& id);

}  // namespace langnghe::projections::dialogues
