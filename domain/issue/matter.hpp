#pragma once

#include <initializer_list>

#include "rules.hpp"
#include "value_checks.hpp"

/// Private to domain/issue: what every act on an issue is decided with. One `decide` per act, by
/// chapter of an issue's life in decide_intake.cpp to decide_after.cpp; role, phase and the day are
/// checked before one is called.
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
/// Refused because of something the phase's name does not say, for example `answer_sent_back`.
[[nodiscard]] Refusal not_allowed_now(std::string_view act, std::string_view state);
[[nodiscard]] MaybeRefusal check_policy_adopted(const World& world);
[[nodiscard]] MaybeRefusal check_calendar_adopted(const World& world);
/// The term the policy gives to settle a matter.
[[nodiscard]] const Term& settlement_term(const Policy& policy, Complexity complexity);

// intake
[[nodiscard]] Decision decide(const Matter& matter, const AnswerOnTheSpot& act);
[[nodiscard]] Decision decide(const Matter& matter, const NoteIssue& act);
[[nodiscard]] Decision decide(const Matter& matter, const ClassifyIssue& act);
// handling
[[nodiscard]] Decision decide(const Matter& matter, const AssignIssue& act);
[[nodiscard]] Decision decide(const Matter& matter, const AcceptAssignment& act);
[[nodiscard]] Decision decide(const Matter& matter, const NoteProgress& act);
[[nodiscard]] Decision decide(const Matter& matter, const RequestExtension& act);
[[nodiscard]] Decision decide(const Matter& matter, const ApproveExtension& act);
[[nodiscard]] Decision decide(const Matter& matter, const RefuseExtension& act);
// elsewhere
[[nodiscard]] Decision decide(const Matter& matter, const HandOverIssue& act);
[[nodiscard]] Decision decide(const Matter& matter, const ForwardIssue& act);
[[nodiscard]] Decision decide(const Matter& matter, const AcknowledgeForward& act);
[[nodiscard]] Decision decide(const Matter& matter, const RecordExternalResult& act);
[[nodiscard]] Decision decide(const Matter& matter, const TellExternalResult& act);
// answer
[[nodiscard]] Decision decide(const Matter& matter, const DraftAnswer& act);
[[nodiscard]] Decision decide(const Matter& matter, const SendBackAnswer& act);
[[nodiscard]] Decision decide(const Matter& matter, const ApproveAnswer& act);
[[nodiscard]] Decision decide(const Matter& matter, const IssueNotice& act);
[[nodiscard]] Decision decide(const Matter& matter, const RecordDelivery& act);
[[nodiscard]] Decision decide(const Matter& matter, const CloseIssue& act);
// after
[[nodiscard]] Decision decide(const Matter& matter, const AskFeedback& act);
[[nodiscard]] Decision decide(const Matter& matter, const RecordFeedback& act);
[[nodiscard]] Decision decide(const Matter& matter, const ReopenIssue& act);

}  // namespace langnghe::domain::issue
