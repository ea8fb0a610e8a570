#include "issue_fixture.hpp"

// Lateness follows from the days of the acts: however late they are typed, and whether the
// clock was there before them or not, the same breaches stand.
namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;
using enum ClockKind;

/// When what happened before is typed.
const Instant kTyped = noon(day("2021-04-20"));
const Happened kReplyBroken{day("2021-03-16"), std::nullopt};
const Happened kSettlementBroken{day("2021-03-23"), std::nullopt};
const DeadlineBreached kReplyBreached{first_reply, kFirstReplyDue};
const DeadlineBreached kSettlementBreached{resolution, kSimpleDue};

/// In progress since 4 March, nobody told anything; three days are allowed for late entry.
Given in_progress() {
  Policy policy = small_policy();
  policy.version = 2;
  policy.valid_from = day("2021-01-01");
  policy.late_entry_days = 3;
  return at(IssuePhase::in_progress)
      .recorded("u-admin", kPast, {{policy_stream(), PolicyAdopted{policy}}});
}

Given breached(ClockKind clock, const Date& on) {
  return in_progress().having(Role::system, "system", on, MarkDeadlineBreached{kIssue, clock});
}

NoteProgress told() {
  return {kIssue, "Đã khảo sát", NoteVisibility::public_, {}};
}

Given drafted(Given given, const Date& on) {
  return given.having(Role::officer, "u-officer", on, draft());
}

TEST(TheClock, WaitsForTheDaysOfLateEntryAndDatesABreachWithItsOwnDay) {
  in_progress()
      .on(day("2021-03-18"))
      .when(MarkDeadlineBreached{kIssue, first_reply})
      .then_refused(deadline_not_reached, {{"due", "2021-03-15"}});
  in_progress()
      .on(day("2021-03-19"))
      .when(MarkDeadlineBreached{kIssue, first_reply})
      .then({{kIssueStream, kReplyBreached, kReplyBroken}});
}

TEST(AReplyInTime, TypedAfterTheBreachWasRecordedTakesItBack) {
  const auto late = breached(first_reply, day("2021-03-20"));
  EXPECT_EQ(state_of(late).breaches.size(), 1U);
  Given(late)
      .by(Role::officer, "u-officer")
      .on(day("2021-03-12"))
      .entered_at(kTyped)
      .when(told())
      .then({{kIssueStream, ProgressNoted{"Đã khảo sát", NoteVisibility::public_, {}}},
             {kIssueStream, BreachRetracted{first_reply, kFirstReplyDue, std::nullopt}}});
  const auto state = after(late, Role::officer, "u-officer", day("2021-03-12"), told());
  EXPECT_TRUE(state.breaches.empty());
  EXPECT_FALSE(state.breached.first_reply);
}

TEST(AReplyTooLate, RecordsItsBreachWithItself) {
  in_progress()
      .by(Role::officer, "u-officer")
      .on(day("2021-03-16"))
      .when(told())
      .then({{kIssueStream, ProgressNoted{"Đã khảo sát", NoteVisibility::public_, {}}},
             {kIssueStream, kReplyBreached}});
  in_progress()
      .by(Role::officer, "u-officer")
      .on(day("2021-03-18"))
      .when(told())
      .then({{kIssueStream, ProgressNoted{"Đã khảo sát", NoteVisibility::public_, {}}},
             {kIssueStream, kReplyBreached, kReplyBroken}});
  breached(first_reply, day("2021-03-20"))
      .by(Role::officer, "u-officer")
      .on(day("2021-03-20"))
      .when(told())
      .then({{kIssueStream, ProgressNoted{"Đã khảo sát", NoteVisibility::public_, {}}}});
}

TEST(AnEarlierReply, TypedAfterALateOneTakesTheBreachBack) {
  const auto late = in_progress().having(Role::officer, "u-officer", day("2021-03-18"), told());
  ASSERT_EQ(state_of(late).breaches.size(), 1U);
  Given(late)
      .by(Role::officer, "u-officer")
      .on(day("2021-03-09"))
      .entered_at(kTyped)
      .when(told())
      .then({{kIssueStream, ProgressNoted{"Đã khảo sát", NoteVisibility::public_, {}}},
             {kIssueStream, BreachRetracted{first_reply, kFirstReplyDue, day("2021-03-09")}}});
  const auto state = after(late, Role::officer, "u-officer", day("2021-03-09"), told());
  EXPECT_EQ(state.first_reply_on, day("2021-03-09"));
}

