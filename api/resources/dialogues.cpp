#include "shapes/dialogues.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include <projections/dialogues.hpp>
#include <projections/issues.hpp>

#include "call/path_values.hpp"
#include "reading/allowed.hpp"
#include "reading/answer_parts.hpp"
#include "reading/reading.hpp"
#include "resources/dialogue_shapes.hpp"
#include "resources/issue_shapes.hpp"
#include "resources/routes.hpp"
#include "routing/query.hpp"
#include "sealed/sealed_reading.hpp"
#include "sealed/speakers.hpp"
#include "wire/answers.hpp"

namespace langnghe::api::resources {
namespace {

namespace dialogues = projections::dialogues;

constexpr int kDaysMax = 731;  ///< two years in one list

domain::Date first_day(std::chrono::year year) {
  return {year, std::chrono::January, std::chrono::day{1}};
}
domain::Date last_day(std::chrono::year year) {
  return {year, std::chrono::December, std::chrono::day{31}};
}

// GET …/dialogues?from=&to=: without dates, the year of today.
Reply list_dialogues(Call& call) {
  Query query(call.target);
  const auto from = query.date("from");
  const auto to = query.date("to");
  if (from && to && domain::days_between(*from, *to) > kDaysMax) {
    query.add("to", "too_wide", std::to_string(kDaysMax));
  }
  if (from && to && *to < *from) {
    query.add("to", "out_of_range", domain::to_text(*from) + "..");
  }
  const auto reading = open_reading(call, query);
  if (!reading) {
    return fail(reading.error());
  }
  const auto begin = from.value_or(first_day(to ? to->year() : reading->today.year()));
  const auto end = to.value_or(last_day(begin.year()));
  auto rows = dialogues::between(*reading->snapshot, begin, end);
  std::erase_if(rows, [&](const auto& row) { return !call.access->sees(row.schedule.khom); });
  shapes::DialogueList list{head_of(call, *reading, {dialogues::definition()}), begin, end, {}};
  for (const auto& row : rows) {
    list.items.push_back(summary_of(row));
  }
  return list_answer(call, *reading, wire::text(list));
}

std::vector<projections::issues::IssueRow> rows_of(const Reading& reading,
                                                   const std::vector<domain::IssueId>& ids) {
  std::vector<projections::issues::IssueRow> rows;
  for (const auto& id : ids) {
    if (auto row = projections::issues::find_one(*reading.snapshot, id)) {
      rows.push_back(std::move(*row));
    }
  }
  return rows;
}

std::vector<shapes::DialogueOpinion> opinions_of(const Call& call, const Reading& reading,
                                                 const dialogues::DialogueRow& row,
                                                 SealedReading& sealed) {
  const auto& khom = row.schedule.khom;
  std::vector<shapes::DialogueOpinion> shown;
  for (const auto& id : row.opinions) {
    if (auto held = dialogues::opinion(*reading.snapshot, id)) {
      auto& opinion = held->opinion;
      auto words = show_words(call, *held, khom, sealed);
      auto speaker =
          show_speaker(call, *reading.snapshot, opinion.resident, {khom, std::nullopt}, sealed);
      shown.push_back({opinion.opinion, opinion.order, opinion.anonymous, std::move(words),
                       std::move(speaker), std::move(opinion.issues), std::move(held->confirmation),
                       std::move(held->declined), held->happened});
    }
  }
  return shown;
}

std::vector<shapes::RedirectedIssue> redirected_of(const Reading& reading,
                                                   const dialogues::DialogueRow& row) {
  std::vector<shapes::RedirectedIssue> shown;
  for (auto& issue : rows_of(reading, row.redirected)) {
    shown.push_back({issue.id, std::move(issue.state.handed_over)});
  }
  return shown;
}

/// The origin of the meeting and its outcome.
void add_meeting(const dialogues::DialogueRow& row, shapes::Dialogue& shape) {
  shape.minutes = row.minutes;
  shape.announcement = row.announcement;
  shape.announced_on = row.announced_on;
  shape.opening = row.opening;
  shape.attendance = row.attendance;
  shape.closing = row.closing;
  shape.invitations = row.invitations;
  shape.postponements = row.postponements;
  for (const auto& each : row.rearrangements) {
    shape.rearrangements.push_back({each.reason,
                                    each.khom,
                                    each.start,
                                    each.end,
                                    {each.venue.kind, each.venue.place, std::nullopt},
                                    each.chair,
                                    each.announce_again,
                                    each.double_booked});
  }
  shape.cancelled_for = row.cancelled_for;
  shape.missed_on = row.missed_on;
  shape.presentation = row.presentation;
  shape.presented = row.presented;
  shape.presentation_skipped_for = row.presentation_skipped_for;
  shape.signatures_refused = row.signatures_refused;
  shape.addenda = row.addenda;
  shape.conclusion = row.conclusion;
}

shapes::Dialogue shape_of(const Call& call, const Reading& reading,
                          const dialogues::DialogueRow& row, SealedReading& sealed) {
  shapes::Dialogue shape;
  shape.head = head_of(call, reading, {dialogues::definition(), projections::issues::definition()});
  shape.basics = basics_of(row);
  const bool may = call.access->personal_data_in(row.schedule.khom) == PersonalData::full;
  shape.basics.venue.host_address = sealed.show(may, domain::stream_of(row.id), kHostAddressField,
                                                row.schedule.venue.host_address);
  shape.opinions = opinions_of(call, reading, row, sealed);
  for (const auto& issue : rows_of(reading, row.issues)) {
    shape.issues.push_back(summary_of(issue, reading.today));
  }
  // A denunciation is on a sealed track: no khóm head learns that there was one.
  if (call.access->sees_all) {
    shape.redirected = redirected_of(reading, row);
  }
  add_meeting(row, shape);
  return shape;
}

// GET …/dialogues/{id}?purpose=
Reply get_dialogue(Call& call) {
  const auto id = path_id<domain::DialogueId>(call);
  if (!id) {
    return fail(id.error());
  }
  Query query(call.target);
  auto purpose = purpose_asked(call, query);
  const auto reading = open_reading(call, query);
  if (!reading) {
    return fail(reading.error());
  }
  SealedReading sealed(call, std::move(purpose), domain::stream_of(*id));
  const auto row = dialogues::find(*reading->snapshot, *id);
  if (!row || !call.access->sees(row->schedule.khom)) {
    return fail(ProblemCode::not_found);
  }
  auto shape = shape_of(call, *reading, *row, sealed);
  auto allowed = allowed_for(call, *reading, domain::Subject::dialogue, id->value);
  if (!allowed) {
    return fail(std::move(allowed.error()));
  }
  shape.allowed_commands = allowed_of(call, *allowed);
  return sealed_answer(call, *reading, row->version, sealed, wire::text(shape));
}

}  // namespace

void add_dialogue_routes(std::vector<Route>& routes) {
  add_read(routes, "dialogues", &list_dialogues);
  add_read(routes, "dialogues/{id}", &get_dialogue);
}

}  // namespace langnghe::api::resources
