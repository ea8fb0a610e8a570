#include <gtest/gtest.h>

#include "every_command.hpp"
#include "issue_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

class EveryPhase : public testing::TestWithParam<IssuePhase> {};

TEST_P(EveryPhase, IsReachedByTheActsThatLeadThere) {
  EXPECT_EQ(state_of(at(GetParam())).phase, GetParam());
}

// The system may do everything, so what is left to refuse here is the phase or a later check.
TEST_P(EveryPhase, RefusesExactlyTheActsTheTableDoesNotAllowFromIt) {
  const auto phase = GetParam();
  const auto issue = at(phase);
  for (const auto& act : every_act<IssueCommand>()) {
    const Command command{act};
    const auto decision = issue.when(command).decision();
    const std::string name(act_of(command));
    if (phase == IssuePhase::absent) {
      issue.when(command).then_refused(does_not_exist, {{"stream", "issue-i1"}});
      continue;
    }
    const Refusal wrong_phase{act_not_allowed_in_state,
                              {{"act", name}, {"state", std::string(to_text(phase))}}};
    const bool refused = !decision && decision.error() == wrong_phase;
    EXPECT_EQ(refused, !phase_allows(*find_rule(Subject::issue, name), to_text(phase)))
        << name << ": " << describe(decision);
  }
}

TEST_P(EveryPhase, AllowsNothingBeforeTheIssueWasReceived) {
  const auto phase = GetParam();
  auto issue = at(phase);
  issue.on(day("2021-02-28"));
  for (const auto act : allowed_acts(Subject::issue, to_text(phase), Role::system)) {
    for (const auto& command : every_act<IssueCommand>()) {
      if (act_of(command) == act && phase != IssuePhase::absent) {
        issue.when(command).then_refused(happened_before_start,
                                         {{"happened", "2021-02-28"}, {"start", "2021-03-01"}});
      }
    }
  }
}

TEST_P(EveryPhase, IsAnEndOnlyWhereTheWardHasNothingLeftToDo) {
  using enum IssuePhase;
  const auto phase = GetParam();
  const bool expected = phase == answered_on_the_spot || phase == noted || phase == handed_over ||
                        phase == external_result_told || phase == closed;
  EXPECT_EQ(is_ended(phase), expected);
}

std::vector<IssuePhase> all_phases() {
  std::vector<IssuePhase> phases;
  for (const auto& [phase, name] : EnumText<IssuePhase>::kNames) {
    phases.push_back(phase);
  }
  return phases;
}

INSTANTIATE_TEST_SUITE_P(Issue, EveryPhase, testing::ValuesIn(all_phases()),
                         [](const testing::TestParamInfo<IssuePhase>& phase) {
                           return std::string(to_text(phase.param));
                         });

TEST(AnIssue, RemembersTheLatestDayOfItsActs) {
  EXPECT_EQ(state_of(at(IssuePhase::notice_delivered)).last_act_on, day("2021-03-09"));
  EXPECT_EQ(after(at(IssuePhase::notice_delivered), Role::cchc_officer, "u-cchc", day("2021-03-08"),
                  CloseIssue{kIssue})
                .last_act_on,
            day("2021-03-09"));
}

// `evolve` is total: events in an order no decision makes still fold.
TEST(AnIssue, FoldsAnyHistory) {
  const std::vector<IssueEvent> backwards{
      IssueReopened{},      IssueClosed{},    NoticeDelivered{},
      AnswerApproved{},     AnswerSentBack{}, ExtensionApproved{},
      AssignmentAccepted{}, Noted{},          IssueRecorded{}};
  IssueState state;
  for (const auto& event : backwards) {
    evolve(state, event, kOfficer, kToday);
  }
  EXPECT_EQ(state.phase, IssuePhase::recorded);
}

}  // namespace
}  // namespace langnghe::domain::spec
