#include <algorithm>

#include <projections/settings.hpp>

#include "issue_reading.hpp"
#include "resources/issue_resources.hpp"
#include "wire/issue_json.hpp"

namespace langnghe::api::resources {
namespace {

using domain::ClockStep;

/// The calendars and policies there ever were: a step is explained by those it was made with.
struct Settings {
  domain::CalendarState calendars;
  domain::PolicyState policies;
};

wire::ExplainedStep explain(const Settings& settings, std::string kind, const ClockStep& step) {
  static const domain::WorkingCalendar kWeekendsOnly;
  const auto* calendar = settings.calendars.find(step.calendar_version);
  const auto* policy = settings.policies.find(step.policy_version);
  wire::ExplainedStep explained;
  explained.kind = std::move(kind);
  explained.start = step.start;
  explained.term = step.term;
  explained.stored_due = step.due;
  explained.policy_version = step.policy_version;
  explained.policy_basis = policy == nullptr ? std::string{} : policy->basis;
  explained.calendar_version = step.calendar_version;
  explained.calendar_basis = calendar == nullptr ? std::string{} : calendar->basis;
  explained.explained = domain::explain_deadline(step.start, step.term,
                                                 calendar == nullptr ? kWeekendsOnly : *calendar);
  return explained;
}

std::optional<wire::ExplainedStep> explain_first_reply(const Settings& settings,
                                                       const domain::IssueState& issue) {
  if (!issue.classification) {
    return std::nullopt;
  }
  const auto& given = *issue.classification;
  const auto* policy = settings.policies.find(given.policy_version);
  if (policy == nullptr) {
    return std::nullopt;
  }
  const ClockStep step{ClockStep::Kind::classified, issue.recorded.received,
                       policy->first_reply,         given.first_reply_due,
                       given.policy_version,        given.calendar_version};
  return explain(settings, "first_reply", step);
}

/// Each extension begins where the step before it ended, and the last end is the date in force.
bool adds_up(const wire::ExplainedDeadline& deadline) {
  const auto& steps = deadline.resolution;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const bool chained =
        steps[i].kind != "extended" || (i > 0 && steps[i].start == steps[i - 1].stored_due);
    if (!steps[i].matches() || !chained) {
      return false;
    }
  }
  const bool first_fits =
      steps.empty() ? !deadline.original_due : deadline.original_due == steps.front().stored_due;
  const bool last_fits =
      steps.empty() ? !deadline.effective_due : deadline.effective_due == steps.back().stored_due;
  return first_fits && last_fits && (!deadline.first_reply || deadline.first_reply->matches());
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
  const auto& issue = row.state;
  wire::ExplainedDeadline deadline;
  deadline.issue = row.id;
  deadline.original_due = issue.original_due;
  deadline.effective_due = issue.effective_due;
  deadline.first_reply = explain_first_reply(settings, issue);
  deadline.first_reply_on = issue.first_reply_on;
  for (const auto& step : issue.clock) {
    deadline.resolution.push_back(explain(settings, std::string(domain::to_text(step.kind)), step));
  }
  if (issue.classification) {
    deadline.policy_version = issue.classification->policy_version;
    const auto* policy = settings.policies.find(deadline.policy_version);
    deadline.basis = policy == nullptr ? std::string{} : policy->basis;
  }
  deadline.matches = adds_up(deadline);
  deadline.provisional = std::ranges::any_of(
      deadline.resolution,
      [](const wire::ExplainedStep& step) { return step.explained.provisional; });
  return resource_answer(call, reading, row.version, true,
                         wire::issue_deadline(call, reading, deadline));
}

}  // namespace langnghe::api::resources
