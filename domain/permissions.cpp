#include <algorithm>
#include <array>

#include <domain/permissions.hpp>

namespace langnghe::domain {
namespace {

using enum Role;
using enum Subject;

// Who stands behind each row: civic-systems.md E-3 (issues), F-1 (dialogues), F-2 (plans), F-3
// (reports); who signs is Decree 30/2020/ND-CP Art. 13. Names of phases are those of the state
// headers; the tests walk every row over every phase.
constexpr auto kRules = std::to_array<ActRule>({
    {ward, "establish", {admin}, {}},
    {ward, "add-khom", {admin}, {}},
    {ward, "rename-khom", {admin}, {}},
    {ward, "close-khom", {admin}, {}},
    {ward, "appoint-official", {admin}, {}},
    {ward, "record-official-left", {admin}, {}},
    {ward, "adopt-report-route", {admin}, {}},
    {ward, "adopt-numbering", {admin}, {}},

    {calendar, "adopt-calendar", {admin, cchc_officer, chair}, {}},
    {policy, "adopt-policy", {admin, cchc_officer, chair}, {}},

    {plan, "draft", {cchc_officer}, {"absent"}},
    {plan, "approve", {chair}, {"drafted"}},
    {plan, "publish", {cchc_officer, clerk}, {"approved"}},

    {dialogue, "schedule", {cchc_officer, clerk, khom_head}, {"absent"}},
    {dialogue, "announce", {cchc_officer, clerk}, {"scheduled"}},
    {dialogue, "open", {cchc_officer, chair}, {"scheduled", "announced"}},
    // Who came and what was said is often typed up from paper after the meeting: accepted until the
    // minutes are signed.
    {dialogue, "record-attendance", {cchc_officer, officer, khom_head}, {"opened", "closed"}},
    {dialogue, "record-opinion", {cchc_officer, officer, khom_head}, {"opened", "closed"}},
    {dialogue, "redirect-denunciation", {cchc_officer, chair}, {"opened", "closed"}},
    {dialogue, "close", {cchc_officer, chair}, {"opened"}},
    {dialogue, "sign-minutes", {chair, cchc_officer}, {"closed"}},

    // ---- intake
    {issue, "answer-on-the-spot", {chair, officer, cchc_officer}, {"recorded"}},
    {issue, "note", {cchc_officer}, {"recorded"}},
    {issue, "classify", {cchc_officer, chair}, {"recorded"}},
    // ---- handling
    {issue,
     "assign",
     {cchc_officer, chair},
     {"classified", "assigned", "accepted", "in_progress", "reopened"}},
    {issue, "accept", {officer}, {"assigned"}},
    {issue,
     "note-progress",
     {officer, cchc_officer, khom_head},
     {"accepted", "in_progress", "forwarded", "forward_acknowledged", "external_result_received"}},
    {issue,
     "request-extension",
     {officer},
     {"assigned", "accepted", "in_progress", "answer_drafted"}},
    {issue,
     "approve-extension",
     {chair},
     {"classified", "assigned", "accepted", "in_progress", "forwarded", "forward_acknowledged",
      "external_result_received", "answer_drafted", "reopened"}},
    {issue,
     "refuse-extension",
     {chair},
     {"classified", "assigned", "accepted", "in_progress", "forwarded", "forward_acknowledged",
      "external_result_received", "answer_drafted", "reopened"}},
    // ---- elsewhere
    {issue, "hand-over", {chair, cchc_officer}, {"classified"}},
    {issue,
     "forward",
     {chair, cchc_officer},
     {"classified", "assigned", "accepted", "in_progress"}},
    {issue, "acknowledge-forward", {cchc_officer, clerk}, {"forwarded"}},
    {issue, "record-external-result", {cchc_officer, clerk}, {"forwarded", "forward_acknowledged"}},
    {issue, "tell-external-result", {cchc_officer, clerk, khom_head}, {"external_result_received"}},
    // ---- answer
    {issue, "draft-answer", {officer}, {"accepted", "in_progress", "answer_drafted"}},
    {issue, "send-back-answer", {cchc_officer, chair}, {"answer_drafted"}},
    {issue, "approve-answer", {chair}, {"answer_drafted"}},
    {issue, "issue-notice", {clerk, chair}, {"answer_approved"}},
    {issue, "record-delivery", {clerk, cchc_officer, khom_head}, {"notice_issued"}},
    {issue, "close", {cchc_officer}, {"notice_delivered", "external_result_told"}},
    // ---- after
    {issue, "ask-feedback", {cchc_officer, supervisor}, {"closed", "answered_on_the_spot"}},
    {issue,
     "record-feedback",
     {cchc_officer, khom_head, supervisor},
     {"closed", "answered_on_the_spot"}},
    {issue, "reopen", {chair}, {"closed", "answered_on_the_spot", "noted", "external_result_told"}},

    // Figures are frozen once; what comes later is told by the next report. Bare figures may be
    // signed: a narrative is offered, never demanded.
    {report, "freeze", {cchc_officer}, {"open"}},
    {report, "draft", {cchc_officer}, {"frozen", "drafted"}},
    {report, "sign", {chair}, {"frozen", "drafted"}},
    {report, "submit", {cchc_officer}, {"signed"}},
    {report, "acknowledge", {home_affairs}, {"submitted"}},

    {user, "register", {admin}, {}},
    {user, "grant-role", {admin}, {}},
    {user, "revoke-role", {admin}, {}},
    {user, "disable", {admin}, {}},
    {user, "enable", {admin}, {}},
});

}  // namespace

std::span<const ActRule> act_rules() {
  return kRules;
}

const ActRule* find_rule(Subject subject, std::string_view act) {
  const auto found = std::ranges::find_if(
      kRules, [&](const ActRule& rule) { return rule.subject == subject && rule.act == act; });
  return found == kRules.end() ? nullptr : &*found;
}

bool role_may(const ActRule& rule, Role role) {
  return role == Role::system || std::ranges::find(rule.roles, role) != rule.roles.end();
}

bool phase_allows(const ActRule& rule, std::string_view phase) {
  return rule.phases.empty() || std::ranges::find(rule.phases, phase) != rule.phases.end();
}

std::vector<std::string_view> allowed_acts(Subject subject, std::string_view phase, Role role) {
  std::vector<std::string_view> acts;
  for (const auto& rule : kRules) {
    if (rule.subject == subject && role_may(rule, role) && phase_allows(rule, phase)) {
      acts.push_back(rule.act);
    }
  }
  return acts;
}

}  // namespace langnghe::domain
