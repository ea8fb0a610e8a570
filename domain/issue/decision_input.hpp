#pragma once

#include <initializer_list>

#include "rules.hpp"
#include "value_checks.hpp"

/// Private to domain/issue: the input of every decision about an issue. One `decide` per act, by
/// chapter of an issue's life in decide_*.cpp; role, phase and the day are checked before one is
/// called, and what it reads besides the issue is named in reads.cpp.
namespace langnghe::domain::issue {

struct DecisionInput {
  const World& world;
  const Context& context;
  const IssueId& id;
  const IssueState& issue;

  [[nodiscard]] const Date& on() const { return context.happened.date; }
  [[nodiscard]] bool is_by(const UserId& user) const { return context.actor.user == user; }
  [[nodiscard]] Emitted emitted(IssueEvent event) const;
};

/// Refuses with the first of `answers`, or decides this one event.
[[nodiscard]] Decision decided(const DecisionInput& input,
                               std::initializer_list<MaybeRefusal> answers, IssueEvent event);

// Checks more than one chapter asks.
[[nodiscard]] MaybeRefusal check_assignee(const DecisionInput& input);
[[nodiscard]] MaybeRefusal check_policy_adopted(const World& world);
[[nodiscard]] MaybeRefusal check_calendar_adopted(const World& world);
[[nodiscard]] MaybeRefusal check_settings_adopted(const World& world);
[[nodiscard]] MaybeRefusal check_field(const Policy& policy, const FieldCode& field);
/// A denunciation never becomes an issue like others (domain.md rule 14).
[[nodiscard]] MaybeRefusal check_type(IssueType type);
/// Classified, and its answer not yet approved.
[[nodiscard]] MaybeRefusal check_clock_running(const DecisionInput& input);
[[nodiscard]] MaybeRefusal check_not_paused(const DecisionInput& input);
/// The minutes count how an issue left the meeting; what ended there is opened again once they
/// have, or it would be counted as taken away (domain.md rule 2).
[[nodiscard]] MaybeRefusal check_counted_in_minutes(const DecisionInput& input,
                                                    std::string_view act);
/// Every person merged in keeps the right to an answer (domain.md rule 9): they are unmerged before
/// the matter they were merged into ends without one.
[[nodiscard]] MaybeRefusal check_none_absorbed(const DecisionInput& input, std::string_view act);
[[nodiscard]] bool are_minutes_signed(const DialogueState& dialogue);

/// The term the policy gives to settle a matter.
[[nodiscard]] const Term& settlement_term(const Policy& policy, Complexity complexity);
/// The policy the running clock was set under, so that a newer one does not change its limits.
/// Requires an adopted policy.
[[nodiscard]] const Policy& policy_of_round(const DecisionInput& input);

/// The guards of an act that do not depend on its body, beyond the phase; most acts have none. One
/// per act that does, beside its `decide`, which may rely on it. Reads nothing of the act but its
/// type.
template <class Act>
[[nodiscard]] MaybeRefusal guard(const DecisionInput& /*matter*/, const Act& /*act*/) {
  return std::nullopt;
}
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const AnswerOnTheSpot& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const NoteIssue& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const ContestOnTheSpotAnswer& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const ClassifyIssue& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const ReclassifyIssue& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const SplitIssue& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const MergeIssue& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const UnmergeIssue& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const CorrectIssue& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const VoidIssue& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const WithdrawIssue& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const AcceptAssignment& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const ReturnIssue& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const ReceiveInformation& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const PauseClock& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const ResumeClock& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const RequestExtension& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const ApproveExtension& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const RefuseExtension& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const HandOverIssue& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const RefuseHandling& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const TellExternalResult& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const DraftAnswer& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const SendBackAnswer& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const ApproveAnswer& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const RecordDelivery& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const PostNotice& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const RecordDeliveryFailure& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const GiveUpDelivery& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const ReplaceNotice& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const CorrectNotice& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const RecallNotice& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const CloseIssue& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const RecordFeedback& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const RequestReopen& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const ReopenIssue& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const DeclineReopen& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const ReviseCommitment& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const FileEvidence& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const VerifyCommitment& act);
[[nodiscard]] MaybeRefusal guard(const DecisionInput& input, const DisputeCommitment& act);

// intake
[[nodiscard]] Decision decide(const DecisionInput& input, const RecordIssue& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const AnswerOnTheSpot& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const NoteIssue& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const ContestOnTheSpotAnswer& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const ClassifyIssue& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const ReclassifyIssue& act);
// which matter it is
[[nodiscard]] Decision decide(const DecisionInput& input, const SplitIssue& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const MergeIssue& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const UnmergeIssue& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const LinkIssue& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const CorrectIssue& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const VoidIssue& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const WithdrawIssue& act);
// handling
[[nodiscard]] Decision decide(const DecisionInput& input, const AssignIssue& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const AcceptAssignment& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const ReturnIssue& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const NoteProgress& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const RequestInformation& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const ReceiveInformation& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const EscalateIssue& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const InstructIssue& act);
// the clock
[[nodiscard]] Decision decide(const DecisionInput& input, const PauseClock& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const ResumeClock& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const RequestExtension& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const ApproveExtension& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const RefuseExtension& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const MarkDeadlineApproaching& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const MarkDeadlineBreached& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const RecomputeDeadline& act);
// elsewhere
[[nodiscard]] Decision decide(const DecisionInput& input, const HandOverIssue& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const ForwardIssue& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const AcknowledgeForward& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const BounceForward& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const RecordExternalResult& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const TellExternalResult& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const RefuseHandling& act);
// answer
[[nodiscard]] Decision decide(const DecisionInput& input, const DraftAnswer& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const SendBackAnswer& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const ApproveAnswer& act);
// notice
[[nodiscard]] Decision decide(const DecisionInput& input, const IssueNotice& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const RecordDelivery& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const PostNotice& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const RecordDeliveryFailure& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const GiveUpDelivery& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const ReplaceNotice& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const CorrectNotice& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const RecallNotice& act);
// after
[[nodiscard]] Decision decide(const DecisionInput& input, const CloseIssue& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const AskFeedback& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const RecordFeedback& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const RequestReopen& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const ReopenIssue& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const DeclineReopen& act);
// promises
[[nodiscard]] Decision decide(const DecisionInput& input, const MakeCommitment& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const ReviseCommitment& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const FileEvidence& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const VerifyCommitment& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const DisputeCommitment& act);
[[nodiscard]] Decision decide(const DecisionInput& input, const MarkCommitmentMissed& act);

}  // namespace langnghe::domain::issue
