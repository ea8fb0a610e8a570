#include <gtest/gtest.h>

#include "unit/domain/ward_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;
using std::chrono::minutes;

Given with_ward() {
  return given(a_ward() + settings());
}

ScheduleDialogue at_venue(Venue venue) {
  ScheduleDialogue command = schedule();
  command.venue = std::move(venue);
  return command;
}

// ---- schedule

TEST(ScheduleDialogue, WritesTheMeetingAndWhetherItIsOutsideOfficeHours) {
  with_ward().when(schedule()).then({{kMeetingStream, scheduled()}});

  ScheduleDialogue morning = schedule();
  morning.start = minutes{8 * 60};
  EXPECT_FALSE(with_ward().when(morning).only<DialogueScheduled>().outside_office_hours);
  morning.date = day("2021-03-13");
  EXPECT_TRUE(with_ward().when(morning).only<DialogueScheduled>().outside_office_hours);
}

TEST(ScheduleDialogue, NeedsItsOwnId) {
  given(a_scheduled_meeting())
      .when(schedule())
      .then_refused(already_exists, {{"stream", "dialogue-d-1"}});
}

TEST(ScheduleDialogue, NeedsAKhomAndAChairOfThatDay) {
  ScheduleDialogue command = schedule();
  command.khom = {"nowhere"};
  with_ward().when(command).then_refused(unknown_khom);
  command = schedule();
  command.chair = {"nobody"};
  with_ward().when(command).then_refused(unknown_official);
  given(a_ward() + settings() +
        Past{{ward_stream(), KhomClosed{kTanMy, day("2021-03-11"), "Sáp nhập"}}})
      .when(schedule())
      .then_refused(khom_not_valid_then, {{"khom", "tan-my"}, {"date", "2021-03-12"}});
}

TEST(ScheduleDialogue, EndsAfterItStarts) {
  ScheduleDialogue command = schedule();
  command.end = kEvening;
  with_ward().when(command).then_refused(date_order, {{"first", "19:30"}, {"second", "19:30"}});
  command.end = std::nullopt;
  with_ward().when(command).then_accepted();
  command.start = minutes{24 * 60};
  with_ward().when(command).then_refused(value_not_valid);
}

TEST(ScheduleDialogue, SealsTheAddressOfAHousehold) {
  const auto host = sealed({"r-host"});
  with_ward().when(at_venue({VenueKind::household, "", host})).then_accepted();
  with_ward()
      .when(at_venue({VenueKind::household, "", std::nullopt}))
      .then_refused(value_required, {{"field", "venue.host_address"}});
}

TEST(ScheduleDialogue, DoesNotRepeatAnAddressTypedInTheOpen) {
  with_ward()
      .when(at_venue({VenueKind::household, "12 đường Vườn Hồng", sealed({"r-host"})}))
      .then_refused(value_not_valid, {{"field", "venue.place"}, {"value", ""}});
}

TEST(ScheduleDialogue, NamesAPlaceThatIsNoHousehold) {
  with_ward()
      .when(at_venue({VenueKind::other, "", std::nullopt}))
      .then_refused(value_required, {{"field", "venue.place"}});
  with_ward()
      .when(at_venue({VenueKind::khom_office, "Văn phòng khóm", sealed({"r-host"})}))
      .then_refused(value_not_valid);
}

TEST(ScheduleDialogue, NeedsAPolicyAndACalendar) {
  given(a_ward()).when(schedule()).then_refused(no_policy_adopted);
  given(a_ward() + Past{{policy_stream(), PolicyAdopted{default_policy()}}})
      .when(schedule())
      .then_refused(no_calendar_adopted);
}

TEST(ScheduleDialogue, AKhomHeadStaysInTheirKhom) {
  with_ward()
      .by(Role::khom_head, "u", {kSaNhien})
      .when(schedule())
      .then_refused(outside_khom_scope, {{"khom", "tan-my"}});
  with_ward().by(Role::khom_head, "u", {kTanMy}).when(schedule()).then_accepted();
}

// ---- announce

TEST(AnnounceDialogue, ShortNoticeIsShownAndNotRefused) {
  const AnnounceDialogue command{kMeeting, "08/GM-UBND", {"Loa phát thanh"}};
  given(a_scheduled_meeting())
      .on(day("2021-03-05"))
      .when(command)
      .then({{kMeetingStream, DialogueAnnounced{"08/GM-UBND", {"Loa phát thanh"}, 7, false}}});
  given(a_scheduled_meeting())
      .on(day("2021-03-06"))
      .when(command)
      .then({{kMeetingStream, DialogueAnnounced{"08/GM-UBND", {"Loa phát thanh"}, 6, true}}});
  EXPECT_EQ(given(a_scheduled_meeting())
                .on(kMeetingDay)
                .when(command)
                .only<DialogueAnnounced>()
                .days_before,
            0);
}

