#include <gtest/gtest.h>

#include "unit/domain/ward_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

const Date kSigning = day("2021-03-15");

TEST(CloseDialogue, CountsWhatWasSaid) {
  given(a_meeting_with_an_opinion())
      .on(kMeetingDay)
      .when(CloseDialogue{kMeeting, kNight})
      .then({{kMeetingStream, DialogueClosed{kNight, 23, 1, 1}}});
}

TEST(CloseDialogue, NeedsAttendanceAndAnEndAfterTheStart) {
  given(an_open_meeting())
      .on(kMeetingDay)
      .when(CloseDialogue{kMeeting, kNight})
      .then_refused(attendance_missing);
  given(a_meeting_with_an_opinion())
      .on(kMeetingDay)
      .when(CloseDialogue{kMeeting, kEvening})
      .then_refused(date_order, {{"first", "19:30"}, {"second", "19:30"}});
}

TEST(CloseDialogue, MeasuresFromTheRealStart) {
  const std::chrono::minutes late = kEvening + std::chrono::minutes{40};
  const Past began_late =
      a_scheduled_meeting() +
      Past{{kMeetingStream, DialogueOpened{late, kHead, false}}, {kMeetingStream, attendance()}};
  given(began_late)
      .on(kMeetingDay)
      .when(CloseDialogue{kMeeting, late - std::chrono::minutes{1}})
      .then_refused(date_order);
  given(began_late).on(kMeetingDay).when(CloseDialogue{kMeeting, kNight}).then_accepted();
}

TEST(CloseDialogue, ActsOnAnOpenMeeting) {
  given(a_scheduled_meeting())
      .on(kMeetingDay)
      .when(CloseDialogue{kMeeting, kNight})
      .then_refused(dialogue_not_open);
  given(a_closed_meeting())
      .on(kMeetingDay)
      .when(CloseDialogue{kMeeting, kNight})
      .then_refused(act_not_allowed_in_state, {{"act", "close"}, {"state", "closed"}});
}

/// Five issues of one opinion, each with its own way out of the meeting.
Past a_meeting_with_every_disposition() {
  const std::vector<IssueId> issues{{"i-1"}, {"i-2"}, {"i-3"}, {"i-4"}, {"i-5"}};
  Past past = an_open_meeting() +
              Past{{kMeetingStream, attendance()}, {kMeetingStream, opinion("op-1", 1, issues)}};
  for (const IssueId& issue : issues) {
    past.push_back({stream_of(issue), issue_of("op-1")});
  }
  return past + Past{{stream_of(issues[0]), AnsweredOnTheSpot{"Đã trả lời", kHead, true}},
                     {stream_of(issues[1]), AnsweredOnTheSpot{"Đã trả lời", kHead, true}},
                     {stream_of(issues[2]), Noted{"Góp ý chung"}},
                     {stream_of(issues[4]), HandedOver{IssueType::complaint, kMeeting, kMeetingDay,
                                                       1, "07/KN", kReception}},
                     {kMeetingStream, PresentationSkipped{"Buổi đầu tiên"}},
                     {kMeetingStream, DialogueClosed{kNight, 23, 1, 5}}};
}

TEST(SignMinutes, CountsHowEachIssueLeftTheMeetingAndTakesANumber) {
  given(a_meeting_with_every_disposition())
      .on(kSigning)
      .when(SignMinutes{kMeeting, std::nullopt, {kHead, kReception}, {{"i-4"}}})
      .then({{kMeetingStream,
              MinutesSigned{1, "01/BB-UBND", kSigning, {kHead, kReception}, 2, 1, 1, 1, {{"i-4"}}}},
             {register_stream(2021),
              NumberTaken{1, DocumentType::minutes, "01/BB-UBND", kSigning, kMeetingStream}}});
}

