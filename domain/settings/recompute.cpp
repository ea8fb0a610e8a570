#include <string>
#include <string_view>
#include <utility>

#include <domain/permissions.hpp>
#include <domain/recompute.hpp>

namespace langnghe::domain {
namespace {

constexpr std::string_view kCalendar = "calendar";
constexpr std::string_view kPolicy = "policy";

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
    moved.reason = clock.term == issue.clock->term ? moved.reason : kPolicy;
  }
  moved.term = clock.term;
  moved.new_due = due_date(clock, calendar);
}

/// The first reply counted again, or nothing where its day stays.
std::optional<FirstReplyDueSet> recompute_first_reply(const IssueState& issue,
                                                      const PolicyState& policies,
                                                      const WorkingCalendar& calendar) {
  if (issue.first_reply_on || !issue.first_reply_due || !issue.first_reply) {
    return std::nullopt;
  }
  const FirstReplyOwed& had = *issue.first_reply;
  const Policy* before = policies.find(had.policy_version);
  const Policy* policy = policy_for(had.start, had.policy_version, policies);
  if (policy == nullptr) {
    return std::nullopt;
  }
  const Date due = due_date(had.start, policy->first_reply, calendar);
  if (due == *issue.first_reply_due) {
    return std::nullopt;
  }
  const bool same_term = before != nullptr && before->first_reply == policy->first_reply;
  return FirstReplyDueSet{std::string(same_term ? kCalendar : kPolicy),
                          issue.first_reply_due,
                          {had.start, due, policy->version, calendar.version}};
}

/// An issue recorded before this day was kept gets it from the policy of the day of receipt.
std::optional<FirstReplyDueSet> first_reply_of_record(const IssueState& issue,
                                                      const PolicyState& policies,
                                                      const WorkingCalendar& calendar) {
  if (issue.phase != IssuePhase::recorded || issue.first_reply_due || issue.first_reply_on) {
    return std::nullopt;
  }
  const Date& start = issue.recorded.received;
  const Policy& policy = policies.valid_on(start);
  return FirstReplyDueSet{
      "receipt",
      std::nullopt,
      {start, due_date(start, policy.first_reply, calendar), policy.version, calendar.version}};
}

DeadlineRecomputed as_it_stands(const IssueState& issue, const WorkingCalendar& calendar) {
  DeadlineRecomputed moved;
  moved.reason = kCalendar;
  moved.policy_version = issue.clock_steps.empty() ? 0 : issue.clock_steps.back().policy_version;
  moved.calendar_version = calendar.version;
  moved.previous_due = *issue.effective_due;
  moved.new_due = *issue.effective_due;
  moved.term = issue.clock->term;
  return moved;
}

/// Of an issue with a resolution clock: both are told in one event.
std::optional<DeadlineRecomputed> recompute_both(const IssueState& issue,
                                                 const PolicyState& policies,
                                                 const WorkingCalendar& calendar) {
  DeadlineRecomputed moved = as_it_stands(issue, calendar);
  // A day taken over from a list was given under no calendar of the ward's.
  if (!issue.settled_on && !issue.clock_steps.empty()) {
    recompute_resolution(issue, policies, calendar, moved);
  }
  Date first = *issue.effective_due;
  if (const auto set = recompute_first_reply(issue, policies, calendar)) {
    moved.previous_first_reply_due = set->previous_due;
    moved.new_first_reply_due = set->first_reply.due;
    moved.first_reply_policy_version = set->first_reply.policy_version;
    moved.reason = set->reason == kPolicy ? set->reason : moved.reason;
  }
  if (!issue.first_reply_on && issue.first_reply_due) {
    first = moved.new_first_reply_due.value_or(*issue.first_reply_due);
  }
  moved.provisional = calendar.is_provisional(moved.new_due) || calendar.is_provisional(first);
  const bool any = moved.new_due != moved.previous_due || moved.new_first_reply_due;
  return any ? std::optional(std::move(moved)) : std::nullopt;
}

}  // namespace

std::optional<IssueEvent> recompute_deadlines(const IssueState& issue, const PolicyState& policies,
                                              const WorkingCalendar& calendar) {
  if (!may_run(issue.phase) || !policies.exists()) {
    return std::nullopt;
  }
  if (issue.clock && issue.effective_due) {
    return recompute_both(issue, policies, calendar);
  }
  if (auto set = first_reply_of_record(issue, policies, calendar)) {
    return set;
  }
  return recompute_first_reply(issue, policies, calendar);
}

}  // namespace langnghe::domain
