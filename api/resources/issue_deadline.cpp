#include <algorithm>
#include <optional>
#include <ranges>
#include <string>
#include <vector>

#include <projections/issues.hpp>
#include <projections/settings.hpp>

#include "reading/answer_parts.hpp"
#include "reading/issue_reading.hpp"
#include "resources/issue_resources.hpp"
#include "shapes/deadline.hpp"
#include "wire/answers.hpp"

namespace langnghe::api::resources {
namespace {

using domain::ClockStep;

/// counted in.
struct MadeWith {
  int policy_version = 0;
  std::string policy_basis;
  int calendar_version = 0;
  std::string calendar_basis;
};

/// A clock counted again from nothing but what it follows from.
struct ExplainedClock {
  domain::ResolutionClock clock;
  MadeWith made_with;
  domain::Date stored_due{};
  domain::Deadline explained;
  [[nodiscard]] bool matches() const { return explained.due == stored_due; }
};

/// One move of the resolution deadline, counted again with what it was made with.
struct ExplainedStep {
  domain::ClockStep step;
  ExplainedClock counted;
};

struct ExplainedDeadline {
  domain::IssueId issue;
  std::optional<domain::Date> original_due;
  std::optional<domain::Date> effective_due;
  std::optional<ExplainedClock> first_reply;
  std::optional<domain::Date> first_reply_on;
  bool classified = false;           ///< before, another term may be named
  std::vector<ExplainedStep> moves;  ///< the last one's clock is the running one
  std::optional<domain::Date> paused_until;
  /// Taken over with the list the issue comes from: it is the first date, and no tables made it.
  std::optional<domain::Date> agreed_in_list;
  bool matches = false;  ///< every move's date, each one going on from the one before, and the sum
};

/// The calendars and policies there ever were: a date is explained by those it was made with.
struct Settings {
  domain::CalendarState calendars;
  domain::PolicyState policies;
};

ExplainedClock explain(const Settings& settings, const domain::ResolutionClock& clock,
                       int policy_version, int calendar_version, const domain::Date& due) {
  static const domain::WorkingCalendar kWeekendsOnly;
  const auto* calendar = settings.calendars.find(calendar_version);
  const auto* policy = settings.policies.find(policy_version);
  ExplainedClock counted;
  counted.clock = clock;
  counted.made_with = {policy_version, policy == nullptr ? std::string{} : policy->basis,
                       calendar_version, calendar == nullptr ? std::string{} : calendar->basis};
  counted.stored_due = due;
  counted.explained =
      domain::explain_deadline(clock, calendar == nullptr ? kWeekendsOnly : *calendar);
  return counted;
}

/// The first-reply date with one pair of versions; nothing where no such policy was.
std::optional<ExplainedClock> first_reply_with(const Settings& settings,
                                               const domain::FirstReplyOwed& owed,
                                               int policy_version, int calendar_version) {
  const auto* policy = settings.policies.find(policy_version);
  if (policy == nullptr) {
    return std::nullopt;
  }
  domain::ResolutionClock clock;
  clock.start = owed.start;
  clock.term = policy->first_reply;
  return explain(settings, clock, policy_version, calendar_version, owed.due);
}

/// By the versions of its own. A record from before those were kept may not know which policy moved
/// it: the newest pair that gives its day explains it.
std::optional<ExplainedClock> explain_first_reply(const Settings& settings,
                                                  const domain::IssueState& issue) {
  if (!issue.first_reply) {
    return std::nullopt;
  }
  const auto& owed = *issue.first_reply;
  const auto own = first_reply_with(settings, owed, owed.policy_version, owed.calendar_version);
  if (own && own->matches()) {
    return own;
  }
  for (const auto& [calendar_version, calendar] :
       settings.calendars.versions | std::views::reverse) {
    for (const auto& [policy_version, policy] : settings.policies.versions | std::views::reverse) {
      auto counted = first_reply_with(settings, owed, policy_version, calendar_version);
      if (counted && counted->matches()) {
        return counted;
      }
    }
  }
  return own;
}

/// Each move goes on from where the one before ended, and the last end is the date in force.
bool adds_up(const ExplainedDeadline& deadline) {
  const auto& moves = deadline.moves;
  for (std::size_t i = 0; i < moves.size(); ++i) {
    const auto& previous = moves[i].step.previous_due;
    const bool chained = !previous || (i > 0 && *previous == moves[i - 1].step.due);
    if (!moves[i].counted.matches() || !chained) {
      return false;
    }
  }
  const auto& agreed = deadline.agreed_in_list;
  const auto first = agreed || moves.empty() ? agreed : std::optional(moves.front().step.due);
  const bool first_fits = deadline.original_due == first;
  const bool last_fits =
      deadline.effective_due == (moves.empty() ? agreed : std::optional(moves.back().step.due));
  return first_fits && last_fits && (!deadline.first_reply || deadline.first_reply->matches());
}

ExplainedDeadline deadline_of(const Settings& settings, const domain::IssueId& id,
                              const domain::IssueState& issue) {
  ExplainedDeadline deadline;
  deadline.issue = id;
  deadline.original_due = issue.original_due;
  deadline.effective_due = issue.effective_due;
  deadline.first_reply = explain_first_reply(settings, issue);
  deadline.first_reply_on = issue.first_reply_on;
  deadline.classified = issue.classification.has_value();
  for (const auto& step : issue.clock_steps) {
    deadline.moves.push_back({step, explain(settings, step.clock, step.policy_version,
                                            step.calendar_version, step.due)});
  }
  if (issue.recorded.origin) {
    deadline.agreed_in_list = issue.recorded.origin->agreed_due;
  }
  if (issue.paused) {
    deadline.paused_until = issue.paused->until;
  }
  deadline.matches = adds_up(deadline);
  return deadline;
}

shapes::MadeWith shape_of(const MadeWith& made_with) {
  return {{made_with.policy_version, made_with.policy_basis},
          {made_with.calendar_version, made_with.calendar_basis}};
}

/// Day by day, with the days that did not count and those an extension added.
shapes::Clock shape_of(const ExplainedClock& counted) {
  const auto& clock = counted.clock;
  return {shape_of(counted.made_with),
          clock.start,
          clock.term,
          clock.agreed_due,
          clock.extensions,
          clock.pauses,
          counted.stored_due,
          counted.explained.due,
          counted.matches(),
          counted.explained.provisional,
          counted.explained.days};
}

shapes::ClockStep shape_of(const ExplainedStep& move) {
  const auto& step = move.step;
  return {shape_of(move.counted.made_with),
          step.kind,
          step.on,
          step.previous_due,
          step.due,
          step.reason,
          move.counted.explained.due,
          move.counted.matches()};
}

/// Once it is given, its day moves no more.
bool is_first_reply_provisional(const ExplainedDeadline& deadline) {
  return deadline.first_reply && !deadline.first_reply_on &&
         (!deadline.classified || deadline.first_reply->explained.provisional);
}

shapes::ResolutionDeadline resolution_of(const ExplainedDeadline& deadline) {
  shapes::ResolutionDeadline shape;
  shape.original_due = deadline.original_due;
  shape.agreed_in_list = deadline.agreed_in_list;
  shape.effective_due = deadline.effective_due;
  shape.paused_until = deadline.paused_until;
  if (!deadline.moves.empty()) {
    shape.clock = shape_of(deadline.moves.back().counted);
  }
  for (const auto& move : deadline.moves) {
    shape.steps.push_back(shape_of(move));
  }
  shape.matches = deadline.matches;
  return shape;
}

shapes::Deadline shape_of(const Call& call, const Reading& reading,
                          const ExplainedDeadline& deadline) {
  shapes::Deadline shape;
  shape.head = head_of(call, reading, {projections::issues::definition()});
  shape.id = deadline.issue;
  if (deadline.first_reply) {
    shape.first_reply = {shape_of(*deadline.first_reply), deadline.first_reply_on};
    shape.first_reply->clock.provisional = is_first_reply_provisional(deadline);
  }
  shape.resolution = resolution_of(deadline);
  const auto* running = deadline.moves.empty() ? nullptr : &deadline.moves.back().counted;
  const auto* basis = running == nullptr && deadline.first_reply ? &*deadline.first_reply : running;
  if (basis != nullptr) {
    shape.basis = {basis->made_with.policy_version, basis->made_with.policy_basis};
  }
  shape.matches = deadline.matches;
  shape.provisional = is_first_reply_provisional(deadline) ||
                      (running != nullptr && running->explained.provisional);
  return shape;
}

}  // namespace

// GET …/issues/{id}/deadline: domain.md rule 4, a deadline explains itself.
Reply get_issue_deadline(Call& call) {
  auto found = open_issue(call);
  if (!found) {
    return fail(std::move(found.error()));
  }
  const auto& [reading, row] = *found;
  const Settings settings{projections::settings::calendar(*reading.snapshot).state,
                          projections::settings::policy(*reading.snapshot).state};
  return resource_answer(
      call, reading, row.version,
      wire::text(shape_of(call, reading, deadline_of(settings, row.id, row.state))));
}

}  // namespace langnghe::api::resources
