#include <gtest/gtest.h>

#include "unit/domain/ward_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

const IssueId kEarlier{"i-0"};
const Date kSigning = day("2021-03-15");

Past an_earlier_issue(const KhomId& khom = kTanMy, const DialogueId& dialogue = {"d-0"}) {
  IssueRecorded earlier = issue_of("op-0");
  earlier.khom = khom;
  earlier.dialogue = dialogue;
  return {{stream_of(kEarlier), earlier}};
}

DialogueState folded(const Past& past) {
  DialogueState state;
  for (const Emitted& emitted : past) {
    if (emitted.stream == kMeetingStream) {
      evolve(state, std::get<DialogueEvent>(emitted.event));
    }
  }
  return state;
}

// ---- what became of earlier matters

const PresentPreviousResults kPresent{kMeeting, {kEarlier}, "Đã nạo vét xong"};

TEST(EarlierResults, AreToldOnce) {
  const PreviousResultsPresented told{{kEarlier}, "Đã nạo vét xong"};
  given(an_open_meeting() + an_earlier_issue())
      .on(kMeetingDay)
      .when(kPresent)
      .then({{kMeetingStream, told}});
  const Past after = an_open_meeting() + an_earlier_issue() + Past{{kMeetingStream, told}};
  EXPECT_EQ(folded(after).presentation, Presentation::presented);
  given(after)
      .on(kMeetingDay)
      .when(kPresent)
      .then_refused(act_not_allowed_in_state,
                    {{"act", "present-previous-results"}, {"state", "presented"}});
  given(after)
      .on(kMeetingDay)
      .when(SkipPresentation{kMeeting, "Hết giờ"})
      .then_refused(act_not_allowed_in_state,
                    {{"act", "skip-presentation"}, {"state", "presented"}});
}

TEST(EarlierResults, AreOfEarlierMeetingsOfTheSameKhom) {
  const auto with = [](const Past& issue) {
    return given(an_open_meeting() + issue).on(kMeetingDay);
  };
  with({}).when(kPresent).then_refused(does_not_exist, {{"stream", "issue-i-0"}});
  with(an_earlier_issue(kSaNhien))
      .when(kPresent)
      .then_refused(not_an_earlier_matter, {{"issue", "i-0"}});
  with(an_earlier_issue(kTanMy, kMeeting)).when(kPresent).then_refused(not_an_earlier_matter);
  PresentPreviousResults command = kPresent;
  command.issues = {kEarlier, kEarlier};
  with(an_earlier_issue()).when(command).then_refused(duplicate_id);
  command.issues.clear();
  with({}).when(command).then_refused(value_required, {{"field", "issues"}});
  command = kPresent;
  command.said = " ";
  with(an_earlier_issue()).when(command).then_refused(value_required, {{"field", "said"}});
}

TEST(EarlierResults, AreSkippedWithAReasonOnce) {
  const PresentationSkipped skipped{"Buổi đầu tiên"};
  given(an_open_meeting())
      .on(kMeetingDay)
      .when(SkipPresentation{kMeeting, skipped.reason})
      .then({{kMeetingStream, skipped}});
  given(an_open_meeting())
      .on(kMeetingDay)
      .when(SkipPresentation{kMeeting, ""})
      .then_refused(value_required, {{"field", "reason"}});
  given(an_open_meeting() + an_earlier_issue() + Past{{kMeetingStream, skipped}})
      .on(kMeetingDay)
      .when(kPresent)
      .then_refused(act_not_allowed_in_state,
                    {{"act", "present-previous-results"}, {"state", "skipped"}});
}

TEST(TheTable, IsAskedForOnlyOnceTheMeetingWasOpened) {
  const std::vector<DialogueCommand> acts{kPresent, SkipPresentation{kMeeting, "X"},
                                          ConfirmOpinion{kMeeting, {"op-1"}, {}, {}},
                                          DeclineConfirmation{kMeeting, {"op-1"}, "X"}};
  for (const DialogueCommand& act : acts) {
    given(a_scheduled_meeting() + an_earlier_issue())
        .on(kMeetingDay)
        .when(act)
        .then_refused(dialogue_not_open);
    given(a_meeting_with_an_opinion() + an_earlier_issue())
        .on(day("2021-03-11"))
        .when(act)
        .then_refused(happened_before_start);
  }
}

// ---- was it written down as it was said?

