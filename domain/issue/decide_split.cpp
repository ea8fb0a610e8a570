#include "issue/decision_input.hpp"
#include "issue/first_reply.hpp"

namespace langnghe::domain::issue {
namespace {

constexpr std::size_t kFewestParts = 2;

MaybeRefusal check_part(const DecisionInput& input, const IssuePart& part) {
  if (auto refusal = first_of({check_not_blank("parts.issue", part.issue.value),
                               check_not_blank("parts.subject", part.subject)})) {
    return refusal;
  }
  const Policy& policy = input.world.policy().valid_on(input.issue.recorded.received);
  const bool exists = input.world.issue(part.issue).phase != IssuePhase::absent;
  return first_of({check_field(policy, part.field), check_absent(exists, stream_of(part.issue))});
}

MaybeRefusal check_parts(const DecisionInput& input, const std::vector<IssuePart>& parts) {
  if (parts.size() < kFewestParts) {
    return value_required("parts");
  }
  if (auto refusal = check_distinct(parts, &IssuePart::issue)) {
    return refusal;
  }
  for (const IssuePart& part : parts) {
    if (auto refusal = check_part(input, part)) {
      return refusal;
    }
  }
  return std::nullopt;
}

/// Each part is the same person's, said the same day: what was told of the whole is the first reply
/// to each, and what was not told is owed by the same day. The words stay where they were sealed:
/// their ciphertext is bound to that stream.
IssueRecorded part_of(const DecisionInput& input, const IssuePart& part) {
  IssueRecorded recorded = input.issue.recorded;
  recorded.subject = part.subject;
  recorded.field = part.field;
  recorded.words.reset();
  recorded.origin.reset();
  recorded.split_from = input.id;
  recorded.first_reply =
      input.issue.first_reply.value_or(first_reply_owed(input.world, recorded.received));
  recorded.first_reply_on = input.issue.first_reply_on;
  return recorded;
}

}  // namespace

MaybeRefusal guard(const DecisionInput& input, const SplitIssue&) {
  return first_of(
      {check_none_absorbed(input, SplitIssue::kAct), check_policy_adopted(input.world)});
}

Decision decide(const DecisionInput& input, const SplitIssue& act) {
  if (auto refusal = check_not_blank("reason", act.reason)) {
    return std::unexpected(*std::move(refusal));
  }
  if (auto refusal = check_parts(input, act.parts)) {
    return std::unexpected(*std::move(refusal));
  }
  std::vector<IssueId> parts;
  std::vector<Emitted> events(1);
  for (const IssuePart& part : act.parts) {
    parts.push_back(part.issue);
    events.push_back({stream_of(part.issue), part_of(input, part)});
  }
  events.front() = input.emitted(IssueSplit{std::move(parts), act.reason});
  return events;
}

}  // namespace langnghe::domain::issue
