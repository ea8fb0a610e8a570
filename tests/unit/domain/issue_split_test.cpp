#include "issue_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

const IssueId kFirst{"i1a"};
const IssueId kSecond{"i1b"};

IssueRecorded part(const std::string& subject) {
  IssueRecorded recorded = recorded_issue();
  recorded.subject = subject;
  recorded.split_from = kIssue;
  recorded.first_reply = FirstReplyOwed{kReceived, kFirstReplyDue, 1, 1};
  return recorded;
}

SplitIssue with_parts(std::vector<IssuePart> parts) {
  return {kIssue, std::move(parts), "Hai việc"};
}

TEST(Splitting, RecordsEveryPartWithTheReceiptOfTheWhole) {
  at(IssuePhase::classified)
      .by(Role::cchc_officer, "u-cchc")
      .when(split())
      .then({{kIssueStream, IssueSplit{{kFirst, kSecond}, "Hai việc"}},
             {stream_of(kFirst), part("Ngập")},
             {stream_of(kSecond), part("Ổ gà")}});
}

TEST(Splitting, EndsTheWholeAndBeginsTheParts) {
  const auto given = at(IssuePhase::split);
  EXPECT_EQ(state_of(given).phase, IssuePhase::split);
  EXPECT_EQ(state_of(given).split_into, (std::vector{kFirst, kSecond}));
  EXPECT_FALSE(state_of(given).settled_on);
  const auto first = given.scene().issue(kFirst);
  EXPECT_EQ(first.phase, IssuePhase::recorded);
  EXPECT_EQ(first.received(), kReceived);
  EXPECT_EQ(first.recorded.split_from, kIssue);
}

TEST(Splitting, LeavesTheSealedWordsAndTheRowOfTheListWithTheWhole) {
  IssueRecorded imported = recorded_issue();
  imported.words = SealedText{kResident, "c2VhbGVk"};
  imported.origin = ImportOrigin{"so-2020", "1", "", 1};
  const auto decision =
      without_issue().recorded("u-past", kPast, {{kIssueStream, imported}}).when(split());
  decision.then({{kIssueStream, IssueSplit{{kFirst, kSecond}, "Hai việc"}},
                 {stream_of(kFirst), part("Ngập")},
                 {stream_of(kSecond), part("Ổ gà")}});
}

TEST(Splitting, NeedsTwoPartsWithNamesOfTheirOwn) {
  at(IssuePhase::recorded)
      .when(with_parts({{kFirst, "Ngập", kRoads}}))
      .then_refused(value_required, {{"field", "parts"}});
  at(IssuePhase::recorded)
      .when(with_parts({{kFirst, "Ngập", kRoads}, {kFirst, "Ổ gà", kRoads}}))
      .then_refused(duplicate_id, {{"id", "i1a"}});
  at(IssuePhase::recorded)
      .when(with_parts({{kFirst, "Ngập", kRoads}, {kIssue, "Ổ gà", kRoads}}))
      .then_refused(already_exists, {{"stream", "issue-i1"}});
  at(IssuePhase::recorded)
      .when(with_parts({{kFirst, "Ngập", kRoads}, {{}, "Ổ gà", kRoads}}))
      .then_refused(value_required, {{"field", "parts.issue"}});
}

TEST(Splitting, NeedsASubjectAndAFieldForEachPartAndAReason) {
  at(IssuePhase::recorded)
      .when(with_parts({{kFirst, "Ngập", kRoads}, {kSecond, " ", kRoads}}))
      .then_refused(value_required, {{"field", "parts.subject"}});
  at(IssuePhase::recorded)
      .when(with_parts({{kFirst, "Ngập", kRoads}, {kSecond, "Ổ gà", {"MOON"}}}))
      .then_refused(unknown_field_code, {{"field", "MOON"}});
  auto act = split();
  act.reason = "";
  at(IssuePhase::recorded).when(act).then_refused(value_required, {{"field", "reason"}});
  given({{kIssueStream, recorded_issue()}}).when(split()).then_refused(no_policy_adopted);
}

TEST(Splitting, IsNotDoneWhileOthersAreMergedIn) {
  with_other(at(IssuePhase::classified), day("2021-03-03"))
      .having(Role::cchc_officer, "u-cchc", kToday, MergeIssue{kOther, kIssue, "Cùng chỗ"})
      .when(split())
      .then_refused(act_not_allowed_in_state, {{"act", "split"}, {"state", "absorbed_others"}});
}

}  // namespace
}  // namespace langnghe::domain::spec
