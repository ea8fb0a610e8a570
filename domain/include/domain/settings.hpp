#pragma once

#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <domain/calendar.hpp>
#include <domain/course.hpp>
#include <domain/deadline.hpp>
#include <domain/ids.hpp>
#include <domain/issue_values.hpp>
#include <domain/time.hpp>

/// The streams `calendar` and `policy`: holidays and time limits as dated data with a legal basis.
namespace langnghe::domain {

// ---- calendar

/// The whole table as adopted: it replaces the one before it.
struct CalendarAdopted {
  int version = 0;  ///< 1, 2, …
  std::vector<Date> days_off;
  std::vector<Date> worked_days;
  int confirmed_through = 0;
  std::string basis;
  bool operator==(const CalendarAdopted&) const = default;
};
using CalendarEvent = std::variant<CalendarAdopted>;

struct AdoptCalendar {
  static constexpr std::string_view kAct = "adopt-calendar";
  std::vector<Date> days_off;
  std::vector<Date> worked_days;
  int confirmed_through = 0;
  std::string basis;
  std::vector<IssueId> open_issues;  ///< whose deadlines may move, as the caller's views know them
};
using CalendarCommand = std::variant<AdoptCalendar>;

struct CalendarState {
  std::map<int, WorkingCalendar> versions;
  Course act_course;
  [[nodiscard]] bool exists() const { return !versions.empty(); }
  [[nodiscard]] const WorkingCalendar& current() const;  ///< requires exists()
  [[nodiscard]] const WorkingCalendar* find(int version) const;
  bool operator==(const CalendarState&) const = default;
};
void evolve(CalendarState& state, const CalendarEvent& event);

// ---- policy

struct FieldDefinition {
  FieldCode code;  ///< `ROADS`
  std::string name_vi;
  std::string name_en;
  bool operator==(const FieldDefinition&) const = default;
};

/// An interval of office hours, minutes after midnight: [start, end).
struct HoursSpan {
  std::chrono::minutes start{};
  std::chrono::minutes end{};
  bool operator==(const HoursSpan&) const = default;
};

/// The proof that a delivery by this method needs.
struct DeliveryRule {
  DeliveryMethod method{};
  std::vector<ProofPart> parts;
  bool operator==(const DeliveryRule&) const = default;
};

/// Time limits of reference/vietnam.md section 3.6. Nothing about time limits is a constant.
struct Policy {
  int version = 0;
  Date valid_from{};
  std::string basis;  ///< the deciding document
  Term first_reply;   ///< Law on Citizen Reception 2013 Art. 28(1): 10 working days
  Term assign;
  Term forward;  ///< pass on what is not the ward's
  Term settle_simple;
  Term settle_complex;
  Term notice_after_settlement;
  Term publish_result;  ///< public result of a dialogue
  int extensions_max = 0;
  int extension_days_max = 0;     ///< working days, each
  int announce_days_before = 0;   ///< a shorter notice is shown as short, not refused
  int dialogues_per_quarter = 1;  ///< the plan's minimum per khóm and quarter
  int late_entry_days = 0;        ///< an act entered more days later than this is shown as late
  int approaching_days = 0;       ///< working days before a deadline at which a warning is made
  int pause_days_max = 0;         ///< calendar days one pause may last
  int missed_grace_hours = 0;     ///< after its hour a dialogue nobody opened is shown as missed
  Term recommendation_answer;     ///< supervisors' recommendations: 15 days
  Term refusal_notice;            ///< a written refusal after the decision
  int retention_years = 0;        ///< a resident's key is kept so long after the last act
  std::vector<HoursSpan> office_hours;
  std::vector<FieldDefinition> fields;
  /// A method that is not named asks for nothing, as under every policy adopted before there were
  /// proofs.
  std::vector<DeliveryRule> delivery_proof{};
  /// Answers are shown to everybody, without the person. Nothing is published that nobody decided.
  bool publish_answers = false;

  [[nodiscard]] bool asks_for(DeliveryMethod method, ProofPart part) const;
  [[nodiscard]] bool knows_field(const FieldCode& code) const;
  bool operator==(const Policy&) const = default;
};

struct PolicyAdopted {
  Policy policy;  ///< with its version
  bool operator==(const PolicyAdopted&) const = default;
};
using PolicyEvent = std::variant<PolicyAdopted>;

struct AdoptPolicy {
  static constexpr std::string_view kAct = "adopt-policy";
  Policy policy;                     ///< `version` is given by the stream
  std::vector<IssueId> open_issues;  ///< whose deadlines may move, as the caller's views know them
};
using PolicyCommand = std::variant<AdoptPolicy>;

struct PolicyState {
  std::map<int, Policy> versions;
  Course act_course;
  [[nodiscard]] bool exists() const { return !versions.empty(); }
  [[nodiscard]] const Policy* find(int version) const;
  /// The policy with the latest `valid_from` not after the date; the first one if all are later.
  [[nodiscard]] const Policy& valid_on(const Date& date) const;  ///< requires exists()
  bool operator==(const PolicyState&) const = default;
};
void evolve(PolicyState& state, const PolicyEvent& event);

/// Does a dialogue that starts then lie outside office hours? True on days that are not worked.
[[nodiscard]] bool is_outside_office_hours(const Date& date, std::chrono::minutes start,
                                           const Policy& policy, const WorkingCalendar& calendar);

}  // namespace langnghe::domain
