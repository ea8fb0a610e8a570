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

MaybeRefusal check_settled_by_then(const Matter& matter) {
  const auto& settled = matter.issue.settled_on;
  return settled ? check_order(*settled, matter.on()) : std::nullopt;
}

// The minutes count how an issue left the meeting; what ended there is reopened once they have, or
// it would be counted as taken away (domain.md rule 2).
MaybeRefusal check_counted_in_minutes(const Matter& matter) {
  const auto& dialogue = matter.issue.recorded.dialogue;
  const bool ended_there = matter.issue.phase == IssuePhase::answered_on_the_spot ||
                           matter.issue.phase == IssuePhase::noted;
  if (ended_there && !dialogue.empty() &&
      matter.world.dialogue(dialogue).phase != DialoguePhase::minutes_signed) {
    return not_allowed_now(ReopenIssue::kAct, "minutes_not_signed");
  }
  return std::nullopt;
}

}  // namespace

Decision decide(const Matter& matter, const AskFeedback& act) {
  return decided(matter, {check_not_blank("channel", act.channel)}, FeedbackAsked{act.channel});
}

Decision decide(const Matter& matter, const RecordFeedback& act) {
  return decided(matter, {check_asked(matter), check_words(matter, act.words)},
                 FeedbackRecorded{act.verdict, act.solved_in_reality, act.words});
}

// A new clock from the day of the act, under the policy of that day; the closed round stays counted
// where it was (domain.md rule 7).
Decision decide(const Matter& matter, const ReopenIssue& act) {
  if (auto refusal =
          first_of({check_counted_in_minutes(matter), check_not_blank("reason", act.reason),
                    check_settled_by_then(matter), check_policy_adopted(matter.world),
                    check_calendar_adopted(matter.world)})) {
    return std::unexpected(*refusal);
  }
  const auto& classification = matter.issue.classification;
  const Complexity complexity = classification ? classification->complexity : Complexity::simple;
  const Policy& policy = matter.world.policy().valid_on(matter.on());
  const WorkingCalendar& calendar = matter.world.calendar().current();
  const Term& term = settlement_term(policy, complexity);
  return decided(matter, {},
                 IssueReopened{matter.issue.reopenings + 1, act.reason, policy.version,
                               calendar.version, due_date(matter.on(), term, calendar), term});
}

}  // namespace langnghe::domain::issue
