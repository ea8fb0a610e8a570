#include "acts_at_work.hpp"
#include "office_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

const UserId kUser{"u-1"};
const IssueId kMatter{"i-1"};
const RecommendationId kAsked{"kn-1"};
const Instant kLinkExpires = noon(day("2021-07-02"));

Past an_account() {
  return a_ward() + Past{{stream_of(kUser), UserRegistered{"Nguyễn A", std::nullopt}}};
}

Past a_classified_issue() {
  IssueClassified classified;
  classified.type = IssueType::petition;
  classified.field = {"ROADS"};
  classified.policy_version = 1;
  classified.calendar_version = 1;
  classified.first_reply_due = day("2021-03-26");
  classified.original_due = day("2021-04-02");
  classified.term = {15, DayUnit::working_days};
  classified.start = kMeetingDay;
  return a_ward() + settings() +
         Past{{stream_of(kMatter), issue_of("op-1")}, {stream_of(kMatter), classified}};
}

AdoptCalendar one_more_holiday() {
  CalendarAdopted now = adopted_calendar();
  now.days_off.push_back(day("2021-03-30"));
  return {now.days_off, now.worked_days, now.confirmed_through, now.basis, {kMatter}};
}

AdoptPolicy one_more_day() {
  Policy policy = default_policy();
  policy.settle_simple.days = 16;
  return {policy, {kMatter}};
}

ImportIssues an_old_list() {
  ImportedIssue open;
  open.issue = {"i-old-1"};
  open.external_id = "1";
  open.row = 1;
  open.khom = kTanMy;
  open.received = day("2021-02-01");
  open.subject = "Đèn hẻm 5";
  open.field = {"LIGHTING"};
  ImportedIssue ended = open;
  ended.issue = {"i-old-2"};
  ended.external_id = "2";
  ended.row = 2;
  ended.ended_on = day("2021-02-15");
  return {"so-tiep-dan-2021", std::string(64, 'c'), {open, ended}};
}

Past with_a_notice() {
  return a_ward() + Past{{register_stream(2021), NumberTaken{4, DocumentType::notice, "04/TB-UBND",
                                                             kPast, stream_of(kMatter)}}};
}

PaperRecorded a_recorded_notice() {
  return {PaperKind::notice,   stream_of(kMatter), "04/TB-UBND", 40, std::string(64, 'a'), 0,
          std::string(64, 'b')};
}

}  // namespace

