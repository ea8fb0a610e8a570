#include "issues/issue_course.hpp"

#include <variant>

namespace langnghe::projections::issues {
namespace {

using domain::Date;

void let_go(IssueRow& row, const Date& on, bool returned) {
  if (!row.holdings.empty() && !row.holdings.back().until) {
    row.holdings.back().until = on;
    row.holdings.back().returned = returned;
  }
}

struct FollowHolder {
  IssueRow& row;
  const Date& on;

  void operator()(const domain::IssueAssigned& event) const {
    let_go(row, on, false);
    row.holdings.push_back({.assignee = event.assignee,
                            .unit = event.unit,
                            .from = on,
                            .accepted = std::nullopt,
                            .until = std::nullopt,
                            .returned = false});
  }
  void operator()(const domain::AssignmentAccepted&) const {
    if (!row.holdings.empty() && !row.holdings.back().until) {
      row.holdings.back().accepted = on;
    }
  }
  void operator()(const domain::IssueReturned&) const { let_go(row, on, true); }
  void operator()(const auto&) const {}
};

/// Did the resident hear something by this act? An internal note tells nobody anything.
struct InformsResident {
  bool operator()(const domain::AnsweredOnTheSpot&) const { return true; }
  bool operator()(const domain::ProgressNoted& event) const {
    return event.visibility == domain::NoteVisibility::public_;
  }
  bool operator()(const domain::IssueForwarded& event) const { return event.resident_told; }
  bool operator()(const domain::ExternalResultTold& event) const { return !event.absorbed; }
  bool operator()(const domain::HandlingRefused&) const { return true; }
  bool operator()(const domain::NoticeDelivered& event) const { return !event.absorbed; }
  bool operator()(const domain::NoticePosted&) const { return true; }
  bool operator()(const domain::FeedbackAsked&) const { return true; }
  bool operator()(const domain::ReopenDeclined&) const { return true; }
  bool operator()(const auto&) const { return false; }
};

void copy_clocks(work::Item& item, const domain::IssueState& state) {
  item.first_reply_due = state.first_reply_due;
  item.first_reply = state.first_reply;
  item.first_reply_on = state.first_reply_on;
  item.due = state.effective_due;
  item.settled_on = state.settled_on;
  if (state.paused) {
    item.paused_until = state.paused->until;
  }
  item.approaching = state.approaching;
  item.breached = state.breached;
  if (!state.clock_steps.empty()) {
    item.policy_version = state.clock_steps.back().policy_version;
    item.calendar_version = state.clock_steps.back().calendar_version;
    item.due_since = state.clock_steps.back().on;
  }
}

}  // namespace

void follow(IssueRow& row, domain::IssuePhase before, const domain::IssueEvent& event,
            const Date& on) {
  std::visit(FollowHolder{row, on}, event);
  if (row.state.phase != before) {
    row.phase_since = on;
    if (!row.open()) {
      let_go(row, on, false);
    }
  }
  if (before == domain::IssuePhase::absent) {
    row.told_on = row.state.recorded.received;
  } else if (std::visit(InformsResident{}, event) && row.told_on < on) {
    row.told_on = on;
  }
}

work::Item item_of(const IssueRow& row) {
  const auto& state = row.state;
  work::Item item;
  item.issue = row.id;
  item.phase = state.phase;
  item.khom = state.recorded.khom;
  item.field = state.classification ? state.classification->field : state.recorded.field;
  item.subject = state.recorded.subject;
  item.pressing = state.recorded.pressing;
  item.received = state.recorded.received;
  item.since = row.phase_since;
  copy_clocks(item, state);
  if (!row.holdings.empty() && !row.holdings.back().until) {
    item.assignee = row.holdings.back().assignee;
    item.held_since = row.holdings.back().from;
  }
  item.drafted_by = state.answer.drafted_by;
  item.sent_back = state.answer.sent_back;
  item.extension_requested = state.pending_extension.has_value();
  item.reopen_requested = state.reopen_request.has_value();
  item.returns = state.returns;
  item.delivery_failures = state.delivery_failures;
  item.escalation = state.escalation;
  item.told_on = row.told_on;
  item.version = row.version;
  item.owed = state.owed();
  item.answer_is_there = state.notice ||
                         state.phase == domain::IssuePhase::external_result_received ||
                         state.phase == domain::IssuePhase::external_result_told ||
                         state.phase == domain::IssuePhase::closed;
  item.feedback_asked = state.feedback_asked;
  return item;
}

}  // namespace langnghe::projections::issues
