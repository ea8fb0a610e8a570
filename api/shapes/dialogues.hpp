#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include <domain/dialogue.hpp>

#include "shapes/allowed.hpp"
#include "shapes/dialogue_summary.hpp"
#include "shapes/head.hpp"
#include "shapes/issues.hpp"

namespace langnghe::api::shapes {

struct DialogueList {
  Head head;
  domain::Date from{};
  domain::Date to{};
  std::vector<DialogueSummary> items;
};

/// One turn of speaking.
struct DialogueOpinion {
  domain::OpinionId id;
  int order = 0;
  bool anonymous = false;
  Shown words;
  std::optional<ShownSpeaker> resident;
  std::vector<domain::IssueId> issues;
  std::optional<domain::OpinionConfirmed> confirmation;
  std::optional<domain::ConfirmationDeclined> confirmation_declined;
  domain::Happened happened;
};

/// A denunciation: the hand-over only.
struct RedirectedIssue {
  domain::IssueId id;
  std::optional<domain::HandedOver> handed_over;
};

/// Without the sealed address of a household: the venue as it stands is shown to who may read it.
struct Rearrangement {
  std::string reason;
  domain::KhomId khom;
  std::chrono::minutes start{};
  std::optional<std::chrono::minutes> end;
  Venue venue;
  domain::OfficialId chair;
  bool announce_again = false;
  bool double_booked = false;
};

struct Dialogue {
  Head head;
  DialogueBasics basics;
  std::vector<DialogueOpinion> opinions;
  std::vector<IssueSummary> issues;
  std::optional<domain::MinutesSigned> minutes;
  std::vector<RedirectedIssue> redirected;
  std::optional<domain::DialogueAnnounced> announcement;
  std::optional<domain::Date> announced_on;
  std::optional<domain::DialogueOpened> opening;
  std::optional<domain::AttendanceRecorded> attendance;
  std::optional<domain::DialogueClosed> closing;
  std::vector<domain::Invitation> invitations;
  std::vector<domain::DialoguePostponed> postponements;
  std::vector<Rearrangement> rearrangements;
  std::string cancelled_for;
  std::optional<domain::Date> missed_on;
  domain::Presentation presentation{};
  std::optional<domain::PreviousResultsPresented> presented;
  std::string presentation_skipped_for;
  std::vector<domain::SignatureRefused> signatures_refused;
  std::vector<domain::MinutesAddendumSigned> addenda;
  std::optional<domain::ConclusionPublished> conclusion;
  std::vector<AllowedCommand> allowed_commands;
};

}  // namespace langnghe::api::shapes
