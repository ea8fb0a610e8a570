#include "resources/dialogue_shapes.hpp"

namespace langnghe::api::resources {

shapes::DialogueBasics basics_of(const projections::dialogues::DialogueRow& row) {
  const auto& plan = row.schedule;
  shapes::DialogueBasics basics;
  basics.id = row.id;
  basics.version = row.version.value;
  basics.phase = row.phase;
  basics.khom = plan.khom;
  basics.date = plan.date;
  basics.start = plan.start;
  basics.end = plan.end;
  basics.format = plan.format;
  basics.venue = {plan.venue.kind, plan.venue.place, std::nullopt};
  basics.chair = plan.chair;
  basics.topics = plan.topics;
  basics.outside_office_hours = plan.outside_office_hours;
  basics.double_booked = plan.double_booked;
  if (row.announcement) {
    basics.short_notice = row.announcement->short_notice;
  }
  if (row.attendance) {
    basics.residents = row.attendance->residents;
  }
  return basics;
}

shapes::DialogueSummary summary_of(const projections::dialogues::DialogueRow& row) {
  return {basics_of(row), row.opinions.size(), row.issues.size(),
          row.minutes ? std::optional(row.minutes->symbol) : std::nullopt};
}

}  // namespace langnghe::api::resources
