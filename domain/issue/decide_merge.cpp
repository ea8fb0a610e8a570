#include <algorithm>

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
  if (auto refusal = first_of({check_other_runs(into, act.into), check_clock_running(matter)})) {
    return refusal;
  }
  if (into.recorded.khom != matter.issue.recorded.khom) {
    return refuse(RefusalCode::different_khom);
  }
  return first_of({check_no_complaint(matter.issue), check_no_complaint(into)});
}

}  // namespace

// The survivor keeps the earlier start and its own term, so its date can only come nearer.
Decision decide(const Matter& matter, const MergeIssue& act) {
  if (auto refusal = first_of(
          {check_not_blank("reason", act.reason), check_none_absorbed(matter, MergeIssue::kAct),
           check_survivor(matter, act), check_calendar_adopted(matter.world)})) {
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
                      calendar.version};
  const Emitted absorbed = matter.emitted(merged);
  ResolutionClock clock = *into.clock;
  clock.start = std::min(clock.start, merged.earliest_received);
  merged.previous_due = into.effective_due;
  merged.new_due = due_date(clock, calendar);
  return std::vector{absorbed, Emitted{stream_of(act.into), merged}};
}

Decision decide(const Matter& matter, const UnmergeIssue& act) {
  if (auto refusal =
          first_of({check_not_blank("reason", act.reason), check_calendar_adopted(matter.world)})) {
    return std::unexpected(*std::move(refusal));
  }
  IssueState survivor = matter.world.issue(*matter.issue.merged_into);
  const auto held = std::erase_if(survivor.absorbed, [&](const AbsorbedIssue& absorbed) {
    return absorbed.issue == act.issue;
  });
  if (held == 0) {
    return std::unexpected(refuse(RefusalCode::not_absorbed));
  }
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
  add_recomputations(matter.world, matter.context, events);
  return events;
}

}  // namespace langnghe::domain::issue
