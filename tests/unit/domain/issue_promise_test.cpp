#include "issue_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

const CommitmentId kPromise{"c1"};
const Date kPromised = day("2021-03-20");
const MakeCommitment kMake{kIssue, kPromise, "Nạo vét cống", kChairman, kPromised};
const FileEvidence kFile{kIssue, kPromise, "Đã nạo vét", {photo()}};
const VerifyCommitment kVerify{kIssue, kPromise, "Nước thoát tốt", {photo()}};
const DisputeCommitment kDispute{kIssue, kPromise, "Còn đọng", {photo()}};
const MarkCommitmentMissed kMissed{kIssue, kPromise};

Given made() {
  return at(IssuePhase::closed).having(Role::chair, "u-chair", kToday, kMake);
}
Given filed() {
  return made().having(Role::officer, "u-officer", kToday, kFile);
}
Given verified() {
  return filed().having(Role::khom_head, "u-khom", kToday, kVerify);
}

Commitment promise_of(const Given& given) {
  return *state_of(given).find_commitment(kPromise);
}

// ---- made

TEST(APromise, SaysWhatByWhomAndByWhen) {
  at(IssuePhase::answered_on_the_spot)
      .by(Role::chair, "u-chair")
      .when(kMake)
      .then({{kIssueStream, CommitmentMade{kPromise, "Nạo vét cống", kChairman, kPromised}}});
  Commitment expected{kPromise, "Nạo vét cống",          kChairman, kPromised, kPromised,
                      0,        Commitment::Status::made};
  expected.course = promise_of(made()).course;
  EXPECT_EQ(promise_of(made()), expected);
  EXPECT_EQ(state_of(made()).phase, IssuePhase::closed);
  EXPECT_EQ(state_of(made()).find_commitment({"c9"}), nullptr);
}

TEST(APromise, HasANameOfItsOwn) {
  made().when(kMake).then_refused(duplicate_id, {{"id", "c1"}});
  auto act = kMake;
  act.commitment = {};
  made().when(act).then_refused(value_required, {{"field", "commitment"}});
}

TEST(APromise, NeedsWhatWhoAndADayAhead) {
  auto act = kMake;
  act.what = "";
  at(IssuePhase::closed).when(act).then_refused(value_required, {{"field", "what"}});
  act = kMake;
  act.owner = {"o-nobody"};
  at(IssuePhase::closed).when(act).then_refused(unknown_official, {{"official", "o-nobody"}});
  act = kMake;
  act.due = day("2021-03-09");
  at(IssuePhase::closed)
      .when(act)
      .then_refused(date_order, {{"first", "2021-03-10"}, {"second", "2021-03-09"}});
  act.due = Date{};
  at(IssuePhase::closed).when(act).then_refused(value_not_valid);
}

// ---- revised

ReviseCommitment revise(const Date& due) {
  return {kIssue, kPromise, due, "Chờ vật tư"};
}

TEST(RevisingAPromise, KeepsItsFirstDay) {
  const Date later = day("2021-04-01");
  made()
      .by(Role::officer, "u-officer")
      .when(revise(later))
      .then({{kIssueStream, CommitmentRevised{kPromise, kPromised, later, "Chờ vật tư"}}});
  const auto promise = promise_of(made().having(Role::chair, "u-chair", kToday, revise(later)));
  EXPECT_EQ(promise.first_due, kPromised);
  EXPECT_EQ(promise.due, later);
  EXPECT_EQ(promise.revisions, 1);
}

TEST(RevisingAPromise, NeedsAReasonAndAnotherDayAhead) {
  auto act = revise(day("2021-04-01"));
  act.reason = "";
  made().when(act).then_refused(value_required, {{"field", "reason"}});
  made().when(revise(kPromised)).then_refused(value_not_valid);
  made().when(revise(day("2021-03-09"))).then_refused(date_order);
  made().when(revise(Date{})).then_refused(value_not_valid);
}

// ---- shown, seen

TEST(Evidence, IsFiledBeforeAnybodyVerifies) {
  made()
      .by(Role::cchc_officer, "u-cchc")
      .when(kFile)
      .then({{kIssueStream, EvidenceFiled{kPromise, "Đã nạo vét", {photo()}}}});
  EXPECT_EQ(promise_of(filed()).status, Commitment::Status::evidence_filed);
  made().when(kVerify).then_refused(act_not_allowed_in_state,
                                    {{"act", "verify-commitment"}, {"state", "made"}});
  made().when(kDispute).then_refused(act_not_allowed_in_state,
                                     {{"act", "dispute-commitment"}, {"state", "made"}});
}

