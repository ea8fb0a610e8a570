#include "report/dictionary2/figures_answers.hpp"

#include <algorithm>

#include <domain/deadline.hpp>

#include "report/balance.hpp"

namespace langnghe::projections::report::second {
namespace {

/// Silence is no verdict.
bool is_verdict(domain::Verdict verdict) {
  return verdict != domain::Verdict::no_answer && verdict != domain::Verdict::unreachable;
}

}  // namespace

void AnswerFigures::count(const IssueFacts& issue) {
  count_forwards(issue);
  count_notices(issue);
  count_promises(issue);
  count_feedback(issue);
}

/// Pending longer than the ward itself would have for its most complex matter.
bool AnswerFigures::is_long(const Forwarding& forward) const {
  if (!measure_.policies.exists()) {
    return false;
  }
  const auto& term = measure_.policies.valid_on(forward.sent.day).settle_complex;
  return domain::due_date(forward.sent.day, term, measure_.calendar) < measure_.last_day;
}

void AnswerFigures::count_forwards(const IssueFacts& issue) {
  const auto& id = issue.id.value;
  for (const auto& forward : issue.forwards) {
    sent_.add_if(measure_.within(forward.sent), {id, forward.sent.position});
    if (measure_.within(forward.acknowledged)) {
      acknowledged_.add({id, forward.acknowledged->position});
    }
    if (measure_.within(forward.told)) {
      told_.add({id, forward.told->position});
    }
  }
  if (issue.forwards.empty() || !is_open_on(issue.timeline, measure_.last_day)) {
    return;
  }
  const auto& last = issue.forwards.back();
  const auto is_over = [&](const std::optional<Moment>& end) {
    return end && end->day <= measure_.last_day;
  };
  if (last.sent.day <= measure_.last_day && !is_over(last.told) && !is_over(last.bounced)) {
    const FigureSource source(id, last.sent.position);
    pending_.add(source);
    pending_long_.add_if(is_long(last), source);
  }
}

bool AnswerFigures::is_on_time(const NoticeFacts& notice) const {
  const auto& term = measure_.policies.valid_on(*notice.settled).notice_after_settlement;
  return notice.issued.day <= domain::due_date(*notice.settled, term, measure_.calendar);
}

void AnswerFigures::count_notices(const IssueFacts& issue) {
  const auto& id = issue.id.value;
  for (const auto& notice : issue.notices) {
    if (measure_.within(notice.delivered)) {
      delivered_.add({id, notice.delivered->position});
    }
    if (notice.replacement || !measure_.within(notice.issued)) {
      continue;
    }
    const FigureSource source(id, notice.issued.position);
    notices_.add(source);
    if (notice.settled && measure_.policies.exists()) {
      notices_measured_.add(source);
      notices_on_time_.add_if(is_on_time(notice), source);
    }
  }
}

/// By the day a promise is due as it stands, once that day is over.
void AnswerFigures::count_promises(const IssueFacts& issue) {
  for (const auto& commitment : issue.state.commitments) {
    if (!measure_.within(commitment.due) || commitment.due > measure_.last_day) {
      continue;
    }
    const auto record = issue.promised_at.find(commitment.id);
    const FigureSource source(
        issue.id.value, record == issue.promised_at.end() ? issue.recorded_at : record->second);
    promises_due_.add(source);
    promises_fulfilled_.add_if(commitment.status == domain::Commitment::Status::verified ||
                                   commitment.status == domain::Commitment::Status::evidence_filed,
                               source);
  }
}

void AnswerFigures::count_feedback(const IssueFacts& issue) {
  const auto& id = issue.id.value;
  for (const auto& act : issue.acts) {
    if (act.act != Act::feedback_asked || !measure_.within(act.at)) {
      continue;
    }
    const auto answer = std::ranges::find_if(issue.feedback, [&](const Feedback& feedback) {
      return feedback.asked && is_verdict(feedback.verdict) && feedback.at.day >= act.at.day &&
             feedback.at.day <= measure_.last_day;
    });
    if (answer != issue.feedback.end()) {
      responses_.add({id, answer->at.position});
    }
  }
  for (const auto& feedback : issue.feedback) {
    if (!measure_.within(feedback.at) || !is_verdict(feedback.verdict)) {
      continue;
    }
    const FigureSource source(id, feedback.at.position);
    answered_.add(source);
    satisfied_.add_if(feedback.verdict == domain::Verdict::satisfied, source);
    partly_.add_if(feedback.verdict == domain::Verdict::partly, source);
    dissatisfied_.add_if(feedback.verdict == domain::Verdict::dissatisfied, source);
    unasked_.add_if(!feedback.asked, source);
    said_.add_if(feedback.solved.has_value(), source);
    not_solved_.add_if(feedback.solved == false, source);
  }
}

void AnswerFigures::add_forwards_to(FigureList& list, const ActFigures& acts) const {
  list.add("forwarded.sent", sent_);
  list.add("forwarded.acknowledged", acknowledged_);
  list.add("forwarded.result_told", told_);
  list.add("forwarded.pending", pending_);
  list.add("forwarded.pending_long", pending_long_, pending_.value);
  list.add("forwarded.bounced", acts.of(Act::bounced));
  list.add("handling.refused", acts.of(Act::refused));
}

void AnswerFigures::add_notices_to(FigureList& list, const ActFigures& acts) const {
  list.add("notices.issued", notices_);
  list.add("notices.delivered", delivered_);
  list.add("notices.deliveries", acts.of(Act::delivered));
  list.add("notices.posted", acts.of(Act::notice_posted));
  list.add("notices.delivery_failed", acts.of(Act::delivery_failed));
  list.add("notices.on_time", notices_on_time_, notices_measured_.value);
  list.add("notices.replaced", acts.of(Act::notice_replaced));
  list.add("notices.corrected", acts.of(Act::notice_corrected));
  list.add("notices.recalled", acts.of(Act::notice_recalled));
}

void AnswerFigures::add_promises_to(FigureList& list, const ActFigures& acts) const {
  list.add("promises.made", acts.of(Act::commitment_made));
  list.add("promises.due", promises_due_);
  list.add("promises.fulfilled", promises_fulfilled_, promises_due_.value);
  list.add("promises.evidence_filed", acts.of(Act::commitment_fulfilled));
  list.add("promises.verified", acts.of(Act::commitment_verified));
  list.add("promises.disputed", acts.of(Act::commitment_disputed));
  list.add("promises.missed", acts.of(Act::commitment_missed));
  list.add("promises.revised", acts.of(Act::commitment_revised));
}

void AnswerFigures::add_feedback_to(FigureList& list, const ActFigures& acts) const {
  const auto& asked = acts.of(Act::feedback_asked);
  list.add("feedback.asked", asked);
  list.add("feedback.responses", responses_, asked.value);
  list.add("feedback.satisfied", satisfied_, answered_.value);
  list.add("feedback.partly", partly_, answered_.value);
  list.add("feedback.dissatisfied", dissatisfied_, answered_.value);
  list.add("feedback.self_selected", unasked_, answered_.value);
  list.add("feedback.not_solved", not_solved_, said_.value);
}

}  // namespace langnghe::projections::report::second
