#include <algorithm>
#include <set>
#include <sstream>
#include <string>

#include "every_command.hpp"
#include "given.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

// The table once more, as people agreed on it. A change of the rules is a change of both.
constexpr std::string_view kAgreed = R"(
ward establish: admin
ward add-khom: admin
ward rename-khom: admin
ward close-khom: admin
ward appoint-official: admin
ward record-official-left: admin
ward adopt-report-route: admin
ward adopt-numbering: admin
calendar adopt-calendar: chair cchc_officer admin
policy adopt-policy: chair cchc_officer admin
plan draft: cchc_officer | absent
plan approve: chair | drafted
plan publish: cchc_officer clerk | approved
dialogue schedule: cchc_officer khom_head clerk | absent
dialogue announce: cchc_officer clerk | scheduled
dialogue open: chair cchc_officer | scheduled announced
dialogue record-attendance: cchc_officer officer khom_head | opened closed
dialogue record-opinion: cchc_officer officer khom_head | opened closed
dialogue redirect-denunciation: chair cchc_officer | opened closed
dialogue close: chair cchc_officer | opened
dialogue sign-minutes: chair cchc_officer | closed
issue answer-on-the-spot: chair cchc_officer officer | recorded
issue note: cchc_officer | recorded
issue classify: chair cchc_officer | recorded
issue assign: chair cchc_officer | classified assigned accepted in_progress reopened
issue accept: officer | assigned
issue note-progress: cchc_officer officer khom_head | accepted in_progress forwarded forward_acknowledged external_result_received
issue request-extension: officer | assigned accepted in_progress answer_drafted
issue approve-extension: chair | classified assigned accepted in_progress forwarded forward_acknowledged external_result_received answer_drafted reopened
issue refuse-extension: chair | classified assigned accepted in_progress forwarded forward_acknowledged external_result_received answer_drafted reopened
issue hand-over: chair cchc_officer | classified
issue forward: chair cchc_officer | classified assigned accepted in_progress
issue acknowledge-forward: cchc_officer clerk | forwarded
issue record-external-result: cchc_officer clerk | forwarded forward_acknowledged
issue tell-external-result: cchc_officer khom_head clerk | external_result_received
issue draft-answer: officer | accepted in_progress answer_drafted
issue send-back-answer: chair cchc_officer | answer_drafted
issue approve-answer: chair | answer_drafted
issue issue-notice: chair clerk | answer_approved
issue record-delivery: cchc_officer khom_head clerk | notice_issued
issue close: cchc_officer | external_result_told notice_delivered
issue ask-feedback: cchc_officer supervisor | answered_on_the_spot closed
issue record-feedback: cchc_officer khom_head supervisor | answered_on_the_spot closed
issue reopen: chair | answered_on_the_spot noted external_result_told closed
report freeze: cchc_officer | open
report draft: cchc_officer | frozen drafted
report sign: chair | frozen drafted
report submit: cchc_officer | signed
report acknowledge: home_affairs | submitted
user register: admin
user grant-role: admin
user revoke-role: admin
user disable: admin
user enable: admin
)";

/// Names of the phases a subject can be in; none where no phase is asked.
std::vector<std::string_view> phases_of(Subject subject) {
  std::vector<std::string_view> names;
  const auto add = [&](const auto& table) {
    for (const auto& [value, name] : table) {
      names.push_back(name);
    }
  };
  switch (subject) {
    case Subject::plan:
      add(EnumText<PlanPhase>::kNames);
      break;
    case Subject::dialogue:
      add(EnumText<DialoguePhase>::kNames);
      break;
    case Subject::issue:
      add(EnumText<IssuePhase>::kNames);
      break;
    case Subject::report:
      add(EnumText<ReportPhase>::kNames);
      break;
    default:
      break;
  }
  return names;
}

/// A row as the functions answer it, roles and phases in the order of their enumerations.
std::string row_text(const ActRule& rule) {
  std::ostringstream row;
  row << to_text(rule.subject) << ' ' << rule.act << ':';
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

TEST(ThePermissions, LetEveryRoleDoItsActsAndNoOther) {
  const Scene nothing;
  for (const auto& command : every_command()) {
    const auto& rule = *find_rule(subject_kind(command), act_of(command));
    for (const auto& [role, name] : EnumText<Role>::kNames) {
      const auto decision = nothing.decide(command, context(role, "u-somebody", kToday));
      const bool refused_role = !decision && decision.error().code == role_not_permitted;
      EXPECT_EQ(refused_role, !role_may(rule, role))
          << name << " " << to_text(rule.subject) << " " << rule.act << ": " << describe(decision);
      if (refused_role) {
        EXPECT_EQ(decision.error().facts, (std::vector<Fact>{{"act", std::string(rule.act)}}));
      }
    }
  }
}

TEST(ThePermissions, LetTheSystemDoEverything) {
  for (const auto& rule : act_rules()) {
    EXPECT_TRUE(role_may(rule, Role::system)) << rule.act;
  }
}

TEST(ThePermissions, KnowNoActThatDoesNotExist) {
  EXPECT_EQ(find_rule(Subject::issue, "establish"), nullptr);
  EXPECT_EQ(find_rule(Subject::ward, ""), nullptr);
}

TEST(TheAllowedActs, ComeInTheOrderOfTheTable) {
  EXPECT_EQ(allowed_acts(Subject::issue, "recorded", Role::cchc_officer),
            (std::vector<std::string_view>{"answer-on-the-spot", "note", "classify"}));
  EXPECT_EQ(allowed_acts(Subject::issue, "answer_drafted", Role::chair),
            (std::vector<std::string_view>{"approve-extension", "refuse-extension",
                                           "send-back-answer", "approve-answer"}));
}

TEST(TheAllowedActs, AreNoneForWhoOnlyReads) {
  for (const auto& [phase, name] : EnumText<IssuePhase>::kNames) {
    EXPECT_TRUE(allowed_acts(Subject::issue, name, Role::home_affairs).empty()) << name;
    EXPECT_TRUE(allowed_acts(Subject::issue, name, Role::admin).empty()) << name;
  }
}

}  // namespace
}  // namespace langnghe::domain::spec
