#include <algorithm>
#include <optional>

#include "resident/erasure.hpp"

namespace langnghe::domain {
namespace {

/// The same day so many years on; 29 February becomes the last day of that February.
Date years_after(const Date& date, int years) {
  const Date moved = date + std::chrono::years{years};
  return moved.ok() ? moved : Date{moved.year() / moved.month() / std::chrono::last};
}

MaybeRefusal check_theirs(const World& world, const DestroyKey& command) {
  for (const IssueId& issue : command.issues) {
    if (world.issue(issue).recorded.resident != command.resident) {
      return value_not_valid("issues", issue.value);
    }
  }
  return check_distinct(command.issues);
}

MaybeRefusal check_retention(const World& world, const std::vector<IssueId>& issues,
                             const Date& on) {
  if (issues.empty()) {
    return value_required("issues");
  }
  if (!world.policy().exists()) {
    return refuse(RefusalCode::no_policy_adopted);
  }
  Date last_act = world.issue(issues.front()).last_act_on;
  for (const IssueId& issue : issues) {
    last_act = std::max(last_act, world.issue(issue).last_act_on);
  }
  const Date until = years_after(last_act, world.policy().valid_on(on).retention_years);
  if (until <= on) {
    return std::nullopt;
  }
  return refuse(RefusalCode::retention_running, {{"until", to_text(until)}});
}

}  // namespace

std::vector<IssueId> issues_with_successors(const std::vector<IssueId>& issues,
                                            const World& world) {
  std::vector<IssueId> all;
  const auto add = [&](const IssueId& issue) {
    if (std::ranges::find(all, issue) == all.end()) {
      all.push_back(issue);
    }
  };
  std::ranges::for_each(issues, add);
  // `all` grows while it is walked: a part may have been split or merged again.
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!world.has(stream_of(all[i]))) {
      continue;
    }
    const IssueState& issue = world.issue(all[i]);
    std::ranges::for_each(issue.split_into, add);
    if (issue.merged_into) {
      add(*issue.merged_into);
    }
  }
  return all;
}

// A person who is owed an answer must stay known. A merged or split issue owes it through the
// issues it went on in (domain.md rule 9), which are checked themselves.
MaybeRefusal check_none_waits(const World& world, const DestroyKey& command) {
  if (auto refusal = check_theirs(world, command)) {
    return refusal;
  }
  for (const IssueId& issue : issues_with_successors(command.issues, world)) {
    if (!ending_of(world.issue(issue).phase)) {
      return refuse(RefusalCode::issue_open, {{"issue", issue.value}});
    }
  }
  return std::nullopt;
}

Decision decide_erasure(const World& world, const DestroyKey& command, const Context& context) {
  const Date& on = context.happened.date;
  if (auto refusal = first_of(
          {check_not_blank("reason", command.reason), check_not_blank("decision", command.decision),
           check_date("decided_on", command.decided_on), check_order(command.decided_on, on)})) {
    return std::unexpected(*refusal);
  }
  const auto issues = issues_with_successors(command.issues, world);
  if (command.ground == ErasureGround::retention_over) {
    if (auto refusal = check_retention(world, issues, on)) {
      return std::unexpected(*refusal);
    }
  }
  return std::vector{
      Emitted{stream_of(command.resident),
              KeyDestroyed{command.ground, command.reason, command.decision, command.decided_on}}};
}

}  // namespace langnghe::domain