std::vector<ActAtWork> ward_acts() {
  const Date first = day("2021-07-01");
  return {
      {EstablishWard{tan_quy_dong()}, given()},
      {AddKhom{{{"moi"}, "Khóm mới", true, first, {}}}, given(a_ward())},
      {RenameKhom{{kTanMy, "Tân Mỹ 1", first}}, given(a_ward())},
      {MergeKhoms{{{kTanMy, kSaNhien}, {"tan-sa"}, "Tân Sa", false, first, "NQ 04/NQ-HĐND"}},
       given(a_ward())},
      {CloseKhom{{kTanMy, first, "Giải thể"}}, given(a_ward())},
      {AppointOfficial{{{"o-2"}, "D", "Công chức", "Địa chính", first}}, given(a_ward())},
      {RecordOfficialLeft{{kDeputy, first}}, given(a_ward())},
      {AdoptReportRoute{{"UBND tỉnh", "", first}}, given(a_ward())},
      {AdoptNumbering{{NumberingMode::per_type, first}}, given(a_ward())},
      {AdoptTemplate{{"TB", 0, first, "Kính gửi {addressee}", "NĐ 30/2020"}}, given(a_ward())},
      {AdoptRecipients{{PaperKind::notice, {"Người có ý kiến", "Lưu: VT"}, first, "Quy chế"}},
       given(a_ward())},
      {ConfirmTime{{noon(kToday), "Đã so giờ"}}, given(a_ward())},
      {an_old_list(), given(a_ward() + settings())},
      {one_more_holiday(), given(a_classified_issue())},
      {one_more_day(), given(a_classified_issue())},
      {VoidNumber{2021, DocumentType::notice, 1, "In hỏng"}, given(a_ward())},
      {AllowNumber{2021, DocumentType::notice, 9, kPast, "Vào sổ muộn"}, given(a_ward())},
      {RecordPaper{2021, a_recorded_notice()}, given(with_a_notice())},
      {RecordSignedFile{2021,
                        "04/TB-UBND",
                        {{std::string(64, 'd'), "application/pdf", 2'048}},
                        kHead,
                        kPast,
                        {}},
       given(with_a_notice())},
      {DelegateSigning{a_delegation()}, given(a_ward())},
      {RevokeDelegation{{kDelegated, day("2021-03-31"), "Chuyển công tác"}},
       given(a_ward() + Past{{ward_stream(), a_delegation()}})},
  };
}

std::vector<ActAtWork> account_acts() {
  const StreamId account = stream_of(kUser);
  const Past supervised =
      a_ward() + Past{{supervision_stream(),
                       RecommendationMade{
                           kAsked, "HĐND", "Bổ sung đèn", "Luật", {}, day("2021-03-31"), 1, 1}}};
  return {
      {RegisterUser{kUser, {"Nguyễn A", kHead}}, given(a_ward())},
      {GrantRole{kUser, {Role::officer, {}}}, given(an_account())},
      {RevokeRole{kUser, Role::officer},
       given(an_account() + Past{{account, RoleGranted{Role::officer, {}}}})},
      {DisableUser{kUser, "Nghỉ việc"}, given(an_account())},
      {EnableUser{kUser, "Trở lại"}, given(an_account() + Past{{account, UserDisabled{"Nghỉ"}}})},
      {SetPassword{kUser, PasswordMeans::own_password},
       given(an_account()).by(Role::clerk, kUser.value)},
      {MakeSignInLink{kUser, kLinkExpires}, given(an_account())},
      {MakeToken{kUser, "3f9a2b7c11d0", "bảng tin", kLinkExpires}, given(an_account())},
      {TurnOnSecondFactor{kUser}, given(an_account()).by(Role::clerk, kUser.value)},
      {TurnOffSecondFactor{kUser}, given(an_account())},
      {MakeRecommendation{kAsked, "HĐND", "Bổ sung đèn", "Luật", {}}, given(a_ward() + settings())},
      {AnswerRecommendation{kAsked, "Đã đưa vào kế hoạch", ""}, given(supervised)},
      {RecordSealedRead{kSpeaker, stream_of(kSpeaker), "Trả lời người dân"},
       given(person_at(ResidentPhase::identified))},
      {RegisterTakedown{{"td-1"}, kMeetingStream, "Trang điện tử", "Lộ thông tin", "09/QĐ-UBND"},
       given(a_ward())},
  };
}

std::vector<ActAtWork> plan_acts() {
  const Past approved = plan_at(PlanPhase::approved);
  const DialogueId late{"d-late"};
  DialogueScheduled meeting = scheduled();
  meeting.date = day("2021-04-05");
  const Past missed = approved + Past{{kYearsPlan, ObligationMissed{kTanMy, 1, 1, 0}},
                                      {stream_of(late), meeting},
                                      {stream_of(late), DialogueOpened{kEvening, kHead, false}}};
  return {
      {DraftPlan{years_plan()}, given(plan_at(PlanPhase::absent))},
      {ApprovePlan{2021, std::nullopt, kHead}, given(plan_at(PlanPhase::drafted))},
      {PublishPlan{2021, {"Trụ sở"}}, given(approved)},
      {AmendPlan{2021, "Thêm một buổi", {{kTanMy, {2, 1, 1, 1}}}}, given(approved)},
      {AmendPlan{2021, "Bớt một buổi", {{kTanMy, {0, 1, 1, 1}}}}, given(missed)},
      {MarkObligationMissed{2021, kTanMy, 1, {}}, given(approved).on(day("2021-04-04"))},
      {CreditLateDialogue{2021, kTanMy, 1, late, "Do dịch bệnh"},
       given(missed).on(day("2021-04-06"))},
      {ClosePlan{2021, "Họp sớm hơn"}, given(approved).on(day("2022-01-04"))},
  };
}

std::vector<ActAtWork> report_acts() {
  const ReportKey& key = kQuarterReport;
  const auto at_phase = [](ReportPhase phase) { return given(report_at(phase)).on(kReportDay); };
  return {
      {FreezeFigures{key, 420, 1, std::string(64, 'a'), false}, at_phase(ReportPhase::open)},
      {DraftReport{key, "Đã tổ chức 5 buổi"}, at_phase(ReportPhase::frozen)},
      {SendBackReport{key, "Nêu rõ hơn"}, at_phase(ReportPhase::drafted)},
      {SignReport{key, {}, kHead, SigningCapacity::tm}, at_phase(ReportPhase::drafted)},
      {SubmitReport{key, "Trục"}, at_phase(ReportPhase::signed_)},
      {AcknowledgeReport{key, "Đến 112"}, at_phase(ReportPhase::submitted)},
      {ReturnReport{key, "Thiếu phụ lục"}, at_phase(ReportPhase::submitted)},
      {SupplementReport{
           key, 500, 1, std::string(64, 'b'), {{"issues.new", "12", "13"}}, {421}, "Nhập bổ sung"},
       at_phase(ReportPhase::submitted)},
  };
}

std::vector<ActAtWork> resident_acts() {
  const auto known = [] { return given(person_at(ResidentPhase::identified)); };
  return {
      {ChangeContact{kSpeaker, std::nullopt, sealed(kSpeaker), std::nullopt, "Đổi số"}, known()},
      {WithholdIdentity{kSpeaker, "Sợ bị trả thù"}, known()},
      {RevealIdentity{kSpeaker, "Đồng ý nêu tên"}, given(person_at(ResidentPhase::withheld))},
      {DestroyKey{kSpeaker, ErasureGround::lawful_request, "Theo yêu cầu", "12/QĐ-UBND", kPast, {}},
       known()},
  };
}

}  // namespace langnghe::domain::spec
