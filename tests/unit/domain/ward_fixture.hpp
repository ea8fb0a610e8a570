#pragma once

#include "unit/domain/given.hpp"
#include "unit/domain/holiday_table.hpp"

/// A ward with two neighbourhoods, three officials, the calendar of 2021 and the default time
/// limits, and a dialogue on the evening of Friday 12 March 2021 brought to each phase.
namespace langnghe::domain::spec {

inline const KhomId kTanMy{"tan-my"};
inline const KhomId kSaNhien{"sa-nhien"};
inline const OfficialId kHead{"head"};
inline const OfficialId kDeputy{"deputy"};
inline const OfficialId kReception{"reception"};
inline const DialogueId kMeeting{"d-1"};
inline const StreamId kMeetingStream = stream_of(kMeeting);
inline const ResidentId kSpeaker{"r-1"};
inline const Date kMeetingDay = day("2021-03-12");
inline constexpr std::chrono::minutes kEvening{19 * 60 + 30};
inline constexpr std::chrono::minutes kNight{21 * 60};

WardEstablished tan_quy_dong();

Policy default_policy();

CalendarAdopted adopted_calendar();

using Past = std::vector<Emitted>;

Past operator+(Past past, const Past& more);

Past a_ward();

inline const DelegationId kDelegated{"uq-1"};

/// The head lets the reception officer sign notices and letters by authorisation until June.
SigningDelegated a_delegation();

Past settings();

ScheduleDialogue schedule();

DialogueScheduled scheduled();

AttendanceRecorded attendance();

SealedText sealed(const ResidentId& whose, std::string ciphertext = "c2VhbGVk");

RaisedIssue raised(std::string id);

OpinionRecorded opinion(std::string id, int order, std::vector<IssueId> issues);

IssueRecorded issue_of(std::string opinion_id);

Past a_scheduled_meeting();

Past an_open_meeting();

/// A known speaker raised one matter; attendance is recorded.
Past a_meeting_with_an_opinion();

Past a_closed_meeting();

Past signed_minutes();

Past concluded();

Attachment a_photograph();

}  // namespace langnghe::domain::spec
