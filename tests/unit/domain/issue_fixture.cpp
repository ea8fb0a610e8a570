#include "unit/domain/issue_fixture.hpp"

namespace langnghe::domain::spec {

Attachment photo() {
  return {std::string(64, 'a'), "image/jpeg", 2048};
}

Policy small_policy() {
  Policy policy;
  policy.version = 1;
  policy.valid_from = day("2021-01-01");
  policy.basis = "QĐ 01/QĐ-UBND";
  policy.first_reply = {10, DayUnit::working_days};
  policy.settle_simple = {15, DayUnit::working_days};
  policy.settle_complex = {30, DayUnit::working_days};
  policy.extensions_max = 1;
  policy.extension_days_max = 10;
  policy.approaching_days = 3;
  policy.pause_days_max = 30;
  policy.fields = {{kRoads, "Giao thông", "Roads"}};
  return policy;
}

CalendarAdopted small_calendar() {
  return {1, {day("2021-04-21"), day("2021-04-30"), day("2021-05-03")}, {}, 2021, "TB 4875"};
}

IssueRecorded recorded_issue() {
  return {IntakeChannel::dialogue,  kDialogue, {"op1"}, kKhom,        kResident,    kReceived,
          "Đường hẻm 12 ngập nước", kRoads,    false,   std::nullopt, std::nullopt, std::nullopt};
}

std::vector<Emitted> ward_and_dialogue() {
  DialogueScheduled dialogue;
  dialogue.khom = kKhom;
  dialogue.date = kReceived;
  dialogue.chair = kChairman;
  return {{ward_stream(), WardEstablished{"phường Thử", "Thử", "UBND PHƯỜNG THỬ", "UBND", "", ""}},
          {ward_stream(), KhomAdded{kKhom, "Khóm 1", true, day("2020-01-01"), std::nullopt}},
          {ward_stream(), OfficialAppointed{kChairman, "A", "Chủ tịch", "", day("2020-01-01")}},
          {stream_of(kOfficer), UserRegistered{"B", std::nullopt}},
          {stream_of(kOfficer), RoleGranted{Role::officer, {}}},
          {stream_of(kDialogue), dialogue},
          {stream_of(kDialogue), DialogueOpened{}}};
}

std::vector<Emitted> with_settings(std::vector<Emitted> past) {
  past.push_back({calendar_stream(), small_calendar()});
  past.push_back({policy_stream(), PolicyAdopted{small_policy()}});
  return past;
}

std::vector<Emitted> with_recorded_issue(std::vector<Emitted> past) {
  past.push_back({kIssueStream, recorded_issue()});
  return past;
}

Given without_issue() {
  return given(with_settings(ward_and_dialogue()));
}

Given with_issue() {
  return given(with_recorded_issue(with_settings(ward_and_dialogue())));
}

ClassifyIssue classify_as(IssueType type, Complexity complexity) {
  return {kIssue, type, kRoads, complexity, false};
}

IssueClassified classified_as(IssueType type) {
  return {type,       kRoads, Complexity::simple,          1,         1,    kFirstReplyDue,
          kSimpleDue, false,  {15, DayUnit::working_days}, kReceived, false};
}

IssueRecorded other_issue(const Date& received) {
  IssueRecorded recorded = recorded_issue();
  recorded.resident = kNeighbour;
  recorded.received = received;
  return recorded;
}

MergeIssue merge() {
  return {kIssue, kOther, "Cùng một chỗ ngập"};
}

AssignIssue assign() {
  return {kIssue, kOfficer, "Địa chính", std::nullopt};
}

RequestExtension request_days(int days) {
  return {kIssue, days, "Chờ số liệu"};
}

ForwardIssue forward() {
  return {kIssue, "Điện lực", "15/UBND-VP", "Sửa đèn", false};
}

DraftAnswer draft() {
  return {kIssue, Outcome::done, "Đã nạo vét cống", "Luật 2013"};
}

RefuseHandling refuse_handling() {
  return {kIssue, RefusalGround::under_court, "Tòa đang thụ lý", std::nullopt, kChairman};
}

SplitIssue split() {
  return {kIssue, {{{"i1a"}, "Ngập", kRoads}, {{"i1b"}, "Ổ gà", kRoads}}, "Hai việc"};
}

IssueNotice issue_notice() {
  return {kIssue, std::nullopt, kChairman, SigningCapacity::tm};
}

std::vector<Emitted> minutes_signed() {
  return {{stream_of(kDialogue), DialogueClosed{}}, {stream_of(kDialogue), MinutesSigned{}}};
}

Given with_other(Given given, const Date& received) {
  return given.recorded("u-cchc", received, {{kOtherStream, other_issue(received)}})
      .having(Role::cchc_officer, "u-cchc", received,
              ClassifyIssue{kOther, IssueType::petition, kRoads, Complexity::simple, false});
}

Given at(IssuePhase phase) {
  using enum IssuePhase;
  const auto step = [](IssuePhase before, Role role, const std::string& user, const Date& on,
                       const Command& command) {
    return Given(at(before)).having(role, user, on, command);
  };
  switch (phase) {
    case absent:
      return without_issue();
    case recorded:
      return with_issue();
    case answered_on_the_spot:
      return step(recorded, Role::chair, "u-chair", kReceived,
                  AnswerOnTheSpot{kIssue, "Đã rõ", kChairman, true});
    case noted:
      return step(recorded, Role::cchc_officer, "u-cchc", kReceived, NoteIssue{kIssue, "Góp ý"});
    case classified:
      return step(recorded, Role::cchc_officer, "u-cchc", day("2021-03-02"),
                  classify_as(IssueType::petition));
    case handed_over:
      return with_issue()
          .having(Role::cchc_officer, "u-cchc", day("2021-03-02"),
                  classify_as(IssueType::complaint))
          .having(Role::chair, "u-chair", day("2021-03-02"),
                  HandOverIssue{kIssue, 1, "07/KN", kChairman});
    case assigned:
      return step(classified, Role::cchc_officer, "u-cchc", day("2021-03-02"), assign());
    case accepted:
      return step(assigned, Role::officer, "u-officer", day("2021-03-03"),
                  AcceptAssignment{kIssue});
    case in_progress:
      return step(accepted, Role::officer, "u-officer", day("2021-03-04"),
                  NoteProgress{kIssue, "Đã khảo sát", NoteVisibility::internal, {}});
    case forwarded:
      return step(classified, Role::chair, "u-chair", day("2021-03-03"), forward());
    case forward_acknowledged:
      return step(forwarded, Role::clerk, "u-clerk", day("2021-03-04"),
                  AcknowledgeForward{kIssue, "88/ĐL"});
    case external_result_received:
      return step(forward_acknowledged, Role::clerk, "u-clerk", day("2021-03-08"),
                  RecordExternalResult{kIssue, "90/ĐL", "Đã thay bóng"});
    case external_result_told:
      return step(external_result_received, Role::khom_head, "u-khom", day("2021-03-09"),
                  TellExternalResult{kIssue, DeliveryMethod::khom_head});
    case answer_drafted:
      return step(in_progress, Role::officer, "u-officer", day("2021-03-05"), draft());
    case answer_approved:
      return step(answer_drafted, Role::chair, "u-chair", day("2021-03-08"),
                  ApproveAnswer{kIssue, ""});
    case notice_issued:
      return step(answer_approved, Role::clerk, "u-clerk", day("2021-03-08"), issue_notice());
    case notice_delivered:
      return step(notice_issued, Role::khom_head, "u-khom", day("2021-03-09"),
                  RecordDelivery{kIssue, DeliveryMethod::in_person});
    case closed:
      return step(notice_delivered, Role::cchc_officer, "u-cchc", day("2021-03-09"),
                  CloseIssue{kIssue});
    case notice_posted:
      return step(notice_issued, Role::khom_head, "u-khom", day("2021-03-09"),
                  PostNotice{kIssue, "Văn phòng khóm 1"});
    case reopened:
      return step(closed, Role::chair, "u-chair", kToday, ReopenIssue{kIssue, "Ngập lại"});
    case returned:
      return step(assigned, Role::officer, "u-officer", day("2021-03-03"),
                  ReturnIssue{kIssue, ReturnReason::not_my_field, "", "Xây dựng"});
    default:
      return at_end(phase);
  }
}

Given at_end(IssuePhase phase) {
  const auto step = [](Given before, Role role, const std::string& user, const Date& on,
                       const Command& command) { return before.having(role, user, on, command); };
  switch (phase) {
    case IssuePhase::contested:
      return step(at(IssuePhase::noted).recorded("u-cchc", kReceived, minutes_signed()),
                  Role::khom_head, "u-khom", day("2021-03-05"),
                  ContestOnTheSpotAnswer{kIssue, "Vẫn còn ngập"});
    case IssuePhase::refused:
      return step(at(IssuePhase::classified), Role::chair, "u-chair", day("2021-03-04"),
                  refuse_handling());
    case IssuePhase::split:
      return step(at(IssuePhase::classified), Role::cchc_officer, "u-cchc", day("2021-03-04"),
                  split());
    case IssuePhase::merged:
      return step(with_other(at(IssuePhase::classified), day("2021-03-03")), Role::cchc_officer,
                  "u-cchc", day("2021-03-04"), merge());
    case IssuePhase::withdrawn:
      return step(at(IssuePhase::classified), Role::cchc_officer, "u-cchc", day("2021-03-04"),
                  WithdrawIssue{kIssue, WithdrawalForm::signed_, "Đơn 04/3", "Đã tự sửa", {}});
    case IssuePhase::voided:
      return step(at(IssuePhase::classified), Role::chair, "u-chair", day("2021-03-04"),
                  VoidIssue{kIssue, "Ghi nhầm", std::nullopt});
    default:
      return without_issue();
  }
}

IssueState state_of(const Given& given) {
  return given.scene().issue(kIssue);
}

IssueState after(Given given, Role role, const std::string& user, const Date& on,
                 const Command& command, std::source_location where) {
  return state_of(given.having(role, user, on, command, where));
}

}  // namespace langnghe::domain::spec
