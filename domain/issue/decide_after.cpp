#include "issue/first_reply.hpp"
#include "issue/marks.hpp"
#include "issue/matter.hpp"

namespace langnghe::domain::issue {
namespace {

MaybeRefusal check_asked(const Matter& matter) {
  if (matter.issue.feedback_asked) {
    return std::nullopt;
  }
  return not_allowed_now(RecordFeedback::kAct, "feedback_not_asked");
}

MaybeRefusal check_words(const Matter& matter, const std::optional<SealedText>& words) {
  return words ? check_sealed("words", *words, matter.issue.recorded.resident) : std::nullopt;
}

MaybeRefusal check_nothing_owed(const Matter& matter) {
  const auto owed = matter.issue.owed();
  if (owed.empty()) {
    return std::nullopt;
  }
  return refuse(RefusalCode::answer_owed, {{"issues", joined(owed)}});
}

MaybeRefusal check_not_requested(const Matter& matter) {
  if (matter.issue.reopen_request) {
    return not_allowed_now(RequestReopen::kAct, "reopen_requested");
  }
  return std::nullopt;
}

MaybeRefusal check_requested(const Matter& matter) {
  if (!matter.issue.reopen_request) {
    return not_allowed_now(DeclineReopen::kAct, "reopen_not_requested");
  }
  return std::nullopt;
}

/// An issue that ended before its first reply was due was owed none any more. Once opened again, it
/// is owed one; a due day that had passed before the end stays.
std::optional<FirstReplyOwed> new_first_reply(const Matter& matter) {
  const IssueState& issue = matter.issue;
  const bool passed = issue.first_reply_due &&
                      lateness_of(issue.first_reply_course, *issue.first_reply_due).has_value();
  if (issue.first_reply_on || passed) {
    return std::nullopt;
  }
  return first_reply_owed(matter.world, matter.on());
}

}  // namespace

MaybeRefusal guard(const Matter& matter, const CloseIssue&) {
  return check_nothing_owed(matter);
}

MaybeRefusal guard(const Matter& matter, const RecordFeedback&) {
  return check_asked(matter);
}

MaybeRefusal guard(const Matter& matter, const RequestReopen&) {
  return check_not_requested(matter);
}

MaybeRefusal guard(const Matter& matter, const ReopenIssue&) {
  return first_of(
      {check_counted_in_minutes(matter, ReopenIssue::kAct), check_settings_adopted(matter.world)});
}

MaybeRefusal guard(const Matter& matter, const DeclineReopen&) {
  return check_requested(matter);
}

// A forward's result was told and not answered by the ward: what came of it is another body's.
// Everybody whose matter was merged in has the answer first (domain.md rule 9).
Decision decide(const Matter& matter, const CloseIssue&) {
  const auto& answer = matter.issue.answer;
  return decided(matter, {},
                 IssueClosed{answer.approved ? answer.outcome : Outcome::other_body, std::nullopt});
}

Decision decide(const Matter& matter, const AskFeedback& act) {
  return decided(matter, {check_not_blank("channel", act.channel)}, FeedbackAsked{act.channel});
}

Decision decide(const Matter& matter, const RecordFeedback& act) {
  return decided(matter, {check_words(matter, act.words)},
                 FeedbackRecorded{act.verdict, act.solved_in_reality, act.words});
}

Decision decide(const Matter& matter, const RequestReopen& act) {
  return decided(matter, {check_not_blank("reason", act.reason)},
                 ReopenRequested{act.requester, act.reason});
}

// A new clock from the day of the act, under the policy of that day; the closed round stays counted
// where it was (domain.md rule 7).
Decision decide(const Matter& matter, const ReopenIssue& act) {
  if (auto refusal = check_not_blank("reason", act.reason)) {
    return std::unexpected(*refusal);
  }
  const auto& classification = matter.issue.classification;
  const Complexity complexity = classification ? classification->complexity : Complexity::simple;
  const Policy& policy = matter.world.policy().valid_on(matter.on());
  const WorkingCalendar& calendar = matter.world.calendar().current();
  const Term& term = settlement_term(policy, complexity);
  std::vector events{matter.emitted(
      IssueReopened{matter.issue.reopenings + 1, act.reason, policy.version, calendar.version,
                    due_date(matter.on(), term, calendar), term, new_first_reply(matter)})};
  add_recomputations(matter.world, matter.context, events);
  return events;
}

// Whoever asked gets a written no, with its reason.
Decision decide(const Matter& matter, const DeclineReopen& act) {
  if (auto refusal = first_of(
          {check_not_blank("reason", act.reason), check_not_blank("document", act.document)})) {
    return std::unexpected(*std::move(refusal));
  }
  const auto capacity = signing_capacity_if_signed(matter.world.ward(), act.signer, act.capacity,
                                                   kLetter, matter.on());
  if (!capacity) {
    return std::unexpected(capacity.error());
  }
  return decided(matter, {}, ReopenDeclined{act.reason, act.document, act.signer, *capacity});
}

}  // namespace langnghe::domain::issue
