#pragma once

#include <domain/issue_state.hpp>

/// Private to domain/issue: what each event does to the state, by chapter of an issue's life in
/// evolve_*.cpp. Total: history is never refused, in whatever order it comes.
namespace langnghe::domain::issue {

/// The actor of an event and the day it happened.
struct Done {
  const UserId& by;
  const Date& on;
};

/// The day of the first reply is that of `owed` from now on.
void owe_first_reply(IssueState& state, const FirstReplyOwed& owed);

// Steps that several events share; in evolve.cpp.
void meet_first_reply(IssueState& state, const Done& done);
/// Nothing runs any more: what was asked of the clock is no longer a question.
void stop(IssueState& state);
/// The resolution clock stops because the matter is settled.
void settle(IssueState& state, const Done& done);
/// The answer reached the person of `absorbed`, or the own one, and with them whoever else is the
/// same person. Is the own one among them?
bool serve(IssueState& state, const std::optional<IssueId>& absorbed, const Done& done);
/// The answer in force is gone, or another one took its place: everybody is owed it anew.
void owe_all(IssueState& state);
/// Another body's result ends the matter when the last person was told of it or is owed it no more.
void end_when_all_told(IssueState& state, const Done& done);
/// The deadline is now `due`; `state.clock` says why. A policy version of 0: as before.
void move_due(IssueState& state, ClockStep::Kind kind, const Done& done, const Date& due,
              int policy_version, int calendar_version, std::string reason);

// intake
void fold(IssueState& state, const IssueRecorded& event, const Done& done);
void fold(IssueState& state, const AnsweredOnTheSpot& event, const Done& done);
void fold(IssueState& state, const Noted& event, const Done& done);
void fold(IssueState& state, const OnTheSpotAnswerContested& event, const Done& done);
void fold(IssueState& state, const IssueClassified& event, const Done& done);
void fold(IssueState& state, const IssueReclassified& event, const Done& done);
void fold(IssueState& state, const IssueSplit& event, const Done& done);
void fold(IssueState& state, const IssuesMerged& event, const Done& done);
void fold(IssueState& state, const IssueUnmerged& event, const Done& done);
void fold(IssueState& state, const IssuesLinked& event, const Done& done);
void fold(IssueState& state, const IssueCorrected& event, const Done& done);
void fold(IssueState& state, const IssueVoided& event, const Done& done);
void fold(IssueState& state, const IssueWithdrawn& event, const Done& done);
// handling
void fold(IssueState& state, const IssueAssigned& event, const Done& done);
void fold(IssueState& state, const AssignmentAccepted& event, const Done& done);
void fold(IssueState& state, const IssueReturned& event, const Done& done);
void fold(IssueState& state, const ProgressNoted& event, const Done& done);
void fold(IssueState& state, const InformationRequested& event, const Done& done);
void fold(IssueState& state, const InformationReceived& event, const Done& done);
void fold(IssueState& state, const IssueEscalated& event, const Done& done);
void fold(IssueState& state, const ChairInstructed& event, const Done& done);
// the clock
void fold(IssueState& state, const ClockPaused& event, const Done& done);
void fold(IssueState& state, const ClockResumed& event, const Done& done);
void fold(IssueState& state, const ExtensionRequested& event, const Done& done);
void fold(IssueState& state, const ExtensionApproved& event, const Done& done);
void fold(IssueState& state, const ExtensionRefused& event, const Done& done);
void fold(IssueState& state, const DeadlineApproaching& event, const Done& done);
void fold(IssueState& state, const DeadlineBreached& event, const Done& done);
void fold(IssueState& state, const BreachRetracted& event, const Done& done);
void fold(IssueState& state, const DeadlineRecomputed& event, const Done& done);
void fold(IssueState& state, const FirstReplyDueSet& event, const Done& done);
// elsewhere
void fold(IssueState& state, const HandedOver& event, const Done& done);
void fold(IssueState& state, const IssueForwarded& event, const Done& done);
void fold(IssueState& state, const ForwardAcknowledged& event, const Done& done);
void fold(IssueState& state, const ForwardBounced& event, const Done& done);
void fold(IssueState& state, const ExternalResultReceived& event, const Done& done);
void fold(IssueState& state, const ExternalResultTold& event, const Done& done);
void fold(IssueState& state, const HandlingRefused& event, const Done& done);
// answer
void fold(IssueState& state, const AnswerDrafted& event, const Done& done);
void fold(IssueState& state, const AnswerSentBack& event, const Done& done);
void fold(IssueState& state, const AnswerApproved& event, const Done& done);
void fold(IssueState& state, const NoticeIssued& event, const Done& done);
void fold(IssueState& state, const NoticeDelivered& event, const Done& done);
void fold(IssueState& state, const NoticePosted& event, const Done& done);
void fold(IssueState& state, const DeliveryFailed& event, const Done& done);
void fold(IssueState& state, const DeliveryGivenUp& event, const Done& done);
void fold(IssueState& state, const NoticeReplaced& event, const Done& done);
void fold(IssueState& state, const NoticeCorrected& event, const Done& done);
void fold(IssueState& state, const NoticeRecalled& event, const Done& done);
// after
void fold(IssueState& state, const IssueClosed& event, const Done& done);
void fold(IssueState& state, const FeedbackAsked& event, const Done& done);
void fold(IssueState& state, const FeedbackRecorded& event, const Done& done);
void fold(IssueState& state, const ReopenRequested& event, const Done& done);
void fold(IssueState& state, const IssueReopened& event, const Done& done);
void fold(IssueState& state, const ReopenDeclined& event, const Done& done);
// promises
void fold(IssueState& state, const CommitmentMade& event, const Done& done);
void fold(IssueState& state, const CommitmentRevised& event, const Done& done);
void fold(IssueState& state, const EvidenceFiled& event, const Done& done);
void fold(IssueState& state, const CommitmentVerified& event, const Done& done);
void fold(IssueState& state, const CommitmentDisputed& event, const Done& done);
void fold(IssueState& state, const CommitmentMissed& event, const Done& done);
void fold(IssueState& state, const CommitmentMissRetracted& event, const Done& done);

}  // namespace langnghe::domain::issue
