#pragma once

#include <variant>

#include <domain/issue_answer.hpp>
#include <domain/issue_elsewhere.hpp>
#include <domain/issue_handling.hpp>
#include <domain/issue_intake.hpp>
#include <domain/issue_promise.hpp>

/// The commands of an issue. Permissions.hpp says who may give them, and from which phase.
namespace langnghe::domain {

using IssueCommand =
    std::variant<RecordIssue, AnswerOnTheSpot, NoteIssue, ContestOnTheSpotAnswer, ClassifyIssue,
                 ReclassifyIssue, SplitIssue, MergeIssue, UnmergeIssue, LinkIssue, CorrectIssue,
                 VoidIssue, WithdrawIssue, AssignIssue, AcceptAssignment, ReturnIssue, NoteProgress,
                 RequestInformation, ReceiveInformation, PauseClock, ResumeClock, RequestExtension,
                 ApproveExtension, RefuseExtension, MarkDeadlineApproaching, MarkDeadlineBreached,
                 RecomputeDeadline, EscalateIssue, InstructIssue, HandOverIssue, ForwardIssue,
                 AcknowledgeForward, BounceForward, RecordExternalResult, TellExternalResult,
                 RefuseHandling, DraftAnswer, SendBackAnswer, ApproveAnswer, IssueNotice,
                 RecordDelivery, PostNotice, RecordDeliveryFailure, ReplaceNotice, CorrectNotice,
                 GiveUpDelivery, RecallNotice, CloseIssue, AskFeedback, RecordFeedback,
                 RequestReopen, ReopenIssue, DeclineReopen, MakeCommitment, ReviseCommitment,
                 FileEvidence, VerifyCommitment, DisputeCommitment, MarkCommitmentMissed>;

}  // namespace langnghe::domain
