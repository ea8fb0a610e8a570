#include "issue/delivery.hpp"

#include <algorithm>
#include <string>

namespace langnghe::domain::issue {
namespace {

/// A refusal to sign says why, and only a refusal does.
MaybeRefusal check_acknowledgement(const DeliveryProof& proof) {
  const bool refused = proof.acknowledgement == Acknowledgement::refused;
  if (refused) {
    return check_not_blank("refusal", proof.refusal);
  }
  if (!proof.refusal.empty()) {
    return refuse(RefusalCode::value_not_valid, {{"field", "refusal"}, {"value", ""}});
  }
  return std::nullopt;
}

bool has(const DeliveryProof& proof, ProofPart part) {
  switch (part) {
    case ProofPart::recipient:
      return proof.recipient.has_value();
    case ProofPart::acknowledgement:
      return proof.acknowledgement.has_value();
    case ProofPart::reference:
      return !check_not_blank("reference", proof.reference);
    case ProofPart::files:
      return !proof.files.empty();
  }
  return false;
}

bool is_in_hand(ProofPart part) {
  return part == ProofPart::recipient || part == ProofPart::acknowledgement;
}

MaybeRefusal check_complete(const DecisionInput& input, DeliveryMethod method,
                            const DeliveryProof& proof, const ResidentId& person) {
  if (!input.world.policy().exists()) {
    return std::nullopt;
  }
  const Policy& policy = input.world.policy().valid_on(input.on());
  for (const auto& [part, name] : EnumText<ProofPart>::kNames) {
    const bool nobody = part == ProofPart::recipient && is_unknown_person(input.world, person);
    if (policy.asks_for(method, part) && !has(proof, part) && !nobody) {
      return value_required(name);
    }
  }
  return std::nullopt;
}

}  // namespace

const ResidentId& addressee(const DecisionInput& input, const std::optional<IssueId>& absorbed) {
  if (absorbed) {
    if (const AbsorbedIssue* held = input.issue.find_absorbed(*absorbed)) {
      return held->resident;
    }
  }
  return input.issue.recorded.resident;
}

bool can_be_served(const IssueState& issue) {
  return std::ranges::any_of(issue.absorbed, [](const AbsorbedIssue& held) {
    return !held.served_on || !held.given_up_for.empty();
  });
}

MaybeRefusal check_owed(const DecisionInput& input, const IssueId& absorbed, std::string_view act) {
  const AbsorbedIssue* held = input.issue.find_absorbed(absorbed);
  if (held == nullptr) {
    return value_not_valid("absorbed", absorbed.value);
  }
  const bool has_it = held->served_on && held->given_up_for.empty();
  return has_it ? MaybeRefusal(not_allowed_now(act, "answer_not_owed")) : std::nullopt;
}

MaybeRefusal check_proof(const DecisionInput& input, DeliveryMethod method,
                         const DeliveryProof& proof, const std::optional<IssueId>& absorbed) {
  const ResidentId& person = addressee(input, absorbed);
  if (proof.recipient) {
    if (auto refusal = check_sealed("recipient", *proof.recipient, person)) {
      return refusal;
    }
    if (input.world.resident(person).phase == ResidentPhase::erased) {
      return refuse(RefusalCode::key_destroyed);
    }
  }
  return first_of({check_acknowledgement(proof), check_files("files", proof.files),
                   check_complete(input, method, proof, person)});
}

MaybeRefusal check_posting_proof(const DecisionInput& input, const DeliveryProof& proof) {
  if (auto refusal = check_files("files", proof.files)) {
    return refusal;
  }
  if (!input.world.policy().exists()) {
    return std::nullopt;
  }
  const Policy& policy = input.world.policy().valid_on(input.on());
  for (const auto& [part, name] : EnumText<ProofPart>::kNames) {
    if (!is_in_hand(part) && policy.asks_for(DeliveryMethod::posted, part) && !has(proof, part)) {
      return value_required(name);
    }
  }
  return std::nullopt;
}

bool is_unknown_person(const World& world, const ResidentId& resident) {
  if (resident.empty()) {
    return true;
  }
  const ResidentPhase phase = world.resident(resident).phase;
  return phase == ResidentPhase::absent || phase == ResidentPhase::anonymous ||
         phase == ResidentPhase::erased;
}

std::vector<StreamId> persons_of(const IssueState& issue) {
  std::vector<StreamId> streams;
  if (!issue.recorded.resident.empty()) {
    streams.push_back(stream_of(issue.recorded.resident));
  }
  for (const AbsorbedIssue& held : issue.absorbed) {
    if (!held.resident.empty()) {
      streams.push_back(stream_of(held.resident));
    }
  }
  return streams;
}

}  // namespace langnghe::domain::issue
