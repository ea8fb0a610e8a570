#include <algorithm>

#include "issue/decision_input.hpp"
#include "issue/first_reply.hpp"
#include "issue/marks.hpp"
#include "issue/round.hpp"

namespace langnghe::domain::issue {
namespace {

/// A legal procedure is one person's own (Law on Complaints 2011): it is not answered with others.
MaybeRefusal check_no_complaint(const IssueState& issue) {
  if (issue.classification && issue.classification->type == IssueType::complaint) {
    return not_allowed_now(MergeIssue::kAct, to_text(IssueType::complaint));
  }
  return std::nullopt;
}

MaybeRefusal check_other_runs(const IssueState& other, const IssueId& id) {
  if (other.phase == IssuePhase::absent) {
    return check_exists(false, stream_of(id));
  }
  const bool runs = !check_phase(Subject::issue, MergeIssue::kAct, to_text(other.phase));
  if (!runs || !other.clock || !other.effective_due) {
    return refuse(RefusalCode::other_issue_ended, {{"issue", id.value}});
  }
  return std::nullopt;
}

MaybeRefusal check_survivor(const DecisionInput& input, const MergeIssue& act) {
  if (act.into.empty()) {
    return value_required("into");
  }
  if (act.into == act.issue) {
    return refuse(RefusalCode::same_issue);
  }
  const IssueState& into = input.world.issue(act.into);
  if (auto refusal = check_other_runs(into, act.into)) {
    return refusal;
  }
  if (into.recorded.khom != input.issue.recorded.khom) {
    return refuse(RefusalCode::different_khom);
  }
  return check_no_complaint(into);
}

bool is_absorbed_by(const IssueState& survivor, const IssueId& issue) {
  return std::ranges::find(survivor.absorbed, issue, &AbsorbedIssue::issue) !=
         survivor.absorbed.end();
}

/// Is the first reply still owed, and not late on that day?
bool awaits_first_reply(const IssueState& issue, const Date& on) {
  return issue.first_reply && !issue.first_reply_on && issue.first_reply->due >= on;
}

/// Both persons are told by one reply, so it is owed by the earlier day of the two. What was late
/// already is on the record of the absorbed issue.
std::optional<FirstReplyDueSet> nearer_first_reply(const DecisionInput& input,
                                                   const IssueState& into) {
  if (!awaits_first_reply(into, input.on()) || !awaits_first_reply(input.issue, input.on()) ||
      input.issue.first_reply->due >= into.first_reply->due) {
    return std::nullopt;
  }
  return FirstReplyDueSet{"merged", into.first_reply_due, *input.issue.first_reply};
}

/// The first reply owed from the earliest receipt of the survivor and of the issues that stay
/// merged into it, as far as they were not late: a late issue moved no day.
FirstReplyOwed owed_without_leaving(const DecisionInput& input, const IssueState& survivor) {
  FirstReplyOwed owed = first_reply_owed(input.world, survivor.recorded.received);
  for (const AbsorbedIssue& held : survivor.absorbed) {
    const FirstReplyOwed other = first_reply_owed(input.world, held.received);
    owed = other.due >= input.on() && other.due < owed.due ? other : owed;
  }
  return owed;
}

/// The day that followed from the issue that leaves is no longer that of the survivor.
std::optional<FirstReplyDueSet> own_first_reply(const DecisionInput& input,
                                                const IssueState& survivor) {
  const bool was_of_leaving = awaits_first_reply(survivor, input.on()) && input.issue.first_reply &&
                              survivor.first_reply->start == input.issue.first_reply->start;
  if (!was_of_leaving || !input.world.policy().exists()) {
    return std::nullopt;
  }
  const FirstReplyOwed owed = owed_without_leaving(input, survivor);
  return owed.due == survivor.first_reply->due
             ? std::nullopt
             : std::optional(FirstReplyDueSet{"unmerged", survivor.first_reply_due, owed});
}

}  // namespace

MaybeRefusal guard(const DecisionInput& input, const MergeIssue&) {
  return first_of({check_none_absorbed(input, MergeIssue::kAct), check_clock_running(input),
                   check_no_complaint(input.issue), check_calendar_adopted(input.world)});
}

MaybeRefusal guard(const DecisionInput& input, const UnmergeIssue&) {
  if (auto refusal = check_calendar_adopted(input.world)) {
    return refusal;
  }
  const bool held = is_absorbed_by(input.world.issue(*input.issue.merged_into), input.id);
  return held ? std::nullopt : MaybeRefusal(refuse(RefusalCode::not_absorbed));
}

// The survivor keeps the earlier start and its own term, so its date can only come nearer.
Decision decide(const DecisionInput& input, const MergeIssue& act) {
  if (auto refusal =
          first_of({check_not_blank("reason", act.reason), check_survivor(input, act)})) {
    return std::unexpected(*std::move(refusal));
  }
  const IssueState& into = input.world.issue(act.into);
  const WorkingCalendar& calendar = input.world.calendar().current();
  IssuesMerged merged{act.into,
                      act.issue,
                      act.reason,
                      input.issue.recorded.resident,
                      std::min(own_start(into), own_start(input.issue)),
                      std::nullopt,
                      std::nullopt,
                      calendar.version,
                      input.issue.recorded.received};
  const Emitted absorbed = input.emitted(merged);
  ResolutionClock clock = *into.clock;
  clock.start = std::min(clock.start, merged.earliest_received);
  merged.previous_due = into.effective_due;
  merged.new_due = due_date(clock, calendar);
  std::vector events{absorbed, Emitted{stream_of(act.into), merged}};
  if (auto nearer = nearer_first_reply(input, into)) {
    events.push_back({stream_of(act.into), *std::move(nearer)});
  }
  return events;
}

Decision decide(const DecisionInput& input, const UnmergeIssue& act) {
  if (auto refusal = check_not_blank("reason", act.reason)) {
    return std::unexpected(*std::move(refusal));
  }
  IssueState survivor = input.world.issue(*input.issue.merged_into);
  std::erase_if(survivor.absorbed,
                [&](const AbsorbedIssue& absorbed) { return absorbed.issue == act.issue; });
  const WorkingCalendar& calendar = input.world.calendar().current();
  IssueUnmerged unmerged{*input.issue.merged_into, act.issue,    act.reason,
                         survivor.received(),      std::nullopt, std::nullopt,
                         calendar.version};
  const Emitted absorbed = input.emitted(unmerged);
  if (survivor.clock && survivor.effective_due && !survivor.settled_on &&
      !is_ended(survivor.phase)) {
    survivor.clock->start = merged_start(survivor);
    unmerged.previous_due = survivor.effective_due;
    unmerged.new_due = due_date(*survivor.clock, calendar);
  }
  std::vector events{absorbed, Emitted{stream_of(unmerged.survivor), unmerged}};
  if (auto own = own_first_reply(input, survivor)) {
    events.push_back({stream_of(unmerged.survivor), *std::move(own)});
  }
  add_recomputations(input.world, input.context, events);
  return events;
}

}  // namespace langnghe::domain::issue