TEST(SignMinutes, EveryIssueIsCountedOnce) {
  const auto minutes = given(a_meeting_with_every_disposition())
                           .on(kSigning)
                           .when(SignMinutes{kMeeting, 1, {kHead}, {{"i-4"}}})
                           .only<MinutesSigned>();
  EXPECT_EQ(minutes.symbol, "01/BB-UBND");
  EXPECT_EQ(minutes.answered_on_the_spot + minutes.noted + minutes.taken_away + minutes.redirected,
            5);
}

// A matter split before the signing is counted by its parts, a part that was split again by its
// own; one entered by mistake never was there.
TEST(SignMinutes, CountsThePartsOfASplitIssueInItsPlace) {
  const auto stream = [](const char* id) { return stream_of(IssueId{id}); };
  const Past past =
      an_open_meeting() + Past{{kMeetingStream, attendance()},
                               {kMeetingStream, opinion("op-1", 1, {{"i-1"}, {"i-2"}})},
                               {stream("i-1"), issue_of("op-1")},
                               {stream("i-2"), issue_of("op-1")},
                               {stream("i-1"), IssueSplit{{{"i-3"}, {"i-4"}}, "Hai việc"}},
                               {stream("i-3"), issue_of("op-1")},
                               {stream("i-4"), issue_of("op-1")},
                               {stream("i-4"), IssueSplit{{{"i-5"}, {"i-6"}}, "Hai việc nữa"}},
                               {stream("i-5"), issue_of("op-1")},
                               {stream("i-6"), issue_of("op-1")},
                               {stream("i-3"), Noted{"Góp ý"}},
                               {stream("i-5"), AnsweredOnTheSpot{"Đã rõ", kHead, true}},
                               {stream("i-2"), IssueVoided{"Ghi nhầm", std::nullopt}},
                               {kMeetingStream, PresentationSkipped{"Buổi đầu tiên"}},
                               {kMeetingStream, DialogueClosed{kNight, 23, 1, 2}}};
  given(past)
      .on(kSigning)
      .when(SignMinutes{kMeeting, std::nullopt, {kHead}, {{"i-6"}}})
      .then({{kMeetingStream,
              MinutesSigned{1, "01/BB-UBND", kSigning, {kHead}, 1, 1, 1, 0, {{"i-6"}}}},
             {register_stream(2021),
              NumberTaken{1, DocumentType::minutes, "01/BB-UBND", kSigning, kMeetingStream}}});
}

TEST(SignMinutes, WithUndecidedIssuesIsSaidOnceMoreNamingEachOfThem) {
  auto meeting = given(a_meeting_with_every_disposition()).on(kSigning);
  meeting.when(SignMinutes{kMeeting, std::nullopt, {kHead}})
      .then_refused(undecided_issues, {{"issues", "i-4"}});
  meeting.when(SignMinutes{kMeeting, std::nullopt, {kHead}, {{"i-1"}}})
      .then_refused(undecided_issues, {{"issues", "i-4"}});
  meeting.when(SignMinutes{kMeeting, std::nullopt, {kHead}, {{"i-4"}, {"i-1"}}}).then_accepted();
  meeting.when(SignMinutes{kMeeting, std::nullopt, {kHead}, {{"i-4"}, {"i-4"}}})
      .then_refused(duplicate_id);
  meeting.when(SignMinutes{kMeeting, std::nullopt, {kHead}, {{"i-4"}, {"i-9"}}})
      .then_refused(value_not_valid, {{"field", "taken_away"}, {"value", "i-9"}});
}

// A classified issue has left the meeting by a decision and need not be named again.
TEST(SignMinutes, AsksNothingAboutWhatWasClassified) {
  given(a_meeting_with_every_disposition() + Past{{stream_of(IssueId{"i-4"}), IssueClassified{}}})
      .on(kSigning)
      .when(SignMinutes{kMeeting, std::nullopt, {kHead}})
      .then_accepted();
}

