#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include <domain/issue_events.hpp>

/// What can be asked of an issue. Who may ask, and from which phase: permissions.hpp.
namespace langnghe::domain {

struct AnswerOnTheSpot {
  static constexpr std::string_view kAct = "answer-on-the-spot";
  IssueId issue;
  std::string answer;
  OfficialId answered_by;
  bool accepted_by_resident = true;
};
struct NoteIssue {
  static constexpr std::string_view kAct = "note";
  IssueId issue;
  std::string reason;
};
struct ClassifyIssue {
  static constexpr std::string_view kAct = "classify";
  IssueId issue;
  IssueType type{};
  FieldCode field;
  Complexity complexity{};
};
struct HandOverIssue {
  static constexpr std::string_view kAct = "hand-over";
  IssueId issue;
  int counter = 0;
  std::string paper_register_number;
  OfficialId receiving_officer;
};
struct AssignIssue {
  static constexpr std::string_view kAct = "assign";
  IssueId issue;
  UserId assignee;
  std::string unit;
  std::optional<Date> internal_due;
};
struct AcceptAssignment {
  static constexpr std::string_view kAct = "accept";
  IssueId issue;
};
struct NoteProgress {
  static constexpr std::string_view kAct = "note-progress";
  IssueId issue;
  std::string text;
  NoteVisibility visibility{};
};
struct RequestExtension {
  static constexpr std::string_view kAct = "request-extension";
  IssueId issue;
  int days = 0;
  std::string reason;
};
struct ApproveExtension {
  static constexpr std::string_view kAct = "approve-extension";
  IssueId issue;
};
struct RefuseExtension {
  static constexpr std::string_view kAct = "refuse-extension";
  IssueId issue;
  std::string reason;
};
struct ForwardIssue {
  static constexpr std::string_view kAct = "forward";
  IssueId issue;
  std::string body;
  std::string document;
  std::string asked;
  bool resident_told = false;
};
struct AcknowledgeForward {
  static constexpr std::string_view kAct = "acknowledge-forward";
  IssueId issue;
  std::string document;
};
struct RecordExternalResult {
  static constexpr std::string_view kAct = "record-external-result";
  IssueId issue;
  std::string document;
  std::string summary;
};
struct TellExternalResult {
  static constexpr std::string_view kAct = "tell-external-result";
  IssueId issue;
  DeliveryMethod method{};
};
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
struct ReopenIssue {
  static constexpr std::string_view kAct = "reopen";
  IssueId issue;
  std::string reason;
};

using IssueCommand =
    std::variant<AnswerOnTheSpot, NoteIssue, ClassifyIssue, HandOverIssue, AssignIssue,
                 AcceptAssignment, NoteProgress, RequestExtension, ApproveExtension,
                 RefuseExtension, ForwardIssue, AcknowledgeForward, RecordExternalResult,
                 TellExternalResult, DraftAnswer, SendBackAnswer, ApproveAnswer, IssueNotice,
                 RecordDelivery, CloseIssue, AskFeedback, RecordFeedback, ReopenIssue>;

}  // namespace langnghe::domain