TEST(AnApproval, InTimeTakesTheBreachBackAndTooLateRecordsIt) {
  const ApproveAnswer approve{kIssue, ""};
  const auto with_draft = drafted(breached(resolution, day("2021-03-26")), day("2021-03-17"));
  ASSERT_EQ(state_of(with_draft).breaches.size(), 1U);
  Given(with_draft)
      .by(Role::chair, "u-chair")
      .on(kSimpleDue)
      .entered_at(kTyped)
      .when(approve)
      .then({{kIssueStream, AnswerApproved{1, ""}},
             {kIssueStream, BreachRetracted{resolution, kSimpleDue, std::nullopt}}});
  drafted(in_progress(), day("2021-03-17"))
      .by(Role::chair, "u-chair")
      .on(day("2021-04-10"))
      .when(approve)
      .then({{kIssueStream, AnswerApproved{1, ""}},
             {kIssueStream, kSettlementBreached, kSettlementBroken}});
}

TEST(AnExtension, ApprovedInTimeTakesTheBreachBackAndTooLateRecordsIt) {
  auto asked = [](Given given) {
    return given.having(Role::officer, "u-officer", day("2021-03-19"), request_days(5));
  };
  const ApproveExtension approve{kIssue};
  const ExtensionApproved approved{1, 5, kSimpleDue, day("2021-03-29"), 1};
  asked(breached(resolution, day("2021-03-26")))
      .by(Role::chair, "u-chair")
      .on(kSimpleDue)
      .entered_at(kTyped)
      .when(approve)
      .then({{kIssueStream, approved},
             {kIssueStream, BreachRetracted{resolution, kSimpleDue, std::nullopt}}});
  asked(in_progress())
      .by(Role::chair, "u-chair")
      .on(day("2021-03-24"))
      .when(approve)
      .then({{kIssueStream, approved}, {kIssueStream, kSettlementBreached, kSettlementBroken}});
}

TEST(AnEnd, AfterADayThatPassedRecordsTheBreachAndBeforeItTakesItBack) {
  const VoidIssue void_it{kIssue, "nhập nhầm", std::nullopt};
  const auto events = in_progress().by(Role::chair, "u-chair").on(day("2021-03-30")).when(void_it);
  events.then({{kIssueStream, IssueVoided{"nhập nhầm", std::nullopt}},
               {kIssueStream, kReplyBreached, kReplyBroken},
               {kIssueStream, kSettlementBreached, kSettlementBroken}});
  breached(first_reply, day("2021-03-20"))
      .by(Role::chair, "u-chair")
      .on(day("2021-03-10"))
      .entered_at(kTyped)
      .when(void_it)
      .then({{kIssueStream, IssueVoided{"nhập nhầm", std::nullopt}},
             {kIssueStream, BreachRetracted{first_reply, kFirstReplyDue, std::nullopt}}});
}

TEST(ANewCalendar, EnteredLateTakesBackABreachOfADayItMovedInTime) {
  CalendarAdopted table = small_calendar();
  table.days_off.push_back(day("2021-03-12"));
  const auto decision = breached(first_reply, day("2021-03-20"))
                            .on(day("2021-03-10"))
                            .entered_at(kTyped)
                            .when(AdoptCalendar{table.days_off, {}, 2021, "TB", {kIssue}});
  EXPECT_EQ(decision.only<BreachRetracted>(),
            (BreachRetracted{first_reply, kFirstReplyDue, std::nullopt}));
}

TEST(ABreach, TakenBackCanBecomeDueAgainOfTheDayItWasMovedTo) {
  auto extended = breached(resolution, day("2021-03-26"))
                      .having(Role::officer, "u-officer", day("2021-03-19"), request_days(5))
                      .having(Role::chair, "u-chair", kSimpleDue, ApproveExtension{kIssue});
  Given(extended)
      .on(day("2021-04-02"))
      .when(MarkDeadlineBreached{kIssue, resolution})
      .then({{kIssueStream, DeadlineBreached{resolution, day("2021-03-29")},
              Happened{day("2021-03-30"), std::nullopt}}});
}

