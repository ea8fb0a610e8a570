#include <algorithm>

#include "issue/fold.hpp"
#include "issue/round.hpp"

// An issue that is absorbed stands still: of its state only the phase changes, so that unmerging
// gives back every field and clock (domain.md rule 9).
namespace langnghe::domain::issue {
namespace {

/// An issue merged in or taken out moves the day the survivor's clock counts from, not its term.
template <class Event>
void restart_clock(IssueState& state, ClockStep::Kind kind, const Event& event, const Done& done) {
  if (!event.new_due) {
    return;
  }
  if (state.clock) {
    state.clock->start = merged_start(state);
  }
  move_due(state, kind, done, *event.new_due, 0, event.calendar_version, event.reason);
}

}  // namespace

// Only the survivor's event has dates; both clocks run when issues are merged, so it always does.
void fold(IssueState& state, const IssuesMerged& event, const Done& done) {
  if (!event.new_due) {
    state.phase_before_merge = state.phase;
    state.phase = IssuePhase::merged;
    state.merged_into = event.survivor;
    return;
  }
  const bool says_day = event.absorbed_received.ok();
  state.absorbed.push_back({event.absorbed, event.resident,
                            says_day ? event.absorbed_received : event.earliest_received,
                            state.reopenings, event.earliest_received});
  restart_clock(state, ClockStep::Kind::merged, event, done);
}

// An absorbed issue is never a survivor too, so the state tells whose event it is.
void fold(IssueState& state, const IssueUnmerged& event, const Done& done) {
  if (state.merged_into) {
    state.phase = state.phase_before_merge.value_or(state.phase);
    state.phase_before_merge.reset();
    state.merged_into.reset();
    return;
  }
  std::erase_if(state.absorbed,
                [&](const AbsorbedIssue& held) { return held.issue == event.absorbed; });
  restart_clock(state, ClockStep::Kind::unmerged, event, done);
  end_when_all_told(state, done);
}

}  // namespace langnghe::domain::issue
