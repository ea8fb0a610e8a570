#include "resources/issue_shapes.hpp"

#include <utility>

#include "resources/commitment_shapes.hpp"

namespace langnghe::api::resources {
namespace {

/// The parts of the summary that its acts moved.
void add_course(const domain::IssueState& issue, shapes::IssueSummary& summary) {
  if (issue.assignment) {
    summary.assignee = issue.assignment->assignee;
    summary.unit = issue.assignment->unit;
  }
  summary.first_reply_due = issue.first_reply_due;
  summary.first_reply_on = issue.first_reply_on;
  summary.original_due = issue.original_due;
  summary.effective_due = issue.effective_due;
  summary.settled_on = issue.settled_on;
  summary.delivered_on = issue.delivered_on;
  summary.contested_on = issue.contested_on;
  summary.returns = issue.returns;
  summary.escalation = issue.escalation;
  if (issue.paused) {
    summary.paused_until = issue.paused->until;
  }
  summary.extensions = issue.extensions;
  summary.extension_requested = issue.pending_extension.has_value();
  summary.reopenings = issue.reopenings;
  summary.reopen_requested = issue.reopen_request.has_value();
  summary.verdict = issue.verdict;
}

shapes::IssueRegions regions_of(const domain::IssueState& issue) {
  shapes::IssueRegions regions;
  regions.pending_extension = issue.pending_extension;
  regions.paused = issue.paused;
  regions.approaching = issue.approaching;
  regions.breached = issue.breached;
  regions.information_requests = issue.information_requests;
  regions.bounces = issue.bounces;
  regions.delivery_failures = issue.delivery_failures;
  for (const auto& commitment : issue.commitments) {
    regions.commitments.push_back(shape_of(commitment));
  }
  regions.feedback_asked = issue.feedback_asked;
  regions.reopen_request = issue.reopen_request;
  return regions;
}

}  // namespace

shapes::IssueSummary summary_of(const projections::issues::IssueRow& row,
                                const domain::Date& today) {
  const auto& issue = row.state;
  // A redirected denunciation has no subject, field or khóm: the hand-over is all there is.
  const bool redirected = issue.recorded.dialogue.empty() && issue.handed_over;
  shapes::IssueSummary summary;
  summary.id = row.id;
  summary.version = row.version.value;
  summary.phase = issue.phase;
  summary.open = row.open();
  summary.subject = issue.recorded.subject;
  summary.khom = issue.recorded.khom;
  summary.field = issue.recorded.field;
  if (issue.handed_over) {
    summary.type = issue.handed_over->type;
  }
  if (issue.classification) {
    summary.field = issue.classification->field;
    summary.type = issue.classification->type;
    summary.complexity = issue.classification->complexity;
  }
  summary.pressing = issue.recorded.pressing;
  summary.channel = issue.recorded.channel;
  summary.dialogue = redirected ? issue.handed_over->dialogue : issue.recorded.dialogue;
  summary.received = redirected ? issue.handed_over->received : issue.recorded.received;
  summary.overdue = row.overdue_on(today);
  add_course(issue, summary);
  return summary;
}

shapes::Issue shape_of(const projections::issues::IssueRow& row, const domain::Date& today,
                       const std::vector<std::optional<Shown>>& recipients) {
  const auto& issue = row.state;
  shapes::Issue shape;
  shape.summary = summary_of(row, today);
  shape.origin = issue.recorded.origin;
  shape.classification = issue.classification;
  shape.assignment = issue.assignment;
  shape.holdings = row.holdings;
  if (issue.answer.draft > 0) {
    shape.answer = issue.answer;
  }
  shape.notice = issue.notice;
  for (std::size_t i = 0; i < issue.deliveries.size(); ++i) {
    const auto& one = issue.deliveries[i];
    shape.deliveries.push_back({one.on, one.method, one.absorbed, recipients.at(i),
                                one.proof.acknowledgement, one.proof.refusal, one.proof.reference,
                                one.proof.files});
  }
  shape.answer_owed_to = issue.owed();
  shape.forward = issue.forward;
  shape.handed_over = issue.handed_over;
  shape.refusal = issue.refusal;
  shape.regions = regions_of(issue);
  shape.kin = {issue.recorded.split_from, issue.split_into, issue.merged_into,
               issue.phase_before_merge,  issue.absorbed,   issue.links};
  shape.phase_since = row.phase_since;
  if (row.told_on.ok()) {
    shape.told_on = row.told_on;
  }
  shape.last_act_on = issue.last_act_on;
  shape.today = today;
  return shape;
}

}  // namespace langnghe::api::resources