// A denunciation leaves nothing in the dialogue; its own stream says where it was said.
TEST(SignMinutes, CountsTheDenunciationsRedirectedFromThere) {
  const auto redirected = [](const char* issue, const DialogueId& dialogue) {
    return Emitted{stream_of(IssueId{issue}), HandedOver{IssueType::denunciation, dialogue,
                                                         kMeetingDay, 2, "15/TC", kReception}};
  };
  auto meeting = given(a_meeting_with_every_disposition() +
                       Past{redirected("i-x", kMeeting), redirected("i-y", {"d-9"})})
                     .on(kSigning);
  SignMinutes sign{kMeeting, std::nullopt, {kHead}, {{"i-4"}}, {{"i-x"}}};
  EXPECT_EQ(meeting.when(sign).only<MinutesSigned>().redirected, 2);
  sign.redirected = {{"i-x"}, {"i-x"}};
  meeting.when(sign).then_refused(duplicate_id);
  for (const char* other : {"i-y", "i-5", "i-1", "nobody-knows"}) {
    sign.redirected = {{other}};
    meeting.when(sign).then_refused(value_not_valid, {{"field", "redirected"}, {"value", other}});
  }
}

TEST(SignMinutes, NeedsSignersInOffice) {
  given(a_closed_meeting())
      .on(kSigning)
      .when(SignMinutes{kMeeting, {}, {}})
      .then_refused(value_required, {{"field", "signers"}});
  given(a_closed_meeting())
      .on(kSigning)
      .when(SignMinutes{kMeeting, {}, {kHead, {"nobody"}}})
      .then_refused(unknown_official);
  given(a_closed_meeting())
      .on(kSigning)
      .when(SignMinutes{kMeeting, {}, {kHead, kHead}})
      .then_refused(duplicate_id);
}

TEST(SignMinutes, ActsOnAClosedMeetingOfTheSameOrAnEarlierDay) {
  given(a_meeting_with_an_opinion())
      .on(kSigning)
      .when(SignMinutes{kMeeting, {}, {kHead}})
      .then_refused(act_not_allowed_in_state, {{"act", "sign-minutes"}, {"state", "opened"}});
  given(a_closed_meeting())
      .on(day("2021-03-11"))
      .when(SignMinutes{kMeeting, {}, {kHead}})
      .then_refused(happened_before_start);
}

TEST(SignMinutes, AsksFirstWhatBecameOfThePresentation) {
  given(an_open_meeting() +
        Past{{kMeetingStream, attendance()}, {kMeetingStream, DialogueClosed{kNight, 23, 0, 0}}})
      .on(kSigning)
      .when(SignMinutes{kMeeting, {}, {kHead}})
      .then_refused(presentation_undecided);
}

TEST(SignMinutes, IsDoneByWhoChairedOrMaySignForTheWard) {
  const auto by = [](const OfficialId& signer) {
    return given(a_closed_meeting())
        .on(kSigning)
        .when(SignMinutes{kMeeting, {}, {signer}, {{"i-1"}}});
  };
  by(kHead).then_accepted();
  by(kDeputy).then_accepted();
  by(kReception).then_refused(signature_not_authorised);
  DialogueOpened by_reception{kEvening, kReception, true};
  given(a_scheduled_meeting() + Past{{kMeetingStream, by_reception},
                                     {kMeetingStream, attendance()},
                                     {kMeetingStream, PresentationSkipped{"Buổi đầu tiên"}},
                                     {kMeetingStream, DialogueClosed{kNight, 23, 0, 0}}})
      .on(kSigning)
      .when(SignMinutes{kMeeting, {}, {kReception}})
      .then_accepted();
}

TEST(SignMinutes, TheNumberMustBeFree) {
  given(a_closed_meeting() +
        Past{{register_stream(2021),
              NumberTaken{4, DocumentType::notice, "04/TB-UBND", kSigning, ward_stream()}}})
      .on(kSigning)
      .when(SignMinutes{kMeeting, 4, {kHead}})
      .then_refused(number_taken, {{"number", "4"}, {"year", "2021"}});
}

}  // namespace
}  // namespace langnghe::domain::spec
