#pragma once

#include <initializer_list>

#include "rules.hpp"
#include "value_checks.hpp"

/// Private to domain/issue: what every act on an issue is decided with. One `decide` per act, by
/// chapter of an issue's life in decide_*.cpp; role, phase and the day are checked before one is
/// called, and what it reads besides the issue is named in reads.cpp.
namespace langnghe::domain::issue {

struct Matter {
  const World& world;
  const Context& context;
  const IssueId& id;
  const IssueState& issue;

  [[nodiscard]] const Date& on() const { return context.happened.date; }
  [[nodiscard]] bool is_by(const UserId& user) const { return context.actor.user == user; }
  [[nodiscard]] Emitted emitted(IssueEvent event) const;
};

/// Refuses with the first of `answers`, or decides this one event.
[[nodiscard]] Decision decided(const Matter& matter, std::initializer_list<MaybeRefusal> answers,
                               IssueEvent event);

// Checks more than one chapter asks.
[[nodiscard]] MaybeRefusal check_assignee(const Matter& matter);
[[nodiscard]] MaybeRefusal check_policy_adopted(const World& world);
[[nodiscard]] MaybeRefusal check_calendar_adopted(const World& world);
[[nodiscard]] MaybeRefusal check_settings_adopted(const World& world);
[[nodiscard]] MaybeRefusal check_field(const Policy& policy, const FieldCode& field);
/// A denunciation never becomes an issue like others (domain.md rule 14).
[[nodiscard]] MaybeRefusal check_type(IssueType type);
/// Classified, and its answer not yet approved.
[[nodiscard]] MaybeRefusal check_clock_running(const Matter& matter);
[[nodiscard]] MaybeRefusal check_not_paused(const Matter& matter);
/// The minutes count how an issue left the meeting; what ended there is opened again once they
/// have, or it would be counted as taken away (domain.md rule 2).
[[nodiscard]] MaybeRefusal check_counted_in_minutes(const Matter& matter, std::string_view act);
/// Every person merged in keeps the right to an answer (domain.md rule 9): they are unmerged before
/// the matter they were merged into ends without one.
[[nodiscard]] MaybeRefusal check_none_absorbed(const Matter& matter, std::string_view act);
[[nodiscard]] bool are_minutes_signed(const DialogueState& dialogue);

/// The term the policy gives to settle a matter.
[[nodiscard]] const Term& settlement_term(const Policy& policy, Complexity complexity);
/// The policy the running clock was set under, so that a newer one does not change its limits.
/// Requires an adopted policy.
[[nodiscard]] const Policy& policy_of_round(const Matter& matter);

/// The guards of an act that do not depend on its body, beyond the phase; most acts have none. One
/// per act that does, beside its `decide`, which may rely on it. Reads nothing of the act but its
/// type.
template <class Act>
[[nodiscard]] MaybeRefusal guard(const Matter& /*matter*/, const Act& /*act*/) {
  return std::nullopt;
}
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const AnswerOnTheSpot& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const NoteIssue& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const ContestOnTheSpotAnswer& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const ClassifyIssue& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const ReclassifyIssue& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const SplitIssue& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const MergeIssue& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const UnmergeIssue& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const CorrectIssue& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const VoidIssue& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const WithdrawIssue& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const AcceptAssignment& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const ReturnIssue& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const ReceiveInformation& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const PauseClock& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const ResumeClock& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const RequestExtension& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const ApproveExtension& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const RefuseExtension& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const HandOverIssue& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const RefuseHandling& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const TellExternalResult& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const DraftAnswer& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const SendBackAnswer& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const ApproveAnswer& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const RecordDelivery& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const PostNotice& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const RecordDeliveryFailure& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const GiveUpDelivery& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const ReplaceNotice& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const CorrectNotice& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const RecallNotice& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const CloseIssue& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const RecordFeedback& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const RequestReopen& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const ReopenIssue& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const DeclineReopen& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const ReviseCommitment& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const FileEvidence& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const VerifyCommitment& act);
[[nodiscard]] MaybeRefusal guard(const Matter& matter, const DisputeCommitment& act);

