#include "shapes/schedule.hpp"

#include <codec/field_error.hpp>
#include <projections/dialogues.hpp>
#include <projections/schedule.hpp>
#include <projections/settings.hpp>

#include "reading/answer_parts.hpp"
#include "resources/dialogue_shapes.hpp"
#include "resources/routes.hpp"
#include "routing/query.hpp"
#include "wire/answers.hpp"

namespace langnghe::api::resources {
namespace {

/// A khóm head is shown the rows of their own khóm, and sums of those alone.
void keep_visible(const Access& access, projections::schedule::Schedule& schedule) {
  if (access.sees_all) {
    return;
  }
  std::erase_if(schedule.cells, [&](const auto& cell) { return !access.sees(cell.khom); });
  std::erase_if(schedule.dialogues,
                [&](const auto& row) { return !access.sees(row.schedule.khom); });
  schedule.due = schedule.met = schedule.missed = schedule.credited = schedule.required = 0;
  for (const auto& cell : schedule.cells) {
    using enum projections::schedule::CellStatus;
    schedule.required += cell.required;
    schedule.due += cell.required > 0 ? 1 : 0;
    schedule.met += cell.status == met ? 1 : 0;
    schedule.missed += cell.status == missed ? 1 : 0;
    schedule.credited += cell.status == credited ? 1 : 0;
  }
}

shapes::Schedule shown(const Call& call, const Reading& reading,
                       projections::schedule::Schedule schedule) {
  shapes::Schedule shown;
  shown.head = head_of(call, reading,
                       {projections::dialogues::definition(), projections::settings::definition()});
  shown.year = schedule.year;
  shown.today = reading.today;
  if (schedule.has_plan) {
    shown.plan = {std::move(schedule.plan_symbol)};
  }
  shown.due = schedule.due;
  shown.met = schedule.met;
  shown.missed = schedule.missed;
  shown.credited = schedule.credited;
  shown.required = schedule.required;
  for (auto& cell : schedule.cells) {
    shown.cells.push_back({std::move(cell.khom), std::move(cell.khom_name), cell.sample,
                           cell.quarter, cell.required, cell.held, cell.held_empty, cell.planned,
                           cell.status, std::move(cell.dialogues), std::move(cell.credited),
                           cell.missed_recorded});
  }
  for (const auto& row : schedule.dialogues) {
    shown.dialogues.push_back(summary_of(row));
  }
  return shown;
}

// GET …/schedule?year=
Reply get_schedule(Call& call) {
  Query query(call.target);
  const auto year = query.number("year", codec::kYearMin, codec::kYearMax);
  if (!year && !query.has("year")) {
    query.add("year", "missing_parameter", "YYYY");
  }
  const auto reading = open_reading(call, query);
  if (!reading) {
    return fail(reading.error());
  }
  auto schedule =
      projections::schedule::of_year(*reading->snapshot, static_cast<int>(*year), reading->today);
  keep_visible(*call.access, schedule);
  return list_answer(call, *reading, wire::text(shown(call, *reading, std::move(schedule))));
}

}  // namespace

void add_schedule_routes(std::vector<Route>& routes) {
  add_read(routes, "schedule", &get_schedule);
}

}  // namespace langnghe::api::resources
