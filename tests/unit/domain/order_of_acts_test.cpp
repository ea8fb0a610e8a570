#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "acts_at_work.hpp"
#include "every_command.hpp"
#include "issue_fixture.hpp"
#include "office_fixture.hpp"

/// No act happened before an act whose state it acts on. Walks every act at work over every earlier
/// act it follows.
namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

/// Refused by a rule of its own about the same day, before it comes to the order.
bool has_its_own_day(const Command& command) {
  static const std::set<std::string_view> kActs{
      OpenDialogue::kAct,   // opened on its very day
      CloseDialogue::kAct,  // and everything at the table not before it
      SignMinutes::kAct,         RefuseSignature::kAct,        RecordAttendance::kAct,
      SkipPresentation::kAct,    RecordOpinion::kAct,          ConfirmOpinion::kAct,
      DeclineConfirmation::kAct, PresentPreviousResults::kAct, RedirectDenunciation::kAct,
      ClosePlan::kAct,  // the year is over
      CreditLateDialogue::kAct,  MarkObligationMissed::kAct,   ResumeClock::kAct};
  return kActs.contains(act_of(command));
}

std::string name_of(const ActAtWork& act) {
  return std::string(to_text(subject_kind(act.command))) + " " + std::string(act_of(act.command));
}

Given dated(const ActAtWork& act, const Date& on) {
  Given then(act.before);
  then.at({on, std::nullopt});
  return then;
}

bool says(const Refusal& refusal, std::string_view fact, std::string_view value) {
  return std::ranges::find(refusal.facts, Fact{std::string(fact), std::string(value)}) !=
         refusal.facts.end();
}

TEST(OrderOfActs, EveryActIsRefusedTheDayBeforeEachActItFollows) {
  for (const ActAtWork& act : acts_at_work()) {
    for (const Step& step : act.before.steps_before(act.command)) {
      const Date eve = add_days(step.happened.date, -1);
      const auto decision = dated(act, eve).when(act.command).decision();
      ASSERT_FALSE(decision) << name_of(act) << " before " << step.act;
      if (!has_its_own_day(act.command)) {
        EXPECT_EQ(decision.error().code, happened_before_start)
            << name_of(act) << " before " << step.act << ": " << describe(decision);
        EXPECT_TRUE(says(decision.error(), "happened", to_text(eve))) << describe(decision);
      }
    }
  }
}

TEST(OrderOfActs, ARefusalNamesTheLatestActThatWasMissedAndItsDay) {
  for (const ActAtWork& act : acts_at_work()) {
    const auto steps = act.before.steps_before(act.command);
    if (steps.empty() || has_its_own_day(act.command)) {
      continue;
    }
    const auto latest = std::ranges::max(
        steps, {}, [](const Step& step) { return std::chrono::sys_days(step.happened.date); });
    const Date eve = add_days(latest.happened.date, -1);
    const auto decision = dated(act, eve).when(act.command).decision();
    ASSERT_FALSE(decision) << name_of(act);
    const bool before_receipt =
        decision.error().facts.size() > 1 && says(decision.error(), "act", RecordIssue::kAct);
    EXPECT_TRUE(before_receipt || says(decision.error(), "start", to_text(latest.happened)))
        << name_of(act) << ": " << describe(decision);
  }
}

TEST(OrderOfActs, EveryActIsTakenOnTheDayOfTheLastActItFollows) {
  std::set<std::string> taken;
  std::set<std::string> following;
  for (const ActAtWork& act : acts_at_work()) {
    const auto steps = act.before.steps_before(act.command);
    if (steps.empty()) {
      continue;
    }
    following.insert(name_of(act));
    const auto latest = std::ranges::max(
        steps, {}, [](const Step& step) { return std::chrono::sys_days(step.happened.date); });
    const auto decision = dated(act, latest.happened.date).when(act.command).decision();
    if (decision) {
      taken.insert(name_of(act));
      continue;
    }
    EXPECT_TRUE(has_its_own_day(act.command)) << name_of(act) << ": " << describe(decision);
  }
  EXPECT_GT(taken.size(), 90U);
}

// An act that is allowed from some states only rests on the act that led there.
TEST(OrderOfActs, EveryActThatNeedsAStateFollowsTheActThatLedThere) {
  for (const ActAtWork& act : acts_at_work()) {
    const ActRule& rule = *find_rule(subject_kind(act.command), act_of(act.command));
    const bool begins = phase_allows(rule, "absent") || phase_allows(rule, "open");
    if (is_clock_act(rule) || rule.phases.empty() || begins) {
      continue;
    }
    EXPECT_FALSE(act.before.steps_before(act.command).empty()) << name_of(act);
  }
}