TEST(APause, ThatRanToItsEndIsShortenedByAResumptionTypedLater) {
  auto paused =
      in_progress().having(Role::chair, "u-chair", day("2021-03-10"),
                           PauseClock{kIssue, PauseGround::force_majeure, day("2021-03-17"), "Lũ"});
  auto ended = paused.having(Role::system, "system", day("2021-03-17"), ResumeClock{kIssue});
  EXPECT_FALSE(state_of(ended).paused);
  const auto state = after(ended, Role::chair, "u-chair", day("2021-03-12"), ResumeClock{kIssue});
  EXPECT_EQ(state.clock->pauses.back().until, day("2021-03-12"));
  EXPECT_EQ(state.effective_due, day("2021-03-24"));
  Given(ended).on(day("2021-03-18")).when(ResumeClock{kIssue}).then_refused(clock_not_paused);
}

TEST(APause, ThatRanToItsEndHoldsUpNoActOfADayWithinIt) {
  const PauseClock pause{kIssue, PauseGround::force_majeure, day("2021-03-17"), "Lũ"};
  const auto ended = drafted(in_progress(), day("2021-03-09"))
                         .having(Role::chair, "u-chair", day("2021-03-10"), pause)
                         .having(Role::system, "system", day("2021-03-17"), ResumeClock{kIssue});
  Given(ended)
      .by(Role::chair, "u-chair")
      .on(day("2021-03-15"))
      .entered_at(kTyped)
      .when(ApproveAnswer{kIssue, ""})
      .then({{kIssueStream, AnswerApproved{1, ""}}});
}

// ---- promises

const CommitmentId kLatePromise{"c1"};

Given promised() {
  return in_progress().having(
      Role::chair, "u-chair", day("2021-03-05"),
      MakeCommitment{kIssue, kLatePromise, "lắp đèn", kChairman, day("2021-03-12")});
}
FileEvidence evidence() {
  return {kIssue, kLatePromise, "đã lắp", {}};
}

TEST(APromise, IsMissedByWhatHappenedNotByWhatWasTyped) {
  const MarkCommitmentMissed mark{kIssue, kLatePromise};
  promised().on(day("2021-03-15")).when(mark).then_refused(deadline_not_reached);
  promised()
      .on(day("2021-03-16"))
      .when(mark)
      .then({{kIssueStream, CommitmentMissed{kLatePromise, day("2021-03-12")},
              Happened{day("2021-03-13"), std::nullopt}}});
  const auto missed = promised().having(Role::system, "system", day("2021-03-16"), mark);
  Given(missed)
      .by(Role::officer, "u-officer")
      .on(day("2021-03-12"))
      .entered_at(kTyped)
      .when(evidence())
      .then({{kIssueStream, EvidenceFiled{kLatePromise, "đã lắp", {}}},
             {kIssueStream, CommitmentMissRetracted{kLatePromise, day("2021-03-12")}}});
  promised()
      .by(Role::officer, "u-officer")
      .on(day("2021-03-14"))
      .when(evidence())
      .then({{kIssueStream, EvidenceFiled{kLatePromise, "đã lắp", {}}},
             {kIssueStream, CommitmentMissed{kLatePromise, day("2021-03-12")},
              Happened{day("2021-03-13"), std::nullopt}}});
  promised()
      .by(Role::chair, "u-chair")
      .on(day("2021-03-20"))
      .when(ReviseCommitment{kIssue, kLatePromise, day("2021-04-01"), "chờ vật tư"})
      .then({{kIssueStream,
              CommitmentRevised{kLatePromise, day("2021-03-12"), day("2021-04-01"), "chờ vật tư"}},
             {kIssueStream, CommitmentMissed{kLatePromise, day("2021-03-12")},
              Happened{day("2021-03-13"), std::nullopt}}});
}

TEST(APromise, RevisedInTimeIsTakenBackAndMissedByItsNewDay) {
  const auto missed = promised().having(Role::system, "system", day("2021-03-16"),
                                        MarkCommitmentMissed{kIssue, kLatePromise});
  auto revised =
      Given(missed).having(Role::chair, "u-chair", day("2021-03-11"),
                           ReviseCommitment{kIssue, kLatePromise, day("2021-03-18"), "chờ vật tư"});
  EXPECT_FALSE(state_of(revised).commitments.front().missed);
  revised.on(day("2021-03-22"))
      .when(MarkCommitmentMissed{kIssue, kLatePromise})
      .then({{kIssueStream, CommitmentMissed{kLatePromise, day("2021-03-18")},
              Happened{day("2021-03-19"), std::nullopt}}});
}

}  // namespace
}  // namespace langnghe::domain::spec
