#include "samples.hpp"

#include <chrono>
#include <utility>

namespace langnghe::codec::test {
namespace {

using namespace domain;
using namespace std::chrono_literals;
using std::chrono::year;

Date day(int y, unsigned m, unsigned d) {
  return Date(year(y), std::chrono::month(m), std::chrono::day(d));
}

SealedText sealed(const char* ciphertext) {
  return {ResidentId{"resident-7"}, ciphertext};
}

/// All samples of one stream.
template <class Family>
void add(std::vector<Emitted>& samples, const StreamId& stream, std::vector<Family> events) {
  for (auto& event : events) {
    samples.push_back({stream, Event(std::move(event))});
  }
}

std::vector<WardEvent> ward_samples() {
  return {
      WardEstablished{"phường Tân Quy Đông", "Tân Quy Đông", "ỦY BAN NHÂN DÂN PHƯỜNG TÂN QUY ĐÔNG",
                      "UBND", "Sa Đéc", "Đồng Tháp"},
      KhomAdded{KhomId{"tan-my"}, "khóm Tân Mỹ", true, day(2021, 1, 1)},
      KhomRenamed{KhomId{"tan-my"}, "khóm Tân Mỹ 1", day(2021, 7, 1)},
      KhomClosed{KhomId{"tan-my"}, day(2021, 12, 31), "sáp nhập"},
      OfficialAppointed{OfficialId{"official-3"}, "Nguyễn Văn A", "Chủ tịch", "UBND phường",
                        day(2020, 6, 15)},
      OfficialLeft{OfficialId{"official-3"}, day(2021, 9, 30)},
      ReportRouteAdopted{"Ủy ban nhân dân thành phố Sa Đéc", "Phòng Nội vụ thành phố",
                         day(2021, 1, 1)},
      NumberingAdopted{NumberingMode::per_type, day(2021, 1, 1)},
  };
}

Policy policy() {
  Policy policy;
  policy.version = 2;
  policy.valid_from = day(2021, 1, 4);
  policy.basis = "Luật Tiếp công dân 2013, Điều 28";
  policy.first_reply = {10, DayUnit::working_days};
  policy.assign = {2, DayUnit::working_days};
  policy.forward = {5, DayUnit::working_days};
  policy.settle_simple = {30, DayUnit::calendar_days};
  policy.settle_complex = {60, DayUnit::calendar_days};
  policy.notice_after_settlement = {3, DayUnit::working_days};
  policy.publish_result = {7, DayUnit::working_days};
  policy.extensions_max = 2;
  policy.extension_days_max = 15;
  policy.announce_days_before = 5;
  policy.dialogues_per_quarter = 2;
  policy.late_entry_days = 3;
  policy.office_hours = {{7h + 30min, 11h + 30min}, {13h + 30min, 17h}};
  policy.fields = {{FieldCode{"ROADS"}, "Giao thông", "Roads"},
                   {FieldCode{"WATER"}, "Cấp thoát nước", "Water"}};
  return policy;
}

void add_settings(std::vector<Emitted>& all) {
  add<CalendarEvent>(all, calendar_stream(),
                     {CalendarAdopted{3,
                                      {day(2021, 1, 1), day(2021, 2, 10)},
                                      {day(2021, 2, 27)},
                                      2021,
                                      "Thông báo 4875/TB-LĐTBXH"}});
  add<PolicyEvent>(all, policy_stream(), {PolicyAdopted{policy()}});
}

void add_plan(std::vector<Emitted>& all) {
  add<PlanEvent>(
      all, plan_stream(2021),
      {PlanDrafted{2021,
                   "Kế hoạch đối thoại năm 2021",
                   "Luật Tổ chức chính quyền địa phương",
                   {{KhomId{"tan-my"}, {1, 2, 1, 2}}, {KhomId{"sa-nhien"}, {1, 1, 1, 1}}}},
       PlanApproved{5, "05/KH-UBND", day(2021, 1, 5), OfficialId{"official-3"}},
       PlanPublished{{"trụ sở khóm Tân Mỹ", "loa truyền thanh"}}});
}

void add_dialogue(std::vector<Emitted>& all) {
  const DialogueId dialogue{"dialogue-1"};
  add<DialogueEvent>(
      all, stream_of(dialogue),
      {DialogueScheduled{KhomId{"tan-my"},
                         day(2021, 3, 12),
                         19h + 30min,
                         21h,
                         {VenueKind::household, "", sealed("dia-chi")},
                         DialogueFormat::round_table,
                         OfficialId{"official-3"},
                         "đường hẻm 12, cống thoát nước",
                         true},
       DialogueAnnounced{"04/GM-UBND", {"loa truyền thanh", "giấy mời"}, 4, true},
       DialogueOpened{19h + 35min, OfficialId{"official-4"}, true},
       AttendanceRecorded{27, {OfficialId{"official-3"}, OfficialId{"official-4"}}, {"MTTQ"}},
       OpinionRecorded{OpinionId{"opinion-1"},
                       1,
                       ResidentId{"resident-7"},
                       true,
                       sealed("loi-noi"),
                       {IssueId{"issue-1"}, IssueId{"issue-2"}}},
       DialogueClosed{21h + 5min, 27, 9, 12},
       MinutesSigned{3,
                     "03/BB-UBND",
                     day(2021, 3, 15),
                     {OfficialId{"official-3"}, OfficialId{"official-5"}},
                     7,
                     1,
                     4,
                     1}});
}

void add_intake(std::vector<Emitted>& all, const StreamId& stream) {
  add<IssueEvent>(
      all, stream,
      {IssueRecorded{DialogueId{"dialogue-1"}, OpinionId{"opinion-1"}, KhomId{"tan-my"},
                     ResidentId{"resident-7"}, day(2021, 3, 12), "Hẻm 12 ngập khi triều cường",
                     FieldCode{"ROADS"}, true},
       AnsweredOnTheSpot{"Đã có trong kế hoạch quý II", OfficialId{"official-3"}, false},
       Noted{"góp ý chung"},
       IssueClassified{IssueType::petition,
                       FieldCode{"WATER"},
                       Complexity::complex,
                       2,
                       3,
                       day(2021, 3, 26),
                       day(2021, 5, 11),
                       true,
                       {60, DayUnit::calendar_days}}});
}

void add_handling(std::vector<Emitted>& all, const StreamId& stream) {
  add<IssueEvent>(
      all, stream,
      {IssueAssigned{UserId{"officer_1"}, "Địa chính - Xây dựng", day(2021, 4, 1)},
       AssignmentAccepted{},
       ProgressNoted{"Đã khảo sát \"hiện trường\"\nngày 20/3", NoteVisibility::internal},
       ExtensionRequested{10, "chờ vật tư", true},
       ExtensionApproved{1, 10, day(2021, 5, 11), day(2021, 5, 25), 3},
       ExtensionRefused{"không đủ lý do"},
       HandedOver{IssueType::denunciation, DialogueId{"dialogue-1"}, day(2021, 3, 12), 4, "12/SĐ",
                  OfficialId{"official-6"}},
       IssueForwarded{"Điện lực Sa Đéc", "15/CV-UBND", "thay trụ điện", true},
       ForwardAcknowledged{"220/ĐLSĐ"}, ExternalResultReceived{"260/ĐLSĐ", "đã thay trụ điện"},
       ExternalResultTold{DeliveryMethod::khom_head}});
}

void add_answer(std::vector<Emitted>& all, const StreamId& stream) {
  add<IssueEvent>(
      all, stream,
      {AnswerDrafted{2, Outcome::planned_budget, "Sẽ nâng cấp trong quý III", "Quyết định 12"},
       AnswerSentBack{1, "thiếu mốc thời gian"}, AnswerApproved{2, "người soạn thảo duy nhất"},
       NoticeIssued{12, "12/TB-UBND", day(2021, 5, 20), OfficialId{"official-3"},
                    SigningCapacity::kt},
       NoticeDelivered{DeliveryMethod::read_at_dialogue}, IssueClosed{Outcome::warned},
       FeedbackAsked{"điện thoại"}, FeedbackRecorded{Verdict::partly, false, sealed("nhan-xet")},
       IssueReopened{1, "ngập lại", 2, 3, day(2021, 8, 2), {30, DayUnit::calendar_days}}});
}

void add_report(std::vector<Emitted>& all) {
  add<ReportEvent>(all, report_stream("calendar", "2021-Q1"),
                   {FiguresFrozen{1'234, 1, std::string(64, 'a'), true},
                    ReportDrafted{"Quý I tổ chức 5 buổi đối thoại."},
                    ReportSigned{8, "08/BC-UBND", day(2021, 4, 2), OfficialId{"official-3"},
                                 SigningCapacity::kt},
                    ReportSubmitted{"UBND thành phố Sa Đéc", "Phòng Nội vụ", "trục liên thông"},
                    ReportAcknowledged{"BN-2021-77"}});
  add<RegisterEvent>(all, register_stream(2021),
                     {NumberTaken{12, DocumentType::notice, "12/TB-UBND", day(2021, 5, 20),
                                  StreamId{"issue-issue-1"}}});
}

void add_people(std::vector<Emitted>& all) {
  const ResidentId resident{"resident-7"};
  add<ResidentEvent>(
      all, stream_of(resident),
      {ResidentRegistered{KhomId{"tan-my"}, true, sealed("ten"), sealed("so"), sealed("dia-chi")}});
  const UserId user{"cchc_officer"};
  add<UserEvent>(all, stream_of(user),
                 {UserRegistered{"Trần Thị B", OfficialId{"official-4"}},
                  RoleGranted{Role::khom_head, {KhomId{"tan-my"}}}, RoleRevoked{Role::khom_head},
                  UserDisabled{"nghỉ thai sản"}, UserEnabled{"trở lại"}});
}

}  // namespace

std::vector<Emitted> samples() {
  std::vector<Emitted> all;
  add(all, ward_stream(), ward_samples());
  add_settings(all);
  add_plan(all);
  add_dialogue(all);
  const auto issue = stream_of(IssueId{"issue-1"});
  add_intake(all, issue);
  add_handling(all, issue);
  add_answer(all, issue);
  add_report(all);
  add_people(all);
  return all;
}

}  // namespace langnghe::codec::test
