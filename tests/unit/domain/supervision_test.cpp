#include <gtest/gtest.h>

#include "unit/domain/ward_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

const StreamId kSupervision = supervision_stream();
const RecommendationId kAsked{"kn-1"};

MakeRecommendation recommend() {
  return {kAsked, "HĐND phường", "Bổ sung đèn hẻm", "Luật TTND", {kMeetingStream}};
}

// 15 working days after Wednesday 10 March 2021.
RecommendationMade recommended() {
  return {
      kAsked, "HĐND phường", "Bổ sung đèn hẻm", "Luật TTND", {kMeetingStream}, day("2021-03-31"), 1,
      1};
}

Past asked() {
  return a_ward() + settings() + Past{{kSupervision, recommended()}};
}

TEST(ARecommendation, IsToBeAnsweredWithinThePolicysTerm) {
  given(a_ward() + settings()).when(recommend()).then({{kSupervision, recommended()}});
  given(asked()).when(recommend()).then_refused(duplicate_id, {{"id", "kn-1"}});
  given(a_ward()).when(recommend()).then_refused(no_policy_adopted);
  given(a_ward() + Past{{policy_stream(), PolicyAdopted{default_policy()}}})
      .when(recommend())
      .then_refused(no_calendar_adopted);
}

TEST(ARecommendation, SaysWhoAsksWhatAndOnWhatGround) {
  const std::pair<const char*, std::string MakeRecommendation::*> texts[] = {
      {"body", &MakeRecommendation::body},
      {"text", &MakeRecommendation::text},
      {"basis", &MakeRecommendation::basis}};
  for (const auto& [field, text] : texts) {
    MakeRecommendation command = recommend();
    command.*text = " ";
    given(a_ward() + settings()).when(command).then_refused(value_required, {{"field", field}});
  }
  MakeRecommendation command = recommend();
  command.recommendation = {};
  given(a_ward() + settings())
      .when(command)
      .then_refused(value_required, {{"field", "recommendation"}});
}

TEST(ARecommendation, IsAboutStreamsThatCanExistEachOnce) {
  MakeRecommendation command = recommend();
  command.about = {{"nothing-1"}};
  given(a_ward() + settings())
      .when(command)
      .then_refused(value_not_valid, {{"field", "about"}, {"value", "nothing-1"}});
  command.about = {kMeetingStream, kMeetingStream};
  given(a_ward() + settings()).when(command).then_refused(duplicate_id);
  command.about = {};
  given(a_ward() + settings()).when(command).then_accepted();
}

TEST(ARecommendation, IsAnsweredOnceAndShownAsLate) {
  const AnswerRecommendation answer{kAsked, "Đã đưa vào kế hoạch", "31/UBND-VP"};
  const RecommendationAnswered in_time{kAsked, answer.text, answer.document, false};
  given(asked()).on(day("2021-03-31")).when(answer).then({{kSupervision, in_time}});
  given(asked())
      .on(day("2021-04-01"))
      .when(answer)
      .then({{kSupervision, RecommendationAnswered{kAsked, answer.text, answer.document, true}}});
  given(asked() + Past{{kSupervision, in_time}}).when(answer).then_refused(already_answered);
  given(asked())
      .when(AnswerRecommendation{{"kn-2"}, "X", ""})
      .then_refused(unknown_recommendation, {{"recommendation", "kn-2"}});
  given(asked())
      .when(AnswerRecommendation{kAsked, " ", ""})
      .then_refused(value_required, {{"field", "text"}});
}

// ---- sealed data

Past a_person() {
  return a_ward() +
         Past{{stream_of(kSpeaker), ResidentRegistered{kTanMy, false, sealed(kSpeaker), {}, {}}}};
}

