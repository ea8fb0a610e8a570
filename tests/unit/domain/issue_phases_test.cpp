#include <set>

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
    if (phase == IssuePhase::absent && name != RecordIssue::kAct) {
      issue.when(command).then_refused(does_not_exist, {{"stream", "issue-i1"}});
      continue;
    }
    const Refusal there_already{already_exists, {{"stream", "issue-i1"}}};
    const Refusal not_from_here{act_not_allowed_in_state,
                                {{"act", name}, {"state", std::string(to_text(phase))}}};
    const Refusal& wrong_phase = name == RecordIssue::kAct ? there_already : not_from_here;
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
        issue.when(command).then_refused(
            happened_before_start,
            {{"happened", "2021-02-28"}, {"start", "2021-03-01"}, {"act", "record"}});
      }
    }
  }
}

TEST_P(EveryPhase, IsAnEndOnlyWhereTheWardHasNothingLeftToDo) {
  using enum IssuePhase;
  const auto phase = GetParam();
  const std::set<IssuePhase> ends{answered_on_the_spot,
                                  noted,
                                  handed_over,
                                  closed,
                                  external_result_told,
                                  refused,
                                  withdrawn,
                                  split,
                                  merged,
                                  voided};
  EXPECT_EQ(is_ended(phase), ends.contains(phase));
  EXPECT_EQ(ending_of(phase).has_value(), ends.contains(phase));
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
  EXPECT_EQ(after(at(IssuePhase::notice_delivered), Role::cchc_officer, "u-cchc", day("2021-03-05"),
                  EscalateIssue{kIssue, 2, "Chậm"})
                .last_act_on,
            day("2021-03-09"));
}

// `evolve` is total: events in an order no decision makes still fold.
TEST(AnIssue, FoldsAnyHistory) {
  IssueState state;
  [&]<std::size_t... kIndex>(std::index_sequence<kIndex...>) {
    constexpr std::size_t kLast = sizeof...(kIndex) - 1;
    (evolve(state, std::variant_alternative_t<kLast - kIndex, IssueEvent>{}, kOfficer, kToday),
     ...);
  }(std::make_index_sequence<std::variant_size_v<IssueEvent>>());
  EXPECT_EQ(state.phase, IssuePhase::recorded);
  EXPECT_EQ(state.last_act_on, kToday);
}

// Each phase that ends an issue has its own column in the balance of a report.
TEST(AnIssue, EndsInEveryWayTheBalanceKnows) {
  std::set<Ending> reached;
  for (const auto& [phase, name] : EnumText<IssuePhase>::kNames) {
    if (const auto ending = ending_of(phase)) {
      reached.insert(*ending);
    }
  }
  EXPECT_EQ(reached.size(), EnumText<Ending>::kNames.size());
}

}  // namespace
}  // namespace langnghe::domain::spec
