#include "issue/round.hpp"

#include <algorithm>
#include <ranges>

namespace langnghe::domain::issue {

Date own_start(const IssueState& state) {
  for (const ClockStep& step : state.clock_steps | std::views::reverse) {
    if (step.kind == ClockStep::Kind::classified || step.kind == ClockStep::Kind::reopened) {
      return step.clock.start;
    }
  }
  return state.clock ? state.clock->start : state.recorded.received;
}

Date merged_start(const IssueState& state) {
  Date start = own_start(state);
  for (const AbsorbedIssue& absorbed : state.absorbed) {
    if (absorbed.round == state.reopenings) {
      start = std::min(start, absorbed.start);
    }
  }
  return start;
}

ResolutionClock resumed(ResolutionClock clock, const Date& on) {
  if (clock.pauses.empty()) {
    return clock;
  }
  Pause& running = clock.pauses.back();
  running.until = std::min(running.until, on);
  if (running.until <= running.from) {
    clock.pauses.pop_back();
  }
  return clock;
}

}  // namespace langnghe::domain::issue
