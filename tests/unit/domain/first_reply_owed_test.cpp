#include "issue_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

const FirstReplyOwed kOwed{kReceived, kFirstReplyDue, 1, 1};

IssueRecorded recorded_owing() {
  IssueRecorded recorded = recorded_issue();
  recorded.first_reply = kOwed;
  return recorded;
}

/// Recorded as it is today: the first reply owed from receipt.
Given owing() {
  return without_issue().recorded("u-cchc", kReceived, {{kIssueStream, recorded_owing()}});
}

RecordIssue letter(const Date& received) {
  RecordIssue act;
  act.issue = kIssue;
  act.channel = IntakeChannel::letter;
  act.khom = kKhom;
  act.resident = kResident;
  act.new_resident = NewResident{kResident, std::nullopt, std::nullopt, std::nullopt};
  act.received = received;
  act.subject = "Đèn đường tắt";
  act.field = kRoads;
  return act;
}

ImportIssues list(std::optional<Date> ended) {
  ImportIssues import;
  import.source = "so-2020";
  import.file_hash = std::string(64, 'a');
  ImportedIssue row;
  row.issue = kIssue;
  row.external_id = "1";
  row.row = 1;
  row.khom = kKhom;
  row.received = kReceived;
  row.subject = "Đèn đường tắt";
  row.field = kRoads;
  row.ended_on = ended;
  row.outcome = Outcome::done;
  import.issues = {row};
  return import;
}

Policy policy_two(int days) {
  Policy policy = small_policy();
  policy.version = 2;
  policy.first_reply = {days, DayUnit::working_days};
  for (Term* term :
       {&policy.assign, &policy.forward, &policy.notice_after_settlement, &policy.publish_result,
        &policy.recommendation_answer, &policy.refusal_notice}) {
    *term = {3, DayUnit::working_days};
  }
  policy.retention_years = 20;
  policy.office_hours = {{std::chrono::hours(7), std::chrono::hours(17)}};
  return policy;
}

TEST(TheFirstReply, IsOwedFromReceiptHoweverLateTheLetterIsTyped) {
  const auto event =
      without_issue().on(day("2021-04-20")).when(letter(kReceived)).only<IssueRecorded>();
  EXPECT_EQ(event.first_reply, kOwed);
  const auto state = after(without_issue(), Role::clerk, "u-clerk", kToday, letter(kReceived));
  EXPECT_EQ(state.first_reply_due, kFirstReplyDue);
}

TEST(TheFirstReply, IsCountedInWeekendsAloneWhereNoCalendarWasAdopted) {
  auto past = ward_and_dialogue();
  past.push_back({policy_stream(), PolicyAdopted{small_policy()}});
  const auto event =
      given(past).on(day("2021-04-20")).when(letter(day("2021-04-19"))).only<IssueRecorded>();
  EXPECT_EQ(event.first_reply, (FirstReplyOwed{day("2021-04-19"), day("2021-05-03"), 1, 0}));
}

TEST(TheFirstReply, IsOwedByThePolicyOfTheDayOfReceipt) {
  Policy later = policy_two(5);
  later.valid_from = day("2021-03-05");
  const auto given =
      without_issue().recorded("u-admin", kPast, {{policy_stream(), PolicyAdopted{later}}});
  EXPECT_EQ(Given(given)
                .when(letter(day("2021-03-04")))
                .only<IssueRecorded>()
                .first_reply->policy_version,
            1);
  EXPECT_EQ(Given(given).when(letter(day("2021-03-05"))).only<IssueRecorded>().first_reply,
            (FirstReplyOwed{day("2021-03-05"), day("2021-03-12"), 2, 1}));
}

TEST(TheFirstReply, IsOwedToAnImportedIssueThatIsOpenAndToNoOther) {
  auto import = [](std::optional<Date> ended) {
    return without_issue().when(list(ended)).only<IssueRecorded>().first_reply;
  };
  EXPECT_EQ(import(std::nullopt), kOwed);
  EXPECT_EQ(import(day("2021-03-02")), std::nullopt);
}

TEST(TheFirstReply, ToAPartIsThatToTheWhole) {
  const auto decided = owing().when(split());
  ASSERT_TRUE(decided.decision());
  for (const auto& emitted : *decided.decision()) {
    if (const auto* event = std::get_if<IssueEvent>(&emitted.event)) {
      if (const auto* part = std::get_if<IssueRecorded>(event)) {
        EXPECT_EQ(part->first_reply, kOwed);
        EXPECT_EQ(part->first_reply_on, std::nullopt);
      }
    }
  }
}

TEST(TheFirstReply, IsBreachedWhoeverHasSortedTheMatterOrNot) {
  owing()
      .on(day("2021-03-16"))
      .when(MarkDeadlineBreached{kIssue, ClockKind::first_reply})
      .then({{kIssueStream, DeadlineBreached{ClockKind::first_reply, kFirstReplyDue}}});
}

