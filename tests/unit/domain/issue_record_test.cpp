#include "issue_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

SealedText sealed(const ResidentId& resident) {
  return {resident, "c2VhbGVk"};
}

RecordIssue by_letter() {
  RecordIssue act;
  act.issue = kIssue;
  act.channel = IntakeChannel::letter;
  act.khom = kKhom;
  act.resident = kResident;
  act.new_resident = NewResident{kResident, sealed(kResident), std::nullopt, std::nullopt};
  act.received = kReceived;
  act.subject = "Đèn đường tắt";
  act.field = kRoads;
  act.pressing = true;
  act.words = sealed(kResident);
  return act;
}

RecordIssue from_list() {
  RecordIssue act = by_letter();
  act.channel = IntakeChannel::import_;
  act.resident = {};
  act.new_resident.reset();
  act.words.reset();
  act.origin = ImportOrigin{"so-tiep-dan-2020", "17", std::string(64, 'f'), 3};
  return act;
}

IssueRecorded as_recorded(const RecordIssue& act) {
  return {act.channel,
          {},
          {},
          act.khom,
          act.resident,
          act.received,
          act.subject,
          act.field,
          act.pressing,
          act.words,
          act.origin,
          std::nullopt,
          FirstReplyOwed{act.received, kFirstReplyDue, 1, 1},
          std::nullopt};
}

template <class Change>
RecordIssue changed(RecordIssue act, const Change& change) {
  change(act);
  return act;
}

TEST(RecordingAnIssue, KeepsTheDayItCameAndIntroducesWhoBroughtIt) {
  without_issue()
      .by(Role::clerk, "u-clerk")
      .when(by_letter())
      .then({{kIssueStream, as_recorded(by_letter())},
             {stream_of(kResident),
              ResidentRegistered{kKhom, false, sealed(kResident), std::nullopt, std::nullopt}}});
  const auto state = after(without_issue(), Role::clerk, "u-clerk", kToday, by_letter());
  EXPECT_EQ(state.phase, IssuePhase::recorded);
  EXPECT_EQ(state.recorded.channel, IntakeChannel::letter);
  EXPECT_EQ(state.received(), kReceived);
  EXPECT_EQ(state.last_act_on, kToday);
}

TEST(RecordingAnIssue, OfAPersonWithoutANameIsAnonymous) {
  const auto unnamed =
      changed(by_letter(), [](RecordIssue& act) { act.new_resident->name.reset(); });
  EXPECT_TRUE(without_issue().when(unnamed).only<ResidentRegistered>().anonymous);
}

TEST(RecordingAnIssue, OfAKnownPersonIntroducesNobody) {
  const auto known = changed(by_letter(), [](RecordIssue& act) { act.new_resident.reset(); });
  without_issue()
      .recorded("u-past", kPast, {{stream_of(kResident), ResidentRegistered{}}})
      .when(known)
      .then({{kIssueStream, as_recorded(known)}});
  without_issue().when(known).then_refused(does_not_exist, {{"stream", "resident-r1"}});
  without_issue()
      .recorded("u-past", kPast, {{stream_of(kResident), ResidentRegistered{}}})
      .when(by_letter())
      .then_refused(already_exists, {{"stream", "resident-r1"}});
}

TEST(RecordingAnIssue, OfAPersonWhoseKeyIsGoneIsRefused) {
  without_issue()
      .recorded(
          "u-past", kPast,
          {{stream_of(kResident), ResidentRegistered{}}, {stream_of(kResident), KeyDestroyed{}}})
      .when(changed(by_letter(), [](RecordIssue& act) { act.new_resident.reset(); }))
      .then_refused(key_destroyed);
}

TEST(RecordingAnIssue, OfAListMayNameNobody) {
  without_issue()
      .by(Role::cchc_officer, "u-cchc")
      .when(from_list())
      .then({{kIssueStream, as_recorded(from_list())}});
  without_issue()
      .when(changed(by_letter(),
                    [](RecordIssue& act) {
                      act.resident = {};
                      act.new_resident.reset();
                      act.words.reset();
                    }))
      .then_refused(value_required, {{"field", "resident"}});
  without_issue()
      .when(changed(from_list(), [](RecordIssue& act) { act.words = sealed({}); }))
      .then_refused(value_required, {{"field", "resident"}});
}

