#include <algorithm>

#include "issue/first_reply.hpp"
#include "issue/marks.hpp"
#include "issue/matter.hpp"
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

MaybeRefusal check_survivor(const Matter& matter, const MergeIssue& act) {
  if (act.into.empty()) {
    return value_required("into");
  }
  if (act.into == act.issue) {
    return refuse(RefusalCode::same_issue);
  }
  const IssueState& into = matter.world.issue(act.into);
  if (auto refusal = check_other_runs(into, act.into)) {
    return refusal;
  }
  if (into.recorded.khom != matter.issue.recorded.khom) {
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
std::optional<FirstReplyDueSet> nearer_first_reply(const Matter& matter, const IssueState& into) {
  if (!awaits_first_reply(into, matter.on()) || !awaits_first_reply(matter.issue, matter.on()) ||
      matter.issue.first_reply->due >= into.first_reply->due) {
    return std::nullopt;
  }
  return FirstReplyDueSet{"merged", into.first_reply_due, *matter.issue.first_reply};
}

/// The first reply owed from the earliest receipt of the survivor and of the issues that stay
/// merged into it, as far as they were not late: a late issue moved no day.
FirstReplyOwed owed_without_leaving(const Matter& matter, const IssueState& survivor) {
  FirstReplyOwed owed = first_reply_owed(matter.world, survivor.recorded.received);
  for (const AbsorbedIssue& held : survivor.absorbed) {
    const FirstReplyOwed other = first_reply_owed(matter.world, held.received);
    owed = other.due >= matter.on() && other.due < owed.due ? other : owed;
  }
  return owed;
}

/// The day that followed from the issue that leaves is no longer that of the survivor.
std::optional<FirstReplyDueSet> own_first_reply(const Matter& matter, const IssueState& survivor) {
  const bool was_of_leaving = awaits_first_reply(survivor, matter.on()) &&
                              matter.issue.first_reply &&
                              survivor.first_reply->start == matter.issue.first_reply->start;
  if (!was_of_leaving || !matter.world.policy().exists()) {
    return std::nullopt;
  }
  const FirstReplyOwed owed = owed_without_leaving(matter, survivor);
  return owed.due == survivor.first_reply->due
             ? std::nullopt
             : std::optional(FirstReplyDueSet{"unmerged", survivor.first_reply_due, owed});
}

}  // namespace

MaybeRefusal guard(const Matter& matter, const MergeIssue&) {
  return first_of({check_none_absorbed(matter, MergeIssue::kAct), check_clock_running(matter),
                   check_no_complaint(matter.issue), check_calendar_adopted(matter.world)});
}

MaybeRefusal guard(const Matter& matter, const UnmergeIssue&) {
  if (auto refusal = check_calendar_adopted(matter.world)) {
    return refusal;
  }
  const bool held = is_absorbed_by(matter.world.issue(*matter.issue.merged_into), matter.id);
  return held ? std::nullopt : MaybeRefusal(refuse(RefusalCode::not_absorbed));
}

// The survivor keeps the earlier start and its own term, so its date can only come nearer.
Decision decide(const Matter& matter, const MergeIssue& act) {
  if (auto refusal =
          first_of({check_not_blank("reason", act.reason), check_survivor(matter, act)})) {
    return std::unexpected(*std::move(refusal));
  }
  const IssueState& into = matter.world.issue(act.into);
  const WorkingCalendar& calendar = matter.world.calendar().current();
  IssuesMerged merged{act.into,
                      act.issue,
                      act.reason,
                      matter.issue.recorded.resident,
                      std::min(own_start(into), own_start(matter.issue)),
                      std::nullopt,
                      std::nullopt,
                      calendar.version,
                      matter.issue.recorded.received};
  const Emitted absorbed = matter.emitted(merged);
  ResolutionClock clock = *into.clock;
  clock.start = std::min(clock.start, merged.earliest_received);
  merged.previous_due = into.effective_due;
  merged.new_due = due_date(clock, calendar);
  std::vector events{absorbed, Emitted{stream_of(act.into), merged}};
  if (auto nearer = nearer_first_reply(matter, into)) {
    events.push_back({stream_of(act.into), *std::move(nearer)});
  }
  return events;
}

Decision decide(const Matter& matter, const UnmergeIssue& act) {
  if (auto refusal = check_not_blank("reason", act.reason)) {
    return std::unexpected(*std::move(refusal));
  }
  IssueState survivor = matter.world.issue(*matter.issue.merged_into);
  std::erase_if(survivor.absorbed,
                [&](const AbsorbedIssue& absorbed) { return absorbed.issue == act.issue; });
  const WorkingCalendar& calendar = matter.world.calendar().current();
  IssueUnmerged unmerged{*matter.issue.merged_into, act.issue,    act.reason,
                         survivor.received(),       std::nullopt, std::nullopt,
                         calendar.version};
  const Emitted absorbed = matter.emitted(unmerged);
  if (survivor.clock && survivor.effective_due && !survivor.settled_on &&
      !is_ended(survivor.phase)) {
    survivor.clock->start = merged_start(survivor);
    unmerged.previous_due = survivor.effective_due;
    unmerged.new_due = due_date(*survivor.clock, calendar);
  }
  std::vector events{absorbed, Emitted{stream_of(unmerged.survivor), unmerged}};
  if (auto own = own_first_reply(matter, survivor)) {
    events.push_back({stream_of(unmerged.survivor), *std::move(own)});
  }
  add_recomputations(matter.world, matter.context, events);
  return events;
}

}  // namespace langnghe::domain::issue
