#include "issue/decision_input.hpp"
#include "issue/first_reply.hpp"
#include "issue/marks.hpp"

namespace langnghe::domain::issue {
namespace {

MaybeRefusal check_asked(const DecisionInput& input) {
  if (input.issue.feedback_asked) {
    return std::nullopt;
  }
  return not_allowed_now(RecordFeedback::kAct, "feedback_not_asked");
}

MaybeRefusal check_words(const DecisionInput& input, const std::optional<SealedText>& words) {
  return words ? check_sealed("words", *words, input.issue.recorded.resident) : std::nullopt;
}

MaybeRefusal check_nothing_owed(const DecisionInput& input) {
  const auto owed = input.issue.owed();
  if (owed.empty()) {
    return std::nullopt;
  }
  return refuse(RefusalCode::answer_owed, {{"issues", joined(owed)}});
}

MaybeRefusal check_not_requested(const DecisionInput& input) {
  if (input.issue.reopen_request) {
    return not_allowed_now(RequestReopen::kAct, "reopen_requested");
  }
  return std::nullopt;
}

MaybeRefusal check_requested(const DecisionInput& input) {
  if (!input.issue.reopen_request) {
    return not_allowed_now(DeclineReopen::kAct, "reopen_not_requested");
  }
  return std::nullopt;
}

/// An issue that ended before its first reply was due was owed none any more. Once opened again, it
/// is owed one; a due day that had passed before the end stays.
std::optional<FirstReplyOwed> new_first_reply(const DecisionInput& input) {
  const IssueState& issue = input.issue;
  const bool passed = issue.first_reply_due &&
                      lateness_of(issue.first_reply_course, *issue.first_reply_due).has_value();
  if (issue.first_reply_on || passed) {
    return std::nullopt;
  }
  return first_reply_owed(input.world, input.on());
}

}  // namespace

MaybeRefusal guard(const DecisionInput& input, const CloseIssue&) {
  return check_nothing_owed(input);
}

MaybeRefusal guard(const DecisionInput& input, const RecordFeedback&) {
  return check_asked(input);
}

MaybeRefusal guard(const DecisionInput& input, const RequestReopen&) {
  return check_not_requested(input);
}

MaybeRefusal guard(const DecisionInput& input, const ReopenIssue&) {
  return first_of(
      {check_counted_in_minutes(input, ReopenIssue::kAct), check_settings_adopted(input.world)});
}

MaybeRefusal guard(const DecisionInput& input, const DeclineReopen&) {
  return check_requested(input);
}

// A forward's result was told and not answered by the ward: what came of it is another body's.
// Everybody whose matter was merged in has the answer first (domain.md rule 9).
Decision decide(const DecisionInput& input, const CloseIssue&) {
  const auto& answer = input.issue.answer;
  return decided(input, {},
                 IssueClosed{answer.approved ? answer.outcome : Outcome::other_body, std::nullopt});
}

Decision decide(const DecisionInput& input, const AskFeedback& act) {
  return decided(input, {check_not_blank("channel", act.channel)}, FeedbackAsked{act.channel});
}

Decision decide(const DecisionInput& input, const RecordFeedback& act) {
  return decided(input, {check_words(input, act.words)},
                 FeedbackRecorded{act.verdict, act.solved_in_reality, act.words});
}

Decision decide(const DecisionInput& input, const RequestReopen& act) {
  return decided(input, {check_not_blank("reason", act.reason)},
                 ReopenRequested{act.requester, act.reason});
}

// A new clock from the day of the act, under the policy of that day; the closed round stays counted
// where it was (domain.md rule 7).
Decision decide(const DecisionInput& input, const ReopenIssue& act) {
  if (auto refusal = check_not_blank("reason", act.reason)) {
    return std::unexpected(*refusal);
  }
  const auto& classification = input.issue.classification;
  const Complexity complexity = classification ? classification->complexity : Complexity::simple;
  const Policy& policy = input.world.policy().valid_on(input.on());
  const WorkingCalendar& calendar = input.world.calendar().current();
  const Term& term = settlement_term(policy, complexity);
  std::vector events{input.emitted(
      IssueReopened{input.issue.reopenings + 1, act.reason, policy.version, calendar.version,
                    due_date(input.on(), term, calendar), term, new_first_reply(input)})};
  add_recomputations(input.world, input.context, events);
  return events;
}

// The person who asked gets a written no, with its reason.
Decision decide(const DecisionInput& input, const DeclineReopen& act) {
  if (auto refusal = first_of(
          {check_not_blank("reason", act.reason), check_not_blank("document", act.document)})) {
    return std::unexpected(*std::move(refusal));
  }
  const auto capacity =
      signing_capacity_if_signed(input.world.ward(), act.signer, act.capacity, kLetter, input.on());
  if (!capacity) {
    return std::unexpected(capacity.error());
  }
  return decided(input, {}, ReopenDeclined{act.reason, act.document, act.signer, *capacity});
}

}  // namespace langnghe::domain::issue
