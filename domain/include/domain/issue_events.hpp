#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <domain/deadline.hpp>
#include <domain/enum_text.hpp>
#include <domain/ids.hpp>
#include <domain/report.hpp>
#include <domain/sealed.hpp>
#include <domain/time.hpp>

/// What can have happened to an issue: the stream `issue-{id}`.
namespace langnghe::domain {

/// Classified by content, not by title (Circular 05/2021/TT-TTCP Art. 6).
enum class IssueType { opinion, petition, report, question, complaint, denunciation };

template <>
struct EnumText<IssueType> {
  static constexpr std::array<std::pair<IssueType, std::string_view>, 6> kNames{
      {{IssueType::opinion, "OPINION"},
       {IssueType::petition, "PETITION"},
       {IssueType::report, "REPORT"},
       {IssueType::question, "QUESTION"},
       {IssueType::complaint, "COMPLAINT"},
       {IssueType::denunciation, "DENUNCIATION"}}};
};

enum class Complexity { simple, complex };

template <>
struct EnumText<Complexity> {
  static constexpr std::array<std::pair<Complexity, std::string_view>, 2> kNames{
      {{Complexity::simple, "simple"}, {Complexity::complex, "complex"}}};
};

/// What came of a matter (reference/vietnam.md section 10.3).
enum class Outcome {
  done,
  warned,
  explained,
  not_found,
  planned_budget,
  other_body,
  ongoing,
};

template <>
struct EnumText<Outcome> {
  static constexpr std::array<std::pair<Outcome, std::string_view>, 7> kNames{
      {{Outcome::done, "DONE"},
       {Outcome::warned, "WARNED"},
       {Outcome::explained, "EXPLAINED"},
       {Outcome::not_found, "NOT_FOUND"},
       {Outcome::planned_budget, "PLANNED_BUDGET"},
       {Outcome::other_body, "OTHER_BODY"},
       {Outcome::ongoing, "ONGOING"}}};
};

enum class NoteVisibility { public_, internal };

template <>
struct EnumText<NoteVisibility> {
  static constexpr std::array<std::pair<NoteVisibility, std::string_view>, 2> kNames{
      {{NoteVisibility::public_, "public"}, {NoteVisibility::internal, "internal"}}};
};

enum class DeliveryMethod { in_person, post, message, khom_head, posted, read_at_dialogue };

template <>
struct EnumText<DeliveryMethod> {
  static constexpr std::array<std::pair<DeliveryMethod, std::string_view>, 6> kNames{
      {{DeliveryMethod::in_person, "in_person"},
       {DeliveryMethod::post, "post"},
       {DeliveryMethod::message, "message"},
       {DeliveryMethod::khom_head, "khom_head"},
       {DeliveryMethod::posted, "posted"},
       {DeliveryMethod::read_at_dialogue, "read_at_dialogue"}}};
};

enum class Verdict { satisfied, partly, dissatisfied, no_answer, unreachable };

template <>
struct EnumText<Verdict> {
  static constexpr std::array<std::pair<Verdict, std::string_view>, 5> kNames{
      {{Verdict::satisfied, "satisfied"},
       {Verdict::partly, "partly"},
       {Verdict::dissatisfied, "dissatisfied"},
       {Verdict::no_answer, "no_answer"},
       {Verdict::unreachable, "unreachable"}}};
};

// ---- intake

struct IssueRecorded {
  DialogueId dialogue;
  OpinionId opinion;
  KhomId khom;
  ResidentId resident;
  Date received{};  ///< the day of the dialogue: clocks start here, not at typing
  std::string subject;
  FieldCode field;
  bool pressing = false;
  bool operator==(const IssueRecorded&) const = default;
};
struct AnsweredOnTheSpot {
  std::string answer;
  OfficialId answered_by;
  bool accepted_by_resident = true;
  bool operator==(const AnsweredOnTheSpot&) const = default;
};
struct Noted {
  std::string reason;
  bool operator==(const Noted&) const = default;
};
struct IssueClassified {
  IssueType type{};
  FieldCode field;
  Complexity complexity{};
  int policy_version = 0;
  int calendar_version = 0;
  Date first_reply_due{};
  Date original_due{};
  bool provisional = false;  ///< the calendar has no confirmed plan for a day on the way
  Term term{};               ///< what the policy gave to settle it: a deadline explains itself
  bool operator==(const IssueClassified&) const = default;
};

// ---- handling

struct IssueAssigned {
  UserId assignee;
  std::string unit;
  std::optional<Date> internal_due;
  bool operator==(const IssueAssigned&) const = default;
};
struct AssignmentAccepted {
  bool operator==(const AssignmentAccepted&) const = default;
};
struct ProgressNoted {
  std::string text;
  NoteVisibility visibility{};
  bool operator==(const ProgressNoted&) const = default;
};
struct ExtensionRequested {
  int days = 0;  ///< working days
  std::string reason;
  bool late = false;  ///< asked for after the day it was due
  bool operator==(const ExtensionRequested&) const = default;
};
struct ExtensionApproved {
  int ordinal = 0;  ///< 1 = first extension of this round
  int days = 0;
  Date previous_due{};
  Date new_due{};
  int calendar_version = 0;
  bool operator==(const ExtensionApproved&) const = default;
};
struct ExtensionRefused {
  std::string reason;
  bool operator==(const ExtensionRefused&) const = default;
};

// ---- elsewhere

/// A complaint or a denunciation leaves for its legal procedure. For a denunciation this is the
/// whole stream, and these are the only facts kept (Law on Denunciations 2018 Art. 56, Decision
/// 774/QD-TTg; domain.md rule 14).
struct HandedOver {
  IssueType type{};
  DialogueId dialogue;
  Date received{};
  int counter = 0;
  std::string paper_register_number;
  OfficialId receiving_officer;
  bool operator==(const HandedOver&) const = default;
};
struct IssueForwarded {
  std::string body;      ///< the competent body
  std::string document;  ///< number and symbol of the transfer letter
  std::string asked;
  bool resident_told = false;
  bool operator==(const IssueForwarded&) const = default;
};
struct ForwardAcknowledged {
  std::string document;
  bool operator==(const ForwardAcknowledged&) const = default;
};
struct ExternalResultReceived {
  std::string document;
  std::string summary;
  bool operator==(const ExternalResultReceived&) const = default;
};
struct ExternalResultTold {
  DeliveryMethod method{};
  bool operator==(const ExternalResultTold&) const = default;
};

// ---- answer

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
struct NoticeDelivered {
  DeliveryMethod method{};
  bool operator==(const NoticeDelivered&) const = default;
};
struct IssueClosed {
  Outcome outcome{};
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
/// A new clock that never hides the old one: the earlier round stays counted in its period.
struct IssueReopened {
  int ordinal = 0;  ///< 1 = first time
  std::string reason;
  int policy_version = 0;
  int calendar_version = 0;
  Date new_due{};
  Term term{};  ///< what the policy gave, counted from the day of the act
  bool operator==(const IssueReopened&) const = default;
};

using IssueEvent =
    std::variant<IssueRecorded, AnsweredOnTheSpot, Noted, IssueClassified, IssueAssigned,
                 AssignmentAccepted, ProgressNoted, ExtensionRequested, ExtensionApproved,
                 ExtensionRefused, HandedOver, IssueForwarded, ForwardAcknowledged,
                 ExternalResultReceived, ExternalResultTold, AnswerDrafted, AnswerSentBack,
                 AnswerApproved, NoticeIssued, NoticeDelivered, IssueClosed, FeedbackAsked,
                 FeedbackRecorded, IssueReopened>;

}  // namespace langnghe::domain
