#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <domain/time.hpp>

#include "report/report_facts.hpp"
#include "rows/keys.hpp"

/// The report's row keys: `i/<relevant until>/<issue>` -> IssueFacts, `k/<issue>` -> that key,
/// `d/<dialogue>` -> DialogueFacts, `e/<happened>/<position>` -> LateEntry, `u/<position>` ->
/// DutyFacts, `x/<happened>/<position>` -> CountedAct of neither an issue nor a dialogue,
/// `r/<family>-<period>` -> ReportRow, `p/<position>` -> Adoption, `h/<position>` -> KhomsKnown,
/// `q/<position>` -> PlanKnown, `n/<resident>` -> NamelessFacts; `f/ward` and `f/plan/<year>` ->
/// the folds these are made of.
namespace langnghe::projections::report {

inline constexpr std::string_view kName = "report";
inline constexpr std::string_view kIssues = "i/";
inline constexpr std::string_view kDialogues = "d/";
inline constexpr std::string_view kLateEntries = "e/";
inline constexpr std::string_view kDuties = "u/";
inline constexpr std::string_view kOtherActs = "x/";
inline constexpr std::string_view kReports = "r/";
inline constexpr std::string_view kAdoptions = "p/";
inline constexpr std::string_view kKhomsKnown = "h/";
inline constexpr std::string_view kPlansKnown = "q/";
inline constexpr std::string_view kNameless = "n/";
inline constexpr std::string_view kWardFold = "f/ward";
inline constexpr std::string_view kPlanFold = "f/plan/";

[[nodiscard]] inline std::string issue_place(const IssueFacts& facts) {
  return std::string(kIssues) + domain::to_text(facts.relevant_until()) + '/' + facts.id.value;
}
[[nodiscard]] inline std::string pointer_key(const domain::IssueId& id) {
  return "k/" + id.value;
}
[[nodiscard]] inline std::string nameless_key(const domain::ResidentId& resident) {
  return std::string(kNameless) + resident.value;
}
[[nodiscard]] inline std::string other_act_key(const Moment& at) {
  return std::string(kOtherActs) + domain::to_text(at.day) + '/' + be64(at.position);
}
[[nodiscard]] inline std::string late_key(const domain::Date& happened, std::uint64_t position) {
  return std::string(kLateEntries) + domain::to_text(happened) + '/' + be64(position);
}

}  // namespace langnghe::projections::report
