#pragma once

#include <variant>

#include <domain/issue_answer.hpp>
#include <domain/issue_elsewhere.hpp>
#include <domain/issue_handling.hpp>
#include <domain/issue_intake.hpp>
#include <domain/issue_promise.hpp>

/// The events of an issue: the stream `issue-{id}`, by chapter of its life.
namespace langnghe::domain {

using IssueEvent = std::variant<
    IssueRecorded, AnsweredOnTheSpot, Noted, OnTheSpotAnswerContested, IssueClassified,
    IssueReclassified, IssueSplit, IssuesMerged, IssueUnmerged, IssuesLinked, IssueCorrected,
    IssueVoided, IssueWithdrawn, IssueAssigned, AssignmentAccepted, IssueReturned, ProgressNoted,
    InformationRequested, InformationReceived, ClockPaused, ClockResumed, ExtensionRequested,
    ExtensionApproved, ExtensionRefused, DeadlineApproaching, DeadlineBreached, BreachRetracted,
    DeadlineRecomputed, FirstReplyDueSet, IssueEscalated, ChairInstructed, HandedOver,
    IssueForwarded, ForwardAcknowledged, ForwardBounced, ExternalResultReceived, ExternalResultTold,
    HandlingRefused, AnswerDrafted, AnswerSentBack, AnswerApproved, NoticeIssued, NoticeDelivered,
    NoticePosted, DeliveryFailed, DeliveryGivenUp, NoticeReplaced, NoticeCorrected, NoticeRecalled,
    IssueClosed, FeedbackAsked, FeedbackRecorded, ReopenRequested, IssueReopened, ReopenDeclined,
    CommitmentMade, CommitmentRevised, EvidenceFiled, CommitmentVerified, CommitmentDisputed,
    CommitmentMissed, CommitmentMissRetracted>;

}  // namespace langnghe::domain
