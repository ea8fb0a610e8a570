#pragma once

#include <string>
#include <vector>

#include "unit/domain/given.hpp"

/// A small ward with one issue, and the way from there to every phase an issue can be in.
namespace langnghe::domain::spec {

inline const IssueId kIssue{"i1"};
inline const DialogueId kDialogue{"d1"};
inline const KhomId kKhom{"k1"};
inline const ResidentId kResident{"r1"};
inline const OfficialId kChairman{"o-chair"};
inline const FieldCode kRoads{"ROADS"};
inline const UserId kOfficer{"u-officer"};
inline const UserId kChair{"u-chair"};
inline const StreamId kIssueStream = stream_of(kIssue);
inline const IssueId kOther{"i2"};
inline const StreamId kOtherStream = stream_of(kOther);
inline const ResidentId kNeighbour{"r2"};

// 10, 15 and 30 working days after Monday 1 March 2021.
inline const Date kReceived = kPast;
inline const Date kFirstReplyDue = day("2021-03-15");
inline const Date kSimpleDue = day("2021-03-22");
inline const Date kComplexDue = day("2021-04-12");

Attachment photo();

Policy small_policy();

CalendarAdopted small_calendar();

IssueRecorded recorded_issue();

/// The ward, its officials and accounts, and a dialogue that is open; no settings, no issue.
std::vector<Emitted> ward_and_dialogue();

std::vector<Emitted> with_settings(std::vector<Emitted> past);

std::vector<Emitted> with_recorded_issue(std::vector<Emitted> past);

Given without_issue();

Given with_issue();

ClassifyIssue classify_as(IssueType type, Complexity complexity = Complexity::simple);
/// The decision of classifying an issue that counts from its receipt.
IssueClassified classified_as(IssueType type);
/// The same trouble, from a neighbour, on another day.
IssueRecorded other_issue(const Date& received);
MergeIssue merge();
AssignIssue assign();
RequestExtension request_days(int days);
ForwardIssue forward();
DraftAnswer draft();
RefuseHandling refuse_handling();
SplitIssue split();
IssueNotice issue_notice();

/// The dialogue the issue was raised at is over and its minutes are signed.
std::vector<Emitted> minutes_signed();

/// With a second issue beside the first, classified on the day it came.
Given with_other(Given given, const Date& received);

/// The way to the phases in which an issue is not handled any more, or not by itself.
Given at_end(IssuePhase phase);

/// Brings an issue from `recorded` to a phase by the acts that lead there, day by day until
/// 9 March 2021, and reopens it on the 10th.
Given at(IssuePhase phase);

Given at_end(IssuePhase phase);

IssueState state_of(const Given& given);

/// The state after an act that was accepted.
IssueState after(Given given, Role role, const std::string& user, const Date& on,
                 const Command& command,
                 std::source_location where = std::source_location::current());

}  // namespace langnghe::domain::spec
