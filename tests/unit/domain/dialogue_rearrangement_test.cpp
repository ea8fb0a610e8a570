#include <gtest/gtest.h>

#include "office_fixture.hpp"

/// A scheduled dialogue put right, and a chair who is asked for twice.
namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

const DialogueId kElsewhere{"d-2"};
const std::chrono::minutes kMorning{8 * 60};

RearrangeDialogue rearrange() {
  RearrangeDialogue command;
  command.dialogue = kMeeting;
  command.reason = "Văn phòng khóm sửa chữa";
  return command;
}

DialogueState folded(const Past& past, const Command& command) {
  Scene scene;
  for (const Emitted& emitted : past) {
    scene.record(emitted, context(Role::system, "u", kPast));
  }
  const auto decision = scene.act(command, context(Role::system, "u", kToday));
  EXPECT_TRUE(decision) << describe(decision);
  return std::get<DialogueState>(scene.fold(kMeetingStream));
}

TEST(Rearranging, ChangesThePlaceHourChairOrKhomAndKeepsTheRest) {
  RearrangeDialogue command = rearrange();
  command.venue = Venue{VenueKind::other, "Trường tiểu học", {}};
  const auto state = folded(meeting_at(DialoguePhase::scheduled), command);
  EXPECT_EQ(state.schedule.venue.place, "Trường tiểu học");
  EXPECT_EQ(state.schedule.start, kEvening);
  EXPECT_EQ(state.schedule.end, kNight);
  EXPECT_EQ(state.schedule.chair, kHead);
  EXPECT_EQ(state.schedule.date, kMeetingDay);
  command = rearrange();
  command.start = kMorning;
  command.chair = kDeputy;
  command.khom = kSaNhien;
  const auto moved = folded(meeting_at(DialoguePhase::scheduled), command);
  EXPECT_EQ(moved.schedule.start, kMorning);
  EXPECT_EQ(moved.schedule.end, kMorning + (kNight - kEvening));
  EXPECT_EQ(moved.schedule.chair, kDeputy);
  EXPECT_EQ(moved.schedule.khom, kSaNhien);
  EXPECT_FALSE(moved.schedule.outside_office_hours);
}

TEST(Rearranging, IsAnnouncedAgainWhereThePlaceOrHourChanged) {
  const Past announced = meeting_at(DialoguePhase::announced);
  RearrangeDialogue command = rearrange();
  command.start = kMorning;
  EXPECT_EQ(folded(announced, command).phase, DialoguePhase::scheduled);
  command = rearrange();
  command.venue = Venue{VenueKind::other, "Trường tiểu học", {}};
  EXPECT_EQ(folded(announced, command).phase, DialoguePhase::scheduled);
  command = rearrange();
  command.khom = kSaNhien;
  EXPECT_EQ(folded(announced, command).phase, DialoguePhase::scheduled);
  command = rearrange();
  command.chair = kDeputy;
  EXPECT_EQ(folded(announced, command).phase, DialoguePhase::announced);
}

TEST(Rearranging, NeedsAReasonAndSomethingToChange) {
  const Given meeting = given(meeting_at(DialoguePhase::scheduled));
  meeting.when(rearrange()).then_refused(value_required, {{"field", "venue"}});
  RearrangeDialogue command = rearrange();
  command.chair = kHead;
  meeting.when(command).then_refused(value_required, {{"field", "venue"}});
  command.chair = kDeputy;
  command.reason = " ";
  meeting.when(command).then_refused(value_required, {{"field", "reason"}});
}

TEST(Rearranging, LeavesOnlyWhatCouldBeScheduled) {
  const Given meeting = given(meeting_at(DialoguePhase::scheduled));
  const auto with = [](auto change) {
    RearrangeDialogue command = rearrange();
    change(command);
    return command;
  };
  meeting.when(with([](auto& it) { it.khom = {"nowhere"}; })).then_refused(unknown_khom);
  meeting.when(with([](auto& it) { it.chair = {"nobody"}; })).then_refused(unknown_official);
  meeting.when(with([](auto& it) { it.end = kMorning; })).then_refused(date_order);
  meeting.when(with([](auto& it) { it.venue = Venue{VenueKind::other, " ", {}}; }))
      .then_refused(value_required);
  given(meeting_at(DialoguePhase::scheduled))
      .by(Role::clerk, "u", {kTanMy})
      .when(with([](auto& it) { it.khom = kSaNhien; }))
      .then_refused(outside_khom_scope);
  given(meeting_at(DialoguePhase::scheduled))
      .on(day("2021-03-13"))
      .when(with([](auto& it) { it.chair = kDeputy; }))
      .then_refused(date_order);
  given(meeting_at(DialoguePhase::opened))
      .when(with([](auto& it) { it.chair = kDeputy; }))
      .then_refused(act_not_allowed_in_state);
}

// ---- a chair who has another dialogue at that hour

Past beside(std::chrono::minutes start, std::optional<std::chrono::minutes> end,
            const OfficialId& chair = kHead) {
  DialogueScheduled other = scheduled();
  other.khom = kSaNhien;
  other.start = start;
  other.end = end;
  other.chair = chair;
  return a_ward() + settings() + Past{{stream_of(kElsewhere), other}};
}

