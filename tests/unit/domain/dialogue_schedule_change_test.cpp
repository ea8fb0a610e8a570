#include <gtest/gtest.h>

#include "unit/domain/ward_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;
using std::chrono::minutes;

const Date kNewDay = day("2021-03-19");

DialogueState folded(const Past& past) {
  DialogueState state;
  for (const Emitted& emitted : past) {
    if (emitted.stream == kMeetingStream) {
      evolve(state, std::get<DialogueEvent>(emitted.event));
    }
  }
  return state;
}

Past an_announced_meeting() {
  return a_scheduled_meeting() +
         Past{{kMeetingStream, DialogueAnnounced{"05/GM-UBND", {"Loa"}, 7, false}}};
}

// ---- invitations

const InviteParticipant kInvite{kMeeting, "Mặt trận phường", "Dự và giám sát", true};
const ParticipantInvited kInvited{"Mặt trận phường", "Dự và giám sát", true};

TEST(AnInvitation, IsSentOnceToEach) {
  given(a_scheduled_meeting()).when(kInvite).then({{kMeetingStream, kInvited}});
  given(an_announced_meeting()).when(kInvite).then_accepted();
  given(a_scheduled_meeting() + Past{{kMeetingStream, kInvited}})
      .when(kInvite)
      .then_refused(already_invited);
  InviteParticipant command = kInvite;
  command.participant = " ";
  given(a_scheduled_meeting())
      .when(command)
      .then_refused(value_required, {{"field", "participant"}});
  command = kInvite;
  command.role = "";
  given(a_scheduled_meeting()).when(command).then_refused(value_required, {{"field", "role"}});
}

TEST(AnInvitation, IsAnsweredByWhoWasInvitedAndTheLastAnswerStands) {
  const Past invited = a_scheduled_meeting() + Past{{kMeetingStream, kInvited}};
  const InvitationAnswered yes{"Mặt trận phường", true, ""};
  const InvitationAnswered no{"Mặt trận phường", false, "Bận họp"};
  given(invited)
      .when(AnswerInvitation{kMeeting, "Mặt trận phường", true, ""})
      .then({{kMeetingStream, yes}});
  given(a_scheduled_meeting())
      .when(AnswerInvitation{kMeeting, "Mặt trận phường", true, ""})
      .then_refused(act_not_allowed_in_state,
                    {{"act", "answer-invitation"}, {"state", "nobody_invited"}});
  given(invited).when(AnswerInvitation{kMeeting, "Hội Phụ nữ", true, ""}).then_refused(not_invited);
  given(invited).when(AnswerInvitation{kMeeting, "", true, ""}).then_refused(value_required);
  const DialogueState meeting = folded(invited + Past{{kMeetingStream, yes}, {kMeetingStream, no}});
  EXPECT_EQ(meeting.invitations, (std::vector<Invitation>{{kInvited, no}}));
}

// ---- postponing

PostponeDialogue postpone(std::optional<Date> date, std::optional<minutes> start = {}) {
  return {kMeeting, "Mưa lớn", date, start};
}

TEST(APostponement, NamesANewDay) {
  given(a_scheduled_meeting())
      .when(postpone(kNewDay))
      .then({{kMeetingStream, DialoguePostponed{"Mưa lớn", kMeetingDay, kNewDay, {}, true}}});
  given(a_scheduled_meeting())
      .when(postpone(kNewDay, minutes{8 * 60}))
      .then({{kMeetingStream,
              DialoguePostponed{"Mưa lớn", kMeetingDay, kNewDay, minutes{8 * 60}, false}}});
  given(a_scheduled_meeting()).when(postpone(kMeetingDay, minutes{20 * 60})).then_accepted();
}

TEST(APostponement, MayBeWithoutADayYet) {
  const DialoguePostponed open{"Mưa lớn", kMeetingDay, {}, {}, true};
  given(a_scheduled_meeting()).when(postpone({})).then({{kMeetingStream, open}});
  const Past waiting = a_scheduled_meeting() + Past{{kMeetingStream, open}};
  EXPECT_EQ(folded(waiting).phase, DialoguePhase::postponed);
  given(waiting).when(postpone({})).then_refused(value_required, {{"field", "date"}});
  given(waiting).when(postpone(kMeetingDay)).then_accepted();
  given(a_scheduled_meeting())
      .when(postpone({}, minutes{8 * 60}))
      .then_refused(value_required, {{"field", "date"}});
}

TEST(APostponement, HasToBeAnnouncedAgain) {
  const DialogueState meeting =
      folded(an_announced_meeting() +
             Past{{kMeetingStream,
                   DialoguePostponed{"Mưa lớn", kMeetingDay, kNewDay, minutes{8 * 60}, false}}});
  EXPECT_EQ(meeting.phase, DialoguePhase::scheduled);
  EXPECT_EQ(meeting.postponements, 1);
  EXPECT_EQ(meeting.schedule.date, kNewDay);
  EXPECT_EQ(meeting.schedule.start, minutes{8 * 60});
  EXPECT_EQ(meeting.schedule.end, minutes{9 * 60 + 30}) << "it lasts as long as before";
  EXPECT_FALSE(meeting.schedule.outside_office_hours);
}

TEST(APostponement, PastMidnightLeavesTheEndOpen) {
  const DialogueState meeting =
      folded(a_scheduled_meeting() +
             Past{{kMeetingStream,
                   DialoguePostponed{"Mưa lớn", kMeetingDay, kNewDay, minutes{23 * 60}, true}}});
  EXPECT_EQ(meeting.schedule.end, std::nullopt);
}

