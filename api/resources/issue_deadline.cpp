#include <algorithm>
#include <ranges>

#include <projections/settings.hpp>

#include "reading/issue_reading.hpp"
#include "resources/issue_resources.hpp"
#include "wire/deadline_json.hpp"

namespace langnghe::api::resources {
namespace {

using domain::ClockStep;

/// The calendars and policies there ever were: a date is explained by those it was made with.
struct Settings {
  domain::CalendarState calendars;
  domain::PolicyState policies;
};

wire::ExplainedClock explain(const Settings& settings, const domain::ResolutionClock& clock,
                             int policy_version, int calendar_version, const domain::Date& due) {
  static const domain::WorkingCalendar kWeekendsOnly;
  const auto* calendar = settings.calendars.find(calendar_version);
  const auto* policy = settings.policies.find(policy_version);
  wire::ExplainedClock counted;
  counted.clock = clock;
  counted.made_with = {policy_version, policy == nullptr ? std::string{} : policy->basis,
                       calendar_version, calendar == nullptr ? std::string{} : calendar->basis};
  counted.stored_due = due;
  counted.explained =
      domain::explain_deadline(clock, calendar == nullptr ? kWeekendsOnly : *calendar);
  return counted;
}

/// The first-reply date with one pair of versions; nothing where no such policy was.
std::optional<wire::ExplainedClock> first_reply_with(const Settings& settings,
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
std::optional<wire::ExplainedClock> explain_first_reply(const Settings& settings,
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
bool adds_up(const wire::ExplainedDeadline& deadline) {
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

wire::ExplainedDeadline deadline_of(const Settings& settings, const domain::IssueId& id,
                                    const domain::IssueState& issue) {
  wire::ExplainedDeadline deadline;
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
      wire::issue_deadline(call, reading, deadline_of(settings, row.id, row.state)));
}

}  // namespace langnghe::api::resources
