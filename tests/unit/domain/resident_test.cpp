#include <gtest/gtest.h>

#include "unit/domain/ward_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

const StreamId kPerson = stream_of(kSpeaker);
const KeyDestroyed kErasure{ErasureGround::lawful_request, "Theo yêu cầu", "12/QĐ-UBND", kPast};

Past a_person(bool anonymous = false) {
  return a_ward() + settings() +
         Past{{kPerson, ResidentRegistered{kTanMy, anonymous, sealed(kSpeaker), {}, {}}}};
}

ResidentState folded(const Past& past) {
  ResidentState state;
  for (const Emitted& emitted : past) {
    if (emitted.stream == kPerson) {
      evolve(state, std::get<ResidentEvent>(emitted.event));
    }
  }
  return state;
}

ChangeContact new_phone() {
  return {kSpeaker, std::nullopt, sealed(kSpeaker, "cGhvbmU"), std::nullopt, "Đổi số"};
}

TEST(AContact, IsReplacedWhereItIsGiven) {
  const ContactChanged changed{{}, sealed(kSpeaker, "cGhvbmU"), {}, "Đổi số"};
  given(a_person()).when(new_phone()).then({{kPerson, changed}});
  const ResidentState person = folded(a_person() + Past{{kPerson, changed}});
  EXPECT_EQ(person.phase, ResidentPhase::identified);
  EXPECT_EQ(person.resident.name, sealed(kSpeaker));
  EXPECT_EQ(person.resident.phone, sealed(kSpeaker, "cGhvbmU"));
}

TEST(AContact, IsUnderThePersonsOwnKeyWithAReason) {
  ChangeContact command = new_phone();
  command.phone = sealed({"r-2"});
  given(a_person())
      .when(command)
      .then_refused(value_not_valid, {{"field", "phone"}, {"value", "r-2"}});
  command = new_phone();
  command.phone.reset();
  given(a_person()).when(command).then_refused(value_required, {{"field", "name"}});
  command = new_phone();
  command.reason = "";
  given(a_person()).when(command).then_refused(value_required, {{"field", "reason"}});
  given(a_ward()).when(new_phone()).then_refused(does_not_exist, {{"stream", "resident-r-1"}});
}

TEST(AContact, IsChangedByWhoMayActInThatKhom) {
  given(a_person())
      .by(Role::clerk, "u-clerk", {kSaNhien})
      .when(new_phone())
      .then_refused(outside_khom_scope, {{"khom", "tan-my"}});
}

TEST(AnIdentity, IsWithheldAndRevealedForAReason) {
  const IdentityWithheld withheld{"Sợ bị trả thù"};
  const IdentityRevealed revealed{"Người dân đồng ý"};
  given(a_person()).when(WithholdIdentity{kSpeaker, withheld.reason}).then({{kPerson, withheld}});
  given(a_person()).when(WithholdIdentity{kSpeaker, " "}).then_refused(value_required);
  const Past hidden = a_person() + Past{{kPerson, withheld}};
  EXPECT_EQ(folded(hidden).phase, ResidentPhase::withheld);
  given(hidden).when(RevealIdentity{kSpeaker, revealed.reason}).then({{kPerson, revealed}});
  given(hidden).when(RevealIdentity{kSpeaker, ""}).then_refused(value_required);
  given(hidden)
      .when(WithholdIdentity{kSpeaker, withheld.reason})
      .then_refused(act_not_allowed_in_state,
                    {{"act", "withhold-identity"}, {"state", "withheld"}});
  EXPECT_EQ(folded(hidden + Past{{kPerson, revealed}}).phase, ResidentPhase::identified);
}

TEST(AnIdentity, OfAnAnonymousPersonMayBeRevealed) {
  EXPECT_EQ(folded(a_person(true)).phase, ResidentPhase::anonymous);
  given(a_person(true)).when(RevealIdentity{kSpeaker, "Tự nêu tên"}).then_accepted();
  const ResidentState person =
      folded(a_person(true) + Past{{kPerson, IdentityRevealed{"Tự nêu tên"}}});
  EXPECT_EQ(person.phase, ResidentPhase::identified);
  EXPECT_FALSE(person.resident.anonymous);
}

// ---- the end of a key

DestroyKey destroy(ErasureGround ground, std::vector<IssueId> issues = {}) {
  return {kSpeaker, ground, "Theo yêu cầu", "12/QĐ-UBND", kPast, std::move(issues)};
}

/// The person's matter was answered on the spot on 12 March 2021.
Given with_an_ended_issue() {
  return given(a_person() + Past{{stream_of(IssueId{"i-1"}), issue_of("op-1")}})
      .recorded("u-chair", kMeetingDay,
                {{stream_of(IssueId{"i-1"}), AnsweredOnTheSpot{"Đã rõ", kHead, true}}});
}

TEST(AKey, IsDestroyedOnALawfulRequestOnceNoIssueIsOpen) {
  with_an_ended_issue()
      .on(day("2021-04-01"))
      .when(destroy(ErasureGround::lawful_request, {{"i-1"}}))
      .then({{kPerson, kErasure}});
  given(a_person() + Past{{stream_of(IssueId{"i-1"}), issue_of("op-1")}})
      .on(day("2021-04-01"))
      .when(destroy(ErasureGround::lawful_request, {{"i-1"}}))
      .then_refused(issue_open, {{"issue", "i-1"}});
  given(a_person()).when(destroy(ErasureGround::lawful_request)).then_accepted();
}

