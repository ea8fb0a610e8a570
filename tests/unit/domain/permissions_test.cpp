#include <algorithm>
#include <set>
#include <sstream>
#include <string>

#include "every_command.hpp"
#include "given.hpp"
#include "phases.hpp"

namespace langnghe::domain::spec {
namespace {

// The table once more, as people agreed on it. A change of the rules is a change of both.
constexpr std::string_view kAgreed = R"(
ward establish: admin
ward add-khom: admin
ward rename-khom: admin
ward merge-khoms: admin
ward close-khom: admin
ward appoint-official: admin
ward record-official-left: admin
ward adopt-report-route: admin
ward adopt-numbering: admin
ward adopt-template: cchc_officer clerk admin
ward adopt-recipients: cchc_officer clerk admin
ward delegate-signing: chair admin
ward revoke-delegation: chair admin
ward confirm-time: admin
ward import-issues: cchc_officer admin
calendar adopt-calendar: chair cchc_officer admin
policy adopt-policy: chair cchc_officer admin
plan draft: cchc_officer | absent drafted
plan approve: chair | drafted
plan publish: cchc_officer clerk | approved
plan amend: chair | approved published
plan mark-obligation-missed: (clock) | approved published
plan credit-late-dialogue: chair | approved published
plan close: chair cchc_officer | approved published
dialogue schedule: cchc_officer khom_head clerk | absent
dialogue announce: cchc_officer clerk | scheduled missed
dialogue invite: cchc_officer clerk | scheduled announced missed
dialogue answer-invitation: cchc_officer khom_head clerk supervisor | scheduled announced missed
dialogue postpone: chair cchc_officer | scheduled announced postponed missed
dialogue rearrange: chair cchc_officer clerk | scheduled announced
dialogue cancel: chair | scheduled announced postponed missed
dialogue mark-missed: (clock) | scheduled announced
dialogue open: chair cchc_officer | scheduled announced missed
dialogue record-attendance: cchc_officer officer khom_head | opened closed
dialogue present-previous-results: chair cchc_officer | opened closed
dialogue skip-presentation: chair cchc_officer | opened closed
dialogue record-opinion: cchc_officer officer khom_head | opened closed
dialogue confirm-opinion: cchc_officer officer khom_head | opened closed
dialogue decline-confirmation: cchc_officer officer khom_head | opened closed
dialogue redirect-denunciation: chair cchc_officer | opened closed
dialogue close: chair cchc_officer | opened
dialogue sign-minutes: chair cchc_officer | closed
dialogue refuse-signature: chair cchc_officer | closed minutes_signed
dialogue sign-addendum: chair cchc_officer | minutes_signed concluded
dialogue publish-conclusion: chair clerk | minutes_signed
issue record: cchc_officer khom_head clerk | absent
issue answer-on-the-spot: chair cchc_officer officer | recorded
issue note: cchc_officer | recorded
issue contest: cchc_officer khom_head | answered_on_the_spot noted
issue classify: chair cchc_officer | recorded contested
issue reclassify: chair cchc_officer | classified returned assigned accepted in_progress forwarded forward_acknowledged external_result_received answer_drafted reopened
issue split: cchc_officer | recorded contested classified
issue merge: cchc_officer | classified returned assigned accepted in_progress forwarded forward_acknowledged external_result_received answer_drafted reopened
issue unmerge: cchc_officer | merged
issue link: cchc_officer officer | recorded contested answered_on_the_spot noted classified returned assigned accepted in_progress forwarded forward_acknowledged external_result_received external_result_told refused answer_drafted answer_approved notice_issued notice_delivered notice_posted closed reopened
issue correct: cchc_officer | recorded contested classified returned assigned accepted in_progress forwarded forward_acknowledged external_result_received answer_drafted answer_approved notice_issued notice_delivered notice_posted reopened
issue void: chair | recorded contested classified returned assigned accepted in_progress forwarded forward_acknowledged external_result_received answer_drafted answer_approved notice_issued notice_delivered notice_posted reopened
issue withdraw: cchc_officer case_holder | recorded contested classified returned assigned accepted in_progress forwarded forward_acknowledged external_result_received answer_drafted answer_approved notice_issued notice_delivered notice_posted reopened
issue assign: chair cchc_officer | classified returned assigned accepted in_progress reopened
issue accept: officer | assigned
issue return: officer | assigned accepted
issue note-progress: cchc_officer officer khom_head | accepted in_progress forwarded forward_acknowledged external_result_received
issue request-information: cchc_officer officer | classified returned assigned accepted in_progress forwarded forward_acknowledged external_result_received answer_drafted reopened
issue receive-information: cchc_officer officer | classified returned assigned accepted in_progress forwarded forward_acknowledged external_result_received answer_drafted reopened
issue pause-clock: chair | classified returned assigned accepted in_progress forwarded forward_acknowledged external_result_received answer_drafted reopened
issue resume-clock: chair cchc_officer | classified returned assigned accepted in_progress forwarded forward_acknowledged external_result_received answer_drafted reopened
issue request-extension: officer | assigned accepted in_progress answer_drafted
issue approve-extension: chair | classified returned assigned accepted in_progress forwarded forward_acknowledged external_result_received answer_drafted reopened
issue refuse-extension: chair | classified returned assigned accepted in_progress forwarded forward_acknowledged external_result_received answer_drafted reopened
issue mark-deadline-approaching: (clock) | recorded contested classified returned assigned accepted in_progress forwarded forward_acknowledged external_result_received answer_drafted answer_approved notice_issued notice_delivered notice_posted reopened
issue mark-deadline-breached: (clock) | recorded contested classified returned assigned accepted in_progress forwarded forward_acknowledged external_result_received answer_drafted answer_approved notice_issued notice_delivered notice_posted reopened
issue recompute-deadline: (clock) | recorded contested classified returned assigned accepted in_progress forwarded forward_acknowledged external_result_received answer_drafted answer_approved notice_issued notice_delivered notice_posted reopened
issue escalate: cchc_officer supervisor | recorded contested classified returned assigned accepted in_progress forwarded forward_acknowledged external_result_received answer_drafted answer_approved notice_issued notice_delivered notice_posted reopened
issue instruct: chair | recorded contested classified returned assigned accepted in_progress forwarded forward_acknowledged external_result_received answer_drafted answer_approved notice_issued notice_delivered notice_posted reopened
issue hand-over: chair cchc_officer | classified
issue refuse-handling: chair | classified
issue forward: chair cchc_officer | classified returned assigned accepted in_progress
issue acknowledge-forward: cchc_officer clerk | forwarded
issue bounce-forward: cchc_officer clerk | forwarded forward_acknowledged
issue record-external-result: cchc_officer clerk | forwarded forward_acknowledged
issue tell-external-result: cchc_officer khom_head clerk | external_result_received external_result_told closed
issue draft-answer: officer | accepted in_progress answer_drafted
issue send-back-answer: chair cchc_officer | answer_drafted
issue approve-answer: chair | answer_drafted
issue issue-notice: chair clerk | answer_approved
issue record-delivery: cchc_officer khom_head clerk | notice_issued notice_delivered notice_posted closed
issue record-delivery-failure: cchc_officer khom_head clerk | notice_issued notice_delivered notice_posted closed
issue post-notice: cchc_officer khom_head clerk | notice_issued notice_delivered notice_posted closed
issue give-up-delivery: chair cchc_officer | external_result_received external_result_told notice_issued notice_delivered notice_posted closed
issue replace-notice: chair | notice_issued notice_delivered notice_posted
issue correct-notice: chair clerk | notice_issued notice_delivered notice_posted closed
issue recall-notice: chair | notice_issued notice_delivered notice_posted
issue close: cchc_officer | external_result_told notice_delivered notice_posted
issue ask-feedback: cchc_officer supervisor | answered_on_the_spot closed
issue record-feedback: cchc_officer khom_head supervisor case_holder | answered_on_the_spot closed
issue request-reopen: cchc_officer khom_head supervisor case_holder | answered_on_the_spot noted external_result_told refused closed withdrawn
issue reopen: chair | answered_on_the_spot noted external_result_told refused closed withdrawn
issue decline-reopen: chair | answered_on_the_spot noted external_result_told refused closed withdrawn
issue make-commitment: chair officer | recorded contested answered_on_the_spot noted classified returned assigned accepted in_progress forwarded forward_acknowledged external_result_received external_result_told refused answer_drafted answer_approved notice_issued notice_delivered notice_posted closed reopened
issue revise-commitment: chair officer | recorded contested answered_on_the_spot noted classified returned assigned accepted in_progress forwarded forward_acknowledged external_result_received external_result_told refused answer_drafted answer_approved notice_issued notice_delivered notice_posted closed reopened
issue file-evidence: chair cchc_officer officer | recorded contested answered_on_the_spot noted classified returned assigned accepted in_progress forwarded forward_acknowledged external_result_received external_result_told refused answer_drafted answer_approved notice_issued notice_delivered notice_posted closed reopened
issue verify-commitment: khom_head supervisor | recorded contested answered_on_the_spot noted classified returned assigned accepted in_progress forwarded forward_acknowledged external_result_received external_result_told refused answer_drafted answer_approved notice_issued notice_delivered notice_posted closed reopened
issue dispute-commitment: khom_head supervisor | recorded contested answered_on_the_spot noted classified returned assigned accepted in_progress forwarded forward_acknowledged external_result_received external_result_told refused answer_drafted answer_approved notice_issued notice_delivered notice_posted closed reopened
issue mark-commitment-missed: (clock) | recorded contested answered_on_the_spot noted classified returned assigned accepted in_progress forwarded forward_acknowledged external_result_received external_result_told refused answer_drafted answer_approved notice_issued notice_delivered notice_posted closed reopened
report freeze: cchc_officer | open
report draft: cchc_officer | frozen drafted sent_back returned
report send-back: chair | drafted
report sign: chair | frozen drafted
report submit: cchc_officer | signed returned
report acknowledge: home_affairs | submitted
report return: home_affairs | submitted
report supplement: cchc_officer | signed submitted acknowledged returned
register void-number: clerk
register allow-number: chair
register record-paper: chair cchc_officer clerk
register record-signed-file: cchc_officer clerk
resident change-contact: cchc_officer clerk | identified anonymous withheld
resident withhold-identity: cchc_officer | identified
resident reveal-identity: cchc_officer | anonymous withheld
resident destroy-key: chair admin | identified anonymous withheld
user register: admin
user grant-role: admin
user revoke-role: admin
user disable: admin
user enable: admin
user set-password: chair cchc_officer officer khom_head clerk supervisor home_affairs admin
user make-sign-in-link: admin
user make-token: (clock)
user turn-on-second-factor: chair cchc_officer officer khom_head clerk supervisor home_affairs admin
user turn-off-second-factor: chair cchc_officer officer khom_head clerk supervisor home_affairs admin
supervision recommend: supervisor
supervision answer-recommendation: chair
supervision record-sealed-read: chair cchc_officer officer khom_head clerk supervisor admin
supervision register-takedown: chair cchc_officer admin
)";

/// A row as the functions answer it, roles and phases in the order of their enumerations.
std::string row_text(const ActRule& rule) {
  std::ostringstream row;
  row << to_text(rule.subject) << ' ' << rule.act << ':' << (is_clock_act(rule) ? " (clock)" : "");
  for (const auto& [role, name] : EnumText<Role>::kNames) {
    if (role != Role::system && role_may(rule, role)) {
      row << ' ' << name;
    }
  }
  const char* separator = " | ";
  for (const auto phase : phases_of(rule.subject)) {
    if (phase_allows(rule, phase)) {
      row << separator << phase;
      separator = " ";
    }
  }
  return row.str();
}

TEST(ThePermissions, AreWhatWasAgreed) {
  std::string table = "\n";
  for (const auto& rule : act_rules()) {
    table += row_text(rule) + "\n";
  }
  EXPECT_EQ(table, kAgreed);
}

TEST(ThePermissions, NameOnlyPhasesThatExist) {
  for (const auto& rule : act_rules()) {
    const auto known = phases_of(rule.subject);
    for (const auto phase : rule.phases) {
      EXPECT_NE(std::ranges::find(known, phase), known.end()) << rule.act << " from " << phase;
    }
  }
}

TEST(ThePermissions, HaveOneRowForEveryCommandAndNoOther) {
  std::set<std::pair<Subject, std::string_view>> commands;
  for (const auto& command : every_command()) {
    EXPECT_NE(find_rule(subject_kind(command), act_of(command)), nullptr) << act_of(command);
    commands.insert({subject_kind(command), act_of(command)});
  }
  EXPECT_EQ(commands.size(), act_rules().size());
  EXPECT_EQ(every_command().size(), act_rules().size());
}

TEST(ThePermissions, LetTheSystemDoEverything) {
  for (const auto& rule : act_rules()) {
    EXPECT_TRUE(role_may(rule, Role::system)) << rule.act;
  }
}

TEST(ThePermissions, LeaveTheClocksActsToTheClock) {
  for (const auto& rule : act_rules()) {
    const bool any_person = std::ranges::any_of(EnumText<Role>::kNames, [&](const auto& role) {
      return role.first != Role::system && role_may(rule, role.first);
    });
    EXPECT_EQ(is_clock_act(rule), !any_person) << to_text(rule.subject) << " " << rule.act;
  }
  EXPECT_TRUE(is_clock_act(*find_rule(Subject::dialogue, MarkDialogueMissed::kAct)));
  EXPECT_FALSE(is_clock_act(*find_rule(Subject::issue, ResumeClock::kAct)))
      << "done by the clock and by people";
}

TEST(ThePermissions, KnowNoActThatDoesNotExist) {
  EXPECT_EQ(find_rule(Subject::issue, "establish"), nullptr);
  EXPECT_EQ(find_rule(Subject::ward, ""), nullptr);
}

TEST(TheAllowedActs, ComeInTheOrderOfTheTable) {
  EXPECT_EQ(allowed_acts(Subject::plan, "approved", Role::chair),
            (std::vector<std::string_view>{"amend", "credit-late-dialogue", "close"}));
  EXPECT_EQ(
      allowed_acts(Subject::dialogue, "minutes_signed", Role::chair),
      (std::vector<std::string_view>{"refuse-signature", "sign-addendum", "publish-conclusion"}));
  EXPECT_EQ(allowed_acts(Subject::resident, "erased", Role::admin),
            (std::vector<std::string_view>{}));
}

TEST(TheAllowedActs, AreNoneForWhoOnlyReads) {
  for (const auto& [phase, name] : EnumText<IssuePhase>::kNames) {
    EXPECT_TRUE(allowed_acts(Subject::issue, name, Role::home_affairs).empty()) << name;
    EXPECT_TRUE(allowed_acts(Subject::issue, name, Role::admin).empty()) << name;
  }
}

}  // namespace
}  // namespace langnghe::domain::spec
