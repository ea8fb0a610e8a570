#include <gtest/gtest.h>

#include "unit/domain/ward_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

/// As it is decided: the first reply is owed 10 working days after the meeting.
IssueRecorded owed(IssueRecorded issue) {
  issue.first_reply = FirstReplyOwed{kMeetingDay, day("2021-03-26"), 1, 1};
  return issue;
}

using enum RefusalCode;

const StreamId kSpeakerStream = stream_of(kSpeaker);

NewResident introduced() {
  return {kSpeaker, sealed(kSpeaker, "bmFtZQ"), {}, {}};
}

RecordOpinion by_a_new_speaker() {
  return {kMeeting,
          {"op-1"},
          kSpeaker,
          introduced(),
          false,
          sealed(kSpeaker),
          {raised("i-1"), raised("i-2")}};
}

RecordOpinion by_the_known_speaker() {
  return {kMeeting, {"op-2"}, kSpeaker, std::nullopt, false, sealed(kSpeaker), {raised("i-2")}};
}

Given open_meeting() {
  return given(an_open_meeting()).on(kMeetingDay);
}

Given meeting_with_an_opinion() {
  return given(a_meeting_with_an_opinion()).on(kMeetingDay);
}

TEST(RecordOpinion, ANewSpeakerIsRegisteredAndEveryIssueGetsItsStream) {
  open_meeting()
      .when(by_a_new_speaker())
      .then(
          {{kMeetingStream, opinion("op-1", 1, {{"i-1"}, {"i-2"}})},
           {kSpeakerStream, ResidentRegistered{kTanMy, false, sealed(kSpeaker, "bmFtZQ"), {}, {}}},
           {stream_of(IssueId{"i-1"}), owed(issue_of("op-1"))},
           {stream_of(IssueId{"i-2"}), owed(issue_of("op-1"))}});
}

TEST(RecordOpinion, AKnownSpeakerIsNotRegisteredAgain) {
  meeting_with_an_opinion()
      .when(by_the_known_speaker())
      .then({{kMeetingStream, opinion("op-2", 2, {{"i-2"}})},
             {stream_of(IssueId{"i-2"}), owed(issue_of("op-2"))}});
}

TEST(RecordOpinion, AnIssueIsReceivedOnTheDayItWasSaid) {
  given(a_closed_meeting())
      .on(day("2021-03-20"))
      .when(by_the_known_speaker())
      .then({{kMeetingStream, opinion("op-2", 2, {{"i-2"}})},
             {stream_of(IssueId{"i-2"}), owed(issue_of("op-2"))}});
}

TEST(RecordOpinion, IsRefusedOnceTheMinutesAreSigned) {
  given(signed_minutes())
      .on(day("2021-03-20"))
      .when(by_the_known_speaker())
      .then_refused(act_not_allowed_in_state,
                    {{"act", "record-opinion"}, {"state", "minutes_signed"}});
}

TEST(RecordOpinion, NeedsAMeetingThatTookPlace) {
  given(a_scheduled_meeting())
      .on(kMeetingDay)
      .when(by_a_new_speaker())
      .then_refused(dialogue_not_open);
  given(an_open_meeting())
      .on(day("2021-03-11"))
      .when(by_a_new_speaker())
      .then_refused(happened_before_start);
}

TEST(RecordOpinion, RaisesAtLeastOneIssue) {
  RecordOpinion command = by_a_new_speaker();
  command.issues.clear();
  open_meeting().when(command).then_refused(opinion_without_issue);
}

TEST(RecordOpinion, IdsAreNotUsedTwice) {
  RecordOpinion command = by_a_new_speaker();
  command.issues = {raised("i-1"), raised("i-1")};
  open_meeting().when(command).then_refused(duplicate_id, {{"id", "i-1"}});

  command = by_the_known_speaker();
  command.opinion = {"op-1"};
  meeting_with_an_opinion().when(command).then_refused(duplicate_id, {{"id", "op-1"}});

  command = by_the_known_speaker();
  command.issues = {raised("i-1")};
  meeting_with_an_opinion().when(command).then_refused(issue_in_two_opinions);
}

TEST(RecordOpinion, AnIssueOfAnotherMeetingIsNotTaken) {
  given(a_meeting_with_an_opinion() + Past{{stream_of(IssueId{"i-2"}), issue_of("elsewhere")}})
      .on(kMeetingDay)
      .when(by_the_known_speaker())
      .then_refused(already_exists, {{"stream", "issue-i-2"}});
}

