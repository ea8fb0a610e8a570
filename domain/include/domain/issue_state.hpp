#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <domain/clock_course.hpp>
#include <domain/course.hpp>
#include <domain/deadline.hpp>
#include <domain/enum_text.hpp>
#include <domain/ids.hpp>
#include <domain/issue_events.hpp>
#include <domain/time.hpp>

/// The state that an issue's events add up to. The regions are orthogonal: handling, the two
/// clocks, the answer document, the extension, the resident's verdict.
namespace langnghe::domain {

enum class IssuePhase {
  absent,
  recorded,
  contested,
  answered_on_the_spot,
  noted,
  classified,
  returned,
  handed_over,
  assigned,
  accepted,
  in_progress,
  forwarded,
  forward_acknowledged,
  external_result_received,
  external_result_told,
  refused,
  answer_drafted,
  answer_approved,
  notice_issued,
  notice_delivered,
  notice_posted,
  closed,
  reopened,
  split,
  merged,
  withdrawn,
  voided,
};

template <>
struct EnumText<IssuePhase> {
  static constexpr std::array<std::pair<IssuePhase, std::string_view>, 27> kNames{
      {{IssuePhase::absent, "absent"},
       {IssuePhase::recorded, "recorded"},
       {IssuePhase::contested, "contested"},
       {IssuePhase::answered_on_the_spot, "answered_on_the_spot"},
       {IssuePhase::noted, "noted"},
       {IssuePhase::classified, "classified"},
       {IssuePhase::returned, "returned"},
       {IssuePhase::handed_over, "handed_over"},
       {IssuePhase::assigned, "assigned"},
       {IssuePhase::accepted, "accepted"},
       {IssuePhase::in_progress, "in_progress"},
       {IssuePhase::forwarded, "forwarded"},
       {IssuePhase::forward_acknowledged, "forward_acknowledged"},
       {IssuePhase::external_result_received, "external_result_received"},
       {IssuePhase::external_result_told, "external_result_told"},
       {IssuePhase::refused, "refused"},
       {IssuePhase::answer_drafted, "answer_drafted"},
       {IssuePhase::answer_approved, "answer_approved"},
       {IssuePhase::notice_issued, "notice_issued"},
       {IssuePhase::notice_delivered, "notice_delivered"},
       {IssuePhase::notice_posted, "notice_posted"},
       {IssuePhase::closed, "closed"},
       {IssuePhase::reopened, "reopened"},
       {IssuePhase::split, "split"},
       {IssuePhase::merged, "merged"},
       {IssuePhase::withdrawn, "withdrawn"},
       {IssuePhase::voided, "voided"}}};
};

/// Has the ward nothing left to do with this issue in this phase? A forward is not an end until its
/// result is told; what was split or merged goes on in other issues, and a voided one never was.
[[nodiscard]] bool is_ended(IssuePhase phase);

/// The ending of an issue, for the balance of the report (domain.md rule 11); voided stands apart
/// there.
enum class Ending {
  answered_on_the_spot,
  noted,
  handed_over,
  settled,
  external_result_told,
  refused,
  withdrawn,
  split,
  merged,
  voided,
};

template <>
struct EnumText<Ending> {
  static constexpr std::array<std::pair<Ending, std::string_view>, 10> kNames{
      {{Ending::answered_on_the_spot, "answered_on_the_spot"},
       {Ending::noted, "noted"},
       {Ending::handed_over, "handed_over"},
       {Ending::settled, "settled"},
       {Ending::external_result_told, "external_result_told"},
       {Ending::refused, "refused"},
       {Ending::withdrawn, "withdrawn"},
       {Ending::split, "split"},
       {Ending::merged, "merged"},
       {Ending::voided, "voided"}}};
};

/// The ending a phase stands for; nothing while the issue is open.
[[nodiscard]] std::optional<Ending> ending_of(IssuePhase phase);

/// One move of the resolution deadline, with what moved it.
struct ClockStep {
  enum class Kind {
    classified,
    reclassified,
    extended,
    paused,
    resumed,
    recomputed,
    merged,
    unmerged,
    reopened,
  };
  Kind kind{};
  Date on{};  ///< the day of the act
  std::optional<Date> previous_due;
  Date due{};
  ResolutionClock clock;   ///< as it stands from here on: explains the date again
  int policy_version = 0;  ///< the one in force for the running round
  int calendar_version = 0;
  std::string reason;
  bool operator==(const ClockStep&) const = default;
};

template <>
struct EnumText<ClockStep::Kind> {
  static constexpr std::array<std::pair<ClockStep::Kind, std::string_view>, 9> kNames{
      {{ClockStep::Kind::classified, "classified"},
       {ClockStep::Kind::reclassified, "reclassified"},
       {ClockStep::Kind::extended, "extended"},
       {ClockStep::Kind::paused, "paused"},
       {ClockStep::Kind::resumed, "resumed"},
       {ClockStep::Kind::recomputed, "recomputed"},
       {ClockStep::Kind::merged, "merged"},
       {ClockStep::Kind::unmerged, "unmerged"},
       {ClockStep::Kind::reopened, "reopened"}}};
};

struct PendingExtension {
  UserId requested_by;
  int days = 0;
  std::string reason;
  bool late = false;
  bool operator==(const PendingExtension&) const = default;
};

struct AnswerState {
  int draft = 0;  ///< 0 = none
  UserId drafted_by;
  Outcome outcome{};
  std::string text;
  std::string legal_basis;
  bool sent_back = false;
  bool approved = false;
  bool operator==(const AnswerState&) const = default;
};

/// The latest deadline of each clock for which a warning or a breach was recorded: once each.
struct MarkedDue {
  std::optional<Date> first_reply;
  std::optional<Date> resolution;
  bool operator==(const MarkedDue&) const = default;
};

/// A breach that is recorded and was not taken back.
struct Breach {
  ClockKind clock{};
  Date due{};
  Date day{};  ///< the first day on which it was late
  bool operator==(const Breach&) const = default;
};

/// Another issue that was merged into this one. Its person keeps the right to the answer
/// (domain.md rule 9): it is owed until it was delivered, or it was said why it cannot be.
struct AbsorbedIssue {
  IssueId issue;
  ResidentId resident;
  Date received{};  ///< its own day
  int round = 0;    ///< reopenings of this issue by then: it bears on that round's clock alone
  Date start{};     ///< the earliest day the clocks of both counted from
  std::optional<Date> served_on{};  ///< of the answer in force
  std::string given_up_for{};       ///< the reason it was not delivered; empty: it was
  bool operator==(const AbsorbedIssue&) const = default;
};

/// One delivery of the answer in force, or of another body's result.
struct Delivery {
  Date on{};
  DeliveryMethod method{};
  DeliveryProof proof;
  std::optional<IssueId> absorbed{};  ///< to the person of this merged issue; else to the own
  bool operator==(const Delivery&) const = default;
};

struct IssueLink {
  IssueId other;
  LinkKind kind{};
  bool operator==(const IssueLink&) const = default;
};

/// A promise. Missing its day does not end it; seen to be done, it is kept.
struct Commitment {
  enum class Status { made, evidence_filed, verified, disputed };
  CommitmentId id;
  std::string what;
  OfficialId owner;
  Date first_due{};  ///< as first promised; never moves
  Date due{};
  int revisions = 0;
  Status status{};
  bool missed = false;               ///< its day passed before anything was filed
  std::optional<Date> missed_due{};  ///< the day that passed
  std::optional<Date> missed_on{};   ///< the first day on which it was late
  int misses_retracted = 0;
  ClockCourse course{};  ///< runs while nothing is shown
  bool operator==(const Commitment&) const = default;
};

template <>
struct EnumText<Commitment::Status> {
  static constexpr std::array<std::pair<Commitment::Status, std::string_view>, 4> kNames{
      {{Commitment::Status::made, "made"},
       {Commitment::Status::evidence_filed, "evidence_filed"},
       {Commitment::Status::verified, "verified"},
       {Commitment::Status::disputed, "disputed"}}};
};

struct IssueState {
  IssuePhase phase = IssuePhase::absent;
  IssueRecorded recorded;                         ///< with what was corrected since
  std::optional<IssueClassified> classification;  ///< with what was reclassified since
  std::optional<IssueAssigned> assignment;
  int returns = 0;

