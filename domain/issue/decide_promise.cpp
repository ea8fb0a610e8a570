#include <algorithm>
#include <utility>

#include "issue/marks.hpp"
#include "issue/promise.hpp"

namespace langnghe::domain::issue {
namespace {

const Commitment* find(const DecisionInput& input, const CommitmentId& commitment) {
  return input.issue.find_commitment(commitment);
}

/// There is such a promise, and it has not been seen to be kept.
MaybeRefusal check_unsettled(const DecisionInput& input, const CommitmentId& commitment) {
  const Commitment* held = find(input, commitment);
  if (held == nullptr) {
    return refuse(RefusalCode::unknown_commitment, {{"commitment", commitment.value}});
  }
  if (held->status == Commitment::Status::verified) {
    return refuse(RefusalCode::commitment_settled);
  }
  return std::nullopt;
}

// Only what was shown can be seen: a verdict follows the evidence.
MaybeRefusal check_evidence_filed(const DecisionInput& input, const CommitmentId& commitment,
                                  std::string_view act) {
  if (auto refusal = check_unsettled(input, commitment)) {
    return refusal;
  }
  const Commitment::Status status = find(input, commitment)->status;
  if (status != Commitment::Status::evidence_filed) {
    return not_allowed_now(act, to_text(status));
  }
  return std::nullopt;
}

MaybeRefusal check_not_own(const DecisionInput& input, const CommitmentId& commitment) {
  const UserId& user = input.context.actor.user;
  if (user.empty()) {
    return std::nullopt;
  }
  if (input.world.user(user).registration.official == find(input, commitment)->owner) {
    return refuse(RefusalCode::own_commitment);
  }
  return std::nullopt;
}

/// Some promise can still be kept.
MaybeRefusal check_any_unsettled(const DecisionInput& input, std::string_view act) {
  const auto& promises = input.issue.commitments;
  if (promises.empty()) {
    return not_allowed_now(act, "no_commitment");
  }
  const bool unsettled = std::ranges::any_of(
      promises, [](const Commitment& held) { return held.status != Commitment::Status::verified; });
  return unsettled ? std::nullopt : MaybeRefusal(refuse(RefusalCode::commitment_settled));
}

/// Of some promise there is something to be seen, and by this person: not their own.
MaybeRefusal check_any_shown(const DecisionInput& input, std::string_view act) {
  if (auto refusal = check_any_unsettled(input, act)) {
    return refusal;
  }
  MaybeRefusal why_not;
  for (const Commitment& held : input.issue.commitments) {
    if (held.status == Commitment::Status::evidence_filed) {
      why_not = check_not_own(input, held.id);
      if (!why_not) {
        return std::nullopt;
      }
    } else if (!why_not && held.status != Commitment::Status::verified) {
      why_not = not_allowed_now(act, to_text(held.status));
    }
  }
  return why_not;
}

template <class Act>
MaybeRefusal check_verdict(const DecisionInput& input, const Act& act) {
  if (auto refusal = check_evidence_filed(input, act.commitment, Act::kAct)) {
    return refusal;
  }
  return first_of({check_not_own(input, act.commitment), check_files("files", act.files)});
}

MaybeRefusal check_new_day(const Commitment& held, const Date& due, const Date& on) {
  if (auto refusal = first_of({check_date("due", due), check_order(on, due)})) {
    return refusal;
  }
  return due == held.due ? MaybeRefusal(value_not_valid("due", to_text(due))) : std::nullopt;
}

MaybeRefusal check_missed(const DecisionInput& input, const Commitment& held) {
  if (held.missed) {
    return refuse(RefusalCode::already_marked, {{"due", to_text(held.due)}});
  }
  if (held.status == Commitment::Status::evidence_filed) {
    return not_allowed_now(MarkCommitmentMissed::kAct, to_text(held.status));
  }
  const auto late = lateness_of(held.course, held.due);
  if (input.on() <= held.due || !late ||
      !is_entry_over(input.world, late->day, input.context.now)) {
    return refuse(RefusalCode::deadline_not_reached, {{"due", to_text(held.due)}});
  }
  return std::nullopt;
}

}  // namespace

MaybeRefusal guard(const DecisionInput& input, const ReviseCommitment&) {
  return check_any_unsettled(input, ReviseCommitment::kAct);
}

MaybeRefusal guard(const DecisionInput& input, const FileEvidence&) {
  return check_any_unsettled(input, FileEvidence::kAct);
}

MaybeRefusal guard(const DecisionInput& input, const VerifyCommitment&) {
  return check_any_shown(input, VerifyCommitment::kAct);
}

MaybeRefusal guard(const DecisionInput& input, const DisputeCommitment&) {
  return check_any_shown(input, DisputeCommitment::kAct);
}

MaybeRefusal check_new_commitment(const DecisionInput& input, const CommitmentId& commitment,
                                  const OfficialId& owner, const Date& due) {
  if (auto refusal = check_not_blank("commitment", commitment.value)) {
    return refusal;
  }
  if (find(input, commitment) != nullptr) {
    return refuse(RefusalCode::duplicate_id, {{"id", commitment.value}});
  }
  return first_of({check_official(input.world.ward(), owner, input.on()), check_date("due", due),
                   check_order(input.on(), due)});
}

Decision decide(const DecisionInput& input, const MakeCommitment& act) {
  return decided(input,
                 {check_not_blank("what", act.what),
                  check_new_commitment(input, act.commitment, act.owner, act.due)},
                 CommitmentMade{act.commitment, act.what, act.owner, act.due});
}

Decision decide(const DecisionInput& input, const ReviseCommitment& act) {
  if (auto refusal = first_of(
          {check_unsettled(input, act.commitment), check_not_blank("reason", act.reason)})) {
    return std::unexpected(*std::move(refusal));
  }
  const Commitment& held = *find(input, act.commitment);
  return decided(input, {check_new_day(held, act.due, input.on())},
                 CommitmentRevised{act.commitment, held.due, act.due, act.reason});
}

Decision decide(const DecisionInput& input, const FileEvidence& act) {
  return decided(input,
                 {check_unsettled(input, act.commitment), check_not_blank("text", act.text),
                  check_files("files", act.files)},
                 EvidenceFiled{act.commitment, act.text, act.files});
}

Decision decide(const DecisionInput& input, const VerifyCommitment& act) {
  return decided(input, {check_verdict(input, act), check_not_blank("seen", act.seen)},
                 CommitmentVerified{act.commitment, act.seen, act.files});
}

Decision decide(const DecisionInput& input, const DisputeCommitment& act) {
  return decided(input, {check_verdict(input, act), check_not_blank("reason", act.reason)},
                 CommitmentDisputed{act.commitment, act.reason, act.files});
}

// Late is late for ever: a promise is missed once, whatever its day is moved to afterwards.
Decision decide(const DecisionInput& input, const MarkCommitmentMissed& act) {
  if (auto refusal = check_unsettled(input, act.commitment)) {
    return std::unexpected(*std::move(refusal));
  }
  const Commitment& held = *find(input, act.commitment);
  if (auto refusal = check_missed(input, held)) {
    return std::unexpected(*std::move(refusal));
  }
  return std::vector{marked_on(lateness_of(held.course, held.due)->day, input.context,
                               input.emitted(CommitmentMissed{act.commitment, held.due}))};
}

}  // namespace langnghe::domain::issue
