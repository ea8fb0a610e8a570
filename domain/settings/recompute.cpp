#include "settings/recompute.hpp"

#include <domain/permissions.hpp>

namespace langnghe::domain {
namespace {

/// A clock may run wherever the clock's own acts are allowed.
bool may_run(IssuePhase phase) {
  const ActRule* rule = find_rule(Subject::issue, MarkDeadlineBreached::kAct);
  return rule != nullptr && phase_allows(*rule, to_text(phase));
}

/// The policy of a round that began on `start` under version `had`: a newer one takes its place
/// only where it was valid by then.
const Policy* policy_for(const Date& start, int had, const PolicyState& policies) {
  const Policy& latest = policies.valid_on(start);
  const bool takes_over = latest.version > had && latest.valid_from <= start;
  return takes_over ? &latest : policies.find(had);
}

const Term& settlement(const Policy& policy, Complexity complexity) {
  return complexity == Complexity::complex ? policy.settle_complex : policy.settle_simple;
}

Complexity other(Complexity complexity) {
  return complexity == Complexity::complex ? Complexity::simple : Complexity::complex;
}

/// The term of `policy` that answers to the one in force: reclassifying may have kept the term of
/// the complexity before, where that was the earlier date (domain.md rule 7).
Term term_under(const Policy& policy, const Policy* before, const IssueState& issue) {
  const auto& classification = issue.classification;
  const Complexity stated = classification ? classification->complexity : Complexity::simple;
  const bool kept_the_other = before != nullptr &&
                              issue.clock->term != settlement(*before, stated) &&
                              issue.clock->term == settlement(*before, other(stated));
  return settlement(policy, kept_the_other ? other(stated) : stated);
}

void recompute_resolution(const IssueState& issue, const PolicyState& policies,
                          const WorkingCalendar& calendar, DeadlineRecomputed& moved) {
  ResolutionClock clock = *issue.clock;
  const Policy* policy = policy_for(clock.start, moved.policy_version, policies);
  if (policy != nullptr && policy->version != moved.policy_version) {
    clock.term = term_under(*policy, policies.find(moved.policy_version), issue);
    moved.policy_version = policy->version;
    moved.reason = "policy";
  }
  moved.term = clock.term;
  moved.new_due = due_date(clock, calendar);
  moved.provisional = calendar.is_provisional(moved.new_due);
}

void recompute_first_reply(const IssueState& issue, const PolicyState& policies,
                           const WorkingCalendar& calendar, DeadlineRecomputed& moved) {
  const IssueClassified& classified = *issue.classification;
  const Date& start = classified.start.ok() ? classified.start : issue.recorded.received;
  // Both clocks of a first round stand under one policy; of a later one each under its own.
  const bool one_policy = start == issue.clock->start;
  const int had = one_policy ? moved.policy_version : classified.policy_version;
  const Policy* policy = policy_for(start, had, policies);
  if (policy == nullptr) {
    return;
  }
  const Date due = due_date(start, policy->first_reply, calendar);
  if (due == *issue.first_reply_due) {
    return;
  }
  if (policy->version != had) {
    moved.reason = "policy";
    moved.policy_version = one_policy ? policy->version : moved.policy_version;
  }
  moved.previous_first_reply_due = issue.first_reply_due;
  moved.new_first_reply_due = due;
  moved.provisional = moved.provisional || calendar.is_provisional(due);
}

}  // namespace

std::optional<DeadlineRecomputed> recompute_deadlines(const IssueState& issue,
                                                      const PolicyState& policies,
                                                      const WorkingCalendar& calendar) {
  if (!may_run(issue.phase) || !issue.clock || !issue.effective_due || !policies.exists()) {
    return std::nullopt;
  }
  DeadlineRecomputed moved;
  moved.reason = "calendar";
  moved.policy_version = issue.clock_steps.empty() ? 0 : issue.clock_steps.back().policy_version;
  moved.calendar_version = calendar.version;
  moved.previous_due = *issue.effective_due;
  moved.new_due = *issue.effective_due;
  moved.term = issue.clock->term;
  // A day taken over from a list was given under no calendar of the ward's.
  if (!issue.settled_on && !issue.clock_steps.empty()) {
    recompute_resolution(issue, policies, calendar, moved);
  }
  if (issue.classification && issue.first_reply_due && !issue.first_reply_on) {
    recompute_first_reply(issue, policies, calendar, moved);
  }
  const bool any = moved.new_due != moved.previous_due || moved.new_first_reply_due;
  return any ? std::optional(std::move(moved)) : std::nullopt;
}

}  // namespace langnghe::domain
