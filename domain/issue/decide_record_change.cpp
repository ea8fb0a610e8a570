#include <algorithm>
#include <string>
#include <utility>

#include "issue/decision_input.hpp"

// Changes of the record itself: links, corrections, and its end without an answer.
namespace langnghe::domain::issue {
namespace {

MaybeRefusal check_other_exists(const DecisionInput& input, const IssueId& other) {
  if (other == input.id) {
    return refuse(RefusalCode::same_issue);
  }
  return check_exists(input.world.issue(other).phase != IssuePhase::absent, stream_of(other));
}

// Nothing is ever written beside a denunciation (domain.md rule 14), nor to what is no more.
MaybeRefusal check_other_can_be_linked(const DecisionInput& input, const LinkIssue& act) {
  if (act.other.empty()) {
    return value_required("other");
  }
  if (auto refusal = check_other_exists(input, act.other)) {
    return refusal;
  }
  const IssuePhase phase = input.world.issue(act.other).phase;
  if (check_phase(Subject::issue, LinkIssue::kAct, to_text(phase))) {
    return refuse(RefusalCode::other_issue_ended, {{"issue", act.other.value}});
  }
  if (std::ranges::find(input.issue.links, IssueLink{act.other, act.kind}) !=
      input.issue.links.end()) {
    return refuse(RefusalCode::duplicate_id, {{"id", act.other.value}});
  }
  return std::nullopt;
}

std::string value_now(const IssueState& issue, CorrectedField field) {
  switch (field) {
    case CorrectedField::subject:
      return issue.recorded.subject;
    case CorrectedField::field:
      return issue.classification ? issue.classification->field.value : issue.recorded.field.value;
    case CorrectedField::khom:
      return issue.recorded.khom.value;
    case CorrectedField::pressing:
      return issue.recorded.pressing ? "true" : "false";
  }
  return "";
}

MaybeRefusal check_new_value(const DecisionInput& input, const CorrectIssue& act) {
  const Date& received = input.issue.recorded.received;
  switch (act.field) {
    case CorrectedField::subject:
      return std::nullopt;
    case CorrectedField::field:
      return check_field(input.world.policy().valid_on(received), {act.new_value});
    case CorrectedField::khom:
      return first_of({check_none_absorbed(input, CorrectIssue::kAct),
                       check_khom(input.world.ward(), {act.new_value}, received)});
    case CorrectedField::pressing:
      break;
  }
  return act.new_value == "true" || act.new_value == "false"
             ? std::nullopt
             : MaybeRefusal(value_not_valid("new_value", act.new_value));
}

/// The text itself is in no fact: facts reach logs.
MaybeRefusal check_differs(const std::string& old_value, const CorrectIssue& act) {
  if (old_value != act.new_value) {
    return std::nullopt;
  }
  return value_not_valid("new_value", std::string(to_text(act.field)));
}

}  // namespace

MaybeRefusal guard(const DecisionInput& input, const CorrectIssue&) {
  return check_policy_adopted(input.world);
}

MaybeRefusal guard(const DecisionInput& input, const VoidIssue&) {
  return check_none_absorbed(input, VoidIssue::kAct);
}

MaybeRefusal guard(const DecisionInput& input, const WithdrawIssue&) {
  return check_none_absorbed(input, WithdrawIssue::kAct);
}

Decision decide(const DecisionInput& input, const LinkIssue& act) {
  if (auto refusal = first_of(
          {check_not_blank("reason", act.reason), check_other_can_be_linked(input, act)})) {
    return std::unexpected(*std::move(refusal));
  }
  return std::vector{input.emitted(IssuesLinked{act.other, act.kind, act.reason}),
                     Emitted{stream_of(act.other), IssuesLinked{act.issue, act.kind, act.reason}}};
}

// The first entry stays in the event that made it; this one says what was wrong with it.
Decision decide(const DecisionInput& input, const CorrectIssue& act) {
  if (auto refusal = first_of(
          {check_not_blank("reason", act.reason), check_not_blank("new_value", act.new_value)})) {
    return std::unexpected(*std::move(refusal));
  }
  const std::string old_value = value_now(input.issue, act.field);
  return decided(input, {check_new_value(input, act), check_differs(old_value, act)},
                 IssueCorrected{act.field, old_value, act.new_value, act.reason});
}

Decision decide(const DecisionInput& input, const VoidIssue& act) {
  if (act.duplicate_of && act.duplicate_of->empty()) {
    return std::unexpected(value_required("duplicate_of"));
  }
  return decided(input,
                 {check_not_blank("reason", act.reason),
                  act.duplicate_of ? check_other_exists(input, *act.duplicate_of) : std::nullopt},
                 IssueVoided{act.reason, act.duplicate_of});
}

// Silence is never withdrawal (domain.md rule 9): there is a paper, and it can be named.
Decision decide(const DecisionInput& input, const WithdrawIssue& act) {
  return decided(input,
                 {check_not_blank("document", act.document), check_not_blank("reason", act.reason),
                  check_files("files", act.files)},
                 IssueWithdrawn{act.form, act.document, act.reason, act.files});
}

}  // namespace langnghe::domain::issue
