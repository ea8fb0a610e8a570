#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <domain/attachment.hpp>
#include <domain/deadline.hpp>
#include <domain/ids.hpp>
#include <domain/issue_values.hpp>
#include <domain/resident.hpp>
#include <domain/sealed.hpp>
#include <domain/time.hpp>
#include <domain/type_list.hpp>

/// Intake: how a matter comes onto the record, and which matter it is.
namespace langnghe::domain {

// ---- events

/// The origin of an imported issue: the same row of the same source is taken once.
struct ImportOrigin {
  std::string source;       ///< the list's name, for example `sa-dec-2020`
  std::string external_id;  ///< the row's own identifier in that list
  std::string file_hash;    ///< SHA-256 of the file, hex
  int row = 0;              ///< 1 = first row after the header
  /// The day the list itself gives for settling it. It was agreed before the ledger began, so it
  /// stands in place of the policy's term, and the issue is on time or late as it was there.
  std::optional<Date> agreed_due{};
  bool operator==(const ImportOrigin&) const = default;
};
/// The day the first reply is owed by, and what it follows from: the term of the policy, counted in
/// the calendar from `start`. Known from receipt on, whoever has sorted the matter or not.
struct FirstReplyOwed {
  Date start{};  ///< excluded from the count
  Date due{};
  int policy_version = 0;
  int calendar_version = 0;  ///< 0 = none was adopted: weekends only
  bool operator==(const FirstReplyOwed&) const = default;
};
struct IssueRecorded {
  IntakeChannel channel = IntakeChannel::dialogue;
  DialogueId dialogue;  ///< empty unless it was raised at a dialogue
  OpinionId opinion;    ///< empty unless it was raised at a dialogue
  KhomId khom;
  ResidentId resident;  ///< empty where nobody is known, as in an imported list
  Date received{};      ///< the day it reached the ward: clocks start here, not at typing
  std::string subject;
  FieldCode field;
  bool pressing = false;
  std::optional<SealedText> words;  ///< as written or said, where no opinion holds them
  std::optional<ImportOrigin> origin;
  std::optional<IssueId> split_from;
  std::optional<FirstReplyOwed> first_reply{};  ///< absent: recorded before it was kept, or ended
  std::optional<Date> first_reply_on{};         ///< of a part: what was told before the split
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
/// The resident does not accept what ended at the dialogue; a clock starts on the day of the
/// contest.
struct OnTheSpotAnswerContested {
  std::string reason;
  bool operator==(const OnTheSpotAnswerContested&) const = default;
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
  Date start{};              ///< day the clock counts from: of receipt, or of the contest
  bool group = false;        ///< five people or more stand behind it
  bool operator==(const IssueClassified&) const = default;
};
/// The clock is never silently restarted (domain.md rule 7): `original_due` stays, both dates are
/// kept.
struct IssueReclassified {
  IssueType previous_type{};
  IssueType type{};
  FieldCode field;
  Complexity complexity{};
  std::string reason;
  int policy_version = 0;
  int calendar_version = 0;
  Date previous_due{};
  Date new_due{};  ///< the earlier of the policy's, counted from receipt, and the running one,
                   ///< unless agreed
  std::optional<Date> agreed_due;  ///< a date the chair set instead, with the reason
  Term term{};
  bool provisional = false;
  bool operator==(const IssueReclassified&) const = default;
};
struct IssueSplit {
  std::vector<IssueId> parts;  ///< at least two; each is recorded in the same commit
  std::string reason;
  bool operator==(const IssueSplit&) const = default;
};
/// Stands in both streams (domain.md rule 9); the dates it moves in that of the survivor alone,
/// whose dates they are. The absorbed issue stands still as it was.
struct IssuesMerged {
  IssueId survivor;
  IssueId absorbed;
  std::string reason;
  ResidentId resident;               ///< of the absorbed issue: keeps the right to an answer
  Date earliest_received{};          ///< the earlier start of both clocks: receipt at first
  std::optional<Date> previous_due;  ///< of the survivor
  std::optional<Date> new_due;
  int calendar_version = 0;
  Date absorbed_received{};  ///< the absorbed issue's own day; not said in the oldest records
  bool operator==(const IssuesMerged&) const = default;
};
/// Stands in both streams; the absorbed issue is again what it was. The survivor's date moves where
/// its clock still runs.
struct IssueUnmerged {
  IssueId survivor;
  IssueId absorbed;
  std::string reason;
  Date earliest_received{};          ///< of the survivor and what stays merged into it
  std::optional<Date> previous_due;  ///< of the survivor
  std::optional<Date> new_due;
  int calendar_version = 0;
  bool operator==(const IssueUnmerged&) const = default;
};
/// Stands in both streams, each naming the other.
struct IssuesLinked {
  IssueId other;
  LinkKind kind{};
  std::string reason;
  bool operator==(const IssuesLinked&) const = default;
};
struct IssueCorrected {
  CorrectedField field{};
  std::string old_value;
  std::string new_value;
  std::string reason;
  bool operator==(const IssueCorrected&) const = default;
};
/// Entered by mistake. It stays in its stream and is counted as voided.
struct IssueVoided {
  std::string reason;
  std::optional<IssueId> duplicate_of;
  bool operator==(const IssueVoided&) const = default;
};
struct IssueWithdrawn {
  WithdrawalForm form{};
  std::string document;  ///< number or place of the paper
  std::string reason;
  std::vector<Attachment> files;
  bool operator==(const IssueWithdrawn&) const = default;
};

// ---- commands

/// A matter that did not come up at a dialogue.
struct RecordIssue {
  static constexpr std::string_view kAct = "record";
  IssueId issue;
  IntakeChannel channel = IntakeChannel::reception;
  KhomId khom;
  ResidentId resident;
  std::optional<NewResident> new_resident;  ///< present unless `resident` is known or empty
  Date received{};
  std::string subject;
  FieldCode field;
  bool pressing = false;
  std::optional<SealedText> words;
  std::optional<ImportOrigin> origin;
};
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
struct ContestOnTheSpotAnswer {
  static constexpr std::string_view kAct = "contest";
  IssueId issue;
  std::string reason;
};
struct ClassifyIssue {
  static constexpr std::string_view kAct = "classify";
  IssueId issue;
  IssueType type{};
  FieldCode field;
  Complexity complexity{};
  bool group = false;
};
struct ReclassifyIssue {
  static constexpr std::string_view kAct = "reclassify";
  IssueId issue;
  IssueType type{};
  FieldCode field;
  Complexity complexity{};
  std::string reason;
  std::optional<Date> agreed_due;  ///< later than the running deadline: the chair only
};
struct IssuePart {
  IssueId issue;
  std::string subject;
  FieldCode field;
};
struct SplitIssue {
  static constexpr std::string_view kAct = "split";
  IssueId issue;
  std::vector<IssuePart> parts;
  std::string reason;
};
struct MergeIssue {
  static constexpr std::string_view kAct = "merge";
  IssueId issue;
  IssueId into;  ///< the survivor; `issue` is absorbed
  std::string reason;
};
struct UnmergeIssue {
  static constexpr std::string_view kAct = "unmerge";
  IssueId issue;
  std::string reason;
};
struct LinkIssue {
  static constexpr std::string_view kAct = "link";
  IssueId issue;
  IssueId other;
  LinkKind kind{};
  std::string reason;
};
struct CorrectIssue {
  static constexpr std::string_view kAct = "correct";
  IssueId issue;
  CorrectedField field{};
  std::string new_value;
  std::string reason;
};
struct VoidIssue {
  static constexpr std::string_view kAct = "void";
  IssueId issue;
  std::string reason;
  std::optional<IssueId> duplicate_of;
};
struct WithdrawIssue {
  static constexpr std::string_view kAct = "withdraw";
  IssueId issue;
  WithdrawalForm form{};
  std::string document;
  std::string reason;
  std::vector<Attachment> files;
};

// ---- all of this chapter

using IssueIntakeEvents =
    TypeList<IssueRecorded, AnsweredOnTheSpot, Noted, OnTheSpotAnswerContested, IssueClassified,
             IssueReclassified, IssueSplit, IssuesMerged, IssueUnmerged, IssuesLinked,
             IssueCorrected, IssueVoided, IssueWithdrawn>;
using IssueIntakeCommands =
    TypeList<RecordIssue, AnswerOnTheSpot, NoteIssue, ContestOnTheSpotAnswer, ClassifyIssue,
             ReclassifyIssue, SplitIssue, MergeIssue, UnmergeIssue, LinkIssue, CorrectIssue,
             VoidIssue, WithdrawIssue>;

}  // namespace langnghe::domain
