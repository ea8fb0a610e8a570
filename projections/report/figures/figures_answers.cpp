#include "report/figures/figures_answers.hpp"

#include <algorithm>

#include <domain/deadline.hpp>

#include "report/balance.hpp"
#include "report/issue_terms.hpp"

namespace langnghe::projections::report {
namespace {

using domain::Date;

/// Silence is no verdict.
bool is_verdict(domain::Verdict verdict) {
  return verdict != domain::Verdict::no_answer && verdict != domain::Verdict::unreachable;
}

/// Pending longer than the ward itself would have for its most complex matter.
bool is_long(const Forwarding& forward, const Measure& measure) {
  const auto& policies = measure.settings.policies(measure.on);
  if (!policies.exists()) {
    return false;
  }
  const auto& term = policies.valid_on(forward.sent.day).settle_complex;
  return domain::due_date(forward.sent.day, term, measure.settings.calendar(measure.on)) <=
         measure.over;
}

bool is_over(const std::optional<Moment>& end, const Date& day) {
  return end && end->day <= day;
}

bool is_pending(const Forwarding& forward, const Date& day) {
  return !is_over(forward.told, day) && !is_over(forward.bounced, day);
}

/// The state of a promise as known at the end of that day; null while it was not made.
const PromiseFacts::Known* known_on(const PromiseFacts& promise, const Date& day) {
  const PromiseFacts::Known* known = nullptr;
  for (const auto& step : promise.known) {
    known = step.since <= day ? &step : known;
  }
  return known;
}

bool is_kept(domain::Commitment::Status status) {
  return status == domain::Commitment::Status::verified ||
         status == domain::Commitment::Status::evidence_filed;
}

}  // namespace

void AnswerFigures::count(const IssueFacts& issue) {
  count_forwards(issue);
  count_notices(issue);
  for (const auto& promise : issue.promises) {
    count_promise(issue, promise);
  }
  for (const auto& quarter : measure_.quarters) {
    count_responses(issue, quarter);
  }
  count_verdicts(issue);
}

void AnswerFigures::count_forwards(const IssueFacts& issue) {
  const auto& id = issue.id.value;
  const Forwarding* last = nullptr;
  for (const auto& forward : issue.forwards) {
    sent_.add_if(measure_.within(forward.sent), {id, forward.sent.position});
    if (measure_.within(forward.acknowledged)) {
      acknowledged_.add({id, forward.acknowledged->position});
    }
    if (measure_.within(forward.told)) {
      told_.add({id, forward.told->position});
    }
    last = forward.sent.day <= measure_.on ? &forward : last;
  }
  if (last != nullptr && is_open_on(issue.timeline, measure_.on) &&
      is_pending(*last, measure_.on)) {
    const FigureSource source(id, last->sent.position);
    pending_.add(source);
    pending_long_.add(is_long(*last, measure_), source);
  }
}

/// By what was in force on the day the notice was issued: on that day it was late or not.
void AnswerFigures::count_notices(const IssueFacts& issue) {
  const auto& id = issue.id.value;
  for (const auto& owed : issue.owed) {
    const bool reached = owed.until && owed.until->day <= measure_.on;
    owed_.add_if(owed.since.day <= measure_.on && !reached, {id, owed.since.position});
  }
  for (const auto& notice : issue.notices) {
    if (measure_.within(notice.delivered)) {
      delivered_.add({id, notice.delivered->position});
    }
    if (notice.replacement || !measure_.within(notice.issued)) {
      continue;
    }
    const FigureSource source(id, notice.issued.position);
    const auto& day = notice.issued.day;
    notices_.add(source);
    if (const auto& policies = measure_.settings.policies(day);
        notice.settled && policies.exists()) {
      const auto& term = policies.valid_on(*notice.settled).notice_after_settlement;
      on_time_.add(day <= domain::due_date(*notice.settled, term, measure_.settings.calendar(day)),
                   source);
    }
  }
}

/// Counted where its day ran out; kept or not, as known at the end of that quarter.
void AnswerFigures::count_promise(const IssueFacts& issue, const PromiseFacts& promise) {
  const auto term = ran_out(issue, promise.dues, Leaving::undone);
  if (!term) {
    return;
  }
  for (const auto& quarter : measure_.quarters) {
    if (!quarter.ran_out(term->day)) {
      continue;
    }
    const auto* known = known_on(promise, quarter.end);
    const FigureSource source(issue.id.value,
                              known == nullptr ? issue.recorded_at : known->position);
    promises_due_.add(source);
    fulfilled_.add(known != nullptr && is_kept(known->status), source);
  }
}

void AnswerFigures::count_responses(const IssueFacts& issue, const Quarter& quarter) {
  for (const auto& act : issue.acts) {
    if (act.act != Act::feedback_asked || !quarter.contains(act.at.day)) {
      continue;
    }
    const auto answer = std::ranges::find_if(issue.feedback, [&](const Feedback& feedback) {
      return feedback.asked && is_verdict(feedback.verdict) && feedback.at.day >= act.at.day &&
             feedback.at.day <= quarter.end;
    });
    const bool answered = answer != issue.feedback.end();
    responses_.add(answered, {issue.id.value, answered ? answer->at.position : act.at.position});
  }
}

void AnswerFigures::count_verdicts(const IssueFacts& issue) {
  for (const auto& feedback : issue.feedback) {
    if (!measure_.within(feedback.at) || !is_verdict(feedback.verdict)) {
      continue;
    }
    const FigureSource source(issue.id.value, feedback.at.position);
    satisfied_.add(feedback.verdict == domain::Verdict::satisfied, source);
    partly_.add(feedback.verdict == domain::Verdict::partly, source);
    dissatisfied_.add(feedback.verdict == domain::Verdict::dissatisfied, source);
    unasked_.add(!feedback.asked, source);
    if (feedback.solved) {
      not_solved_.add(!*feedback.solved, source);
    }
  }
}

void AnswerFigures::add_forwards_to(FigureList& list, const ActFigures& acts) const {
  list.add("forwarded.sent", sent_);
  list.add("forwarded.acknowledged", acknowledged_);
  list.add("forwarded.result_told", told_);
  list.add("forwarded.pending", pending_);
  list.add("forwarded.pending_long", pending_long_);
  list.add("forwarded.bounced", acts.of(Act::bounced));
  list.add("handling.refused", acts.of(Act::refused));
}

void AnswerFigures::add_notices_to(FigureList& list, const ActFigures& acts) const {
  list.add("notices.issued", notices_);
  list.add("notices.delivered", delivered_);
  list.add("notices.owed_to_merged", owed_);
  list.add("notices.deliveries", acts.of(Act::delivered));
  list.add("notices.posted", acts.of(Act::notice_posted));
  list.add("notices.delivery_failed", acts.of(Act::delivery_failed));
  list.add("notices.on_time", on_time_);
  list.add("notices.replaced", acts.of(Act::notice_replaced));
  list.add("notices.corrected", acts.of(Act::notice_corrected));
  list.add("notices.recalled", acts.of(Act::notice_recalled));
}

void AnswerFigures::add_promises_to(FigureList& list, const ActFigures& acts) const {
  list.add("promises.made", acts.of(Act::commitment_made));
  list.add("promises.due", promises_due_);
  list.add("promises.fulfilled", fulfilled_);
  list.add("promises.evidence_filed", acts.of(Act::commitment_fulfilled));
  list.add("promises.verified", acts.of(Act::commitment_verified));
  list.add("promises.disputed", acts.of(Act::commitment_disputed));
  list.add("promises.missed", acts.of(Act::commitment_missed));
  list.add("promises.revised", acts.of(Act::commitment_revised));
}

void AnswerFigures::add_feedback_to(FigureList& list, const ActFigures& acts) const {
  list.add("feedback.asked", acts.of(Act::feedback_asked));
  list.add("feedback.responses", responses_);
  list.add("feedback.satisfied", satisfied_);
  list.add("feedback.partly", partly_);
  list.add("feedback.dissatisfied", dissatisfied_);
  list.add("feedback.self_selected", unasked_);
  list.add("feedback.not_solved", not_solved_);
}

}  // namespace langnghe::projections::report