TEST(AKey, IsKeptUntilRetentionIsOver) {
  with_an_ended_issue()
      .on(day("2041-03-12"))
      .when(destroy(ErasureGround::retention_over, {{"i-1"}}))
      .then_accepted();
  with_an_ended_issue()
      .on(day("2041-03-11"))
      .when(destroy(ErasureGround::retention_over, {{"i-1"}}))
      .then_refused(retention_running, {{"until", "2041-03-12"}});
  given(a_person())
      .when(destroy(ErasureGround::retention_over))
      .then_refused(value_required, {{"field", "issues"}});
}

TEST(AKey, IsKeptALeapDayLongerThanNoYearHas) {
  Policy policy = default_policy();
  policy.version = 2;
  policy.retention_years = 1;
  const Past past = a_person() + Past{{policy_stream(), PolicyAdopted{policy}},
                                      {stream_of(IssueId{"i-1"}), issue_of("op-1")}};
  const Given leap =
      given(past).recorded("u-chair", day("2024-02-29"),
                           {{stream_of(IssueId{"i-1"}), AnsweredOnTheSpot{"Đã rõ", kHead, true}}});
  Given(leap)
      .on(day("2025-02-27"))
      .when(destroy(ErasureGround::retention_over, {{"i-1"}}))
      .then_refused(retention_running, {{"until", "2025-02-28"}});
  Given(leap)
      .on(day("2025-02-28"))
      .when(destroy(ErasureGround::retention_over, {{"i-1"}}))
      .then_accepted();
}

// Whose matter was merged is owed the answer of the issue it was merged into (domain.md rule 9).
TEST(AKey, IsKeptWhileTheMatterGoesOnInAnotherIssue) {
  const IssueId other{"i-2"};
  IssueRecorded survivor = issue_of("op-2");
  survivor.resident = {"r-2"};
  IssuesMerged merged;
  merged.survivor = other;
  merged.absorbed = {"i-1"};
  merged.resident = kSpeaker;
  const Past past = a_person() + Past{{stream_of(IssueId{"i-1"}), issue_of("op-1")},
                                      {stream_of(other), survivor},
                                      {stream_of(IssueId{"i-1"}), merged}};
  given(past)
      .on(day("2021-04-01"))
      .when(destroy(ErasureGround::lawful_request, {{"i-1"}}))
      .then_refused(issue_open, {{"issue", "i-2"}});
  given(past + Past{{stream_of(other), AnsweredOnTheSpot{"Đã rõ", kHead, true}}})
      .on(day("2021-04-01"))
      .when(destroy(ErasureGround::lawful_request, {{"i-1"}}))
      .then_accepted();
}

TEST(AKey, IsDestroyedForThePersonsOwnIssuesOnADecision) {
  IssueRecorded of_another = issue_of("op-2");
  of_another.resident = {"r-2"};
  given(a_person() + Past{{stream_of(IssueId{"i-2"}), of_another},
                          {stream_of(IssueId{"i-2"}), AnsweredOnTheSpot{"Đã rõ", kHead, true}}})
      .when(destroy(ErasureGround::lawful_request, {{"i-2"}}))
      .then_refused(value_not_valid, {{"field", "issues"}, {"value", "i-2"}});
  with_an_ended_issue()
      .when(destroy(ErasureGround::lawful_request, {{"i-1"}, {"i-1"}}))
      .then_refused(duplicate_id);
  DestroyKey command = destroy(ErasureGround::lawful_request);
  command.decision = "";
  given(a_person()).when(command).then_refused(value_required, {{"field", "decision"}});
  command = destroy(ErasureGround::lawful_request);
  command.reason = " ";
  given(a_person()).when(command).then_refused(value_required, {{"field", "reason"}});
  command = destroy(ErasureGround::lawful_request);
  command.decided_on = day("2021-03-11");
  given(a_person())
      .when(command)
      .then_refused(date_order, {{"first", "2021-03-11"}, {"second", "2021-03-10"}});
}

TEST(AKeyThatIsGone, TakesEverySealedWordAndEveryActWithIt) {
  const Past erased = a_person() + Past{{kPerson, kErasure}};
  const ResidentState person = folded(erased);
  EXPECT_EQ(person.phase, ResidentPhase::erased);
  EXPECT_EQ(person.erasure, kErasure);
  EXPECT_EQ(person.resident.khom, kTanMy);
  EXPECT_FALSE(person.resident.name);
  const std::vector<Command> acts{
      new_phone(), WithholdIdentity{kSpeaker, "X"}, RevealIdentity{kSpeaker, "X"},
      destroy(ErasureGround::lawful_request), RecordSealedRead{kSpeaker, kPerson, "Kiểm tra"}};
  for (const Command& act : acts) {
    given(erased).when(act).then_refused(key_destroyed);
  }
}

TEST(AKeyThatIsGone, SealsNoOpinionAnyMore) {
  const RecordOpinion opinion{kMeeting, {"op-2"},         kSpeaker,       std::nullopt,
                              false,    sealed(kSpeaker), {raised("i-2")}};
  const Past erased = a_meeting_with_an_opinion() + Past{{kPerson, kErasure}};
  given(erased).on(kMeetingDay).when(opinion).then_refused(key_destroyed);
  RecordOpinion introduced = opinion;
  introduced.new_resident = NewResident{kSpeaker, sealed(kSpeaker), {}, {}};
  given(erased).on(kMeetingDay).when(introduced).then_refused(key_destroyed);
}

}  // namespace
}  // namespace langnghe::domain::spec