TEST(RecordingAnIssue, TakesARowOfAListOnce) {
  without_issue()
      .having(Role::cchc_officer, "u-cchc", kToday, from_list())
      .when(from_list())
      .then_refused(already_imported, {{"external_id", "17"}});
  at(IssuePhase::recorded).when(by_letter()).then_refused(already_exists, {{"stream", "issue-i1"}});
}

TEST(RecordingAnIssue, AsksWhereAnImportedRowComesFrom) {
  const auto refused = [](const auto& change, RefusalCode code, const std::string& field) {
    const auto decision = without_issue().when(changed(from_list(), change)).decision();
    ASSERT_FALSE(decision) << field;
    EXPECT_EQ(decision.error().code, code) << field;
    EXPECT_EQ(decision.error().facts.front(), (Fact{"field", field}));
  };
  refused([](RecordIssue& act) { act.origin.reset(); }, value_required, "origin");
  refused([](RecordIssue& act) { act.origin->source = ""; }, value_required, "origin.source");
  refused([](RecordIssue& act) { act.origin->external_id = " "; }, value_required,
          "origin.external_id");
  refused([](RecordIssue& act) { act.origin->row = 0; }, value_not_valid, "origin.row");
  refused([](RecordIssue& act) { act.origin->file_hash = "abc"; }, value_not_valid,
          "origin.file_hash");
  refused([](RecordIssue& act) { act.channel = IntakeChannel::hotline; }, value_not_valid,
          "origin");
}

TEST(RecordingAnIssue, IsNotTheWayOfADialogue) {
  without_issue()
      .when(changed(by_letter(), [](RecordIssue& act) { act.channel = IntakeChannel::dialogue; }))
      .then_refused(value_not_valid, {{"field", "channel"}, {"value", "dialogue"}});
}

TEST(RecordingAnIssue, IsNotDoneBeforeItCame) {
  without_issue()
      .on(day("2021-02-28"))
      .when(by_letter())
      .then_refused(happened_before_start,
                    {{"happened", "2021-02-28"}, {"start", "2021-03-01"}, {"act", "record"}});
  without_issue()
      .when(changed(by_letter(), [](RecordIssue& act) { act.received = Date{}; }))
      .then_refused(value_not_valid);
}

TEST(RecordingAnIssue, NeedsAKhomASubjectAndAFieldOfThatDay) {
  without_issue()
      .when(changed(by_letter(), [](RecordIssue& act) { act.khom = {"k9"}; }))
      .then_refused(unknown_khom, {{"khom", "k9"}});
  without_issue()
      .when(changed(by_letter(), [](RecordIssue& act) { act.received = day("2019-12-31"); }))
      .then_refused(khom_not_valid_then, {{"khom", "k1"}, {"date", "2019-12-31"}});
  without_issue()
      .when(changed(by_letter(), [](RecordIssue& act) { act.subject = " "; }))
      .then_refused(value_required, {{"field", "subject"}});
  without_issue()
      .when(changed(by_letter(), [](RecordIssue& act) { act.field = {"MOON"}; }))
      .then_refused(unknown_field_code, {{"field", "MOON"}});
  given(ward_and_dialogue()).when(by_letter()).then_refused(no_policy_adopted);
}

TEST(RecordingAnIssue, KeepsWordsOnlyUnderThePersonsOwnKey) {
  without_issue()
      .when(changed(by_letter(), [](RecordIssue& act) { act.words = sealed(kNeighbour); }))
      .then_refused(value_not_valid, {{"field", "words"}, {"value", "r2"}});
  without_issue()
      .when(changed(by_letter(), [](RecordIssue& act) { act.new_resident->resident = kNeighbour; }))
      .then_refused(value_not_valid, {{"field", "new_resident.resident"}, {"value", "r2"}});
}

TEST(RecordingAnIssue, IsDoneByAKhomHeadInTheirOwnKhom) {
  without_issue()
      .by(Role::khom_head, "u-khom", {{"k2"}})
      .when(by_letter())
      .then_refused(outside_khom_scope, {{"khom", "k1"}});
  without_issue().by(Role::khom_head, "u-khom", {kKhom}).when(by_letter()).then_accepted();
}

}  // namespace
}  // namespace langnghe::domain::spec