TEST(OrderOfActs, TheClocksActsFollowNothing) {
  for (const ActAtWork& act : acts_at_work()) {
    if (is_clock_act(*find_rule(subject_kind(act.command), act_of(act.command)))) {
      EXPECT_TRUE(act.before.steps_before(act.command).empty()) << name_of(act);
    }
  }
}

std::set<std::string> followed_by(const Given& given, const Command& command) {
  std::set<std::string> acts;
  for (const Step& step : given.steps_before(command)) {
    acts.insert(std::string(step.act));
  }
  return acts;
}

TEST(OrderOfActs, IsWhatThePapersSay) {
  using Acts = std::set<std::string>;
  EXPECT_EQ(followed_by(at(IssuePhase::answer_drafted), ApproveAnswer{kIssue, ""}),
            (Acts{"record", "draft-answer", "classify"}));
  EXPECT_EQ(followed_by(at(IssuePhase::answer_approved), issue_notice()),
            (Acts{"record", "approve-answer"}));
  EXPECT_EQ(
      followed_by(at(IssuePhase::notice_issued), RecordDelivery{kIssue, DeliveryMethod::in_person}),
      (Acts{"record", "issue-notice"}));
  EXPECT_EQ(followed_by(given(plan_at(PlanPhase::drafted)), ApprovePlan{2021, {}, kHead}),
            (Acts{"draft"}));
  EXPECT_EQ(followed_by(given(report_at(ReportPhase::drafted)),
                        SignReport{kQuarterReport, {}, kHead, SigningCapacity::tm}),
            (Acts{"draft"}));
  EXPECT_EQ(followed_by(given(meeting_at(DialoguePhase::announced)),
                        OpenDialogue{kMeeting, kEvening, kHead}),
            (Acts{"schedule", "announce"}));
  EXPECT_EQ(
      followed_by(given(meeting_at(DialoguePhase::closed)), SignMinutes{kMeeting, {}, {kHead}}),
      (Acts{"schedule", "close", "record-attendance", "skip-presentation", "record-opinion"}));
}

// ---- what may cross

TEST(OrderOfActs, APromiseIsMadeBesideTheAnswer) {
  at(IssuePhase::answer_approved)
      .by(Role::chair, "u-chair")
      .on(day("2021-03-04"))
      .when(MakeCommitment{kIssue, {"c9"}, "Thay nắp cống", kChairman, day("2021-03-20")})
      .then_accepted();
}

TEST(OrderOfActs, ANoteTypedLateStandsBetweenOthers) {
  at(IssuePhase::in_progress)
      .on(day("2021-03-03"))
      .when(NoteProgress{kIssue, "Đã gọi dân", NoteVisibility::public_, {}})
      .then_accepted();
}

TEST(OrderOfActs, ALetterAboutTheNoticeCrossesItsDelivery) {
  at(IssuePhase::closed)
      .on(day("2021-03-08"))
      .when(CorrectNotice{kIssue, "20/UBND-VP", "Sai ngày"})
      .then_accepted();
}

// ---- the time of day

Happened at_hour(std::string_view on, int hour) {
  return {day(on), std::chrono::hours(hour)};
}

TEST(OrderOfActs, CountsTheHourWhereBothActsNameIt) {
  const auto drafted_at_two = [] {
    Given drafted = at(IssuePhase::in_progress);
    drafted.at(at_hour("2021-03-05", 14)).entered_at(noon(day("2021-03-06")));
    return drafted.doing(Role::officer, kOfficer.value, draft());
  };
  const auto approve = [&](const Happened& when) {
    return drafted_at_two().by(Role::chair, "u-chair").at(when).when(ApproveAnswer{kIssue, ""});
  };
  approve(at_hour("2021-03-05", 13))
      .then_refused(happened_before_start, {{"happened", "2021-03-05T13:00:00+07:00"},
                                            {"start", "2021-03-05T14:00:00+07:00"},
                                            {"act", "draft-answer"}});
  approve(at_hour("2021-03-05", 14)).then_accepted();
  approve({day("2021-03-05"), std::nullopt}).then_accepted();
}

TEST(ACourse, KeepsTheLatestStepAndTheHourThatSaysMore) {
  Course course;
  const auto note = [&](const Happened& when, std::string_view act) {
    course.note({Region::handling, {}, act, when});
  };
  note(at_hour("2021-03-05", 14), "b");
  note({day("2021-03-04"), std::nullopt}, "a");
  EXPECT_EQ(course.find(Region::handling)->act, "b");
  note({day("2021-03-05"), std::nullopt}, "c");
  EXPECT_EQ(course.find(Region::handling)->act, "b");
  note({day("2021-03-06"), std::nullopt}, "d");
  EXPECT_EQ(course.find(Region::handling)->act, "d");
  EXPECT_EQ(course.find(Region::handling, "part"), nullptr);
  EXPECT_EQ(course.find(Region::clock), nullptr);
}

}  // namespace
}  // namespace langnghe::domain::spec