TEST(ASealedRead, IsRecordedWithItsPurposeAndNothingOfWhatWasRead) {
  given(a_person())
      .when(RecordSealedRead{kSpeaker, kMeetingStream, "Trả lời người dân"})
      .then({{kSupervision, SealedRead{kSpeaker, kMeetingStream, "Trả lời người dân"}}});
  SupervisionState state;
  evolve(state, SealedRead{kSpeaker, kMeetingStream, "Trả lời người dân"});
  EXPECT_EQ(state.sealed_reads, 1);
}

TEST(ASealedRead, NeedsAPurposeAPlaceAndTheKhom) {
  const RecordSealedRead read{kSpeaker, kMeetingStream, "Trả lời người dân"};
  RecordSealedRead command = read;
  command.purpose = " ";
  given(a_person()).when(command).then_refused(purpose_required);
  command = read;
  command.subject = {"somewhere"};
  given(a_person())
      .when(command)
      .then_refused(value_not_valid, {{"field", "subject"}, {"value", "somewhere"}});
  given(a_person())
      .by(Role::khom_head, "u-khom", {kSaNhien})
      .when(read)
      .then_refused(outside_khom_scope, {{"khom", "tan-my"}});
}

// A khóm's head may read the words said at its meetings, wherever the speaker lives.
TEST(ASealedRead, IsOfOnesOwnMeetingOrOfWhoLivesThere) {
  DialogueScheduled meeting = scheduled();
  meeting.khom = kSaNhien;
  const Past met = a_person() + Past{{kMeetingStream, meeting}};
  const RecordSealedRead read{kSpeaker, kMeetingStream, "Trả lời người dân", ""};
  given(met).by(Role::khom_head, "u-khom", {kSaNhien}).when(read).then_accepted();
  given(met).by(Role::khom_head, "u-khom", {kTanMy}).when(read).then_accepted();
  given(met)
      .by(Role::khom_head, "u-khom", {{"khac"}})
      .when(read)
      .then_refused(outside_khom_scope, {{"khom", "tan-my"}});
  // A name that names nothing is no way to a stream.
  for (const auto* subject : {"issue-", "dialogue-", "issue-I 1", "dialogue-../x"}) {
    const auto refused = given(met)
                             .by(Role::khom_head, "u-khom", {kSaNhien})
                             .when(RecordSealedRead{kSpeaker, {subject}, "Trả lời người dân", ""});
    EXPECT_FALSE(refused.decision().has_value()) << subject;
  }
}

// The host of a household may never have spoken: there is a key and no more.
TEST(ASealedRead, MayBeOfAHostWhoNeverSpoke) {
  given(a_ward())
      .when(RecordSealedRead{kSpeaker, kMeetingStream, "Tìm đường đến buổi đối thoại"})
      .then_accepted();
}

// ---- what was taken down

RegisterTakedown take_down() {
  return {{"td-1"}, kMeetingStream, "Trang điện tử", "Lộ thông tin", "09/QĐ-UBND"};
}

TEST(ATakedown, IsRegisteredOnceWithItsDecision) {
  const TakedownRegistered taken{
      {"td-1"}, kMeetingStream, "Trang điện tử", "Lộ thông tin", "09/QĐ-UBND"};
  given().when(take_down()).then({{kSupervision, taken}});
  given({{kSupervision, taken}}).when(take_down()).then_refused(duplicate_id, {{"id", "td-1"}});
}

TEST(ATakedown, SaysWhereWhyAndByWhatDecision) {
  const std::pair<const char*, std::string RegisterTakedown::*> texts[] = {
      {"place", &RegisterTakedown::place},
      {"reason", &RegisterTakedown::reason},
      {"decision", &RegisterTakedown::decision}};
  for (const auto& [field, text] : texts) {
    RegisterTakedown command = take_down();
    command.*text = "";
    given().when(command).then_refused(value_required, {{"field", field}});
  }
  RegisterTakedown command = take_down();
  command.subject = {"somewhere"};
  given().when(command).then_refused(value_not_valid);
  command = take_down();
  command.takedown = {};
  given().when(command).then_refused(value_required, {{"field", "takedown"}});
}

}  // namespace
}  // namespace langnghe::domain::spec
