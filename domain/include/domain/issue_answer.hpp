#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <domain/attachment.hpp>
#include <domain/deadline.hpp>
#include <domain/delivery_proof.hpp>
#include <domain/ids.hpp>
#include <domain/issue_intake.hpp>
#include <domain/issue_values.hpp>
#include <domain/sealed.hpp>
#include <domain/signing.hpp>
#include <domain/time.hpp>
#include <domain/type_list.hpp>

/// The answer: its drafts, the written notice, its way to the resident, and what the resident says.
namespace langnghe::domain {

// ---- events

struct AnswerDrafted {
  int draft = 0;  ///< 1, 2, …
  Outcome outcome{};
  std::string text;
  std::string legal_basis;
  bool operator==(const AnswerDrafted&) const = default;
};
struct AnswerSentBack {
  int draft = 0;
  std::string comments;
  bool operator==(const AnswerSentBack&) const = default;
};
struct AnswerApproved {
  int draft = 0;
  std::string override_reason;  ///< not empty only where the drafter approved (rule 5)
  bool operator==(const AnswerApproved&) const = default;
};
struct NoticeIssued {
  int number = 0;
  std::string symbol;
  Date date{};
  OfficialId signer;
  SigningCapacity capacity{};
  bool operator==(const NoticeIssued&) const = default;
};
/// It reached the issue's own person or, where `absorbed` says so, the person of an issue that was
/// merged into it. Who stands behind several of them was told of all at once.
struct NoticeDelivered {
  DeliveryMethod method{};
  DeliveryProof proof{};
  std::optional<IssueId> absorbed{};
  bool operator==(const NoticeDelivered&) const = default;
};
/// No addressee is known: it hangs at the khóm office instead.
struct NoticePosted {
  std::string place;
  std::string reference{};  ///< the record of the posting
  std::vector<Attachment> files{};
  std::vector<IssueId> absorbed{};  ///< merged issues whose persons it serves too
  bool operator==(const NoticePosted&) const = default;
};
struct DeliveryFailed {
  DeliveryMethod method{};
  std::string reason;
  std::optional<IssueId> absorbed{};  ///< the merged issue whose person was not found
  bool operator==(const DeliveryFailed&) const = default;
};
/// The person of a merged issue cannot be given the answer, and why: they are owed it no longer.
struct DeliveryGivenUp {
  IssueId absorbed;
  std::string reason;
  bool operator==(const DeliveryGivenUp&) const = default;
};
/// Wrong in content: a new document of the same kind (Decree 30/2020 Art. 18(3)); to be delivered
/// again.
struct NoticeReplaced {
  std::string replaced_symbol;
  int number = 0;
  std::string symbol;
  Date date{};
  OfficialId signer;
  SigningCapacity capacity{};
  std::string text;  ///< the answer as it now stands
  std::string reason;
  bool operator==(const NoticeReplaced&) const = default;
};
/// Wrong in form only: corrected by letter (Decree 30/2020 Art. 18(3)).
struct NoticeCorrected {
  std::string document;  ///< the correcting letter
  std::string reason;
  std::optional<OfficialId> signer{};  ///< of the letter
  std::optional<SigningCapacity> capacity{};
  bool operator==(const NoticeCorrected&) const = default;
};
/// The answer no longer stands; the matter is open again on its old clock.
struct NoticeRecalled {
  std::string symbol;
  std::string reason;
  bool operator==(const NoticeRecalled&) const = default;
};
struct IssueClosed {
  Outcome outcome{};
  std::optional<Date> ended_on;  ///< of an imported issue that had ended before it was taken over
  bool operator==(const IssueClosed&) const = default;
};
struct FeedbackAsked {
  std::string channel;
  bool operator==(const FeedbackAsked&) const = default;
};
struct FeedbackRecorded {
  Verdict verdict{};
  std::optional<bool> solved_in_reality;
  std::optional<SealedText> words;
  bool operator==(const FeedbackRecorded&) const = default;
};
struct ReopenRequested {
  Requester requester{};
  std::string reason;
  bool operator==(const ReopenRequested&) const = default;
};
/// A new clock that never hides the old one: the earlier round stays counted in its period.
struct IssueReopened {
  int ordinal = 0;  ///< 1 = first time
  std::string reason;
  int policy_version = 0;
  int calendar_version = 0;
  Date new_due{};
  Term term{};  ///< what the policy gave, counted from the day of the act
  std::optional<FirstReplyOwed> first_reply{};  ///< where the matter had ended before one was due
  bool operator==(const IssueReopened&) const = default;
};
struct ReopenDeclined {
  std::string reason;
  std::string document;  ///< the written notice of it
  std::optional<OfficialId> signer{};
  std::optional<SigningCapacity> capacity{};
  bool operator==(const ReopenDeclined&) const = default;
};

// ---- commands

struct DraftAnswer {
  static constexpr std::string_view kAct = "draft-answer";
  IssueId issue;
  Outcome outcome{};
  std::string text;
  std::string legal_basis;
};
struct SendBackAnswer {
  static constexpr std::string_view kAct = "send-back-answer";
  IssueId issue;
  std::string comments;
};
struct ApproveAnswer {
  static constexpr std::string_view kAct = "approve-answer";
  IssueId issue;
  std::string override_reason;  ///< lets the drafter approve; shown for ever
};
struct IssueNotice {
  static constexpr std::string_view kAct = "issue-notice";
  IssueId issue;
  std::optional<int> number;  ///< absent: the next free one of the register
  OfficialId signer;
  SigningCapacity capacity{};
};
struct RecordDelivery {
  static constexpr std::string_view kAct = "record-delivery";
  IssueId issue;
  DeliveryMethod method{};
  DeliveryProof proof{};
  std::optional<IssueId> absorbed{};  ///< delivered to the person of this merged issue instead
};
struct PostNotice {
  static constexpr std::string_view kAct = "post-notice";
  IssueId issue;
  std::string place;
  std::string reference{};
  std::vector<Attachment> files{};
  /// Merged issues whose person was not found; those without a known person are served in any case.
  std::vector<IssueId> absorbed{};
};
struct RecordDeliveryFailure {
  static constexpr std::string_view kAct = "record-delivery-failure";
  IssueId issue;
  DeliveryMethod method{};
  std::string reason;
  std::optional<IssueId> absorbed{};
};
struct GiveUpDelivery {
  static constexpr std::string_view kAct = "give-up-delivery";
  IssueId issue;
  IssueId absorbed;
  std::string reason;
};
struct ReplaceNotice {
  static constexpr std::string_view kAct = "replace-notice";
  IssueId issue;
  std::optional<int> number;
  OfficialId signer;
  SigningCapacity capacity{};
  std::string text;
  std::string reason;
};
struct CorrectNotice {
  static constexpr std::string_view kAct = "correct-notice";
  IssueId issue;
  std::string document;
  std::string reason;
  std::optional<OfficialId> signer{};
  std::optional<SigningCapacity> capacity{};  ///< absent: the one the signer's office gives
};
struct RecallNotice {
  static constexpr std::string_view kAct = "recall-notice";
  IssueId issue;
  std::string reason;
};
struct CloseIssue {
  static constexpr std::string_view kAct = "close";
  IssueId issue;
};
struct AskFeedback {
  static constexpr std::string_view kAct = "ask-feedback";
  IssueId issue;
  std::string channel;
};
struct RecordFeedback {
  static constexpr std::string_view kAct = "record-feedback";
  IssueId issue;
  Verdict verdict{};
  std::optional<bool> solved_in_reality;
  std::optional<SealedText> words;
};
struct RequestReopen {
  static constexpr std::string_view kAct = "request-reopen";
  IssueId issue;
  Requester requester{};
  std::string reason;
};
struct ReopenIssue {
  static constexpr std::string_view kAct = "reopen";
  IssueId issue;
  std::string reason;
};
struct DeclineReopen {
  static constexpr std::string_view kAct = "decline-reopen";
  IssueId issue;
  std::string reason;
  std::string document;
  std::optional<OfficialId> signer{};
  std::optional<SigningCapacity> capacity{};
};

// ---- all of this chapter

using IssueAnswerEvents =
    TypeList<AnswerDrafted, AnswerSentBack, AnswerApproved, NoticeIssued, NoticeDelivered,
             NoticePosted, DeliveryFailed, DeliveryGivenUp, NoticeReplaced, NoticeCorrected,
             NoticeRecalled, IssueClosed, FeedbackAsked, FeedbackRecorded, ReopenRequested,
             IssueReopened, ReopenDeclined>;
using IssueAnswerCommands =
    TypeList<DraftAnswer, SendBackAnswer, ApproveAnswer, IssueNotice, RecordDelivery, PostNotice,
             RecordDeliveryFailure, ReplaceNotice, CorrectNotice, GiveUpDelivery, RecallNotice,
             CloseIssue, AskFeedback, RecordFeedback, RequestReopen, ReopenIssue, DeclineReopen>;

}  // namespace langnghe::domain
