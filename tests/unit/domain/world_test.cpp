#include <gtest/gtest.h>

#include "issue_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

template <class State>
bool begins_as(const std::string& stream) {
  const auto state = initial_state({stream});
  return state && *state == StreamState(State{});
}

TEST(AStream, IsToldByItsName) {
  EXPECT_TRUE(begins_as<WardState>("ward"));
  EXPECT_TRUE(begins_as<CalendarState>("calendar"));
  EXPECT_TRUE(begins_as<PolicyState>("policy"));
  EXPECT_TRUE(begins_as<PlanState>("plan-2021"));
  EXPECT_TRUE(begins_as<DialogueState>("dialogue-d1"));
  EXPECT_TRUE(begins_as<IssueState>("issue-i1"));
  EXPECT_TRUE(begins_as<ReportState>("report-cchc-2021-Q1"));
  EXPECT_TRUE(begins_as<RegisterState>("register-2021"));
  EXPECT_TRUE(begins_as<ResidentState>("resident-r1"));
  EXPECT_TRUE(begins_as<UserState>("user-u1"));
  EXPECT_TRUE(begins_as<SupervisionState>("supervision"));
}

TEST(AStream, OfNoKnownNameHasNoState) {
  for (const auto* name : {"", "issue", "issue-", "wards", "ward-1", "xissue-1", "ISSUE-1"}) {
    EXPECT_FALSE(initial_state({name})) << name;
  }
}

TEST(AWorld, FoldsAnEventIntoItsStreamOnly) {
  const IssueId other{"i2"};
  World world;
  world.put(stream_of(kIssue), IssueState{});
  world.put(stream_of(other), IssueState{});
  world.apply({stream_of(kIssue),
               recorded_issue(),
               kOfficer,
               Role::officer,
               {kToday, std::nullopt},
               noon(kToday)});
  EXPECT_EQ(world.issue(kIssue).phase, IssuePhase::recorded);
  EXPECT_EQ(world.issue(kIssue).last_act_on, kToday);
  EXPECT_EQ(world.issue(other), IssueState{});
  EXPECT_TRUE(world.has(stream_of(other)));
  EXPECT_FALSE(world.has(stream_of(kDialogue)));
}

TEST(AWorld, CopiesASharedStateBeforeItChanges) {
  const RecordedEvent recorded{stream_of(kIssue), recorded_issue(),       kOfficer,
                               Role::officer,     {kToday, std::nullopt}, noon(kToday)};
  World first;
  first.put(stream_of(kIssue), IssueState{});
  const auto empty = first.share(stream_of(kIssue));
  first.apply(recorded);
  const auto after = first.share(stream_of(kIssue));
  World second;
  second.put(stream_of(kIssue), empty);
  EXPECT_EQ(second.issue(kIssue), IssueState{});
  second.apply(recorded);
  EXPECT_EQ(*empty, StreamState(IssueState{}));
  EXPECT_EQ(second.issue(kIssue), std::get<IssueState>(*after));
  EXPECT_NE(*after, *empty);
}

TEST(AWorld, LeavesAStreamAsItIsWhenTheEventIsOfAnotherKind) {
  StreamState state = IssueState{};
  evolve(state, {stream_of(kIssue),
                 UserEnabled{},
                 kOfficer,
                 Role::admin,
                 {kToday, std::nullopt},
                 noon(kToday)});
  EXPECT_EQ(state, StreamState(IssueState{}));
}

// A rule that reads what it did not name is a bug: it must not decide on an empty state.
TEST(AWorldDeathTest, EndsTheProcessWhenAskedForWhatWasNotLoaded) {
  const World world;
  EXPECT_DEATH(static_cast<void>(world.ward()), "");
  World empty;
  EXPECT_DEATH(empty.apply({stream_of(kIssue),
                            recorded_issue(),
                            kOfficer,
                            Role::officer,
                            {kToday, std::nullopt},
                            noon(kToday)}),
               "");
}

}  // namespace
}  // namespace langnghe::domain::spec
