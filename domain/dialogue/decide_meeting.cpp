#include <utility>

#include "dialogue/judge.hpp"
#include "plan/judge.hpp"
#include "resident/person.hpp"

namespace langnghe::domain {
namespace {

constexpr int kMostResidents = 100'000;

MaybeRefusal check_attendance(const WardState& ward, const AttendanceRecorded& attendance,
                              const Date& date) {
  if (auto refusal = first_of({check_between("residents", attendance.residents, 0, kMostResidents),
                               check_distinct(attendance.officials)})) {
    return refusal;
  }
  for (const OfficialId& official : attendance.officials) {
    if (auto refusal = check_official(ward, official, date)) {
      return refusal;
    }
  }
  return attendance.bodies.empty() ? std::nullopt : check_texts("bodies", attendance.bodies);
}

}  // namespace

/// A household is somebody's home, so its address is sealed; an office is named in the open. A
/// place typed for a household is not put into the fact: it may be that very address.
MaybeRefusal check_venue(const Venue& venue) {
  if (venue.kind != VenueKind::household) {
    if (venue.host_address) {
      return value_not_valid("venue.host_address", "");
    }
    return check_not_blank("venue.place", venue.place);
  }
  if (!venue.place.empty()) {
    return value_not_valid("venue.place", "");
  }
  if (!venue.host_address) {
    return value_required("venue.host_address");
  }
  return check_not_blank("venue.host_address", venue.host_address->ciphertext);
}

MaybeRefusal check_times(std::chrono::minutes start, std::optional<std::chrono::minutes> end) {
  if (auto refusal = check_clock_time("start", start); refusal || !end) {
    return refusal;
  }
  return first_of({check_clock_time("end", *end), check_clock_order(start, *end)});
}

MaybeRefusal check_host(const World& world, const Venue& venue,
                        const std::optional<NewResident>& new_host) {
  if (!new_host) {
    return std::nullopt;
  }
  if (!venue.host_address) {
    return value_not_valid("venue.host", new_host->resident.value);
  }
  return check_person(world, venue.host_address->resident, new_host);
}

void add_host(std::vector<Emitted>& events, const KhomId& khom,
              const std::optional<NewResident>& new_host) {
  if (new_host) {
    events.push_back({stream_of(new_host->resident),
                      ResidentRegistered{khom, !new_host->name.has_value(), new_host->name,
                                         new_host->phone, new_host->address}});
  }
}

MaybeRefusal check_not_before_meeting(const DialogueState& dialogue, const Context& context) {
  if (dialogue.schedule.date <= context.happened.date) {
    return std::nullopt;
  }
  return refuse(RefusalCode::happened_before_start, {{"happened", to_text(context.happened)},
                                                     {"start", to_text(dialogue.schedule.date)},
                                                     {"act", std::string(OpenDialogue::kAct)}});
}

MaybeRefusal guard_act(const World& world, const AnnounceDialogue& command,
                       const Context& context) {
  if (!world.policy().exists()) {
    return refuse(RefusalCode::no_policy_adopted);
  }
  return check_order(context.happened.date, world.dialogue(command.dialogue).schedule.date);
}

// A meeting held on another day than announced was postponed, and that is another act.
MaybeRefusal guard_act(const World& world, const OpenDialogue& command, const Context& context) {
  const Date& day = world.dialogue(command.dialogue).schedule.date;
  if (context.happened.date == day) {
    return std::nullopt;
  }
  return refuse(RefusalCode::not_the_meetings_day,
                {{"happened", to_text(context.happened.date)}, {"day", to_text(day)}});
}

MaybeRefusal guard_act(const World& world, const RecordAttendance& command,
                       const Context& context) {
  return check_not_before_meeting(world.dialogue(command.dialogue), context);
}

Decision judge(const World& world, const ScheduleDialogue& command, const Context& context) {
  const WardState& ward = world.ward();
  if (auto refusal = first_of(
          {check_not_blank("dialogue", command.dialogue.value), check_date("date", command.date),
           check_scope(context.actor, command.khom), check_khom(ward, command.khom, command.date),
           check_official(ward, command.chair, command.date),
           check_times(command.start, command.end), check_venue(command.venue),
           check_host(world, command.venue, command.new_host), check_settings(world)})) {
    return std::unexpected(*refusal);
  }
  const auto clash =
      clash_of(world, {command.dialogue, command.chair, command.date, command.start, command.end},
               command.others);
  // A meeting that nobody could open any more is a slip of the date.
  if (auto refusal = first_of({check_order(context.happened.date, command.date),
                               check_clash(clash, command.double_booking)})) {
    return std::unexpected(*refusal);
  }
  const bool outside =
      is_outside_office_hours(command.date, command.start, world.policy().valid_on(command.date),
                              world.calendar().current());
  std::vector events{
      Emitted{stream_of(command.dialogue),
              DialogueScheduled{command.khom, command.date, command.start, command.end,
                                command.venue, command.format, command.chair, command.topics,
                                outside, clash.has_value()}}};
  add_host(events, command.khom, command.new_host);
  return events;
}

Decision judge(const World& world, const AnnounceDialogue& command, const Context& context) {
  const Date& announced = context.happened.date;
  const Date& meeting = world.dialogue(command.dialogue).schedule.date;
  if (auto refusal = check_texts("channels", command.channels)) {
    return std::unexpected(*refusal);
  }
  const int before = days_between(announced, meeting);
  const bool is_short = before < world.policy().valid_on(announced).announce_days_before;
  return std::vector{
      Emitted{stream_of(command.dialogue),
              DialogueAnnounced{command.document, command.channels, before, is_short}}};
}

Decision judge(const World& world, const OpenDialogue& command, const Context& context) {
  const DialogueScheduled& schedule = world.dialogue(command.dialogue).schedule;
  const Date& held = context.happened.date;
  if (auto refusal = first_of({check_clock_time("start", command.start),
                               check_official(world.ward(), command.chaired_by, held)})) {
    return std::unexpected(*refusal);
  }
  std::vector events{Emitted{
      stream_of(command.dialogue),
      DialogueOpened{command.start, command.chaired_by, command.chaired_by != schedule.chair}}};
  if (world.dialogue(command.dialogue).phase == DialoguePhase::missed) {
    events.push_back({stream_of(command.dialogue), DialogueMissRetracted{schedule.date}});
  }
  const int year = static_cast<int>(held.year());
  if (auto kept = duty_after_opening(world.plan(year), schedule.khom, quarter_of(schedule.date))) {
    events.push_back(on_plan(year, *std::move(kept)));
  }
  return events;
}

Decision judge(const World& world, const RecordAttendance& command, const Context&) {
  const DialogueState& dialogue = world.dialogue(command.dialogue);
  if (auto refusal = check_attendance(world.ward(), command.attendance, dialogue.schedule.date)) {
    return std::unexpected(*refusal);
  }
  return std::vector{Emitted{stream_of(command.dialogue), command.attendance}};
}

}  // namespace langnghe::domain