TEST(Evidence, NeedsATextAndRealFiles) {
  made()
      .when(FileEvidence{kIssue, kPromise, "", {}})
      .then_refused(value_required, {{"field", "text"}});
  made()
      .when(FileEvidence{kIssue, kPromise, "Đã", {{std::string(64, 'a'), "image/jpeg", 0}}})
      .then_refused(value_not_valid, {{"field", "files"}, {"value", "0"}});
}

TEST(APromise, IsKeptWhenTheKhomHasSeenItDone) {
  filed()
      .by(Role::khom_head, "u-khom")
      .when(kVerify)
      .then({{kIssueStream, CommitmentVerified{kPromise, "Nước thoát tốt", {photo()}}}});
  EXPECT_EQ(promise_of(verified()).status, Commitment::Status::verified);
}

TEST(APromise, ThatIsDisputedCanBeShownAgain) {
  filed()
      .by(Role::supervisor, "u-front")
      .when(kDispute)
      .then({{kIssueStream, CommitmentDisputed{kPromise, "Còn đọng", {photo()}}}});
  auto disputed = filed().having(Role::supervisor, "u-front", kToday, kDispute);
  EXPECT_EQ(promise_of(disputed).status, Commitment::Status::disputed);
  EXPECT_EQ(promise_of(disputed.having(Role::officer, "u-officer", kToday, kFile)).status,
            Commitment::Status::evidence_filed);
}

TEST(APromise, IsNotVerifiedByWhoMadeIt) {
  const auto by_owner = [](const Command& command) {
    filed()
        .recorded("u-admin", kPast, {{stream_of(UserId{"u-a"}), UserRegistered{"A", kChairman}}})
        .by(Role::supervisor, "u-a")
        .when(command)
        .then_refused(own_commitment);
  };
  by_owner(kVerify);
  by_owner(kDispute);
}

TEST(APromise, IsJudgedInWords) {
  filed()
      .when(VerifyCommitment{kIssue, kPromise, "", {}})
      .then_refused(value_required, {{"field", "seen"}});
  filed()
      .when(DisputeCommitment{kIssue, kPromise, "", {}})
      .then_refused(value_required, {{"field", "reason"}});
  filed()
      .when(VerifyCommitment{kIssue, kPromise, "Tốt", {{"xyz", "a/b", 1}}})
      .then_refused(value_not_valid, {{"field", "files"}, {"value", "xyz"}});
}

TEST(APromise, ThatWasKeptIsSettled) {
  const std::vector<Command> acts{revise(day("2021-04-01")), kFile, kVerify, kDispute, kMissed};
  for (const auto& act : acts) {
    verified().when(act).then_refused(commitment_settled);
  }
}

TEST(APromise, ThatWasNeverMadeIsUnknown) {
  // An issue without promises does not offer the acts on promises.
  const std::vector<Command> acts{revise(day("2021-04-01")), kFile, kVerify, kDispute};
  for (const auto& act : acts) {
    at(IssuePhase::closed)
        .when(act)
        .then_refused(act_not_allowed_in_state,
                      {{"act", std::string(act_of(act))}, {"state", "no_commitment"}});
  }
  at(IssuePhase::closed).when(kMissed).then_refused(unknown_commitment, {{"commitment", "c1"}});
}

// ---- missed

TEST(AMissedPromise, IsMarkedTheDayAfterAndOnce) {
  made().on(kPromised).when(kMissed).then_refused(deadline_not_reached, {{"due", "2021-03-20"}});
  made()
      .on(day("2021-03-21"))
      .when(kMissed)
      .then({{kIssueStream, CommitmentMissed{kPromise, kPromised}}});
  auto missed = made().having(Role::system, "u-clock", day("2021-03-21"), kMissed);
  EXPECT_TRUE(promise_of(missed).missed);
  EXPECT_EQ(promise_of(missed).status, Commitment::Status::made);
  missed.on(day("2021-03-22")).when(kMissed).then_refused(already_marked);
}

TEST(AMissedPromise, IsNotOneThatWasShownInTime) {
  filed()
      .on(day("2021-03-21"))
      .when(kMissed)
      .then_refused(act_not_allowed_in_state,
                    {{"act", "mark-commitment-missed"}, {"state", "evidence_filed"}});
  filed()
      .having(Role::supervisor, "u-front", kToday, kDispute)
      .on(day("2021-03-21"))
      .when(kMissed)
      .then_accepted();
}

TEST(AMissedPromise, CanStillBeKept) {
  const auto promise =
      promise_of(made()
                     .having(Role::system, "u-clock", day("2021-03-21"), kMissed)
                     .having(Role::officer, "u-officer", day("2021-03-22"), kFile)
                     .having(Role::khom_head, "u-khom", day("2021-03-23"), kVerify));
  EXPECT_TRUE(promise.missed);
  EXPECT_EQ(promise.status, Commitment::Status::verified);
}

}  // namespace
}  // namespace langnghe::domain::spec
