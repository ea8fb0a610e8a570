#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <domain/dialogue.hpp>
#include <domain/resident.hpp>
#include <domain/time.hpp>
#include <eventstore/types.hpp>
#include <projections/projection.hpp>
#include <projections/views.hpp>

/// Dialogues with their opinions, and the people who spoke (sealed).
namespace langnghe::projections::dialogues {

[[nodiscard]] Projection definition();

struct OpinionRow {
  domain::DialogueId dialogue;
  domain::OpinionRecorded opinion;
  domain::Happened happened;
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
};

[[nodiscard]] std::optional<DialogueRow> find(const Snapshot& snapshot,
                                              const domain::DialogueId& id);
/// Dialogues with a date in the span, both ends included, by date, start and id.
[[nodiscard]] std::vector<DialogueRow> between(const Snapshot& snapshot, const domain::Date& from,
                                               const domain::Date& to);
[[nodiscard]] std::optional<OpinionRow> opinion(const Snapshot& snapshot,
                                                const domain::OpinionId& id);
[[nodiscard]] std::optional<domain::ResidentRegistered> resident(const Snapshot& snapshot,
                                                                 const domain::ResidentId& id);

}  // namespace langnghe::projections::dialogues
