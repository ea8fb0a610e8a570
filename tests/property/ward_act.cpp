#include <chrono>

#include "property/acts.hpp"
#include "unit/domain/scene.hpp"

namespace langnghe::domain::spec {
namespace {

constexpr int kPauseDaysMax = 15;
constexpr int kExtensionsMax = 2;

// ---- the ward

void fill(EstablishWard& act, const ActTarget& at, int) {
  act.ward = {"phường Thử", "Thử", say(at, "UBND PHƯỜNG THỬ"), "UBND", "Sa Đéc", "Đồng Tháp"};
}
void fill(AddKhom& act, const ActTarget& at, int value) {
  const auto from = value % 2 == 0 ? std::optional<std::string>("phường Cũ") : std::nullopt;
  act.khom = {{"k-" + at.fresh}, say(at, "Khóm mới"), true, add_days(at.on, -(value % 90)), from};
}
void fill(RenameKhom& act, const ActTarget& at, int value) {
  act.khom = {at.khom, say(at, "Khóm tên mới"), add_days(at.on, value % 30)};
}
void fill(CloseKhom& act, const ActTarget& at, int value) {
  act.khom = {at.khom, add_days(at.on, value % 60), say(at, "giải thể")};
}
void fill(MergeKhoms& act, const ActTarget& at, int value) {
  const KhomId into = value % 2 == 0 ? KhomId{"k-" + at.fresh} : at.khom;
  const KhomId& other = value % 4 < 2 ? KhomId{"k2"} : KhomId{"k1"};
  act.merger = {{at.khom, other}, into, say(at, "Khóm gộp"), true, add_days(at.on, value % 90),
                "NQ 03"};
}
void fill(AppointOfficial& act, const ActTarget& at, int value) {
  act.official = {
      {"o-" + at.fresh}, say(at, "B"), "Công chức", "Địa chính", add_days(at.on, -(value % 40))};
}
void fill(RecordOfficialLeft& act, const ActTarget& at, int value) {
  act.official = {at.official, add_days(at.on, value % 20)};
}
void fill(AdoptReportRoute& act, const ActTarget& at, int value) {
  act.route = {say(at, "UBND thành phố"), "Phòng Nội vụ", add_days(at.on, -(value % 30))};
}
void fill(AdoptNumbering& act, const ActTarget& at, int value) {
  act.numbering = {choose<NumberingMode>(value), add_days(at.on, value % 10 - 5)};
}
void fill(AdoptTemplate& act, const ActTarget& at, int value) {
  act.adopted = {std::string(to_text(choose<DocumentType>(value))), 0, at.on,
                 say(at, "Kính gửi {place}"), "NĐ 30"};
}

void fill(AdoptRecipients& act, const ActTarget& at, int value) {
  act.adopted = {choose<PaperKind>(value), {say(at, "Trưởng khóm"), "Lưu: VT"}, at.on, "Quy chế"};
}

void fill(DelegateSigning& act, const ActTarget& at, int value) {
  act.delegation = {{"uq-" + at.fresh},
                    {"o1"},
                    at.official,
                    value % 2 == 0 ? SigningCapacity::tuq : SigningCapacity::tl,
                    {"TB", value % 3 == 0 ? "KH" : "BC"},
                    say(at, "02/GUQ-UBND"),
                    at.on,
                    add_days(at.on, value % 3),
                    add_days(at.on, value % 90)};
}
void fill(RevokeDelegation& act, const ActTarget& at, int value) {
  act.revocation = {at.delegation, add_days(at.on, value % 30), say(at, "chuyển công tác")};
}
void fill(ConfirmTime& act, const ActTarget& at, int value) {
  act.confirmed = {noon(at.on) + std::chrono::minutes(value % 5), say(at, "đã so giờ")};
}

ImportIssues import_of(const ActTarget& at, int value) {
  ImportIssues import{say(at, "sổ tiếp dân"), std::string(64, 'b'), {}};
  for (int i = 0; i < value % 4; ++i) {
    const auto row = std::to_string(i);
    ImportedIssue issue;
    issue.issue = {"m-" + at.fresh + "-" + row};
    issue.external_id = at.fresh + "-" + row;
    issue.row = i + 1;
    issue.khom = at.khom;
    issue.received = add_days(at.on, -30);
    issue.subject = "đèn hỏng";
    issue.field = {"ROADS"};
    if ((value / 4 + i) % 2 == 0) {
      issue.ended_on = add_days(at.on, -(value % 20));
      issue.outcome = choose<Outcome>(value);
    }
    import.issues.push_back(std::move(issue));
  }
  return import;
}

// ---- the calendar and the policy

// Days off only ever come on top: up to four weekdays of one more week.
AdoptCalendar calendar_of(const ActTarget& at, int value) {
  std::set<Date> days_off = at.days_off;
  for (int i = 0; i <= value % 4; ++i) {
    days_off.insert(add_days(day("2021-03-08"), value / 4 * 7 + i));
  }
  return {
      {days_off.begin(), days_off.end()}, {day("2021-04-24")}, 2021, say(at, "TB 01"), at.issues};
}

AdoptPolicy policy_of(const ActTarget& at, int value) {
  AdoptPolicy act{story_policy(), at.issues};
  act.policy.valid_from = add_days(at.on, value % 20 - 15);
  act.policy.basis = say(at, "QĐ 02");
  act.policy.first_reply.days = 5 + value % 10;
  act.policy.settle_simple.days = 10 + value % 12;
  act.policy.settle_complex.days = 20 + value % 25;
  if (value % 3 == 0) {
    act.policy.settle_complex.unit = DayUnit::calendar_days;
  }
  return act;
}

}  // namespace

Policy story_policy() {
  constexpr DayUnit kWorking = DayUnit::working_days;
  Policy policy;
  policy.valid_from = day("2021-01-01");
  policy.basis = "QĐ 01";
  policy.first_reply = {10, kWorking};
  policy.assign = {2, kWorking};
  policy.forward = {5, kWorking};
  policy.settle_simple = {15, kWorking};
  policy.settle_complex = {30, kWorking};
  policy.notice_after_settlement = {5, kWorking};
  policy.publish_result = {10, kWorking};
  policy.extensions_max = kExtensionsMax;
  policy.extension_days_max = 10;
  policy.announce_days_before = 7;
  policy.late_entry_days = 3;
  policy.approaching_days = 3;
  policy.pause_days_max = kPauseDaysMax;
  policy.missed_grace_hours = 24;
  policy.recommendation_answer = {15, kWorking};
  policy.refusal_notice = {3, kWorking};
  policy.retention_years = 1;
  policy.office_hours = {{std::chrono::hours(7), std::chrono::hours(17)}};
  policy.fields = {{{"ROADS"}, "Giao thông", "Roads"}, {{"WATER"}, "Cấp nước", "Water"}};
  return policy;
}

Command ward_act(std::string_view name, const ActTarget& at, std::uint8_t value) {
  if (name == ImportIssues::kAct) {
    return import_of(at, value);
  }
  return named_act<WardCommand>(name, [&](auto& act) { fill(act, at, value); });
}

Command settings_act(Subject subject, const ActTarget& at, std::uint8_t value) {
  return subject == Subject::calendar ? Command(calendar_of(at, value))
                                      : Command(policy_of(at, value));
}

Command any_act(const ActRule& rule, const ActTarget& at, std::uint8_t value) {
  switch (rule.subject) {
    case Subject::ward:
      return ward_act(rule.act, at, value);
    case Subject::calendar:
    case Subject::policy:
      return settings_act(rule.subject, at, value);
    case Subject::plan:
      return plan_act(rule.act, at, value);
    case Subject::dialogue:
      return dialogue_act(rule.act, at, value);
    case Subject::issue:
      return issue_act(rule.act, at, value);
    case Subject::report:
      return report_act(rule.act, at, value);
    case Subject::document_register:
    case Subject::resident:
    case Subject::user:
    case Subject::supervision:
      break;
  }
  return people_act(rule.subject, rule.act, at, value);
}

}  // namespace langnghe::domain::spec
