#include "example_year.hpp"

#include <algorithm>
#include <utility>

namespace langnghe::test {
namespace {

using namespace domain;
using std::chrono::minutes;

const OfficialId kChair{"o-chair"};

StreamId issue_stream(const std::string& issue) {
  return stream_of(IssueId{issue});
}
StreamId dialogue_stream(const std::string& dialogue) {
  return stream_of(DialogueId{dialogue});
}
SealedText sealed(const std::string& resident) {
  return {ResidentId{resident}, "c2VhbGVk"};
}

Emitted calendar_adopted() {
  return {calendar_stream(),
          CalendarAdopted{1, {day("2021-02-10"), day("2021-02-11")}, {}, 2021, "3875/TB-LĐTBXH"}};
}

/// Acts in any order, entered into the ledger in the order of the days they were entered on: the
/// example is told issue by issue, a ledger is not.
class Agenda {
 public:
  void act(std::string_view happened, std::vector<Emitted> events, std::string_view recorded = {}) {
    acts_.push_back({std::string(happened), std::string(recorded.empty() ? happened : recorded),
                     std::move(events)});
  }
  void act(std::string_view happened, const std::string& issue, IssueEvent event) {
    act(happened, {{issue_stream(issue), std::move(event)}});
  }
  void play(WardLedger& ledger) {
    std::ranges::stable_sort(acts_, {}, &Act::recorded);
    for (const auto& each : acts_) {
      ledger.act(each.happened, each.events, each.recorded);
    }
  }