// intake
[[nodiscard]] Decision decide(const Matter& matter, const RecordIssue& act);
[[nodiscard]] Decision decide(const Matter& matter, const AnswerOnTheSpot& act);
[[nodiscard]] Decision decide(const Matter& matter, const NoteIssue& act);
[[nodiscard]] Decision decide(const Matter& matter, const ContestOnTheSpotAnswer& act);
[[nodiscard]] Decision decide(const Matter& matter, const ClassifyIssue& act);
[[nodiscard]] Decision decide(const Matter& matter, const ReclassifyIssue& act);
// which matter it is
[[nodiscard]] Decision decide(const Matter& matter, const SplitIssue& act);
[[nodiscard]] Decision decide(const Matter& matter, const MergeIssue& act);
[[nodiscard]] Decision decide(const Matter& matter, const UnmergeIssue& act);
[[nodiscard]] Decision decide(const Matter& matter, const LinkIssue& act);
[[nodiscard]] Decision decide(const Matter& matter, const CorrectIssue& act);
[[nodiscard]] Decision decide(const Matter& matter, const VoidIssue& act);
[[nodiscard]] Decision decide(const Matter& matter, const WithdrawIssue& act);
// handling
[[nodiscard]] Decision decide(const Matter& matter, const AssignIssue& act);
[[nodiscard]] Decision decide(const Matter& matter, const AcceptAssignment& act);
[[nodiscard]] Decision decide(const Matter& matter, const ReturnIssue& act);
[[nodiscard]] Decision decide(const Matter& matter, const NoteProgress& act);
[[nodiscard]] Decision decide(const Matter& matter, const RequestInformation& act);
[[nodiscard]] Decision decide(const Matter& matter, const ReceiveInformation& act);
[[nodiscard]] Decision decide(const Matter& matter, const EscalateIssue& act);
[[nodiscard]] Decision decide(const Matter& matter, const InstructIssue& act);
// the clock
[[nodiscard]] Decision decide(const Matter& matter, const PauseClock& act);
[[nodiscard]] Decision decide(const Matter& matter, const ResumeClock& act);
[[nodiscard]] Decision decide(const Matter& matter, const RequestExtension& act);
[[nodiscard]] Decision decide(const Matter& matter, const ApproveExtension& act);
[[nodiscard]] Decision decide(const Matter& matter, const RefuseExtension& act);
[[nodiscard]] Decision decide(const Matter& matter, const MarkDeadlineApproaching& act);
[[nodiscard]] Decision decide(const Matter& matter, const MarkDeadlineBreached& act);
[[nodiscard]] Decision decide(const Matter& matter, const RecomputeDeadline& act);
// elsewhere
[[nodiscard]] Decision decide(const Matter& matter, const HandOverIssue& act);
[[nodiscard]] Decision decide(const Matter& matter, const ForwardIssue& act);
[[nodiscard]] Decision decide(const Matter& matter, const AcknowledgeForward& act);
[[nodiscard]] Decision decide(const Matter& matter, const BounceForward& act);
[[nodiscard]] Decision decide(const Matter& matter, const RecordExternalResult& act);
[[nodiscard]] Decision decide(const Matter& matter, const TellExternalResult& act);
[[nodiscard]] Decision decide(const Matter& matter, const RefuseHandling& act);
// answer
[[nodiscard]] Decision decide(const Matter& matter, const DraftAnswer& act);
[[nodiscard]] Decision decide(const Matter& matter, const SendBackAnswer& act);
[[nodiscard]] Decision decide(const Matter& matter, const ApproveAnswer& act);
// notice
[[nodiscard]] Decision decide(const Matter& matter, const IssueNotice& act);
[[nodiscard]] Decision decide(const Matter& matter, const RecordDelivery& act);
[[nodiscard]] Decision decide(const Matter& matter, const PostNotice& act);
[[nodiscard]] Decision decide(const Matter& matter, const RecordDeliveryFailure& act);
[[nodiscard]] Decision decide(const Matter& matter, const GiveUpDelivery& act);
[[nodiscard]] Decision decide(const Matter& matter, const ReplaceNotice& act);
[[nodiscard]] Decision decide(const Matter& matter, const CorrectNotice& act);
[[nodiscard]] Decision decide(const Matter& matter, const RecallNotice& act);
// after
[[nodiscard]] Decision decide(const Matter& matter, const CloseIssue& act);
[[nodiscard]] Decision decide(const Matter& matter, const AskFeedback& act);
[[nodiscard]] Decision decide(const Matter& matter, const RecordFeedback& act);
[[nodiscard]] Decision decide(const Matter& matter, const RequestReopen& act);
[[nodiscard]] Decision decide(const Matter& matter, const ReopenIssue& act);
[[nodiscard]] Decision decide(const Matter& matter, const DeclineReopen& act);
// promises
[[nodiscard]] Decision decide(const Matter& matter, const MakeCommitment& act);
[[nodiscard]] Decision decide(const Matter& matter, const ReviseCommitment& act);
[[nodiscard]] Decision decide(const Matter& matter, const FileEvidence& act);
[[nodiscard]] Decision decide(const Matter& matter, const VerifyCommitment& act);
[[nodiscard]] Decision decide(const Matter& matter, const DisputeCommitment& act);
[[nodiscard]] Decision decide(const Matter& matter, const MarkCommitmentMissed& act);

}  // namespace langnghe::domain::issue