TEST(RecordOpinion, AnIssueHasASubjectAndAKnownField) {
  RecordOpinion command = by_a_new_speaker();
  command.issues[0].subject = " ";
  open_meeting().when(command).then_refused(value_required, {{"field", "issues.subject"}});
  command = by_a_new_speaker();
  command.issues[1].field = {"MAGIC"};
  open_meeting().when(command).then_refused(unknown_field_code, {{"field", "MAGIC"}});
}

TEST(RecordOpinion, ASpeakerIsKnownOrIntroducedAndNeverBoth) {
  RecordOpinion command = by_a_new_speaker();
  command.new_resident.reset();
  open_meeting().when(command).then_refused(does_not_exist, {{"stream", "resident-r-1"}});

  command = by_the_known_speaker();
  command.new_resident = introduced();
  meeting_with_an_opinion().when(command).then_refused(already_exists,
                                                       {{"stream", "resident-r-1"}});
  command = by_a_new_speaker();
  command.new_resident->resident = {"r-2"};
  open_meeting().when(command).then_refused(value_not_valid);
}

TEST(RecordOpinion, WordsAndNameAreUnderTheSpeakersOwnKey) {
  RecordOpinion command = by_a_new_speaker();
  command.words = sealed({"r-2"});
  open_meeting().when(command).then_refused(value_not_valid,
                                            {{"field", "words"}, {"value", "r-2"}});
  command = by_a_new_speaker();
  command.new_resident->phone = sealed({"r-2"});
  open_meeting().when(command).then_refused(value_not_valid);
  command = by_a_new_speaker();
  command.words.ciphertext = "";
  open_meeting().when(command).then_refused(value_required, {{"field", "words"}});
}

TEST(RecordOpinion, AnAnonymousSpeakerIsRegisteredAsSuch) {
  RecordOpinion command = by_a_new_speaker();
  command.anonymous = true;
  command.new_resident->name.reset();
  EXPECT_TRUE(open_meeting().when(command).only<ResidentRegistered>().anonymous);
  EXPECT_TRUE(open_meeting().when(command).only<OpinionRecorded>().anonymous);
}

// ---- denunciation (domain.md rule 14)

RedirectDenunciation denunciation() {
  return {kMeeting, {"i-x"}, 2, "15/TC", kReception};
}

TEST(RedirectDenunciation, KeepsFiveFactsOnAStreamOfItsOwn) {
  const HandedOver kept{IssueType::denunciation, kMeeting, kMeetingDay, 2, "15/TC", kReception};
  const Emitted counted{register_stream(2021), CounterTaken{IssueType::denunciation, 2}};
  open_meeting().when(denunciation()).then({{stream_of(IssueId{"i-x"}), kept}, counted});
  given(a_closed_meeting())
      .on(day("2021-03-15"))
      .when(denunciation())
      .then({{stream_of(IssueId{"i-x"}), kept}, counted});
  EXPECT_EQ(subject_of(denunciation()), stream_of(IssueId{"i-x"}));
}

TEST(RedirectDenunciation, TakesACounterOfItsSeriesOnce) {
  const auto after = [](IssueType series) {
    return given(a_meeting_with_an_opinion() +
                 Past{{register_stream(2021), CounterTaken{series, 2}}})
        .on(kMeetingDay);
  };
  after(IssueType::denunciation)
      .when(denunciation())
      .then_refused(counter_taken, {{"counter", "2"}, {"year", "2021"}});
  after(IssueType::complaint).when(denunciation()).then_accepted();
  RedirectDenunciation next = denunciation();
  next.counter.reset();
  EXPECT_EQ(after(IssueType::denunciation).when(next).only<HandedOver>().counter, 3);
  EXPECT_EQ(after(IssueType::complaint).when(next).only<HandedOver>().counter, 1);
}

TEST(RedirectDenunciation, NeedsANewIssueAndAMeetingThatTookPlace) {
  RedirectDenunciation command = denunciation();
  command.issue = {"i-1"};
  meeting_with_an_opinion().when(command).then_refused(already_exists);
  given(a_scheduled_meeting()).on(kMeetingDay).when(denunciation()).then_refused(dialogue_not_open);
  given(signed_minutes())
      .on(day("2021-03-15"))
      .when(denunciation())
      .then_refused(act_not_allowed_in_state);
}

TEST(RedirectDenunciation, NeedsACounterARegisterNumberAndAReceiver) {
  RedirectDenunciation command = denunciation();
  command.counter = 0;
  open_meeting().when(command).then_refused(value_not_valid,
                                            {{"field", "counter"}, {"value", "0"}});
  command = denunciation();
  command.paper_register_number = "";
  open_meeting().when(command).then_refused(value_required);
  command = denunciation();
  command.receiving_officer = {"nobody"};
  open_meeting().when(command).then_refused(unknown_official);
}

}  // namespace
}  // namespace langnghe::domain::spec