TEST(AnnounceDialogue, ComesBeforeTheMeetingAndSaysWhere) {
  given(a_scheduled_meeting())
      .on(day("2021-03-13"))
      .when(AnnounceDialogue{kMeeting, "", {"Loa"}})
      .then_refused(date_order, {{"first", "2021-03-13"}, {"second", "2021-03-12"}});
  given(a_scheduled_meeting())
      .when(AnnounceDialogue{kMeeting, "08/GM-UBND", {}})
      .then_refused(value_required, {{"field", "channels"}});
}

TEST(AnnounceDialogue, ActsOnAScheduledMeetingOnly) {
  const AnnounceDialogue command{kMeeting, "", {"Loa"}};
  given(a_ward() + settings()).when(command).then_refused(does_not_exist);
  given(an_open_meeting()).when(command).then_refused(act_not_allowed_in_state);
}

// ---- open

TEST(OpenDialogue, OpensOnTheDayItWasSetFor) {
  const OpenDialogue command{kMeeting, kEvening, kHead};
  given(a_scheduled_meeting())
      .on(kMeetingDay)
      .when(command)
      .then({{kMeetingStream, DialogueOpened{kEvening, kHead, false}}});
  given(a_scheduled_meeting())
      .on(day("2021-03-13"))
      .when(command)
      .then_refused(not_the_meetings_day, {{"happened", "2021-03-13"}, {"day", "2021-03-12"}});
}

TEST(OpenDialogue, OpensAfterAnAnnouncementToo) {
  given(a_scheduled_meeting() + Past{{kMeetingStream, DialogueAnnounced{"", {"Loa"}, 7, false}}})
      .on(kMeetingDay)
      .when(OpenDialogue{kMeeting, kEvening, kHead})
      .then_accepted();
  given(an_open_meeting())
      .on(kMeetingDay)
      .when(OpenDialogue{kMeeting, kEvening, kHead})
      .then_refused(act_not_allowed_in_state, {{"act", "open"}, {"state", "opened"}});
}

TEST(OpenDialogue, AnotherChairIsASubstitute) {
  EXPECT_TRUE(given(a_scheduled_meeting())
                  .on(kMeetingDay)
                  .when(OpenDialogue{kMeeting, kEvening, kDeputy})
                  .only<DialogueOpened>()
                  .substitute);
  given(a_scheduled_meeting())
      .on(kMeetingDay)
      .when(OpenDialogue{kMeeting, kEvening, {"nobody"}})
      .then_refused(unknown_official);
}

// ---- attendance

TEST(RecordAttendance, CountsResidentsAndNamesOfficials) {
  given(an_open_meeting())
      .on(kMeetingDay)
      .when(RecordAttendance{kMeeting, attendance()})
      .then({{kMeetingStream, attendance()}});
}

TEST(RecordAttendance, IsReplacedUntilTheMinutesAreSigned) {
  given(a_closed_meeting())
      .on(day("2021-03-15"))
      .when(RecordAttendance{kMeeting, attendance()})
      .then_accepted();
  given(signed_minutes())
      .on(day("2021-03-15"))
      .when(RecordAttendance{kMeeting, attendance()})
      .then_refused(act_not_allowed_in_state);
}

TEST(RecordAttendance, NeedsAMeetingThatTookPlace) {
  given(a_scheduled_meeting())
      .on(kMeetingDay)
      .when(RecordAttendance{kMeeting, attendance()})
      .then_refused(dialogue_not_open);
  given(an_open_meeting())
      .on(day("2021-03-11"))
      .when(RecordAttendance{kMeeting, attendance()})
      .then_refused(happened_before_start,
                    {{"happened", "2021-03-11"}, {"start", "2021-03-12"}, {"act", "open"}});
}

TEST(RecordAttendance, StaysInBounds) {
  for (const int residents : {-1, 100'001}) {
    AttendanceRecorded given_attendance = attendance();
    given_attendance.residents = residents;
    given(an_open_meeting())
        .on(kMeetingDay)
        .when(RecordAttendance{kMeeting, given_attendance})
        .then_refused(value_not_valid);
  }
  given(an_open_meeting())
      .on(kMeetingDay)
      .when(RecordAttendance{kMeeting, {0, {}, {}}})
      .then_accepted();
  given(an_open_meeting())
      .on(kMeetingDay)
      .when(RecordAttendance{kMeeting, {5, {{"nobody"}}, {}}})
      .then_refused(unknown_official);
}

TEST(Dialogue, AKhomHeadWritesOnlyInTheirKhom) {
  given(an_open_meeting())
      .by(Role::khom_head, "u", {kSaNhien})
      .on(kMeetingDay)
      .when(RecordAttendance{kMeeting, attendance()})
      .then_refused(outside_khom_scope, {{"khom", "tan-my"}});
}

}  // namespace
}  // namespace langnghe::domain::spec