TEST(AnOpinion, IsConfirmedOnce) {
  const ConfirmOpinion command{
      kMeeting, {"op-1"}, ConfirmationMethod::fingerprint, {a_photograph()}};
  const OpinionConfirmed confirmed{{"op-1"}, command.method, command.files};
  given(a_meeting_with_an_opinion())
      .on(kMeetingDay)
      .when(command)
      .then({{kMeetingStream, confirmed}});
  const Past after = a_meeting_with_an_opinion() + Past{{kMeetingStream, confirmed}};
  given(after)
      .on(kMeetingDay)
      .when(command)
      .then_refused(act_not_allowed_in_state, {{"act", "confirm-opinion"}, {"state", "confirmed"}});
  given(after)
      .on(kMeetingDay)
      .when(DeclineConfirmation{kMeeting, {"op-1"}, "Đã về"})
      .then_refused(act_not_allowed_in_state);
}

TEST(AnOpinion, WhoseSpeakerDeclinesIsNotAskedForAgain) {
  const ConfirmationDeclined declined{{"op-1"}, "Đã về"};
  given(a_meeting_with_an_opinion())
      .on(kMeetingDay)
      .when(DeclineConfirmation{kMeeting, {"op-1"}, "Đã về"})
      .then({{kMeetingStream, declined}});
  given(a_meeting_with_an_opinion())
      .on(kMeetingDay)
      .when(DeclineConfirmation{kMeeting, {"op-1"}, " "})
      .then_refused(value_required, {{"field", "reason"}});
  given(a_meeting_with_an_opinion() + Past{{kMeetingStream, declined}})
      .on(kMeetingDay)
      .when(ConfirmOpinion{kMeeting, {"op-1"}, ConfirmationMethod::signature, {}})
      .then_refused(act_not_allowed_in_state);
}

TEST(AnOpinion, ThatIsConfirmedWasRaisedHere) {
  given(a_meeting_with_an_opinion())
      .on(kMeetingDay)
      .when(ConfirmOpinion{kMeeting, {"op-9"}, ConfirmationMethod::signature, {}})
      .then_refused(value_not_valid, {{"field", "opinion"}, {"value", "op-9"}});
  given(a_meeting_with_an_opinion())
      .on(kMeetingDay)
      .when(DeclineConfirmation{kMeeting, {"op-9"}, "Đã về"})
      .then_refused(value_not_valid);
}

TEST(AnOpinion, IsConfirmedByFilesThatAreNamed) {
  Attachment no_hash = a_photograph();
  no_hash.hash = "abc";
  Attachment empty = a_photograph();
  empty.bytes = 0;
  Attachment untyped = a_photograph();
  untyped.media_type = "";
  for (const Attachment& file : {no_hash, empty, untyped}) {
    const auto decision =
        given(a_meeting_with_an_opinion())
            .on(kMeetingDay)
            .when(ConfirmOpinion{kMeeting, {"op-1"}, ConfirmationMethod::signature, {file}})
            .decision();
    EXPECT_FALSE(decision);
  }
}

// ---- beside the minutes

TEST(ARefusedSignature, IsWrittenDownAndStopsNothing) {
  given(a_closed_meeting())
      .on(kSigning)
      .when(RefuseSignature{kMeeting, "Đại diện khóm", "Chưa đồng ý nội dung"})
      .then({{kMeetingStream, SignatureRefused{"Đại diện khóm", "Chưa đồng ý nội dung"}}});
  const Past refused =
      a_closed_meeting() + Past{{kMeetingStream, SignatureRefused{"Đại diện khóm", "X"}}};
  given(refused).on(kSigning).when(SignMinutes{kMeeting, {}, {kHead}, {{"i-1"}}}).then_accepted();
  given(a_closed_meeting())
      .on(kSigning)
      .when(RefuseSignature{kMeeting, " ", "X"})
      .then_refused(value_required, {{"field", "signer"}});
  given(a_closed_meeting())
      .on(kSigning)
      .when(RefuseSignature{kMeeting, "Đại diện khóm", ""})
      .then_refused(value_required, {{"field", "reason"}});
}

TEST(AnAddendum, IsSignedBesideTheMinutesAndCounted) {
  const MinutesAddendumSigned first{1, "Bổ sung ý kiến số 3", kSigning, {kHead}};
  const SignAddendum command{kMeeting, first.text, {kHead}};
  given(signed_minutes()).on(kSigning).when(command).then({{kMeetingStream, first}});
  EXPECT_EQ(given(signed_minutes() + Past{{kMeetingStream, first}})
                .on(kSigning)
                .when(command)
                .only<MinutesAddendumSigned>()
                .ordinal,
            2);
  given(concluded()).on(kSigning).when(command).then_accepted();
}

