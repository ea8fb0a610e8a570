#include "issue_fixture.hpp"

// The checks before an act's own rule, in the order of domain/decide.hpp.
namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

const NoteIssue kNote{kIssue, "Góp ý"};
const KhomId kOtherKhom{"k2"};

Happened at_time(const Date& date, std::chrono::hours hour) {
  return {date, hour};
}

TEST(AnAct, OfAWrongRoleIsRefusedFirst) {
  without_issue()
      .by(Role::clerk, "u-clerk", {kOtherKhom})
      .on(day("2021-02-01"))
      .when(kNote)
      .then_refused(role_not_permitted, {{"act", "note"}, {"roles", "cchc_officer"}});
}

TEST(AnAct, OfTomorrowIsRefusedNext) {
  without_issue()
      .at({day("2021-03-11"), std::nullopt})
      .when(kNote)
      .then_refused(happened_in_future, {{"happened", "2021-03-11"}, {"today", "2021-03-10"}});
}

TEST(AnAct, OfTodayIsNotInTheFutureWhateverTheHour) {
  with_issue()
      .entered_at(end_of_day(day("2021-03-09")) + std::chrono::milliseconds(1))
      .when(kNote)
      .then_accepted();
}

TEST(AnAct, WithATimeOfDayIsComparedByTheMoment) {
  // Entered at 12:00 local time.
  const auto noon_exactly = parse_instant("2021-03-10T12:00:00+07:00").value();
  with_issue()
      .entered_at(noon_exactly)
      .at(at_time(kToday, std::chrono::hours(12)))
      .when(kNote)
      .then_accepted();
  with_issue()
      .entered_at(noon_exactly - std::chrono::milliseconds(1))
      .at(at_time(kToday, std::chrono::hours(12)))
      .when(kNote)
      .then_refused(happened_in_future,
                    {{"happened", "2021-03-10T12:00:00+07:00"}, {"today", "2021-03-10"}});
}

TEST(AnAct, OnTheDayOfUtcThatIsTomorrowInVietnamIsNotInTheFuture) {
  // 20:00 UTC on the 9th is 03:00 on the 10th in Vietnam.
  with_issue()
      .entered_at(parse_instant("2021-03-09T20:00:00Z").value())
      .when(kNote)
      .then_accepted();
}

TEST(AnAct, OnWhatDoesNotExistIsRefusedThen) {
  without_issue()
      .by(Role::cchc_officer, "u-cchc", {kOtherKhom})
      .when(kNote)
      .then_refused(does_not_exist, {{"stream", "issue-i1"}});
}

TEST(AnAct, OutsideTheActorsKhomIsRefusedThen) {
  at(IssuePhase::accepted)
      .by(Role::khom_head, "u-khom", {kOtherKhom})
      .when(CloseIssue{kIssue})
      .then_refused(role_not_permitted);
  at(IssuePhase::accepted)
      .by(Role::khom_head, "u-khom", {kOtherKhom})
      .when(RecordDelivery{kIssue, DeliveryMethod::post})
      .then_refused(outside_khom_scope, {{"khom", "k1"}});
}

TEST(AnAct, InsideTheActorsKhomIsAllowed) {
  const NoteProgress note{kIssue, "Đã thấy sửa", NoteVisibility::public_, {}};
  at(IssuePhase::accepted)
      .by(Role::khom_head, "u-khom", {kOtherKhom, kKhom})
      .when(note)
      .then_accepted();
  at(IssuePhase::accepted).by(Role::khom_head, "u-khom").when(note).then_accepted();
}

TEST(AnAct, OnADialogueOfAnotherKhomIsRefusedToo) {
  without_issue()
      .by(Role::khom_head, "u-khom", {kOtherKhom})
      .when(RecordAttendance{kDialogue, {}})
      .then_refused(outside_khom_scope, {{"khom", "k1"}});
}

TEST(AnAct, IsAskedForItsPhaseBeforeItsDay) {
  at(IssuePhase::noted)
      .on(day("2021-02-01"))
      .when(kNote)
      .then_refused(act_not_allowed_in_state, {{"act", "note"}, {"state", "noted"}});
}

TEST(AnAct, EnteredDaysAfterItHappenedIsNotRefused) {
  with_issue().on(kReceived).entered_at(noon(day("2021-06-01"))).when(kNote).then_accepted();
}

TEST(ACommand, SpeaksOfTheStreamOfItsIssue) {
  EXPECT_EQ(subject_of(kNote), kIssueStream);
  EXPECT_EQ(act_of(kNote), "note");
}

TEST(ACommand, ReadsTheDialogueOnceItKnowsTheIssue) {
  World world;
  const auto by = context(Role::cchc_officer, "u-cchc", kToday);
  EXPECT_EQ(streams_read(kNote, by, world), std::vector{kIssueStream});
  world.put(kIssueStream, state_of(with_issue()));
  EXPECT_EQ(streams_read(kNote, by, world), (std::vector{stream_of(kDialogue), kIssueStream}));
}

}  // namespace
}  // namespace langnghe::domain::spec
