#include <algorithm>

#include "dialogue/judge.hpp"

namespace langnghe::domain {
namespace {

using std::chrono::minutes;

// A dialogue whose end nobody set keeps its chair for so long: what the demonstration's last, and
// what a hall is booked for.
constexpr minutes kWithoutEnd{120};

struct Hours {
  minutes start{};
  minutes end{};
};

Hours hours_of(minutes start, const std::optional<minutes>& end) {
  return {start, end.value_or(start + kWithoutEnd)};
}

bool overlap(const Hours& first, const Hours& second) {
  return first.start < second.end && second.start < first.end;
}

/// Does that dialogue still need the chair whom its schedule, or its opening, names?
bool needs_its_chair(DialoguePhase phase) {
  return phase != DialoguePhase::absent && phase != DialoguePhase::cancelled &&
         phase != DialoguePhase::postponed && phase != DialoguePhase::missed;
}

}  // namespace

std::optional<Booking> clash_of(const World& world, const Booking& wanted,
                                const std::vector<DialogueId>& others) {
  for (const DialogueId& id : others) {
    const DialogueState& other = world.dialogue(id);
    const DialogueScheduled& schedule = other.schedule;
    const OfficialId& chair = other.opening ? other.opening->chaired_by : schedule.chair;
    const bool same = id != wanted.dialogue && needs_its_chair(other.phase) &&
                      chair == wanted.chair && schedule.date == wanted.date;
    if (same &&
        overlap(hours_of(wanted.start, wanted.end), hours_of(schedule.start, schedule.end))) {
      return Booking{id, chair, schedule.date, schedule.start, schedule.end};
    }
  }
  return std::nullopt;
}

MaybeRefusal check_clash(const std::optional<Booking>& clash, bool confirmed) {
  if (!clash || confirmed) {
    return std::nullopt;
  }
  return refuse(RefusalCode::chair_booked, {{"chair", clash->chair.value},
                                            {"dialogue", clash->dialogue.value},
                                            {"date", to_text(clash->date)},
                                            {"start", to_text(clash->start)}});
}

}  // namespace langnghe::domain