 private:
  struct Act {
    std::string happened;
    std::string recorded;
    std::vector<Emitted> events;
  };
  std::vector<Act> acts_;
};

void found_ward(WardLedger& ledger) {
  ledger.act("2020-12-01",
             {{ward_stream(), WardEstablished{"phường Tân Quy Đông", "Tân Quy Đông",
                                              "ỦY BAN NHÂN DÂN PHƯỜNG TÂN QUY ĐÔNG", "UBND",
                                              "Sa Đéc", "Đồng Tháp"}},
              khom_added("tan-my", "Khóm Tân Mỹ", "2015-01-01"),
              khom_added("sa-nhien", "Khóm Sa Nhiên", "2015-01-01"),
              {ward_stream(), OfficialAppointed{kChair, "Người Mẫu", "Chủ tịch", "UBND phường",
                                                day("2016-06-01")}},
              {ward_stream(),
               ReportRouteAdopted{"UBND thành phố Sa Đéc", "Phòng Nội vụ", day("2020-01-01")}},
              {ward_stream(), NumberingAdopted{NumberingMode::per_type, day("2020-01-01")}}});
  ledger.act("2020-12-01", {calendar_adopted(), policy_adopted()});
  const auto user = stream_of(UserId{"u-lan"});
  ledger.act("2020-12-02",
             {{user, UserRegistered{"Lan", std::nullopt}}, {user, RoleGranted{Role::officer, {}}}});
  ledger.act("2020-12-03",
             {{user, RoleRevoked{Role::officer}}, {user, RoleGranted{Role::cchc_officer, {}}}});
}

/// Settled in time, told, and the resident is content.
void answer_in_time(Agenda& agenda) {
  agenda.act("2021-03-03", "i-lamp",
             classified(IssueType::petition, "ROADS", "2021-03-16", "2021-04-02"));
  agenda.act("2021-03-03", "i-lamp", assigned("u-minh"));
  agenda.act("2021-03-04", "i-lamp", AssignmentAccepted{});
  agenda.act("2021-03-08", "i-lamp", ProgressNoted{"đã khảo sát", NoteVisibility::public_, {}});
  agenda.act("2021-03-20", "i-lamp", drafted());
  agenda.act("2021-03-22", "i-lamp", AnswerSentBack{1, "ghi rõ ngày"});
  agenda.act("2021-03-24", "i-lamp", drafted());
  agenda.act("2021-03-25", "i-lamp", AnswerApproved{1, ""});
  agenda.act("2021-03-26",
             {{issue_stream("i-lamp"), notice(1, "2021-03-26")},
              {register_stream(2021), NumberTaken{1, DocumentType::notice, "01/TB-UBND",
                                                  day("2021-03-26"), issue_stream("i-lamp")}}});
  agenda.act("2021-03-29", "i-lamp", NoticeDelivered{DeliveryMethod::in_person});
  agenda.act("2021-03-29", "i-lamp", closed());
  agenda.act("2021-04-05", "i-lamp", FeedbackAsked{"phone"});
  agenda.act("2021-04-06", "i-lamp", feedback(Verdict::satisfied));
}

/// Extended, settled late by the first date and in time by the second; opened again in June.
void answer_late(Agenda& agenda) {
  agenda.act("2021-03-03", "i-drain",
             classified(IssueType::report, "DRAINAGE", "2021-03-16", "2021-04-02"));
  agenda.act("2021-03-03", "i-drain", assigned("u-minh"));
  agenda.act("2021-03-30", "i-drain", ExtensionRequested{7, "chờ vật tư", false});
  agenda.act("2021-03-31", "i-drain", ExtensionRefused{"chưa rõ"});
  agenda.act("2021-04-01", "i-drain", ExtensionRequested{7, "chờ vật tư, có báo giá", false});
  agenda.act("2021-04-02", "i-drain", extended(1, "2021-04-02", "2021-04-13"));
  agenda.act("2021-04-12", "i-drain", drafted());
  agenda.act("2021-04-12", "i-drain", AnswerApproved{1, ""});
  agenda.act("2021-04-28", "i-drain", notice(2, "2021-04-28"));
  agenda.act("2021-04-29", "i-drain", NoticeDelivered{DeliveryMethod::khom_head});
  agenda.act("2021-04-29", "i-drain", closed());
  agenda.act("2021-05-10", "i-drain", FeedbackAsked{"visit"});
  agenda.act("2021-05-11", "i-drain", feedback(Verdict::dissatisfied));
  agenda.act("2021-06-01", "i-drain", reopened(1, "2021-06-30"));
}

void pass_on(Agenda& agenda) {
  agenda.act("2021-03-04", "i-wire",
             classified(IssueType::petition, "POWER", "2021-03-16", "2021-04-02"));
  agenda.act("2021-03-05", "i-wire", IssueForwarded{"Điện lực Sa Đéc", "12/CV", "xử lý", true});
  agenda.act("2021-03-12", "i-wire", ForwardAcknowledged{"33/ĐL"});
  agenda.act("2021-04-20", "i-wire", ExternalResultReceived{"48/ĐL", "đã thay dây"});
  agenda.act("2021-04-22", "i-wire", ExternalResultTold{DeliveryMethod::message});
}

void hold_first_dialogue(Agenda& agenda) {
  agenda.act("2021-02-15", {scheduled("d-1", "tan-my", "2021-03-02")});
  agenda.act("2021-02-16",
             {{dialogue_stream("d-1"), DialogueAnnounced{"01/GM-UBND", {"loa"}, 14, false}}});
  agenda.act("2021-03-02", {opened("d-1"), attended("d-1", 18)});
  agenda.act("2021-03-02", opinion("d-1", "p-1", "tan-my", "2021-03-02", {"i-lamp", "i-dog"}));
  agenda.act("2021-03-02", opinion("d-1", "p-2", "tan-my", "2021-03-02", {"i-drain"}, true));
  agenda.act("2021-03-02", opinion("d-1", "p-3", "tan-my", "2021-03-02", {"i-wire", "i-fee"}));
  agenda.act("2021-03-02", "i-dog", AnsweredOnTheSpot{"đã nhắc chủ nuôi", kChair, true});
  agenda.act("2021-03-02", "i-fee", Noted{"góp ý"});
  agenda.act("2021-03-02", {denunciation("d-1", "i-secret", "2021-03-02")});
  agenda.act("2021-03-02", {{dialogue_stream("d-1"), DialogueClosed{minutes(660), 18, 3, 5}}});
  agenda.act("2021-03-03", {minutes_signed("d-1", 1, "2021-03-03")});
}

void hold_second_dialogue(Agenda& agenda) {
  agenda.act("2021-05-03", {scheduled("d-2", "sa-nhien", "2021-05-06")});
  agenda.act("2021-05-04", {{dialogue_stream("d-2"), DialogueAnnounced{"", {"zalo"}, 2, true}}});
  agenda.act("2021-05-06", {opened("d-2"), attended("d-2", 7)});
  agenda.act("2021-05-06", opinion("d-2", "p-4", "sa-nhien", "2021-05-06", {"i-land", "i-shed"}));
  agenda.act("2021-05-07", "i-land",
             classified(IssueType::complaint, "LAND", "2021-05-20", "2021-06-10"));
  const HandedOver complaint{
      IssueType::complaint, DialogueId{"d-2"}, day("2021-05-06"), 3, "14/KN", kChair};
  agenda.act("2021-05-08", "i-land", complaint);
  // Entered in July as an act of June: late for the second quarter.
  agenda.act("2021-06-25",
             {{issue_stream("i-shed"),
               classified(IssueType::question, "LAND", "2021-05-20", "2021-06-10")}},
             "2021-07-05");
}

}  // namespace

Emitted khom_added(const std::string& khom, const std::string& name, std::string_view valid_from) {
  return {ward_stream(), KhomAdded{KhomId{khom}, name, false, day(valid_from), std::nullopt}};
}

Emitted khom_closed(const std::string& khom, std::string_view last_day) {
  return {ward_stream(), KhomClosed{KhomId{khom}, day(last_day), "sáp nhập"}};
}

Emitted scheduled(const std::string& dialogue, const std::string& khom, std::string_view on) {
  return {dialogue_stream(dialogue),
          DialogueScheduled{KhomId{khom}, day(on), minutes(480), minutes(660),
                            Venue{VenueKind::khom_office, "Văn phòng khóm", std::nullopt},
                            DialogueFormat::dialogue, kChair, "đời sống", false}};
}

Emitted opened(const std::string& dialogue) {
  return {dialogue_stream(dialogue), DialogueOpened{minutes(485), kChair, false}};
}

Emitted attended(const std::string& dialogue, int residents) {
  return {dialogue_stream(dialogue), AttendanceRecorded{residents, {kChair}, {"Mặt trận"}}};
}

Emitted minutes_signed(const std::string& dialogue, int number, std::string_view on) {
  return {dialogue_stream(dialogue),
          MinutesSigned{number, "01/BB-UBND", day(on), {kChair}, 1, 1, 3, 1}};
}

std::vector<Emitted> opinion(const std::string& dialogue, const std::string& opinion_id,
                             const std::string& khom, std::string_view on,
                             const std::vector<std::string>& issues, bool anonymous) {
  const auto resident = "r-" + opinion_id;
  OpinionRecorded said{OpinionId{opinion_id}, 1, ResidentId{resident}, anonymous,
                       sealed(resident),      {}};
  std::vector<Emitted> events{
      {stream_of(ResidentId{resident}),
       ResidentRegistered{KhomId{khom}, anonymous, sealed(resident), std::nullopt, std::nullopt}}};
  for (const auto& issue : issues) {
    said.issues.push_back(IssueId{issue});
    events.push_back({issue_stream(issue), recorded(dialogue, opinion_id, khom, on, issue)});
  }
  events.insert(events.begin() + 1, {dialogue_stream(dialogue), said});
  return events;
}

IssueRecorded recorded(const std::string& dialogue, const std::string& opinion_id,
                       const std::string& khom, std::string_view on, const std::string& issue) {
  IssueRecorded event;
  event.dialogue = DialogueId{dialogue};
  event.opinion = OpinionId{opinion_id};
  event.khom = KhomId{khom};
  event.resident = ResidentId{"r-" + opinion_id};
  event.received = day(on);
  event.subject = "nội dung " + issue;
  event.field = FieldCode{"OTHER"};
  event.pressing = issue == "i-drain";
  return event;
}

Emitted denunciation(const std::string& dialogue, const std::string& issue,
                     std::string_view received) {
  return {issue_stream(issue), HandedOver{IssueType::denunciation, DialogueId{dialogue},
                                          day(received), 1, "09/TC", kChair}};
}

Emitted plan_drafted(const std::vector<PlanLine>& lines) {
  return {plan_stream(2021), PlanDrafted{2021, "Kế hoạch đối thoại 2021", "3/QĐ", lines}};
}

Emitted plan_approved() {
  return {plan_stream(2021), PlanApproved{5, "05/KH-UBND", day("2021-01-05"), kChair}};
}

Emitted policy_adopted(int dialogues_per_quarter) {
  Policy policy;
  policy.version = 1;
  policy.valid_from = day("2020-01-01");
  policy.basis = "Luật Tiếp công dân 2013";
  policy.first_reply = {10, DayUnit::working_days};
  policy.settle_simple = {20, DayUnit::working_days};
  policy.settle_complex = {30, DayUnit::calendar_days};
  policy.notice_after_settlement = {3, DayUnit::working_days};
  policy.extensions_max = 2;
  policy.extension_days_max = 10;
  policy.announce_days_before = 7;
  policy.dialogues_per_quarter = dialogues_per_quarter;
  policy.late_entry_days = 3;
  policy.assign = {2, DayUnit::working_days};
  policy.publish_result = {10, DayUnit::calendar_days};
  policy.approaching_days = 3;
  policy.pause_days_max = 30;
  policy.missed_grace_hours = 24;
  policy.recommendation_answer = {15, DayUnit::working_days};
  policy.office_hours = {{minutes(420), minutes(690)}};
  policy.fields = {{FieldCode{"ROADS"}, "Đường sá", "Roads"}};
  return {policy_stream(), PolicyAdopted{policy}};
}

IssueClassified classified(IssueType type, const std::string& field,
                           std::string_view first_reply_due, std::string_view due) {
  return {type,
          FieldCode{field},
          Complexity::simple,
          1,
          1,
          day(first_reply_due),
          day(due),
          false,
          Term{20, DayUnit::working_days},
          Date{},
          false};
}

IssueClosed closed() {
  return {Outcome::done, std::nullopt};
}

IssueAssigned assigned(const std::string& user) {
  return {UserId{user}, "Địa chính", std::nullopt};
}

ExtensionApproved extended(int ordinal, std::string_view from, std::string_view to) {
  return {ordinal, 7, day(from), day(to), 1};
}

AnswerDrafted drafted() {
  return {1, Outcome::done, "đã sửa", "Điều 28"};
}

NoticeIssued notice(int number, std::string_view on) {
  return {number, "0" + std::to_string(number) + "/TB-UBND", day(on), kChair, SigningCapacity::tm};
}

FeedbackRecorded feedback(Verdict verdict) {
  return {verdict, true, std::nullopt};
}

IssueReopened reopened(int ordinal, std::string_view new_due) {
  return {ordinal, "chưa xong", 1, 1, day(new_due), Term{20, DayUnit::working_days}};
}

void establish(WardLedger& ledger) {
  found_ward(ledger);
  ledger.act(
      "2021-01-04",
      {plan_drafted({{KhomId{"tan-my"}, {1, 1, 1, 1}}, {KhomId{"sa-nhien"}, {1, 1, 1, 1}}})});
  ledger.act("2021-01-05", {plan_approved()});
  ledger.act("2021-01-06", {{plan_stream(2021), PlanPublished{{"trụ sở"}}}});
}

void play_example_year(WardLedger& ledger) {
  establish(ledger);
  Agenda agenda;
  hold_first_dialogue(agenda);
  answer_in_time(agenda);
  answer_late(agenda);
  pass_on(agenda);
  hold_second_dialogue(agenda);
  const auto report = report_stream("calendar", "2021-Q2");
  agenda.act("2021-07-06", {{report, FiguresFrozen{60, 1, std::string(64, 'a'), false}}});
  agenda.act("2021-07-07", {{report, ReportDrafted{"Nhận xét"}}});
  agenda.act(
      "2021-07-08",
      {{report, ReportSigned{3, "03/BC-UBND", day("2021-07-08"), kChair, SigningCapacity::tm}}});
  agenda.act("2021-07-09", {{report, ReportSubmitted{"UBND thành phố", "Phòng Nội vụ", "trục"}}});
  agenda.act("2021-07-12", {{report, ReportAcknowledged{"BN-77"}}});
  agenda.play(ledger);
}

}  // namespace langnghe::test
