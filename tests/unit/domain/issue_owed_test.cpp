#include "issue_fixture.hpp"

// Merging keeps every person's right to the answer (domain.md rule 9), and a delivery its proof.
namespace langnghe::domain::spec::owed {
namespace {

using enum RefusalCode;

const Date kOtherReceived = day("2021-03-03");
const IssueId kThird{"i3"};
const ResidentId kAnonymous{"r3"};
const UserId kClerk{"u-clerk"};

SealedText name_of(const ResidentId& resident) {
  return {resident, "ciphertext"};
}

Emitted registered(const ResidentId& resident) {
  return {stream_of(resident),
          ResidentRegistered{kKhom, false, name_of(resident), std::nullopt, std::nullopt}};
}

Emitted without_name(const ResidentId& resident) {
  return {stream_of(resident),
          ResidentRegistered{kKhom, true, std::nullopt, std::nullopt, std::nullopt}};
}

/// A third issue of this person, merged into the first like the neighbour's.
Given with_third(Given given, const ResidentId& person) {
  IssueRecorded recorded = other_issue(kOtherReceived);
  recorded.resident = person;
  return given.recorded("u-cchc", kOtherReceived, {{stream_of(kThird), recorded}})
      .having(Role::cchc_officer, "u-cchc", kOtherReceived,
              ClassifyIssue{kThird, IssueType::petition, kRoads, Complexity::simple, false})
      .having(Role::cchc_officer, "u-cchc", day("2021-03-04"),
              MergeIssue{kThird, kIssue, "Cùng chỗ"});
}

/// The neighbour's issue is merged into the first one.
Given survivor() {
  return with_other(at(IssuePhase::in_progress), kOtherReceived)
      .recorded("u-cchc", kOtherReceived, {registered(kResident), registered(kNeighbour)})
      .having(Role::cchc_officer, "u-cchc", day("2021-03-04"),
              MergeIssue{kOther, kIssue, "Cùng một chỗ ngập"});
}

Given with_notice(Given given) {
  return given.having(Role::officer, "u-officer", day("2021-03-05"), draft())
      .having(Role::chair, "u-chair", day("2021-03-08"), ApproveAnswer{kIssue, ""})
      .having(Role::clerk, "u-clerk", day("2021-03-08"), issue_notice());
}

RecordDelivery deliver(std::optional<IssueId> absorbed = std::nullopt) {
  return {kIssue, DeliveryMethod::in_person, {}, std::move(absorbed)};
}

Given delivered(Given given, std::optional<IssueId> absorbed = std::nullopt) {
  return given.having(Role::clerk, "u-clerk", day("2021-03-09"), deliver(std::move(absorbed)));
}

// ---- whom the answer is owed to

TEST(AMergedPerson, IsOwedTheAnswerAndTheSurvivorDoesNotCloseBefore) {
  const auto reached_one = delivered(with_notice(survivor()));
  EXPECT_EQ(state_of(reached_one).phase, IssuePhase::notice_delivered);
  EXPECT_EQ(state_of(reached_one).owed(), (std::vector<IssueId>{kOther}));
  Given(reached_one).when(CloseIssue{kIssue}).then_refused(answer_owed, {{"issues", "i2"}});
  const auto reached_both = delivered(reached_one, kOther);
  EXPECT_TRUE(state_of(reached_both).owed().empty());
  EXPECT_EQ(state_of(reached_both).absorbed.front().served_on, day("2021-03-09"));
  EXPECT_EQ(state_of(reached_both).phase, IssuePhase::notice_delivered);
  Given(reached_both).when(CloseIssue{kIssue}).then_accepted();
}

TEST(AMergedPerson, MayHaveTheNoticeBeforeTheOwnOne) {
  const auto state = state_of(delivered(with_notice(survivor()), kOther));
  EXPECT_EQ(state.phase, IssuePhase::notice_issued);
  EXPECT_FALSE(state.delivered_on);
  EXPECT_TRUE(state.owed().empty());
}

TEST(AMergedPerson, IsServedOnceAndNobodyElseIs) {
  const auto reached = delivered(with_notice(survivor()), kOther);
  const Fact act{"act", "record-delivery"};
  Given(reached)
      .when(deliver(kOther))
      .then_refused(act_not_allowed_in_state, {act, {"state", "answer_not_owed"}});
  Given(reached)
      .when(deliver(kThird))
      .then_refused(value_not_valid, {{"field", "absorbed"}, {"value", "i3"}});
  delivered(reached).when(deliver()).then_refused(act_not_allowed_in_state,
                                                  {act, {"state", "answer_not_owed"}});
}

// One person with two matters is told once of both.
TEST(AMergedPerson, WhoIsTheSameAsAnotherIsServedTogether) {
  const auto same_as_own = delivered(with_notice(with_third(survivor(), kResident)));
  EXPECT_EQ(state_of(same_as_own).owed(), (std::vector<IssueId>{kOther}));
  const auto same_as_merged = delivered(with_notice(with_third(survivor(), kNeighbour)), kThird);
  EXPECT_TRUE(state_of(same_as_merged).owed().empty());
  const auto through_the_merged = delivered(with_notice(with_third(survivor(), kResident)), kThird);
  EXPECT_EQ(state_of(through_the_merged).phase, IssuePhase::notice_delivered);
  EXPECT_EQ(state_of(through_the_merged).delivered_on, day("2021-03-09"));
}

TEST(AMergedPerson, WithoutANameIsServedByPosting) {
  const auto issued = with_notice(with_third(
      survivor().recorded("u-cchc", kOtherReceived, {without_name(kAnonymous)}), kAnonymous));
  const PostNotice post{kIssue, "Văn phòng khóm 1"};
  const auto posted = delivered(issued).having(Role::clerk, "u-clerk", kToday, post);
  EXPECT_EQ(state_of(posted).owed(), (std::vector<IssueId>{kOther}));
  EXPECT_EQ(state_of(posted).phase, IssuePhase::notice_delivered);
  EXPECT_EQ(state_of(posted).delivered_on, day("2021-03-09"));
  const auto first = state_of(Given(issued).having(Role::clerk, "u-clerk", kToday, post));
  EXPECT_EQ(first.phase, IssuePhase::notice_posted);
  EXPECT_EQ(first.owed(), (std::vector<IssueId>{kOther}));
}

TEST(AMergedPerson, WhoseKeyIsDestroyedOrWhoWasNeverNamedIsServedByPosting) {
  const KeyDestroyed gone{ErasureGround::lawful_request, "Đơn", "QĐ 1", kOtherReceived};
  const auto erased = with_notice(
      survivor().recorded("u-admin", day("2021-03-04"), {{stream_of(kNeighbour), gone}}));
  const auto nobody = with_notice(with_third(survivor(), {}));
  const PostNotice post{kIssue, "Văn phòng khóm 1"};
  EXPECT_TRUE(state_of(Given(erased).having(Role::clerk, "u-clerk", kToday, post)).owed().empty());
  EXPECT_EQ(state_of(Given(nobody).having(Role::clerk, "u-clerk", kToday, post)).owed(),
            (std::vector<IssueId>{kOther}));
}

TEST(AMergedPerson, WithANameIsServedByPostingOnlyWhenThatIsSaid) {
  const auto reached_one = delivered(with_notice(survivor()));
  Given(reached_one)
      .when(PostNotice{kIssue, "Văn phòng khóm 1"})
      .then_refused(act_not_allowed_in_state,
                    {{"act", "post-notice"}, {"state", "answer_not_owed"}});
  Given(reached_one)
      .when(PostNotice{kIssue, "Văn phòng khóm 1", "", {}, {kOther}})
      .then({{kIssueStream, NoticePosted{"Văn phòng khóm 1", "", {}, {kOther}}}});
  Given(reached_one)
      .when(PostNotice{kIssue, "Văn phòng khóm 1", "", {}, {kThird}})
      .then_refused(value_not_valid, {{"field", "absorbed"}, {"value", "i3"}});
}

TEST(AMergedPerson, WhoCannotBeReachedIsOnRecordWithTheReason) {
  const GiveUpDelivery give_up{kIssue, kOther, "Đã chuyển đi, không rõ nơi ở"};
  const auto reached_one = delivered(with_notice(survivor()));
  Given(reached_one)
      .by(Role::chair, "u-chair")
      .when(give_up)
      .then({{kIssueStream, DeliveryGivenUp{kOther, "Đã chuyển đi, không rõ nơi ở"}}});
  Given(reached_one)
      .when(GiveUpDelivery{kIssue, kOther, " "})
      .then_refused(value_required, {{"field", "reason"}});
  const auto given_up = Given(reached_one).having(Role::cchc_officer, "u-cchc", kToday, give_up);
  EXPECT_TRUE(state_of(given_up).owed().empty());
  EXPECT_EQ(state_of(given_up).absorbed.front().given_up_for, "Đã chuyển đi, không rõ nơi ở");
  Given(given_up).when(give_up).then_refused(
      act_not_allowed_in_state, {{"act", "give-up-delivery"}, {"state", "answer_not_owed"}});
  Given(given_up).when(CloseIssue{kIssue}).then_accepted();
  // Found after all.
  const auto found = state_of(delivered(given_up, kOther));
  EXPECT_TRUE(found.absorbed.front().given_up_for.empty());
}

TEST(AMergedPerson, IsOwedAReplacedNoticeAndANewRoundAnew) {
  const auto both = delivered(delivered(with_notice(survivor())), kOther);
  const auto replaced = Given(both).having(
      Role::chair, "u-chair", kToday,
      ReplaceNotice{kIssue, std::nullopt, kChairman, SigningCapacity::tm, "Khác", "Sai"});
  EXPECT_EQ(state_of(replaced).owed(), (std::vector<IssueId>{kOther}));
  EXPECT_TRUE(state_of(replaced).deliveries.empty());
  const auto reopened = Given(both)
                            .having(Role::cchc_officer, "u-cchc", kToday, CloseIssue{kIssue})
                            .having(Role::chair, "u-chair", kToday, ReopenIssue{kIssue, "Lại"});
  EXPECT_EQ(state_of(reopened).owed(), (std::vector<IssueId>{kOther}));
}

TEST(AMergedPerson, WhoIsUnmergedIsOwedNothingByTheSurvivor) {
  const auto apart =
      delivered(with_notice(survivor()))
          .having(Role::cchc_officer, "u-cchc", kToday, UnmergeIssue{kOther, "Hai chỗ khác nhau"});
  EXPECT_TRUE(state_of(apart).owed().empty());
  EXPECT_EQ(apart.scene().issue(kOther).phase, IssuePhase::classified);
  Given(apart).when(CloseIssue{kIssue}).then_accepted();
}

// Records of before merging was followed say nothing of the others: they are owed, and can be
// served although the matter is closed.
TEST(AMergedPerson, OfAMatterClosedLongAgoCanStillBeServed) {
  const auto closed = delivered(with_notice(survivor()))
                          .recorded("u-cchc", day("2021-03-09"),
                                    {{kIssueStream, IssueClosed{Outcome::done, std::nullopt}}});
  EXPECT_EQ(state_of(closed).owed(), (std::vector<IssueId>{kOther}));
  const auto served = state_of(delivered(closed, kOther));
  EXPECT_EQ(served.phase, IssuePhase::closed);
  EXPECT_TRUE(served.owed().empty());
  Given(closed).when(deliver()).then_refused(
      act_not_allowed_in_state, {{"act", "record-delivery"}, {"state", "answer_not_owed"}});
}

TEST(ASurvivor, IsNotRefusedOrHandedOverWhileOthersAreMergedIn) {
  const auto absorbed = [](std::string_view act) {
    return std::vector<Fact>{{"act", std::string(act)}, {"state", "absorbed_others"}};
  };
  auto classified = with_other(at(IssuePhase::classified), kOtherReceived)
                        .having(Role::cchc_officer, "u-cchc", day("2021-03-04"),
                                MergeIssue{kOther, kIssue, "Cùng một chỗ ngập"});
  classified.when(refuse_handling())
      .then_refused(act_not_allowed_in_state, absorbed("refuse-handling"));
  const auto complaint =
      Given(classified)
          .having(Role::cchc_officer, "u-cchc", day("2021-03-04"),
                  ReclassifyIssue{kIssue, IssueType::complaint, kRoads, Complexity::simple,
                                  "Là khiếu nại", std::nullopt});
  Given(complaint)
      .when(HandOverIssue{kIssue, 1, "07/KN", kChairman})
      .then_refused(act_not_allowed_in_state, absorbed("hand-over"));
}

// ---- another body's result

Given with_result() {
  return with_other(at(IssuePhase::classified), kOtherReceived)
      .recorded("u-cchc", kOtherReceived, {registered(kResident), registered(kNeighbour)})
      .having(Role::cchc_officer, "u-cchc", day("2021-03-04"),
              MergeIssue{kOther, kIssue, "Cùng một chỗ ngập"})
      .having(Role::chair, "u-chair", day("2021-03-05"), forward())
      .having(Role::clerk, "u-clerk", day("2021-03-08"),
              RecordExternalResult{kIssue, "90/ĐL", "Đã thay bóng"});
}

TellExternalResult tell(std::optional<IssueId> absorbed = std::nullopt) {
  return {kIssue, DeliveryMethod::khom_head, {}, std::move(absorbed)};
}

TEST(AResultOfAnotherBody, EndsTheMatterWhenTheLastPersonWasToldOfIt) {
  for (const auto& [first, last] : {std::pair(tell(), tell(kOther)), {tell(kOther), tell()}}) {
    const auto one = with_result().having(Role::clerk, "u-clerk", day("2021-03-09"), first);
    EXPECT_EQ(state_of(one).phase, IssuePhase::external_result_received);
    EXPECT_FALSE(state_of(one).settled_on);
    const auto both = Given(one).having(Role::clerk, "u-clerk", kToday, last);
    EXPECT_EQ(state_of(both).phase, IssuePhase::external_result_told);
    EXPECT_EQ(state_of(both).settled_on, kToday);
    Given(one).when(first).then_refused(
        act_not_allowed_in_state, {{"act", "tell-external-result"}, {"state", "answer_not_owed"}});
  }
}

TEST(AResultOfAnotherBody, EndsTheMatterWhenTheLastPersonIsOwedItNoMore) {
  const auto own = with_result().having(Role::clerk, "u-clerk", day("2021-03-09"), tell());
  const auto given_up = Given(own).having(Role::cchc_officer, "u-cchc", kToday,
                                          GiveUpDelivery{kIssue, kOther, "Không rõ nơi ở"});
  EXPECT_EQ(state_of(given_up).phase, IssuePhase::external_result_told);
  const auto unmerged = Given(own).having(Role::cchc_officer, "u-cchc", kToday,
                                          UnmergeIssue{kOther, "Hai chỗ khác nhau"});
  EXPECT_EQ(state_of(unmerged).phase, IssuePhase::external_result_told);
}

// ---- the proof of a delivery

DeliveryProof signed_for() {
  return {name_of(kResident), Acknowledgement::signature, "", "", {photo()}};
}

Given asking_for_proof(Given given) {
  Policy policy = small_policy();
  policy.version = 2;
  policy.delivery_proof = {
      {DeliveryMethod::in_person, {ProofPart::recipient, ProofPart::acknowledgement}},
      {DeliveryMethod::post, {ProofPart::reference}},
      {DeliveryMethod::posted, {ProofPart::files}}};
  return given.recorded("u-admin", kPast, {{policy_stream(), PolicyAdopted{policy}}});
}

TEST(ADelivery, KeepsWhoTookItHowAndTheSignedPaper) {
  const auto issued = with_notice(survivor());
  const RecordDelivery act{kIssue, DeliveryMethod::in_person, signed_for(), std::nullopt};
  Given(issued).when(act).then(
      {{kIssueStream, NoticeDelivered{DeliveryMethod::in_person, signed_for(), std::nullopt}}});
  const auto state = state_of(Given(issued).having(Role::clerk, "u-clerk", kToday, act));
  EXPECT_EQ(
      state.deliveries,
      (std::vector<Delivery>{{kToday, DeliveryMethod::in_person, signed_for(), std::nullopt}}));
}

TEST(ADelivery, NamesWhoTookItUnderTheKeyOfWhomItWasFor) {
  const auto issued = with_notice(survivor());
  Given(issued)
      .when(RecordDelivery{kIssue, DeliveryMethod::in_person, signed_for(), kOther})
      .then_refused(value_not_valid, {{"field", "recipient"}, {"value", "r1"}});
  const KeyDestroyed gone{ErasureGround::lawful_request, "Đơn", "QĐ 1", kOtherReceived};
  Given(issued)
      .recorded("u-admin", day("2021-03-04"), {{stream_of(kResident), gone}})
      .when(RecordDelivery{kIssue, DeliveryMethod::in_person, signed_for(), std::nullopt})
      .then_refused(key_destroyed);
}

TEST(ADelivery, SaysWhyNobodySigned) {
  const auto issued = with_notice(survivor());
  RecordDelivery act{kIssue, DeliveryMethod::in_person, {}, std::nullopt};
  act.proof.acknowledgement = Acknowledgement::refused;
  Given(issued).when(act).then_refused(value_required, {{"field", "refusal"}});
  act.proof.refusal = "Không đồng ý nội dung, có trưởng khóm chứng kiến";
  Given(issued).when(act).then_accepted();
  act.proof.acknowledgement = Acknowledgement::signature;
  Given(issued).when(act).then_refused(value_not_valid);
}

TEST(ADelivery, NeedsOfItsProofWhatThePolicyAsksOfTheMethod) {
  const auto issued = asking_for_proof(with_notice(survivor()));
  RecordDelivery act{kIssue, DeliveryMethod::in_person, {}, std::nullopt};
  Given(issued).when(act).then_refused(value_required, {{"field", "recipient"}});
  act.proof.recipient = name_of(kResident);
  Given(issued).when(act).then_refused(value_required, {{"field", "acknowledgement"}});
  act.proof.acknowledgement = Acknowledgement::refused;
  act.proof.refusal = "Không nhận";
  Given(issued).when(act).then_accepted();
  act = {kIssue, DeliveryMethod::post, {}, std::nullopt};
  act.proof.reference = " ";
  Given(issued).when(act).then_refused(value_required, {{"field", "reference"}});
  act.proof.reference = "EK 123 456 789 VN";
  Given(issued).when(act).then_accepted();
  // A method the policy does not name asks for nothing.
  Given(issued)
      .when(RecordDelivery{kIssue, DeliveryMethod::message, {}, std::nullopt})
      .then_accepted();
  Given(issued)
      .when(PostNotice{kIssue, "Văn phòng khóm 1"})
      .then_refused(value_required, {{"field", "files"}});
  Given(issued).when(PostNotice{kIssue, "Văn phòng khóm 1", "", {photo()}}).then_accepted();
}

TEST(ADelivery, ToSomebodyWithoutANameNeedsNone) {
  const auto issued = asking_for_proof(with_notice(with_third(
      survivor().recorded("u-cchc", kOtherReceived, {without_name(kAnonymous)}), kAnonymous)));
  RecordDelivery act{kIssue, DeliveryMethod::in_person, {}, kThird};
  act.proof.acknowledgement = Acknowledgement::fingerprint;
  Given(issued).when(act).then_accepted();
  act.absorbed = kOther;
  Given(issued).when(act).then_refused(value_required, {{"field", "recipient"}});
}

}  // namespace
}  // namespace langnghe::domain::spec::owed
