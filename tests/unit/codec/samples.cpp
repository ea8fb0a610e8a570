#include "samples.hpp"

#include <chrono>
#include <utility>

#include "sample_values.hpp"

namespace langnghe::codec::test {
namespace {

using namespace domain;
using namespace std::chrono_literals;

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
      KhomAdded{KhomId{"tan-my"}, "khóm Tân Mỹ", true, day(2021, 1, 1), "xã Tân Quy Tây"},
      KhomRenamed{KhomId{"tan-my"}, "khóm Tân Mỹ 1", day(2021, 7, 1)},
      KhomClosed{KhomId{"tan-my"}, day(2021, 12, 31), "sáp nhập"},
      OfficialAppointed{OfficialId{"official-3"}, "Nguyễn Văn A", "Chủ tịch", "UBND phường",
                        day(2020, 6, 15), Office::deputy},
      SigningDelegated{DelegationId{"uq-1"},
                       OfficialId{"official-3"},
                       OfficialId{"official-4"},
                       SigningCapacity::tuq,
                       {"TB", "CV"},
                       "02/GUQ-UBND",
                       day(2021, 3, 1),
                       day(2021, 3, 2),
                       day(2021, 6, 30)},
      DelegationRevoked{DelegationId{"uq-1"}, day(2021, 5, 31), "chuyển công tác"},
      OfficialLeft{OfficialId{"official-3"}, day(2021, 9, 30)},
      ReportRouteAdopted{"Ủy ban nhân dân thành phố Sa Đéc", "Phòng Nội vụ thành phố",
                         day(2021, 1, 1), Term{5, DayUnit::working_days}},
      NumberingAdopted{NumberingMode::per_type, day(2021, 1, 1)},
      KhomsMerged{{KhomId{"tan-my"}, KhomId{"sa-nhien"}},
                  KhomId{"tan-nhien"},
                  "khóm Tân Nhiên",
                  true,
                  day(2022, 1, 1),
                  "Nghị quyết 30/NQ-HĐND"},
      TemplateAdopted{"TB",
                      2,
                      day(2021, 6, 1),
                      "Thông báo số {number}",
                      "Quyết định 14/QĐ-UBND",
                      PaperKind::notice,
                      {scan()}},
      RecipientsAdopted{
          PaperKind::notice, {"Người có ý kiến", "Lưu: VT"}, day(2021, 6, 1), "Quy chế văn thư"},
      TimeConfirmed{std::chrono::sys_days(day(2021, 6, 1)) + std::chrono::hours(2),
                    "Đã so với đồng hồ của bưu điện"},
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
  policy.approaching_days = 4;
  policy.pause_days_max = 45;
  policy.missed_grace_hours = 12;
  policy.recommendation_answer = {20, DayUnit::calendar_days};
  policy.refusal_notice = {5, DayUnit::working_days};
  policy.retention_years = 10;
  policy.office_hours = {{7h + 30min, 11h + 30min}, {13h + 30min, 17h}};
  policy.fields = {{FieldCode{"ROADS"}, "Giao thông", "Roads"},
                   {FieldCode{"WATER"}, "Cấp thoát nước", "Water"}};
  policy.delivery_proof = {
      {DeliveryMethod::in_person, {ProofPart::recipient, ProofPart::acknowledgement}},
      {DeliveryMethod::post, {ProofPart::reference, ProofPart::files}}};
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
       PlanApproved{5, "05/KH-UBND", day(2021, 1, 5), OfficialId{"official-3"},
                    SigningCapacity::kt},
       PlanPublished{{"trụ sở khóm Tân Mỹ", "loa truyền thanh"}},
       PlanAmended{2,
                   "thêm khóm mới",
                   {{KhomId{"tan-my"}, {2, 2, 2, 2}}},
                   OfficialId{"official-3"},
                   SigningCapacity::kt},
       ObligationMissed{KhomId{"sa-nhien"}, 2, 2, 1},
       ObligationMissRetracted{KhomId{"sa-nhien"}, 2},
       LateDialogueCredited{KhomId{"sa-nhien"}, 2, DialogueId{"dialogue-9"}, day(2021, 7, 8),
                            "giãn cách xã hội"},
       PlanClosed{8, 6, 1, "lập lịch sớm hơn"}});
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
                         true,
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
                     1,
                     {IssueId{"issue-1"}}}});
  add<DialogueEvent>(
      all, stream_of(dialogue),
      {ParticipantInvited{"Điện lực Sa Đéc", "trả lời về đèn đường", true},
       InvitationAnswered{"Điện lực Sa Đéc", true, "cử phó giám đốc"},
       DialoguePostponed{"mưa lớn", day(2021, 3, 12), day(2021, 3, 19), 19h, true, true},
       DialogueRearranged{"văn phòng khóm sửa chữa",
                          KhomId{"tan-my"},
                          19h,
                          20h + 30min,
                          {VenueKind::other, "Trường tiểu học", {}},
                          OfficialId{"official-4"},
                          true,
                          true,
                          true},
       DialogueCancelled{"giãn cách xã hội"}, DialogueMissed{day(2021, 3, 12)},
       DialogueMissRetracted{day(2021, 3, 12)},
       PreviousResultsPresented{{IssueId{"issue-8"}, IssueId{"issue-9"}}, "hai việc đã xong"},
       PresentationSkipped{"buổi đối thoại đầu tiên"},
       OpinionConfirmed{OpinionId{"opinion-1"}, ConfirmationMethod::fingerprint, {scan()}},
       ConfirmationDeclined{OpinionId{"opinion-1"}, "không đồng ý cách ghi"},
       SignatureRefused{"Trưởng khóm", "vắng mặt"},
       MinutesAddendumSigned{
           1, "bổ sung ý kiến về cống", day(2021, 3, 20), {OfficialId{"official-3"}}},
       ConclusionPublished{14,
                           "14/TB-UBND",
                           day(2021, 3, 24),
                           OfficialId{"official-3"},
                           "Kết luận đối thoại",
                           {"trụ sở khóm"},
                           day(2021, 3, 23),
                           true,
                           SigningCapacity::tl}});
}

