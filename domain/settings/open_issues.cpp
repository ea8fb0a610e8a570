#include "settings/open_issues.hpp"

#include <utility>

#include <domain/recompute.hpp>

namespace langnghe::domain {

std::vector<StreamId> read_with(const StreamId& own, const std::vector<IssueId>& issues) {
  if (issues.empty()) {
    return {own};
  }
  std::vector<StreamId> streams{policy_stream(), calendar_stream()};
  for (const IssueId& issue : issues) {
    streams.push_back(stream_of(issue));
  }
  return streams;
}

MaybeRefusal check_open_issues(const World& world, const std::vector<IssueId>& issues) {
  for (const IssueId& issue : issues) {
    const bool exists = world.issue(issue).phase != IssuePhase::absent;
    if (auto refusal = check_exists(exists, stream_of(issue))) {
      return refusal;
    }
  }
  return check_distinct(issues);
}

void move_deadlines(const World& world, const std::vector<IssueId>& issues,
                    const PolicyState& policies, const WorkingCalendar& calendar,
                    std::vector<Emitted>& events) {
  for (const IssueId& issue : issues) {
    if (auto moved = recompute_deadlines(world.issue(issue), policies, calendar)) {
      events.push_back({stream_of(issue), *std::move(moved)});
    }
  }
}

}  // namespace langnghe::domain
