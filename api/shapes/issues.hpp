#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <domain/issue_state.hpp>
#include <domain/resident.hpp>
#include <projections/issues.hpp>

#include "shapes/allowed.hpp"
#include "shapes/commitments.hpp"
#include "shapes/head.hpp"
#include "shapes/shown.hpp"

namespace langnghe::api::shapes {

/// The part of an issue that lists show: never personal data.
struct IssueSummary {
  domain::IssueId id;
  std::uint64_t version = 0;
  domain::IssuePhase phase{};
  bool open = false;
  std::string subject;
  domain::KhomId khom;
  domain::FieldCode field;
  std::optional<domain::IssueType> type;
  std::optional<domain::Complexity> complexity;
  bool pressing = false;
  domain::IntakeChannel channel{};
  domain::DialogueId dialogue;
  domain::Date received{};
  std::optional<domain::UserId> assignee;
  std::optional<std::string> unit;
  std::optional<domain::Date> first_reply_due;
  std::optional<domain::Date> first_reply_on;
  std::optional<domain::Date> original_due;  ///< never moves
  std::optional<domain::Date> effective_due;
  bool overdue = false;
  std::optional<domain::Date> settled_on;
  std::optional<domain::Date> delivered_on;
  std::optional<domain::Date> contested_on;
  int returns = 0;
  int escalation = 0;
  std::optional<domain::Date> paused_until;
  int extensions = 0;
  bool extension_requested = false;
  int reopenings = 0;
  bool reopen_requested = false;
  std::optional<domain::Verdict> verdict;
};

/// A person, as this reader is shown them.
struct ShownSpeaker {
  domain::ResidentId resident;
  bool anonymous = false;
  domain::ResidentPhase phase{};
  std::optional<domain::KeyDestroyed> erasure;  ///< shown in the person's place
  std::optional<Shown> name;
  std::optional<Shown> phone;
  std::optional<Shown> address;
};

/// The words that were said, or written where no dialogue was.
struct IssueOpinion {
  std::optional<domain::OpinionId> id;  ///< none where it was not said at a dialogue
  bool anonymous = false;
  std::optional<Shown> words;
  std::optional<ShownSpeaker> resident;
};

/// One delivery of the answer in force, or of another body's result.
struct Delivery {
  domain::Date on{};
  domain::DeliveryMethod method{};
  std::optional<domain::IssueId> absorbed;  ///< to the person of this merged issue
  std::optional<Shown> recipient;
  std::optional<domain::Acknowledgement> acknowledgement;
  std::string refusal;
  std::string reference;
  std::vector<domain::Attachment> files;
};

/// The links of an issue with others.
struct IssueKin {
  std::optional<domain::IssueId> split_from;
  std::vector<domain::IssueId> split_into;
  std::optional<domain::IssueId> merged_into;
  std::optional<domain::IssuePhase> phase_before_merge;
  std::vector<domain::AbsorbedIssue> absorbed;
  std::vector<domain::IssueLink> links;
};

/// The parts of its state that stand beside the phase.
struct IssueRegions {
  std::optional<domain::PendingExtension> pending_extension;
  std::optional<domain::ClockPaused> paused;
  domain::MarkedDue approaching;
  domain::MarkedDue breached;
  int information_requests = 0;
  int bounces = 0;
  int delivery_failures = 0;
  std::vector<Commitment> commitments;
  bool feedback_asked = false;
  std::optional<domain::ReopenRequested> reopen_request;
};

struct Issue {
  Head head;
  IssueSummary summary;
  std::optional<std::string> case_code;  ///< for who hands out slips and notices
  std::optional<IssueOpinion> opinion;
  std::optional<domain::ImportOrigin> origin;
  std::optional<domain::IssueClassified> classification;
  std::optional<domain::IssueAssigned> assignment;
  std::vector<projections::issues::Holding> holdings;  ///< who had it how long
  std::optional<domain::AnswerState> answer;
  std::optional<domain::NoticeIssued> notice;
  std::vector<Delivery> deliveries;
  std::vector<domain::IssueId> answer_owed_to;
  std::optional<domain::IssueForwarded> forward;
  std::optional<domain::HandedOver> handed_over;
  std::optional<domain::HandlingRefused> refusal;
  IssueRegions regions;
  IssueKin kin;
  domain::Date phase_since{};
  std::optional<domain::Date> told_on;  ///< none of a denunciation that was redirected
  domain::Date last_act_on{};
  domain::Date today{};
  std::vector<AllowedCommand> allowed_commands;
};

}  // namespace langnghe::api::shapes