TEST(AnAddendum, HasATextAndSignersInOfficeAndFollowsTheMinutes) {
  given(signed_minutes())
      .on(kSigning)
      .when(SignAddendum{kMeeting, " ", {kHead}})
      .then_refused(value_required, {{"field", "text"}});
  given(signed_minutes())
      .on(kSigning)
      .when(SignAddendum{kMeeting, "X", {}})
      .then_refused(value_required, {{"field", "signers"}});
  given(signed_minutes())
      .on(kSigning)
      .when(SignAddendum{kMeeting, "X", {{"nobody"}}})
      .then_refused(unknown_official);
  given(signed_minutes()).on(kPast).when(SignAddendum{kMeeting, "X", {kHead}}).then_accepted();
  given(a_closed_meeting())
      .having(Role::chair, "u-chair", kSigning, SignMinutes{kMeeting, {}, {kHead}, {{"i-1"}}})
      .on(kMeetingDay)
      .when(SignAddendum{kMeeting, "X", {kHead}})
      .then_refused(happened_before_start,
                    {{"happened", "2021-03-12"}, {"start", "2021-03-15"}, {"act", "sign-minutes"}});
}

// ---- the conclusion: due 10 calendar days after 12 March 2021

PublishConclusion publish() {
  return {kMeeting, std::nullopt, kHead, "Giao địa chính khảo sát", {"Trụ sở", "Văn phòng khóm"}};
}

TEST(AConclusion, TakesANumberAndSaysWhetherItIsLate) {
  const Date due = day("2021-03-22");
  const auto published = [&](const Date& date, bool late) {
    return ConclusionPublished{1,     "01/TB-UBND",   date,
                               kHead, publish().text, publish().places,
                               due,   late,           SigningCapacity::tm};
  };
  given(signed_minutes())
      .on(due)
      .when(publish())
      .then({{kMeetingStream, published(due, false)},
             {register_stream(2021),
              NumberTaken{1, DocumentType::notice, "01/TB-UBND", due, kMeetingStream}}});
  const Date after = day("2021-03-23");
  EXPECT_EQ(given(signed_minutes()).on(after).when(publish()).only<ConclusionPublished>(),
            published(after, true));
  EXPECT_EQ(folded(signed_minutes() + Past{{kMeetingStream, published(due, false)}}).phase,
            DialoguePhase::concluded);
}

TEST(AConclusion, IsSignedByTheChairADeputyOrWhoWasDelegated) {
  const auto by = [](const OfficialId& signer, std::optional<SigningCapacity> capacity) {
    PublishConclusion command = publish();
    command.signer = signer;
    command.capacity = capacity;
    return command;
  };
  const Given meeting = given(signed_minutes()).on(kSigning);
  EXPECT_EQ(meeting.when(by(kDeputy, {})).only<ConclusionPublished>().capacity,
            SigningCapacity::kt);
  meeting.when(by(kDeputy, SigningCapacity::tm)).then_refused(signature_not_authorised);
  meeting.when(by(kReception, SigningCapacity::tuq)).then_refused(signature_not_authorised);
}

TEST(AConclusion, NeedsASignerATextAndAPlace) {
  const Given meeting = given(signed_minutes()).on(kSigning);
  PublishConclusion command = publish();
  command.signer = {"nobody"};
  meeting.when(command).then_refused(unknown_official);
  command = publish();
  command.text = " ";
  meeting.when(command).then_refused(value_required, {{"field", "text"}});
  command = publish();
  command.places.clear();
  meeting.when(command).then_refused(value_required, {{"field", "places"}});
  given(signed_minutes() +
        Past{{register_stream(2021),
              NumberTaken{4, DocumentType::minutes, "04/BB-UBND", kSigning, ward_stream()}}})
      .on(kSigning)
      .when(PublishConclusion{kMeeting, 4, kHead, "X", {"Trụ sở"}})
      .then_refused(number_taken);
}

TEST(AConclusion, FollowsSignedMinutesOnce) {
  given(a_closed_meeting()).on(kSigning).when(publish()).then_refused(act_not_allowed_in_state);
  given(concluded())
      .on(kSigning)
      .when(publish())
      .then_refused(act_not_allowed_in_state,
                    {{"act", "publish-conclusion"}, {"state", "concluded"}});
  given(a_closed_meeting())
      .having(Role::chair, "u-chair", kSigning, SignMinutes{kMeeting, {}, {kHead}, {{"i-1"}}})
      .on(kMeetingDay)
      .when(publish())
      .then_refused(happened_before_start,
                    {{"happened", "2021-03-12"}, {"start", "2021-03-15"}, {"act", "sign-minutes"}});
}

}  // namespace
}  // namespace langnghe::domain::spec