TEST(TheFirstReply, OfAMatterSortedLateKeepsTheDayThatHadPassed) {
  Policy longer = policy_two(30);
  longer.valid_from = day("2021-01-02");
  auto late = owing().recorded("u-admin", kPast, {{policy_stream(), PolicyAdopted{longer}}});
  const auto event = Given(late)
                         .by(Role::cchc_officer, "u-cchc")
                         .on(day("2021-03-20"))
                         .when(classify_as(IssueType::petition))
                         .only<IssueClassified>();
  EXPECT_EQ(event.first_reply_due, kFirstReplyDue);
  const auto state = after(late, Role::cchc_officer, "u-cchc", day("2021-03-20"),
                           classify_as(IssueType::petition));
  EXPECT_EQ(state.first_reply, kOwed);
}

TEST(TheFirstReply, OfAMatterSortedInTimeIsWhatThePolicyNames) {
  Policy longer = policy_two(12);
  longer.valid_from = day("2021-01-02");
  auto given = owing().recorded("u-admin", kPast, {{policy_stream(), PolicyAdopted{longer}}});
  const auto state = after(given, Role::cchc_officer, "u-cchc", day("2021-03-10"),
                           classify_as(IssueType::petition));
  EXPECT_EQ(state.first_reply, (FirstReplyOwed{kReceived, day("2021-03-17"), 2, 1}));
}

TEST(TheFirstReply, OfAnUnclassifiedMatterMovesWithTheTables) {
  CalendarAdopted holiday = small_calendar();
  holiday.days_off.push_back(day("2021-03-12"));
  const AdoptCalendar adopt{holiday.days_off, {}, 2021, "TB", {kIssue}};
  const FirstReplyDueSet moved{"calendar", kFirstReplyDue, {kReceived, day("2021-03-16"), 1, 2}};
  EXPECT_EQ(owing().when(adopt).only<FirstReplyDueSet>(), moved);
  AdoptPolicy policy{policy_two(7), {kIssue}};
  EXPECT_EQ(owing().when(policy).only<FirstReplyDueSet>(),
            (FirstReplyDueSet{"policy", kFirstReplyDue, {kReceived, day("2021-03-10"), 2, 1}}));
  // Told something, the resident is owed no other day.
  owing()
      .having(Role::cchc_officer, "u-cchc", kReceived, NoteIssue{kIssue, "Góp ý"})
      .when(adopt)
      .then({{calendar_stream(), CalendarAdopted{2, holiday.days_off, {}, 2021, "TB"}}});
}

TEST(TheFirstReply, OfARecordFromBeforeIsSetByTheClockFromTheDayOfReceipt) {
  with_issue()
      .on(day("2021-06-01"))
      .when(RecomputeDeadline{kIssue})
      .then({{kIssueStream, FirstReplyDueSet{"receipt", std::nullopt, kOwed}}});
  const auto set =
      with_issue().having(Role::system, "system", day("2021-06-01"), RecomputeDeadline{kIssue});
  Given(set)
      .on(day("2021-06-02"))
      .when(MarkDeadlineBreached{kIssue, ClockKind::first_reply})
      .then({{kIssueStream, DeadlineBreached{ClockKind::first_reply, kFirstReplyDue},
              Happened{day("2021-03-16"), std::nullopt}}});
  Given(set).on(day("2021-06-02")).when(RecomputeDeadline{kIssue}).then_refused(deadline_unchanged);
}

TEST(TheFirstReply, OfAMatterOpenedAgainIsOwedFromThenWhereItHadEndedInTime) {
  const auto withdrawn =
      owing().having(Role::cchc_officer, "u-cchc", day("2021-03-03"),
                     WithdrawIssue{kIssue, WithdrawalForm::signed_, "đơn", "đã tự giải quyết", {}});
  const auto event = Given(withdrawn)
                         .on(day("2021-04-01"))
                         .when(ReopenIssue{kIssue, "xảy ra lại"})
                         .only<IssueReopened>();
  EXPECT_EQ(event.first_reply, (FirstReplyOwed{day("2021-04-01"), day("2021-04-15"), 1, 1}));
  const auto too_late =
      owing().having(Role::cchc_officer, "u-cchc", day("2021-03-20"),
                     WithdrawIssue{kIssue, WithdrawalForm::signed_, "đơn", "đã tự giải quyết", {}});
  EXPECT_EQ(Given(too_late)
                .on(day("2021-04-01"))
                .when(ReopenIssue{kIssue, "xảy ra lại"})
                .only<IssueReopened>()
                .first_reply,
            std::nullopt);
}

}  // namespace
}  // namespace langnghe::domain::spec
