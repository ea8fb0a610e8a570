#include "unit/domain/office_fixture.hpp"

namespace langnghe::domain::spec {

PlanDrafted years_plan() {
  return {2021,
          "Kế hoạch đối thoại năm 2021",
          "Quyết định 217-QĐ/TW",
          {{kTanMy, {1, 1, 1, 1}}, {kSaNhien, {1, 1, 1, 1}}}};
}

Past plan_at(PlanPhase phase) {
  const Past drafted = a_ward() + settings() + Past{{kYearsPlan, years_plan()}};
  const Past approved =
      drafted + Past{{kYearsPlan, PlanApproved{5, "05/KH-UBND", day("2021-01-05"), kHead}}};
  switch (phase) {
    case PlanPhase::absent:
      return a_ward() + settings();
    case PlanPhase::drafted:
      return drafted;
    case PlanPhase::approved:
      return approved;
    case PlanPhase::published:
      return approved + Past{{kYearsPlan, PlanPublished{{"Trụ sở"}}}};
    case PlanPhase::closed:
      return approved + Past{{kYearsPlan, PlanClosed{8, 8, 0, "Họp sớm hơn"}}};
  }
  return {};
}

Past meeting_at(DialoguePhase phase) {
  switch (phase) {
    case DialoguePhase::absent:
      return a_ward() + settings();
    case DialoguePhase::scheduled:
      return a_scheduled_meeting();
    case DialoguePhase::announced:
      return a_scheduled_meeting() +
             Past{{kMeetingStream, DialogueAnnounced{"", {"Loa"}, 7, false}}};
    case DialoguePhase::postponed:
      return a_scheduled_meeting() +
             Past{{kMeetingStream, DialoguePostponed{"Mưa lớn", kMeetingDay, {}, {}, true}}};
    case DialoguePhase::cancelled:
      return a_scheduled_meeting() + Past{{kMeetingStream, DialogueCancelled{"Trùng lịch"}}};
    case DialoguePhase::missed:
      return a_scheduled_meeting() + Past{{kMeetingStream, DialogueMissed{kMeetingDay}}};
    case DialoguePhase::opened:
      return a_meeting_with_an_opinion();
    case DialoguePhase::closed:
      return a_closed_meeting();
    case DialoguePhase::minutes_signed:
      return signed_minutes();
    case DialoguePhase::concluded:
      return concluded();
  }
  return {};
}

Past report_at(ReportPhase phase) {
  const Past open =
      a_ward() + Past{{ward_stream(),
                       ReportRouteAdopted{"UBND thành phố", "Phòng Nội vụ", day("2021-01-01")}}};
  const StreamId& report = kQuarterReportStream;
  const Past frozen = open + Past{{report, FiguresFrozen{420, 1, std::string(64, 'a'), false}}};
  const Past drafted = frozen + Past{{report, ReportDrafted{"Đã tổ chức 5 buổi"}}};
  const Past is_signed =
      drafted +
      Past{{report, ReportSigned{1, "01/BC-UBND", kReportDay, kHead, SigningCapacity::tm}}};
  const Past submitted =
      is_signed + Past{{report, ReportSubmitted{"UBND thành phố", "Phòng Nội vụ", "Trục"}}};
  switch (phase) {
    case ReportPhase::open:
      return open;
    case ReportPhase::frozen:
      return frozen;
    case ReportPhase::drafted:
      return drafted;
    case ReportPhase::sent_back:
      return drafted + Past{{report, ReportSentBack{"Nêu rõ hơn"}}};
    case ReportPhase::signed_:
      return is_signed;
    case ReportPhase::submitted:
      return submitted;
    case ReportPhase::acknowledged:
      return submitted + Past{{report, ReportAcknowledged{"Đến 112"}}};
    case ReportPhase::returned:
      return submitted + Past{{report, ReportReturned{"Thiếu phụ lục"}}};
  }
  return {};
}

Past person_at(ResidentPhase phase) {
  const StreamId person = stream_of(kSpeaker);
  const Past known = a_ward() + settings() +
                     Past{{person, ResidentRegistered{kTanMy, false, sealed(kSpeaker), {}, {}}}};
  switch (phase) {
    case ResidentPhase::absent:
      return a_ward() + settings();
    case ResidentPhase::identified:
      return known;
    case ResidentPhase::anonymous:
      return a_ward() + settings() + Past{{person, ResidentRegistered{kTanMy, true, {}, {}, {}}}};
    case ResidentPhase::withheld:
      return known + Past{{person, IdentityWithheld{"Sợ bị trả thù"}}};
    case ResidentPhase::erased:
      return known + Past{{person, KeyDestroyed{ErasureGround::lawful_request, "Theo yêu cầu",
                                                "12/QĐ-UBND", kPast}}};
  }
  return {};
}

}  // namespace langnghe::domain::spec
