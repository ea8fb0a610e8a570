#include "acts_at_work.hpp"
#include "office_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

Given at_meeting(DialoguePhase phase) {
  return given(meeting_at(phase)).on(kMeetingDay);
}

Past with_an_earlier_issue() {
  IssueRecorded earlier = issue_of("op-0");
  earlier.dialogue = {"d-0"};
  return meeting_at(DialoguePhase::opened) + Past{{stream_of(IssueId{"i-0"}), earlier}};
}

RecordOpinion a_new_speaker() {
  const ResidentId neighbour{"r-2"};
  return {kMeeting,       {"op-2"},
          neighbour,      NewResident{neighbour, sealed(neighbour), {}, {}},
          false,          sealed(neighbour),
          {raised("i-2")}};
}

}  // namespace

std::vector<ActAtWork> meeting_acts() {
  using enum DialoguePhase;
  const Past invited = meeting_at(announced) +
                       Past{{kMeetingStream, ParticipantInvited{"Mặt trận", "Giám sát", true}}};
  return {
      {schedule(), given(meeting_at(absent))},
      {AnnounceDialogue{kMeeting, "05/GM-UBND", {"Loa"}}, given(meeting_at(scheduled))},
      {InviteParticipant{kMeeting, "Mặt trận", "Giám sát", true}, given(meeting_at(scheduled))},
      {AnswerInvitation{kMeeting, "Mặt trận", true, ""}, given(invited)},
      {PostponeDialogue{kMeeting, "Mưa lớn", day("2021-03-19"), {}}, given(meeting_at(announced))},
      {RearrangeDialogue{kMeeting,
                         "Văn phòng khóm sửa chữa",
                         {},
                         {},
                         {},
                         Venue{VenueKind::other, "Trường tiểu học", {}},
                         {}},
       given(meeting_at(announced))},
      {CancelDialogue{kMeeting, "Trùng lịch"}, given(meeting_at(announced))},
      {MarkDialogueMissed{kMeeting}, given(meeting_at(announced)).on(day("2021-03-17"))},
      {OpenDialogue{kMeeting, kEvening, kHead}, at_meeting(announced)},
      {OpenDialogue{kMeeting, kEvening, kHead},
       given(a_scheduled_meeting() + Past{{kMeetingStream, DialogueMissed{kMeetingDay}}})
           .on(kMeetingDay)},
      {RecordAttendance{kMeeting, attendance()}, at_meeting(opened)},
      {PresentPreviousResults{kMeeting, {{"i-0"}}, "Đã nạo vét xong"},
       given(with_an_earlier_issue()).on(kMeetingDay)},
      {SkipPresentation{kMeeting, "Buổi đầu tiên"}, at_meeting(opened)},
      {a_new_speaker(), at_meeting(opened)},
      {ConfirmOpinion{kMeeting, {"op-1"}, ConfirmationMethod::signature, {a_photograph()}},
       at_meeting(opened)},
      {DeclineConfirmation{kMeeting, {"op-1"}, "Đã về"}, at_meeting(opened)},
      {RedirectDenunciation{kMeeting, {"i-x"}, 2, "15/TC", kReception}, at_meeting(opened)},
      {CloseDialogue{kMeeting, kNight}, at_meeting(opened)},
      {SignMinutes{kMeeting, std::nullopt, {kHead}, {{"i-1"}}}, at_meeting(closed)},
      {RefuseSignature{kMeeting, "Đại diện khóm", "Chưa đồng ý"}, at_meeting(closed)},
      {SignAddendum{kMeeting, "Bổ sung ý kiến số 3", {kHead}}, at_meeting(minutes_signed)},
      {PublishConclusion{kMeeting, std::nullopt, kHead, "Giao địa chính", {"Trụ sở"}},
       at_meeting(minutes_signed)},
  };
}

}  // namespace langnghe::domain::spec
