#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <domain/attachment.hpp>
#include <domain/deadline.hpp>
#include <domain/ids.hpp>
#include <domain/issue_intake.hpp>
#include <domain/issue_values.hpp>
#include <domain/time.hpp>
#include <domain/type_list.hpp>

/// Handling: who has the matter, and what its two clocks do.
namespace langnghe::domain {

// ---- events

struct IssueAssigned {
  UserId assignee;
  std::string unit;
  std::optional<Date> internal_due;
  bool operator==(const IssueAssigned&) const = default;
};
struct AssignmentAccepted {
  bool operator==(const AssignmentAccepted&) const = default;
};
/// The clock goes on; how often an issue came back is shown.
struct IssueReturned {
  ReturnReason reason{};
  std::string text;
  std::string proposed_unit;  ///< who should have it instead; may be empty
  bool operator==(const IssueReturned&) const = default;
};
struct ProgressNoted {
  std::string text;
  NoteVisibility visibility{};
  std::vector<Attachment> files;
  bool operator==(const ProgressNoted&) const = default;
};
struct InformationRequested {
  std::string from;  ///< whom, by office: a resident is named by "resident"
  std::string what;
  bool operator==(const InformationRequested&) const = default;
};
struct InformationReceived {
  std::string what;
  std::vector<Attachment> files;
  bool operator==(const InformationReceived&) const = default;
};
/// The days after the day of the act up to and including the last day of the pause do not count.
struct ClockPaused {
  PauseGround ground{};
  Date until{};  ///< the clock runs again on its own after this day
  std::string reason;
  Date previous_due{};
  Date new_due{};
  int calendar_version = 0;
  bool operator==(const ClockPaused&) const = default;
};
/// Before its day, or on it by the system clock.
struct ClockResumed {
  int frozen_days = 0;  ///< working days that did not count
  Date previous_due{};
  Date new_due{};
  int calendar_version = 0;
  bool operator==(const ClockResumed&) const = default;
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
  std::string document{};  ///< the letter that tells the resident
  std::optional<OfficialId> signer{};
  std::optional<SigningCapacity> capacity{};
  bool operator==(const ExtensionApproved&) const = default;
};
struct ExtensionRefused {
  std::string reason;
  bool operator==(const ExtensionRefused&) const = default;
};
struct DeadlineApproaching {
  ClockKind clock{};
  Date due{};
  int working_days_left = 0;
  bool operator==(const DeadlineApproaching&) const = default;
};
/// Happened on the first day on which it was late. The clock waits the policy's days for late entry
/// before it records one; an act that shows it is recorded with it.
struct DeadlineBreached {
  ClockKind clock{};
  Date due{};
  bool operator==(const DeadlineBreached&) const = default;
};
/// An act that was entered later shows that the term was kept or had been moved in time: the
/// recorded breach does not stand.
struct BreachRetracted {
  ClockKind clock{};
  Date due{};
  std::optional<Date> replied_on;  ///< a first reply earlier than the one known so far
  bool operator==(const BreachRetracted&) const = default;
};
/// The day of the first reply alone: set where an issue was recorded without one, moved by a new
/// calendar or policy before it is classified, or by an issue that is merged into it or leaves it.
struct FirstReplyDueSet {
  std::string reason;  ///< `receipt`, `calendar`, `policy`, `merged` or `unmerged`
  std::optional<Date> previous_due;
  FirstReplyOwed first_reply;
  bool operator==(const FirstReplyDueSet&) const = default;
};
/// A new calendar or policy moved it; `original_due` stays.
struct DeadlineRecomputed {
  std::string reason;  ///< `calendar` or `policy`
  int policy_version = 0;
  Date previous_due{};
  Date new_due{};
  int calendar_version = 0;
  std::optional<Date> previous_first_reply_due;
  std::optional<Date> new_first_reply_due;
  bool provisional = false;
  Term term{};                         ///< in force from here on: a new policy may give another
  int first_reply_policy_version = 0;  ///< of `new_first_reply_due`; 0 = that of the running round
  bool operator==(const DeadlineRecomputed&) const = default;
};
struct IssueEscalated {
  int level = 1;  ///< 1 = officer in charge, 2 = chair, 3 = supervisors
  std::string reason;
  bool operator==(const IssueEscalated&) const = default;
};
struct ChairInstructed {
  std::string text;
  std::optional<Date> due;
  bool operator==(const ChairInstructed&) const = default;
};

// ---- commands

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
struct ReturnIssue {
  static constexpr std::string_view kAct = "return";
  IssueId issue;
  ReturnReason reason{};
  std::string text;
  std::string proposed_unit;
};
struct NoteProgress {
  static constexpr std::string_view kAct = "note-progress";
  IssueId issue;
  std::string text;
  NoteVisibility visibility{};
  std::vector<Attachment> files;
};
struct RequestInformation {
  static constexpr std::string_view kAct = "request-information";
  IssueId issue;
  std::string from;
  std::string what;
};
struct ReceiveInformation {
  static constexpr std::string_view kAct = "receive-information";
  IssueId issue;
  std::string what;
  std::vector<Attachment> files;
};
struct PauseClock {
  static constexpr std::string_view kAct = "pause-clock";
  IssueId issue;
  PauseGround ground{};
  Date until{};
  std::string reason;
};
struct ResumeClock {
  static constexpr std::string_view kAct = "resume-clock";
  IssueId issue;
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
  std::string document{};  ///< the letter that tells the resident, with who signs it
  std::optional<OfficialId> signer{};
  std::optional<SigningCapacity> capacity{};
};
struct RefuseExtension {
  static constexpr std::string_view kAct = "refuse-extension";
  IssueId issue;
  std::string reason;
};
struct MarkDeadlineApproaching {
  static constexpr std::string_view kAct = "mark-deadline-approaching";
  IssueId issue;
  ClockKind clock{};
};
struct MarkDeadlineBreached {
  static constexpr std::string_view kAct = "mark-deadline-breached";
  IssueId issue;
  ClockKind clock{};
};
/// Repairs an issue that was recorded beside the adoption of a calendar or policy.
struct RecomputeDeadline {
  static constexpr std::string_view kAct = "recompute-deadline";
  IssueId issue;
};
struct EscalateIssue {
  static constexpr std::string_view kAct = "escalate";
  IssueId issue;
  int level = 1;
  std::string reason;
};
/// With an owner and a day it is a promise too: a commitment is made in the same commit.
struct InstructIssue {
  static constexpr std::string_view kAct = "instruct";
  IssueId issue;
  std::string text;
  std::optional<Date> due;
  std::optional<OfficialId> owner;
  std::optional<CommitmentId> commitment;
};

// ---- all of this chapter

using IssueHandlingEvents =
    TypeList<IssueAssigned, AssignmentAccepted, IssueReturned, ProgressNoted, InformationRequested,
             InformationReceived, ClockPaused, ClockResumed, ExtensionRequested, ExtensionApproved,
             ExtensionRefused, DeadlineApproaching, DeadlineBreached, BreachRetracted,
             DeadlineRecomputed, FirstReplyDueSet, IssueEscalated, ChairInstructed>;
using IssueHandlingCommands =
    TypeList<AssignIssue, AcceptAssignment, ReturnIssue, NoteProgress, RequestInformation,
             ReceiveInformation, PauseClock, ResumeClock, RequestExtension, ApproveExtension,
             RefuseExtension, MarkDeadlineApproaching, MarkDeadlineBreached, RecomputeDeadline,
             EscalateIssue, InstructIssue>;

}  // namespace langnghe::domain
