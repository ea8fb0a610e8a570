#include "figures_issues.hpp"

#include <utility>

#include <domain/deadline.hpp>

#include "balance.hpp"

namespace langnghe::projections::report {

using domain::Date;
using domain::Ending;

IssueFigures::IssueFigures(const domain::Period& period, const Date& last_day,
                           domain::PolicyState policies, domain::WorkingCalendar calendar)
    : period_(period),
      last_day_(last_day),
      policies_(std::move(policies)),
      calendar_(std::move(calendar)) {}

void IssueFigures::count(const IssueFacts& issue) {
  count_origin(issue);
  count_first_reply(issue);
  count_settlement(issue);
  count_overdue(issue);
  add_days(extensions_, issue, issue.extensions);
  count_forwards(issue);
  count_notices(issue);
  count_feedback(issue);
}

void IssueFigures::add_days(Tally& tally, const IssueFacts& issue,
                            const std::vector<Date>& days) const {
  for (const auto& day : days) {
    tally.add_if(period_.contains(day), issue.id.value);
  }
}

/// How an issue left its dialogue is its first ending; those that did not end there were taken
/// away, except what left for a legal procedure (domain.md rule 2).
void IssueFigures::count_origin(const IssueFacts& issue) {
  const auto& id = issue.id.value;
  for (const auto& step : issue.timeline) {
    const bool within = period_.contains(step.day);
    reopened_.add_if(within && step.kind == Transition::Kind::reopened, id);
    if (within && step.kind == Transition::Kind::ended && step.ending == Ending::handed_over) {
      (issue.is_denunciation() ? denunciations_ : complaints_).add(id);
    }
  }
  if (issue.timeline.empty() || !period_.contains(issue.timeline.front().day)) {
    return;
  }
  fresh_.add(id);
  pressing_.add_if(issue.state.recorded.pressing, id);
  const auto ending = first_ending(issue.timeline);
  on_the_spot_.add_if(ending == Ending::answered_on_the_spot, id);
  noted_.add_if(ending == Ending::noted, id);
  taken_away_.add_if(
      !ending || *ending == Ending::settled || *ending == Ending::external_result_told, id);
}

void IssueFigures::count_first_reply(const IssueFacts& issue) {
  if (!issue.state.classification) {
    return;
  }
  const auto& due = issue.state.classification->first_reply_due;
  const auto& given = issue.state.first_reply_on;
  const bool given_within = given && period_.contains(*given);
  const bool due_within = period_.contains(due) && (given || due <= last_day_);
  if (given_within || due_within) {
    reply_measured_.add(issue.id.value);
    reply_on_time_.add_if(given && *given <= due, issue.id.value);
  }
}

void IssueFigures::count_settlement(const IssueFacts& issue) {
  for (const auto& round : issue.rounds) {
    if (round.settled_on && period_.contains(*round.settled_on)) {
      settled_.add(issue.id.value);
      on_time_original_.add_if(*round.settled_on <= round.dues.front().due, issue.id.value);
      on_time_effective_.add_if(*round.settled_on <= round.dues.back().due, issue.id.value);
    }
  }
}

/// By what was due as seen at the end of the last day: an extension approved later changes nothing.
void IssueFigures::count_overdue(const IssueFacts& issue) {
  if (!is_open_on(issue.timeline, last_day_)) {
    return;
  }
  open_.add(issue.id.value);
  const Round* running = nullptr;
  for (const auto& round : issue.rounds) {
    running = round.began <= last_day_ ? &round : running;
  }
  if (running == nullptr || (running->settled_on && *running->settled_on <= last_day_)) {
    return;
  }
  Date due = running->dues.front().due;
  for (const auto& step : running->dues) {
    due = step.since <= last_day_ ? step.due : due;
  }
  overdue_.add_if(due <= last_day_, issue.id.value);
}

void IssueFigures::count_forwards(const IssueFacts& issue) {
  const auto& id = issue.id.value;
  for (const auto& forward : issue.forwards) {
    sent_.add_if(period_.contains(forward.sent), id);
    acknowledged_.add_if(forward.acknowledged && period_.contains(*forward.acknowledged), id);
    told_.add_if(forward.told && period_.contains(*forward.told), id);
  }
  if (!issue.forwards.empty()) {
    const auto& last = issue.forwards.back();
    pending_.add_if(is_open_on(issue.timeline, last_day_) && last.sent <= last_day_ &&
                        (!last.told || *last.told > last_day_),
                    id);
  }
}

bool IssueFigures::is_on_time(const NoticeFacts& notice) const {
  const auto& term = policies_.valid_on(*notice.settled).notice_after_settlement;
  return notice.issued <= domain::due_date(*notice.settled, term, calendar_);
}

void IssueFigures::count_notices(const IssueFacts& issue) {
  const auto& id = issue.id.value;
  for (const auto& notice : issue.notices) {
    delivered_.add_if(notice.delivered && period_.contains(*notice.delivered), id);
    if (!period_.contains(notice.issued)) {
      continue;
    }
    notices_.add(id);
    if (notice.settled && policies_.exists()) {
      notices_measured_.add(id);
      notices_on_time_.add_if(is_on_time(notice), id);
    }
  }
}

void IssueFigures::count_feedback(const IssueFacts& issue) {
  const auto& id = issue.id.value;
  add_days(asked_, issue, issue.asked);
  for (const auto& feedback : issue.feedback) {
    if (!period_.contains(feedback.on) || feedback.verdict == domain::Verdict::no_answer ||
        feedback.verdict == domain::Verdict::unreachable) {
      continue;  // silence is no verdict
    }
    answered_.add(id);
    satisfied_.add_if(feedback.verdict == domain::Verdict::satisfied, id);
    partly_.add_if(feedback.verdict == domain::Verdict::partly, id);
    dissatisfied_.add_if(feedback.verdict == domain::Verdict::dissatisfied, id);
  }
}

void IssueFigures::add_to(FigureList& list) const {
  list.add("issues.new", fresh_);
  list.add("issues.answered_on_the_spot", on_the_spot_, fresh_.value);
  list.add("issues.noted", noted_, fresh_.value);
  list.add("issues.taken_away", taken_away_, fresh_.value);
  list.add("issues.handed_over_complaints", complaints_);
  list.add("issues.handed_over_denunciations", denunciations_);
  list.add("issues.pressing", pressing_, fresh_.value);
  list.add("time.first_reply_on_time", reply_on_time_, reply_measured_.value);
  list.add("time.resolution_on_time_original", on_time_original_, settled_.value);
  list.add("time.resolution_on_time_effective", on_time_effective_, settled_.value);
  list.add("time.overdue_open", overdue_, open_.value);
  list.add("time.extensions_approved", extensions_);
  list.add("forwarded.sent", sent_);
  list.add("forwarded.acknowledged", acknowledged_);
  list.add("forwarded.result_told", told_);
  list.add("forwarded.pending", pending_);
  list.add("notices.issued", notices_);
  list.add("notices.delivered", delivered_);
  list.add("notices.on_time", notices_on_time_, notices_measured_.value);
  list.add("feedback.asked", asked_);
  list.add("feedback.satisfied", satisfied_, answered_.value);
  list.add("feedback.partly", partly_, answered_.value);
  list.add("feedback.dissatisfied", dissatisfied_, answered_.value);
  list.add("issues.reopened", reopened_);
}

}  // namespace langnghe::projections::report
