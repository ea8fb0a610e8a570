#include "report/issue_terms.hpp"

#include <algorithm>
#include <cstddef>
#include <set>

namespace langnghe::projections::report {
namespace {

using domain::Date;
using domain::Ending;

bool leaves(const Transition& step, Leaving leaving) {
  if (step.kind != Transition::Kind::ended) {
    return false;
  }
  switch (step.ending) {
    case Ending::voided:
    case Ending::withdrawn:
    case Ending::merged:
    case Ending::handed_over:
      return true;
    case Ending::split:
    case Ending::noted:
    case Ending::answered_on_the_spot:
      return leaving == Leaving::unanswered;
    case Ending::settled:
    case Ending::external_result_told:
    case Ending::refused:
      return false;
  }
  return false;
}

}  // namespace

IssueFacts as_counted(IssueFacts issue) {
  if (!issue.split_on) {
    return issue;
  }
  const auto not_before = [&](Date& day) { day = std::max(day, *issue.split_on); };
  for (auto& step : issue.timeline) {
    not_before(step.day);
  }
  for (auto& step : issue.phases) {
    not_before(step.day);
  }
  for (auto& step : issue.attributes) {
    not_before(step.since);
  }
  for (auto& step : issue.reply_dues) {
    not_before(step.since);
  }
  return issue;
}

std::optional<Date> away_since(const IssueFacts& issue, Leaving leaving, const Date& day) {
  std::optional<Date> since;
  for (const auto& step : issue.timeline) {
    if (step.day > day) {
      break;
    }
    if (!leaves(step, leaving)) {
      since.reset();
    } else if (!since) {
      since = step.day;
    }
  }
  return since;
}

bool is_away(const IssueFacts& issue, Leaving leaving, const Date& day) {
  return away_since(issue, leaving, day).has_value();
}

std::optional<Date> due_on(const std::vector<DueStep>& dues, const Date& day) {
  std::optional<Date> due;
  for (const auto& step : dues) {
    due = step.since <= day ? step.due : due;
  }
  return due;
}

std::optional<ExpiredTerm> ran_out(const IssueFacts& issue, const std::vector<DueStep>& dues,
                                   Leaving leaving) {
  if (dues.empty()) {
    return std::nullopt;
  }
  // Between two of these days neither the term nor the issue's being there changes.
  std::set<Date> changes;
  for (const auto& step : dues) {
    changes.insert(step.since);
  }
  for (const auto& step : issue.timeline) {
    changes.insert(step.day);
  }
  for (auto change = changes.begin(); change != changes.end(); ++change) {
    const auto due = due_on(dues, *change);
    if (!due || is_away(issue, leaving, *change)) {
      continue;
    }
    const auto day = std::max(*change, *due);
    const auto next = std::next(change);
    if (next == changes.end() || day < *next) {
      return ExpiredTerm{.day = day, .due = *due};
    }
  }
  return std::nullopt;
}

}  // namespace langnghe::projections::report