void add_report(std::vector<Emitted>& all) {
  add<ReportEvent>(all, report_stream("calendar", "2021-Q1"),
                   {FiguresFrozen{1'234, 1, std::string(64, 'a'), true},
                    ReportDrafted{"Quý I tổ chức 5 buổi đối thoại."},
                    ReportSigned{8, "08/BC-UBND", day(2021, 4, 2), OfficialId{"official-3"},
                                 SigningCapacity::kt},
                    ReportSubmitted{"UBND thành phố Sa Đéc", "Phòng Nội vụ", "trục liên thông"},
                    ReportAcknowledged{"BN-2021-77"}, ReportSentBack{"thiếu phần phương hướng"},
                    ReportReturned{"sai thể thức"},
                    ReportSupplemented{1,
                                       1'300,
                                       2,
                                       std::string(64, 'b'),
                                       {{"issues.new", "41", "42"}},
                                       {1'240, 1'251},
                                       "nhập bổ sung từ sổ giấy"}});
  add<RegisterEvent>(all, register_stream(2021),
                     {NumberTaken{12, DocumentType::notice, "12/TB-UBND", day(2021, 5, 20),
                                  StreamId{"issue-issue-1"}},
                      NumberVoided{13, DocumentType::notice, "13/TB-UBND", "ghi nhầm sổ"},
                      NumberAllowed{20, DocumentType::minutes, day(2021, 5, 14), "vào sổ muộn"},
                      CounterTaken{IssueType::complaint, 3},
                      PaperRecorded{PaperKind::notice, StreamId{"issue-issue-1"}, "12/TB-UBND",
                                    1'240, std::string(64, 'a'), 2, std::string(64, 'b')},
                      SignedFileRecorded{"12/TB-UBND",
                                         StreamId{"issue-issue-1"},
                                         {scan()},
                                         OfficialId{"official-1"},
                                         day(2021, 5, 20),
                                         std::chrono::hours(8)}});
}

const Instant kWayInExpires = std::chrono::sys_days{day(2021, 5, 4)} + std::chrono::hours(9);

void add_people(std::vector<Emitted>& all) {
  const ResidentId resident{"resident-7"};
  add<ResidentEvent>(
      all, stream_of(resident),
      {ResidentRegistered{KhomId{"tan-my"}, true, sealed("ten"), sealed("so"), sealed("dia-chi")},
       ContactChanged{sealed("ten-moi"), sealed("so-moi"), sealed("dia-chi-moi"), "đổi số"},
       IdentityWithheld{"người dân yêu cầu"}, IdentityRevealed{"người dân đồng ý"},
       KeyDestroyed{ErasureGround::lawful_request, "yêu cầu của người dân", "31/QĐ-UBND",
                    day(2021, 11, 2)}});
  const UserId user{"cchc_officer"};
  add<UserEvent>(all, stream_of(user),
                 {UserRegistered{"Trần Thị B", OfficialId{"official-4"}},
                  RoleGranted{Role::khom_head, {KhomId{"tan-my"}}}, RoleRevoked{Role::khom_head},
                  UserDisabled{"nghỉ thai sản"}, UserEnabled{"trở lại"},
                  PasswordSet{PasswordMeans::administrator}, SignInLinkMade{kWayInExpires},
                  TokenMade{"3f9a2b7c11d0", "bảng tin", kWayInExpires}, SecondFactorTurnedOn{},
                  SecondFactorTurnedOff{}});
}

void add_supervision(std::vector<Emitted>& all) {
  add<SupervisionEvent>(
      all, supervision_stream(),
      {RecommendationMade{RecommendationId{"kn-1"},
                          "UBMTTQ phường",
                          "công khai kết quả cống hẻm 12",
                          "Luật MTTQ 2015",
                          {StreamId{"issue-issue-1"}},
                          day(2021, 6, 1),
                          2,
                          3},
       RecommendationAnswered{RecommendationId{"kn-1"}, "đã niêm yết", "40/UBND", true},
       SealedRead{ResidentId{"resident-7"}, StreamId{"issue-issue-1"}, "gọi mời nhận thông báo"},
       TakedownRegistered{TakedownId{"td-1"}, StreamId{"dialogue-dialogue-1"}, "bảng tin khóm",
                          "lộ số điện thoại", "22/QĐ-UBND"}});
}

}  // namespace

std::vector<Emitted> samples() {
  std::vector<Emitted> all;
  add(all, ward_stream(), ward_samples());
  add_settings(all);
  add_plan(all);
  add_dialogue(all);
  const auto issue = stream_of(IssueId{"issue-1"});
  for (auto& event : issue_samples()) {
    all.push_back({issue, Event(std::move(event))});
  }
  add_report(all);
  add_people(all);
  add_supervision(all);
  return all;
}

}  // namespace langnghe::codec::test
