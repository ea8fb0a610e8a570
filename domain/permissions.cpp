#include <algorithm>
#include <array>
#include <string>

#include <domain/permissions.hpp>

namespace langnghe::domain {
namespace {

using enum Role;
using enum Subject;

// Phases more than one row names.
constexpr InlineList<std::string_view, 24> kUnclassified{"recorded", "contested"};
constexpr InlineList<std::string_view, 24> kOpen{
    "recorded",       "contested",        "classified",
    "returned",       "assigned",         "accepted",
    "in_progress",    "forwarded",        "forward_acknowledged",
    "answer_drafted", "answer_approved",  "external_result_received",
    "notice_issued",  "notice_delivered", "notice_posted",
    "reopened"};
/// Classified, its answer not yet approved: the resolution clock runs.
constexpr InlineList<std::string_view, 24> kRunning{"classified",
                                                    "returned",
                                                    "assigned",
                                                    "accepted",
                                                    "in_progress",
                                                    "forwarded",
                                                    "forward_acknowledged",
                                                    "external_result_received",
                                                    "answer_drafted",
                                                    "reopened"};
constexpr InlineList<std::string_view, 24> kEnded{
    "answered_on_the_spot", "noted", "external_result_told", "closed", "refused", "withdrawn"};
/// A promise can be made and kept wherever the matter is the ward's own, also after its end.
constexpr InlineList<std::string_view, 24> kPromising{"recorded",
                                                      "contested",
                                                      "answered_on_the_spot",
                                                      "noted",
                                                      "classified",
                                                      "returned",
                                                      "assigned",
                                                      "accepted",
                                                      "in_progress",
                                                      "forwarded",
                                                      "forward_acknowledged",
                                                      "external_result_received",
                                                      "external_result_told",
                                                      "refused",
                                                      "answer_drafted",
                                                      "answer_approved",
                                                      "notice_issued",
                                                      "notice_delivered",
                                                      "notice_posted",
                                                      "closed",
                                                      "reopened"};
/// Also after the own person has the answer, and after a closing: whoever was merged in is owed it.
constexpr InlineList<std::string_view, 24> kReachingPersons{"notice_issued", "notice_posted",
                                                            "notice_delivered", "closed"};
constexpr InlineList<std::string_view, 24> kMeeting{"opened", "closed"};

// The sources of each row: civic-systems.md E-3 (issues), F-1 (dialogues), F-2 (plans), F-3
// (reports); who signs is Decree 30/2020/ND-CP Art. 13. Names of phases are those of the state
// headers; the tests walk every row over every phase. A row of `system` alone is the clock's.
constexpr auto kRules = std::to_array<ActRule>({
    {ward, "establish", {admin}, {}},
    {ward, "add-khom", {admin}, {}},
    {ward, "rename-khom", {admin}, {}},
    {ward, "merge-khoms", {admin}, {}},
    {ward, "close-khom", {admin}, {}},
    {ward, "appoint-official", {admin}, {}},
    {ward, "record-official-left", {admin}, {}},
    {ward, "adopt-report-route", {admin}, {}},
    {ward, "adopt-numbering", {admin}, {}},
    {ward, "adopt-template", {admin, cchc_officer, clerk}, {}},
    {ward, "adopt-recipients", {admin, cchc_officer, clerk}, {}},
    // The chair decides who may sign; the administrator enters it with the other offices.
    {ward, "delegate-signing", {admin, chair}, {}},
    {ward, "revoke-delegation", {admin, chair}, {}},
    {ward, "confirm-time", {admin}, {}},

    {ward, "import-issues", {admin, cchc_officer}, {}},

    {calendar, "adopt-calendar", {admin, cchc_officer, chair}, {}},
    {policy, "adopt-policy", {admin, cchc_officer, chair}, {}},

    {plan, "draft", {cchc_officer}, {"absent", "drafted"}},
    {plan, "approve", {chair}, {"drafted"}},
    {plan, "publish", {cchc_officer, clerk}, {"approved"}},
    {plan, "amend", {chair}, {"approved", "published"}},
    {plan, "mark-obligation-missed", {system}, {"approved", "published"}},
    {plan, "credit-late-dialogue", {chair}, {"approved", "published"}},
    {plan, "close", {chair, cchc_officer}, {"approved", "published"}},

    {dialogue, "schedule", {cchc_officer, clerk, khom_head}, {"absent"}},
    // An act of before the hour may be typed after it, when the clock has already found the
    // dialogue missed.
    {dialogue, "announce", {cchc_officer, clerk}, {"scheduled", "missed"}},
    {dialogue, "invite", {cchc_officer, clerk}, {"scheduled", "announced", "missed"}},
    {dialogue,
     "answer-invitation",
     {cchc_officer, clerk, supervisor, khom_head},
     {"scheduled", "announced", "missed"}},
    {dialogue,
     "postpone",
     {cchc_officer, chair},
     {"scheduled", "announced", "postponed", "missed"}},
    {dialogue, "rearrange", {cchc_officer, chair, clerk}, {"scheduled", "announced"}},
    {dialogue, "cancel", {chair}, {"scheduled", "announced", "postponed", "missed"}},
    {dialogue, "mark-missed", {system}, {"scheduled", "announced"}},
    {dialogue, "open", {cchc_officer, chair}, {"scheduled", "announced", "missed"}},
    // Attendance and words are often typed up from paper after the meeting: accepted until the
    // minutes are signed.
    {dialogue, "record-attendance", {cchc_officer, officer, khom_head}, kMeeting},
    {dialogue, "present-previous-results", {cchc_officer, chair}, kMeeting},
    {dialogue, "skip-presentation", {cchc_officer, chair}, kMeeting},
    {dialogue, "record-opinion", {cchc_officer, officer, khom_head}, kMeeting},
    {dialogue, "confirm-opinion", {cchc_officer, officer, khom_head}, kMeeting},
    {dialogue, "decline-confirmation", {cchc_officer, officer, khom_head}, kMeeting},
    {dialogue, "redirect-denunciation", {cchc_officer, chair}, kMeeting},
    {dialogue, "close", {cchc_officer, chair}, {"opened"}},
    {dialogue, "sign-minutes", {chair, cchc_officer}, {"closed"}},
    {dialogue, "refuse-signature", {cchc_officer, chair}, {"closed", "minutes_signed"}},
    {dialogue, "sign-addendum", {chair, cchc_officer}, {"minutes_signed", "concluded"}},
    {dialogue, "publish-conclusion", {chair, clerk}, {"minutes_signed"}},

    // ---- intake
    {issue, "record", {cchc_officer, clerk, khom_head}, {"absent"}},
    {issue, "answer-on-the-spot", {chair, officer, cchc_officer}, {"recorded"}},
    {issue, "note", {cchc_officer}, {"recorded"}},
    {issue, "contest", {cchc_officer, khom_head}, {"answered_on_the_spot", "noted"}},
    {issue, "classify", {cchc_officer, chair}, kUnclassified},
    {issue, "reclassify", {cchc_officer, chair}, kRunning},
    {issue, "split", {cchc_officer}, {"recorded", "contested", "classified"}},
    {issue, "merge", {cchc_officer}, kRunning},
    {issue, "unmerge", {cchc_officer}, {"merged"}},
    {issue, "link", {cchc_officer, officer}, kPromising},
    {issue, "correct", {cchc_officer}, kOpen},
    {issue, "void", {chair}, kOpen},
    {issue, "withdraw", {cchc_officer, case_holder}, kOpen},
    // ---- handling
    {issue,
     "assign",
     {cchc_officer, chair},
     {"classified", "returned", "assigned", "accepted", "in_progress", "reopened"}},
    {issue, "accept", {officer}, {"assigned"}},
    {issue, "return", {officer}, {"assigned", "accepted"}},
    {issue,
     "note-progress",
     {officer, cchc_officer, khom_head},
     {"accepted", "in_progress", "forwarded", "forward_acknowledged", "external_result_received"}},
    {issue, "request-information", {officer, cchc_officer}, kRunning},
    {issue, "receive-information", {officer, cchc_officer}, kRunning},
    {issue, "pause-clock", {chair}, kRunning},
    {issue, "resume-clock", {chair, cchc_officer}, kRunning},
    {issue,
     "request-extension",
     {officer},
     {"assigned", "accepted", "in_progress", "answer_drafted"}},
    {issue, "approve-extension", {chair}, kRunning},
    {issue, "refuse-extension", {chair}, kRunning},
    {issue, "mark-deadline-approaching", {system}, kOpen},
    {issue, "mark-deadline-breached", {system}, kOpen},
    {issue, "recompute-deadline", {system}, kOpen},
    {issue, "escalate", {cchc_officer, supervisor}, kOpen},
    {issue, "instruct", {chair}, kOpen},
    // ---- elsewhere
    {issue, "hand-over", {chair, cchc_officer}, {"classified"}},
    {issue, "refuse-handling", {chair}, {"classified"}},
    {issue,
     "forward",
     {chair, cchc_officer},
     {"classified", "returned", "assigned", "accepted", "in_progress"}},
    {issue, "acknowledge-forward", {cchc_officer, clerk}, {"forwarded"}},
    {issue, "bounce-forward", {cchc_officer, clerk}, {"forwarded", "forward_acknowledged"}},
    {issue, "record-external-result", {cchc_officer, clerk}, {"forwarded", "forward_acknowledged"}},
    {issue,
     "tell-external-result",
     {cchc_officer, clerk, khom_head},
     {"external_result_received", "external_result_told", "closed"}},
    // ---- answer
    {issue, "draft-answer", {officer}, {"accepted", "in_progress", "answer_drafted"}},
    {issue, "send-back-answer", {cchc_officer, chair}, {"answer_drafted"}},
    {issue, "approve-answer", {chair}, {"answer_drafted"}},
    {issue, "issue-notice", {clerk, chair}, {"answer_approved"}},
    {issue, "record-delivery", {clerk, cchc_officer, khom_head}, kReachingPersons},
    {issue, "record-delivery-failure", {clerk, cchc_officer, khom_head}, kReachingPersons},
    {issue, "post-notice", {clerk, cchc_officer, khom_head}, kReachingPersons},
    {issue,
     "give-up-delivery",
     {cchc_officer, chair},
     {"external_result_received", "external_result_told", "notice_issued", "notice_delivered",
      "notice_posted", "closed"}},
    {issue, "replace-notice", {chair}, {"notice_issued", "notice_delivered", "notice_posted"}},
    {issue,
     "correct-notice",
     {chair, clerk},
     {"notice_issued", "notice_delivered", "notice_posted", "closed"}},
    {issue, "recall-notice", {chair}, {"notice_issued", "notice_delivered", "notice_posted"}},
    {issue, "close", {cchc_officer}, {"notice_delivered", "notice_posted", "external_result_told"}},
    // ---- after
    {issue, "ask-feedback", {cchc_officer, supervisor}, {"closed", "answered_on_the_spot"}},
    {issue,
     "record-feedback",
     {cchc_officer, khom_head, supervisor, case_holder},
     {"closed", "answered_on_the_spot"}},
    {issue, "request-reopen", {cchc_officer, khom_head, supervisor, case_holder}, kEnded},
    {issue, "reopen", {chair}, kEnded},
    {issue, "decline-reopen", {chair}, kEnded},
    // ---- promises: they outlive the closing of their issue
    {issue, "make-commitment", {chair, officer}, kPromising},
    {issue, "revise-commitment", {chair, officer}, kPromising},
    {issue, "file-evidence", {chair, officer, cchc_officer}, kPromising},
    {issue, "verify-commitment", {khom_head, supervisor}, kPromising},
    {issue, "dispute-commitment", {khom_head, supervisor}, kPromising},
    {issue, "mark-commitment-missed", {system}, kPromising},

    // Figures are frozen once, but an estimate's again when its period is over, whatever was made
    // of them; later facts are told by a supplement. Bare figures may be signed: a narrative is
    // offered, never demanded.
    {report, "freeze", {cchc_officer}, {"open"}},
    {report, "draft", {cchc_officer}, {"frozen", "drafted", "sent_back", "returned"}},
    {report, "send-back", {chair}, {"drafted"}},
    {report, "sign", {chair}, {"frozen", "drafted"}},
    {report, "submit", {cchc_officer}, {"signed", "returned"}},
    {report, "acknowledge", {home_affairs}, {"submitted"}},
    {report, "return", {home_affairs}, {"submitted"}},
    {report, "supplement", {cchc_officer}, {"signed", "submitted", "acknowledged", "returned"}},

    {document_register, "void-number", {clerk}, {}},
    {document_register, "allow-number", {chair}, {}},
    // The roles that may issue a paper record with it what it was.
    {document_register, "record-paper", {clerk, cchc_officer, chair}, {}},
    {document_register, "record-signed-file", {clerk, cchc_officer}, {}},

    {resident, "change-contact", {cchc_officer, clerk}, {"identified", "anonymous", "withheld"}},
    {resident, "withhold-identity", {cchc_officer}, {"identified"}},
    {resident, "reveal-identity", {cchc_officer}, {"withheld", "anonymous"}},
    {resident, "destroy-key", {admin, chair}, {"identified", "anonymous", "withheld"}},

    {user, "register", {admin}, {}},
    {user, "grant-role", {admin}, {}},
    {user, "revoke-role", {admin}, {}},
    {user, "disable", {admin}, {}},
    {user, "enable", {admin}, {}},
    // One's own, or anybody's as administrator: the rule itself asks which.
    {user,
     "set-password",
     {chair, cchc_officer, officer, khom_head, clerk, supervisor, home_affairs, admin},
     {}},
    {user, "make-sign-in-link", {admin}, {}},
    {user, "make-token", {system}, {}},
    {user,
     "turn-on-second-factor",
     {chair, cchc_officer, officer, khom_head, clerk, supervisor, home_affairs, admin},
     {}},
    {user,
     "turn-off-second-factor",
     {chair, cchc_officer, officer, khom_head, clerk, supervisor, home_affairs, admin},
     {}},

    {supervision, "recommend", {supervisor}, {}},
    {supervision, "answer-recommendation", {chair}, {}},
    {supervision,
     "record-sealed-read",
     {chair, cchc_officer, officer, khom_head, clerk, supervisor, admin},
     {}},
    {supervision, "register-takedown", {chair, cchc_officer, admin}, {}},
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

bool is_clock_act(const ActRule& rule) {
  return std::ranges::equal(rule.roles, std::array{Role::system});
}

bool role_may(const ActRule& rule, Role role) {
  return role == Role::system || std::ranges::find(rule.roles, role) != rule.roles.end();
}

std::optional<Refusal> check_role(Subject subject, std::string_view act, Role role) {
  const ActRule* rule = find_rule(subject, act);
  if (rule != nullptr && role_may(*rule, role)) {
    return std::nullopt;
  }
  std::string may;
  if (rule != nullptr) {
    for (const Role allowed : rule->roles) {
      may.append(may.empty() ? "" : ", ").append(to_text(allowed));
    }
  }
  return Refusal{RefusalCode::role_not_permitted, {{"act", std::string(act)}, {"roles", may}}};
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
