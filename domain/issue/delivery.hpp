#pragma once

#include "issue/decision_input.hpp"

/// Private to domain/issue: how an answer reaches everybody who is owed it.
namespace langnghe::domain::issue {

/// The person to whom an answer is to be delivered: the own person, or the one of a merged issue.
/// Empty where a list named nobody.
[[nodiscard]] const ResidentId& addressee(const DecisionInput& input,
                                          const std::optional<IssueId>& absorbed);

/// The issue is merged into this one, and its person has not had the answer yet.
[[nodiscard]] MaybeRefusal check_owed(const DecisionInput& input, const IssueId& absorbed,
                                      std::string_view act);

/// Is there a merged issue whose person has not got the answer, also where that was given up?
[[nodiscard]] bool can_be_served(const IssueState& issue);

/// The given parts of a proof are well formed, and the parts that the policy of the day asks for
/// are there. A person without a name or a key has no name to keep, so none is asked for.
[[nodiscard]] MaybeRefusal check_proof(const DecisionInput& input, DeliveryMethod method,
                                       const DeliveryProof& proof,
                                       const std::optional<IssueId>& absorbed);

/// The same of a posting, which nobody takes in hand.
[[nodiscard]] MaybeRefusal check_posting_proof(const DecisionInput& input,
                                               const DeliveryProof& proof);

/// Nobody to deliver to is known: anonymous, erased, or not named by the list it came from.
[[nodiscard]] bool is_unknown_person(const World& world, const ResidentId& resident);

/// The streams of everybody the answer is owed to.
[[nodiscard]] std::vector<StreamId> persons_of(const IssueState& issue);

}  // namespace langnghe::domain::issue