  // the two clocks
  std::optional<Date> contested_on;           ///< the clock counts from here once it is classified
  std::optional<Date> first_reply_due;        ///< provisional until it is classified
  std::optional<FirstReplyOwed> first_reply;  ///< what that day follows from
  std::optional<Date> first_reply_on;         ///< the day the resident was first told something
  std::optional<Date> original_due;           ///< of the first round; never moves
  std::optional<Date> effective_due;          ///< of the running round
  std::optional<Date> settled_on;             ///< the answer of the running round was approved
  std::optional<Date> delivered_on;           ///< its notice reached the resident, or was posted
  std::optional<ResolutionClock> clock;  ///< of the running round; none before it is classified
  std::vector<ClockStep> clock_steps;
  std::optional<ClockPaused> paused;  ///< the running pause, last of `clock->pauses`
  int extensions = 0;                 ///< approved in the running round
  std::optional<PendingExtension> pending_extension;
  MarkedDue approaching;
  MarkedDue breached;
  ClockCourse first_reply_course;
  ClockCourse resolution_course;
  std::vector<Breach> breaches;  ///< those that stand, in the order they were recorded
  int breaches_retracted = 0;

  AnswerState answer;
  std::optional<NoticeIssued> notice;  ///< the one in force
  std::vector<Delivery> deliveries;    ///< of the answer in force, in order
  int delivery_failures = 0;
  std::optional<IssueForwarded> forward;
  int bounces = 0;
  std::optional<HandedOver> handed_over;
  std::optional<HandlingRefused> refusal;
  bool feedback_asked = false;
  std::optional<Verdict> verdict;
  std::optional<ReopenRequested> reopen_request;
  int reopenings = 0;

  std::vector<IssueId> split_into;
  std::optional<IssueId> merged_into;
  std::optional<IssuePhase> phase_before_merge;
  std::vector<AbsorbedIssue> absorbed;
  std::vector<IssueLink> links;
  int information_requests = 0;  ///< not yet answered
  int escalation = 0;            ///< highest level so far
  std::vector<Commitment> commitments;
  Date last_act_on{};  ///< the latest `happened` date of any act so far
  Course act_course;   ///< filled where whole records are folded, not in the views
  bool operator==(const IssueState&) const = default;

  /// The day the matter reached the ward: the earliest of it and what was merged into it.
  [[nodiscard]] Date received() const;
  /// The merged issues whose persons are still owed the answer, in the order of their merging.
  [[nodiscard]] std::vector<IssueId> owed() const;
  [[nodiscard]] const AbsorbedIssue* find_absorbed(const IssueId& issue) const;
  [[nodiscard]] const ClockCourse& course(ClockKind kind) const;
  [[nodiscard]] const Breach* find_breach(ClockKind kind, const Date& due) const;
  [[nodiscard]] const Commitment* find_commitment(const CommitmentId& commitment) const;
};

/// Folds one event. `by` and `on` are who did it and the day it happened, from its envelope. Total:
/// history is never refused.
void evolve(IssueState& state, const IssueEvent& event, const UserId& by, const Date& on);

}  // namespace langnghe::domain