ScheduleDialogue asked_for() {
  ScheduleDialogue command = schedule();
  command.others = {kElsewhere};
  return command;
}

TEST(ADoubleBooking, IsToldWhereTheHoursOverlap) {
  const std::chrono::minutes hour{60};
  given(beside(kEvening, kNight))
      .when(asked_for())
      .then_refused(
          chair_booked,
          {{"chair", "head"}, {"dialogue", "d-2"}, {"date", "2021-03-12"}, {"start", "19:30"}});
  given(beside(kEvening - hour, kEvening + hour)).when(asked_for()).then_refused(chair_booked);
  given(beside(kEvening - hour, std::nullopt)).when(asked_for()).then_refused(chair_booked);
  given(beside(kNight, std::nullopt)).when(asked_for()).then_accepted();
  given(beside(kEvening - hour, kEvening)).when(asked_for()).then_accepted();
  given(beside(kEvening, kNight, kDeputy)).when(asked_for()).then_accepted();
}

TEST(ADoubleBooking, IsNoneWithADialogueThatWillNotBe) {
  const StreamId other = stream_of(kElsewhere);
  const Past clashing = beside(kEvening, kNight);
  given(clashing + Past{{other, DialogueCancelled{"Trùng lịch"}}})
      .when(asked_for())
      .then_accepted();
  given(clashing + Past{{other, DialoguePostponed{"Mưa", kMeetingDay, {}, {}, true}}})
      .when(asked_for())
      .then_accepted();
  given(clashing + Past{{other, DialogueOpened{kEvening, kDeputy, true}}})
      .when(asked_for())
      .then_accepted();
}

TEST(ADoubleBooking, ThatIsConfirmedStandsInTheRecord) {
  ScheduleDialogue command = asked_for();
  command.double_booking = true;
  EXPECT_TRUE(
      given(beside(kEvening, kNight)).when(command).only<DialogueScheduled>().double_booked);
  EXPECT_FALSE(given(beside(kNight, {})).when(command).only<DialogueScheduled>().double_booked);
}

TEST(ADoubleBooking, IsToldOfANewDayAndANewChairToo) {
  const Past both = beside(kEvening, kNight, kDeputy) + Past{{kMeetingStream, scheduled()}};
  RearrangeDialogue command = rearrange();
  command.chair = kDeputy;
  command.others = {kElsewhere};
  given(both).when(command).then_refused(chair_booked);
  command.double_booking = true;
  EXPECT_TRUE(given(both).when(command).only<DialogueRearranged>().double_booked);

  DialogueScheduled earlier = scheduled();
  earlier.date = day("2021-03-11");
  const Past moved = beside(kEvening, kNight) + Past{{kMeetingStream, earlier}};
  PostponeDialogue postpone{kMeeting, "Mưa lớn", kMeetingDay, {}};
  postpone.others = {kElsewhere};
  given(moved).when(postpone).then_refused(chair_booked);
  postpone.double_booking = true;
  EXPECT_TRUE(given(moved).when(postpone).only<DialoguePostponed>().double_booked);
}

// ---- the host of a household

TEST(AHost, WhoIsNamedIsAPersonTheWardKnows) {
  const ResidentId host{"r-host"};
  ScheduleDialogue command = schedule();
  command.venue = Venue{VenueKind::household, "", sealed(host)};
  command.new_host = NewResident{host, sealed(host, "bmFtZQ"), {}, sealed(host)};
  const auto registered = given(a_ward() + settings()).when(command).only<ResidentRegistered>();
  EXPECT_EQ(registered.khom, kTanMy);
  EXPECT_FALSE(registered.anonymous);
  EXPECT_EQ(registered.name, sealed(host, "bmFtZQ"));
  RearrangeDialogue later = rearrange();
  later.venue = command.venue;
  later.new_host = command.new_host;
  EXPECT_EQ(given(meeting_at(DialoguePhase::scheduled)).when(later).only<ResidentRegistered>(),
            registered);
}

TEST(AHost, IsNamedOnceAndUnderTheKeyOfTheAddress) {
  const ResidentId host{"r-host"};
  ScheduleDialogue command = schedule();
  command.new_host = NewResident{host, sealed(host), {}, {}};
  given(a_ward() + settings())
      .when(command)
      .then_refused(value_not_valid, {{"field", "venue.host"}, {"value", "r-host"}});
  command.venue = Venue{VenueKind::household, "", sealed(kSpeaker)};
  given(a_ward() + settings()).when(command).then_refused(value_not_valid);
  command.new_host = NewResident{kSpeaker, sealed(kSpeaker), {}, {}};
  given(person_at(ResidentPhase::identified)).when(command).then_refused(already_exists);
}

TEST(ADialogue, IsNotScheduledForADayThatHasPassed) {
  given(a_ward() + settings())
      .on(day("2021-03-13"))
      .when(schedule())
      .then_refused(date_order, {{"first", "2021-03-13"}, {"second", "2021-03-12"}});
  given(a_ward() + settings()).on(kMeetingDay).when(schedule()).then_accepted();
}

}  // namespace
}  // namespace langnghe::domain::spec