TEST(APostponement, NeedsAReasonAndADayThatCanBe) {
  PostponeDialogue command = postpone(kNewDay);
  command.reason = " ";
  given(a_scheduled_meeting()).when(command).then_refused(value_required, {{"field", "reason"}});
  given(a_scheduled_meeting())
      .when(postpone(day("2021-03-09")))
      .then_refused(date_order, {{"first", "2021-03-10"}, {"second", "2021-03-09"}});
  given(a_scheduled_meeting())
      .when(postpone(kMeetingDay))
      .then_refused(value_not_valid, {{"field", "date"}, {"value", "2021-03-12"}});
  given(a_scheduled_meeting())
      .when(postpone(kNewDay, minutes{24 * 60}))
      .then_refused(value_not_valid);
  const Date not_real{std::chrono::year{2021} / 2 / 30};
  given(a_scheduled_meeting()).when(postpone(not_real)).then_refused(value_not_valid);
  given(a_scheduled_meeting() +
        Past{{ward_stream(), KhomClosed{kTanMy, day("2021-03-15"), "Sáp nhập"}}})
      .when(postpone(kNewDay))
      .then_refused(khom_not_valid_then);
}

TEST(ACancelledMeeting, IsOverWithAReason) {
  given(a_scheduled_meeting())
      .when(CancelDialogue{kMeeting, "Trùng lịch"})
      .then({{kMeetingStream, DialogueCancelled{"Trùng lịch"}}});
  given(a_scheduled_meeting()).when(CancelDialogue{kMeeting, ""}).then_refused(value_required);
  given(a_scheduled_meeting() + Past{{kMeetingStream, DialogueCancelled{"Trùng lịch"}}})
      .when(postpone(kNewDay))
      .then_refused(act_not_allowed_in_state, {{"act", "postpone"}, {"state", "cancelled"}});
}

// ---- missed: 24 hours after half past seven in the evening of 12 March, recorded once the three
// days for late entry are over

Instant at_local(const Date& date, minutes time) {
  return std::chrono::sys_days(date) + time - kVietnamOffset;
}

TEST(AMissedMeeting, IsMarkedOnceItsHourAndTheDaysForLateEntryAreOver) {
  const Date next_day = day("2021-03-13");
  const Date entered = day("2021-03-16");
  given(a_scheduled_meeting())
      .on(next_day)
      .entered_at(at_local(entered, kEvening))
      .when(MarkDialogueMissed{kMeeting})
      .then({{kMeetingStream, DialogueMissed{kMeetingDay}}});
  given(a_scheduled_meeting())
      .on(next_day)
      .entered_at(at_local(entered, kEvening) - std::chrono::milliseconds{1})
      .when(MarkDialogueMissed{kMeeting})
      .then_refused(deadline_not_reached, {{"due", "2021-03-16T19:30:00+07:00"}});
  given(Past{{kMeetingStream, scheduled()}})
      .on(next_day)
      .when(MarkDialogueMissed{kMeeting})
      .then_refused(no_policy_adopted);
}

TEST(AMissedMeeting, MayStillBeTypedUpFromPaperOrHeldLater) {
  const Past missed = a_scheduled_meeting() + Past{{kMeetingStream, DialogueMissed{kMeetingDay}}};
  EXPECT_EQ(folded(missed).phase, DialoguePhase::missed);
  given(missed)
      .on(kMeetingDay)
      .entered_at(noon(day("2021-03-15")))
      .when(OpenDialogue{kMeeting, kEvening, kHead})
      .then({{kMeetingStream, DialogueOpened{kEvening, kHead, false}},
             {kMeetingStream, DialogueMissRetracted{kMeetingDay}}});
  given(missed).on(day("2021-03-15")).when(postpone(kNewDay)).then_accepted();
}

// The same acts leave the same record, whether the clock was there before they were typed or not.
TEST(AMissedMeeting, WasNotMissedWhereItHadLostItsDayByThen) {
  const Past missed = a_scheduled_meeting() + Past{{kMeetingStream, DialogueMissed{kMeetingDay}}};
  const CancelDialogue cancel{kMeeting, "Giãn cách xã hội"};
  given(missed)
      .on(day("2021-03-11"))
      .when(cancel)
      .then({{kMeetingStream, DialogueCancelled{"Giãn cách xã hội"}},
             {kMeetingStream, DialogueMissRetracted{kMeetingDay}}});
  given(missed)
      .on(day("2021-03-14"))
      .when(cancel)
      .then({{kMeetingStream, DialogueCancelled{"Giãn cách xã hội"}}});
  const Happened hour{day("2021-03-13"), kEvening};
  given(a_scheduled_meeting())
      .on(day("2021-03-14"))
      .when(cancel)
      .then({{kMeetingStream, DialogueMissed{kMeetingDay}, hour},
             {kMeetingStream, DialogueCancelled{"Giãn cách xã hội"}}});
}

TEST(AMissedMeeting, IsAnnouncedAndInvitedToWithADayBeforeIt) {
  const Past missed = a_scheduled_meeting() + Past{{kMeetingStream, DialogueMissed{kMeetingDay}}};
  const AnnounceDialogue announce{kMeeting, "12/TB", {"loa khóm"}};
  const InviteParticipant invite{kMeeting, "Mặt trận", "giám sát", false};
  given(missed).on(day("2021-03-08")).when(announce).then_accepted();
  given(missed).on(day("2021-03-08")).when(invite).then_accepted();
  given(missed).on(day("2021-03-14")).when(announce).then_refused(date_order);
  given(missed).on(day("2021-03-14")).when(invite).then_refused(date_order);
  const Past announced =
      missed + Past{{kMeetingStream, DialogueAnnounced{"12/TB", {"loa khóm"}, 4, true}}};
  EXPECT_EQ(folded(announced).phase, DialoguePhase::missed);
}

}  // namespace
}  // namespace langnghe::domain::spec
