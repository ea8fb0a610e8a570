#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "issue_fixture.hpp"

/// domain.md rule 9 as a property: whatever state two issues are in, unmerging gives both back.
namespace langnghe::domain::spec {
namespace {

const IssueId kThird{"i3"};

/// All but what tells that there was a merger: the survivor's clock history and the last day.
IssueState without_history(IssueState state) {
  state.clock_steps.clear();
  state.last_act_on = {};
  // A breach from before the merger stays on the record.
  state.breaches.clear();
  state.act_course = {};
  // On the days between, no clock of it ran.
  state.first_reply_course = {};
  state.resolution_course = {};
  state.breached = {};
  state.act_course = {};
  return state;
}

IssuePhase any_running_phase() {
  using enum IssuePhase;
  return *rc::gen::element(classified, returned, assigned, accepted, in_progress, forwarded,
                           forward_acknowledged, external_result_received, answer_drafted,
                           reopened);
}

void classify(Given& given, const IssueId& issue, const Date& received) {
  given.recorded("u-cchc", received, {{stream_of(issue), other_issue(received)}})
      .having(Role::cchc_officer, "u-cchc", received,
              ClassifyIssue{issue, IssueType::petition, kRoads,
                            *rc::gen::element(Complexity::simple, Complexity::complex), false});
}

/// Pauses, resumptions and agreed days, as many as are drawn and allowed on that day.
void move_clock(Given& given, const IssueId& issue) {
  const auto chair = context(Role::chair, "u-chair", kToday);
  for (int left = *rc::gen::inRange(0, 4); left > 0; --left) {
    const Date day_ahead = add_days(kToday, *rc::gen::inRange(1, 30));
    const Command command = *rc::gen::element<Command>(
        PauseClock{issue, PauseGround::external_opinion, day_ahead, "Chờ"}, ResumeClock{issue},
        ReclassifyIssue{issue, IssueType::report, kRoads, Complexity::simple, "Lại", day_ahead});
    if (given.scene().decide(command, chair)) {
      given.having(Role::chair, "u-chair", kToday, command);
    }
  }
}

RC_GTEST_PROP(MergingProperty, UnmergingGivesBackEveryFieldAndClockOfBoth, ()) {
  Given given = at(any_running_phase());
  classify(given, kOther, add_days(kReceived, *rc::gen::inRange(-20, 9)));
  move_clock(given, kIssue);
  move_clock(given, kOther);
  const bool outward = *rc::gen::arbitrary<bool>();
  const IssueId& absorbed = outward ? kIssue : kOther;
  const IssueId& survivor = outward ? kOther : kIssue;
  if (*rc::gen::arbitrary<bool>()) {
    classify(given, kThird, add_days(kReceived, *rc::gen::inRange(-20, 9)));
    given.having(Role::cchc_officer, "u-cchc", kToday, MergeIssue{kThird, survivor, "Cùng chỗ"});
  }
  const IssueState absorbed_before = given.scene().issue(absorbed);
  const IssueState survivor_before = given.scene().issue(survivor);

  given.having(Role::cchc_officer, "u-cchc", kToday, MergeIssue{absorbed, survivor, "Cùng chỗ"});
  RC_ASSERT(*given.scene().issue(survivor).effective_due <= *survivor_before.effective_due);
  RC_ASSERT(given.scene().issue(survivor).original_due == survivor_before.original_due);
  RC_ASSERT(given.scene().issue(absorbed).clock == absorbed_before.clock);

  given.having(Role::cchc_officer, "u-cchc", kToday, UnmergeIssue{absorbed, "Khác chỗ"});
  RC_ASSERT(without_history(given.scene().issue(absorbed)) == without_history(absorbed_before));
  RC_ASSERT(given.scene().issue(absorbed).clock_steps == absorbed_before.clock_steps);
  RC_ASSERT(without_history(given.scene().issue(survivor)) == without_history(survivor_before));
}

// domain.md rule 4 and civic-systems E-4, 4: what the chair grants on one day adds up whichever is
// granted first.
RC_GTEST_PROP(PausingProperty, AnExtensionAndAPauseGiveTheSameDayInEitherOrder, ()) {
  const Command extend = ApproveExtension{kIssue};
  const Command pause = PauseClock{kIssue, PauseGround::force_majeure,
                                   add_days(kToday, *rc::gen::inRange(1, 30)), "Lũ"};
  const bool resumes = *rc::gen::arbitrary<bool>();
  const Date resumed_on = add_days(kToday, *rc::gen::inRange(0, 12));
  const auto asked =
      at(IssuePhase::in_progress)
          .having(Role::officer, "u-officer", kToday, request_days(*rc::gen::inRange(1, 11)));
  const auto due_after = [&](const Command& first, const Command& second) {
    Given given = asked;
    given.having(Role::chair, "u-chair", kToday, first)
        .having(Role::chair, "u-chair", kToday, second);
    if (resumes) {
      given.having(Role::chair, "u-chair", resumed_on, ResumeClock{kIssue});
    }
    return state_of(given).effective_due;
  };
  RC_ASSERT(due_after(extend, pause) == due_after(pause, extend));
}

}  // namespace
}  // namespace langnghe::domain::spec
