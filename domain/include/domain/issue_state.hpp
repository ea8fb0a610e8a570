#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <domain/enum_text.hpp>
#include <domain/ids.hpp>
#include <domain/issue_events.hpp>
#include <domain/time.hpp>

/// What an issue's events add up to. The regions are orthogonal: handling, the two clocks, the
/// answer document, the extension, the resident's verdict.
namespace langnghe::domain {

enum class IssuePhase {
  absent,
  recorded,
  answered_on_the_spot,
  noted,
  classified,
  handed_over,
  assigned,
  accepted,
  in_progress,
  forwarded,
  forward_acknowledged,
  external_result_received,
  external_result_told,
  answer_drafted,
  answer_approved,
  notice_issued,
  notice_delivered,
  closed,
  reopened,
};

template <>
struct EnumText<IssuePhase> {
  static constexpr std::array<std::pair<IssuePhase, std::string_view>, 19> kNames{
      {{IssuePhase::absent, "absent"},
       {IssuePhase::recorded, "recorded"},
       {IssuePhase::answered_on_the_spot, "answered_on_the_spot"},
       {IssuePhase::noted, "noted"},
       {IssuePhase::classified, "classified"},
       {IssuePhase::handed_over, "handed_over"},
       {IssuePhase::assigned, "assigned"},
       {IssuePhase::accepted, "accepted"},
       {IssuePhase::in_progress, "in_progress"},
       {IssuePhase::forwarded, "forwarded"},
       {IssuePhase::forward_acknowledged, "forward_acknowledged"},
       {IssuePhase::external_result_received, "external_result_received"},
       {IssuePhase::external_result_told, "external_result_told"},
       {IssuePhase::answer_drafted, "answer_drafted"},
       {IssuePhase::answer_approved, "answer_approved"},
       {IssuePhase::notice_issued, "notice_issued"},
       {IssuePhase::notice_delivered, "notice_delivered"},
       {IssuePhase::closed, "closed"},
       {IssuePhase::reopened, "reopened"}}};
};

/// Has the ward nothing left to do in this phase? True for answered on the spot, noted, handed
/// over, external result told and closed; a forward is not an end until its result is told.
[[nodiscard]] bool is_ended(IssuePhase phase);

/// How an issue ended, for the balance of the report (domain.md rule 11).
enum class Ending { answered_on_the_spot, noted, handed_over, settled, external_result_told };

template <>
struct EnumText<Ending> {
  static constexpr std::array<std::pair<Ending, std::string_view>, 5> kNames{
      {{Ending::answered_on_the_spot, "answered_on_the_spot"},
       {Ending::noted, "noted"},
       {Ending::handed_over, "handed_over"},
       {Ending::settled, "settled"},
       {Ending::external_result_told, "external_result_told"}}};
};

/// One step the resolution clock made, enough to explain it again.
struct ClockStep {
  enum class Kind { classified, extended, reopened };
  Kind kind{};
  Date start{};  ///< day excluded from the count
  Term term;
  Date due{};
  int policy_version = 0;  ///< 0 where no policy was read
  int calendar_version = 0;
  bool operator==(const ClockStep&) const = default;
};

template <>
struct EnumText<ClockStep::Kind> {
  static constexpr std::array<std::pair<ClockStep::Kind, std::string_view>, 3> kNames{
      {{ClockStep::Kind::classified, "classified"},
       {ClockStep::Kind::extended, "extended"},
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

struct IssueState {
  IssuePhase phase = IssuePhase::absent;
  IssueRecorded recorded;
  std::optional<IssueClassified> classification;
  std::optional<IssueAssigned> assignment;

  // the two clocks
  std::optional<Date> first_reply_on;  ///< the day the resident was first told something
  std::optional<Date> original_due;    ///< of the first round; never moves
  std::optional<Date> effective_due;   ///< of the running round
  std::optional<Date> settled_on;      ///< the answer of the running round was approved
  std::optional<Date> delivered_on;    ///< its notice reached the resident
  std::vector<ClockStep> clock;
  int extensions = 0;  ///< approved in the running round
  std::optional<PendingExtension> pending_extension;

  AnswerState answer;
  std::optional<NoticeIssued> notice;
  std::optional<IssueForwarded> forward;
  std::optional<HandedOver> handed_over;
  bool feedback_asked = false;
  std::optional<Verdict> verdict;
  int reopenings = 0;
  Date last_act_on{};  ///< the latest `happened` date of any act so far
  bool operator==(const IssueState&) const = default;
};

/// Folds one event. `by` and `on` are who did it and the day it happened, from its envelope. Total:
/// history is never refused.
void evolve(IssueState& state, const IssueEvent& event, const UserId& by, const Date& on);

}  // namespace langnghe::domain
