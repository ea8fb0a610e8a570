#include "unit/domain/ward_fixture.hpp"

namespace langnghe::domain::spec {

WardEstablished tan_quy_dong() {
  return {"phường Tân Quy Đông",
          "Tân Quy Đông",
          "ỦY BAN NHÂN DÂN PHƯỜNG TÂN QUY ĐÔNG",
          "UBND",
          "Sa Đéc",
          "Đồng Tháp"};
}

Policy default_policy() {
  Policy policy;
  policy.version = 1;
  policy.valid_from = day("2021-01-01");
  policy.basis = "Kế hoạch 05/KH-UBND";
  policy.first_reply = {10, DayUnit::working_days};
  policy.assign = {2, DayUnit::working_days};
  policy.forward = {5, DayUnit::working_days};
  policy.settle_simple = {15, DayUnit::working_days};
  policy.settle_complex = {30, DayUnit::calendar_days};
  policy.notice_after_settlement = {3, DayUnit::working_days};
  policy.publish_result = {10, DayUnit::calendar_days};
  policy.extensions_max = 1;
  policy.extension_days_max = 15;
  policy.announce_days_before = 7;
  policy.late_entry_days = 3;
  policy.approaching_days = 3;
  policy.pause_days_max = 30;
  policy.missed_grace_hours = 24;
  policy.recommendation_answer = {15, DayUnit::working_days};
  policy.refusal_notice = {3, DayUnit::working_days};
  policy.retention_years = 20;
  policy.office_hours = {{std::chrono::minutes{7 * 60}, std::chrono::minutes{11 * 60 + 30}},
                         {std::chrono::minutes{13 * 60 + 30}, std::chrono::minutes{17 * 60}}};
  policy.fields = {{{"ROADS"}, "Giao thông", "Roads"}, {{"LIGHTING"}, "Chiếu sáng", "Lighting"}};
  return policy;
}

CalendarAdopted adopted_calendar() {
  const WorkingCalendar table = vietnam_calendar();
  return {1,
          {table.days_off.begin(), table.days_off.end()},
          {table.worked_days.begin(), table.worked_days.end()},
          table.confirmed_through,
          table.basis};
}

Past operator+(Past past, const Past& more) {
  past.insert(past.end(), more.begin(), more.end());
  return past;
}

Past a_ward() {
  return {
      {ward_stream(), tan_quy_dong()},
      {ward_stream(), KhomAdded{kTanMy, "Tân Mỹ", false, day("2015-01-01"), {}}},
      {ward_stream(), KhomAdded{kSaNhien, "Sa Nhiên", false, day("2015-01-01"), {}}},
      {ward_stream(), OfficialAppointed{kHead, "A", "Chủ tịch", "UBND", day("2020-01-01")}},
      {ward_stream(), OfficialAppointed{kDeputy, "B", "Phó Chủ tịch", "UBND", day("2020-01-01")}},
      {ward_stream(),
       OfficialAppointed{kReception, "C", "Công chức", "Tiếp công dân", day("2020-01-01")}}};
}

SigningDelegated a_delegation() {
  return {kDelegated,    kHead, kReception, SigningCapacity::tuq, {"TB", "CV"},
          "02/GUQ-UBND", kPast, kPast,      day("2021-06-30")};
}

Past settings() {
  return {{policy_stream(), PolicyAdopted{default_policy()}},
          {calendar_stream(), adopted_calendar()}};
}

ScheduleDialogue schedule() {
  return {kMeeting,
          kTanMy,
          kMeetingDay,
          kEvening,
          kNight,
          Venue{VenueKind::khom_office, "Văn phòng khóm Tân Mỹ", std::nullopt},
          DialogueFormat::dialogue,
          kHead,
          "Đường, đèn, rác"};
}

DialogueScheduled scheduled() {
  const ScheduleDialogue what = schedule();
  return {what.khom,   what.date,  what.start,  what.end, what.venue,
          what.format, what.chair, what.topics, true};
}

AttendanceRecorded attendance() {
  return {23, {kHead, kReception}, {"Mặt trận"}};
}

SealedText sealed(const ResidentId& whose, std::string ciphertext) {
  return {whose, std::move(ciphertext)};
}

RaisedIssue raised(std::string id) {
  return {{std::move(id)}, "Đường hẻm ngập nước", {"ROADS"}, false};
}

OpinionRecorded opinion(std::string id, int order, std::vector<IssueId> issues) {
  return {{std::move(id)}, order, kSpeaker, false, sealed(kSpeaker), std::move(issues)};
}

IssueRecorded issue_of(std::string opinion_id) {
  IssueRecorded issue;
  issue.dialogue = kMeeting;
  issue.opinion = {std::move(opinion_id)};
  issue.khom = kTanMy;
  issue.resident = kSpeaker;
  issue.received = kMeetingDay;
  issue.subject = "Đường hẻm ngập nước";
  issue.field = {"ROADS"};
  return issue;
}

Past a_scheduled_meeting() {
  return a_ward() + settings() + Past{{kMeetingStream, scheduled()}};
}

Past an_open_meeting() {
  return a_scheduled_meeting() + Past{{kMeetingStream, DialogueOpened{kEvening, kHead, false}}};
}

Past a_meeting_with_an_opinion() {
  return an_open_meeting() +
         Past{{kMeetingStream, attendance()},
              {stream_of(kSpeaker), ResidentRegistered{kTanMy, false, sealed(kSpeaker), {}, {}}},
              {kMeetingStream, opinion("op-1", 1, {{"i-1"}})},
              {stream_of(IssueId{"i-1"}), issue_of("op-1")}};
}

Past a_closed_meeting() {
  return a_meeting_with_an_opinion() + Past{{kMeetingStream, PresentationSkipped{"Buổi đầu tiên"}},
                                            {kMeetingStream, DialogueClosed{kNight, 23, 1, 1}}};
}

Past signed_minutes() {
  return a_closed_meeting() +
         Past{{kMeetingStream, MinutesSigned{1, "01/BB-UBND", kMeetingDay, {kHead}, 0, 0, 1, 0}}};
}

Past concluded() {
  return signed_minutes() + Past{{kMeetingStream, ConclusionPublished{1,
                                                                      "01/TB-UBND",
                                                                      kMeetingDay,
                                                                      kHead,
                                                                      "Kết luận",
                                                                      {"Trụ sở"},
                                                                      kMeetingDay,
                                                                      false}}};
}

Attachment a_photograph() {
  return {std::string(64, 'a'), "image/jpeg", 1024};
}

}  // namespace langnghe::domain::spec
