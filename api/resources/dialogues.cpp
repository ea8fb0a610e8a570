#include <algorithm>
#include <chrono>

#include <projections/dialogues.hpp>
#include <projections/issues.hpp>

#include "reading/allowed.hpp"
#include "reading/reading.hpp"
#include "reading/sealed_reading.hpp"
#include "reading/speakers.hpp"
#include "resources/routes.hpp"
#include "routing/path_values.hpp"
#include "routing/query.hpp"
#include "wire/dialogue_json.hpp"

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
  return list_answer(call, *reading, wire::dialogue_list(call, *reading, begin, end, rows));
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

void add_opinions(const Call& call, const Reading& reading, SealedReading& sealed,
                  wire::DialogueDetail& detail) {
  const auto khom = detail.row.schedule.khom;
  for (const auto& id : detail.row.opinions) {
    if (auto opinion = dialogues::opinion(*reading.snapshot, id)) {
      auto words = show_words(call, *opinion, khom, sealed);
      auto speaker = show_speaker(call, *reading.snapshot, opinion->opinion.resident,
                                  {khom, std::nullopt}, sealed);
      detail.opinions.push_back({std::move(*opinion), std::move(words), std::move(speaker)});
    }
  }
}

wire::DialogueDetail detail_of(const Call& call, const Reading& reading, dialogues::DialogueRow row,
                               SealedReading& sealed) {
  wire::DialogueDetail detail;
  detail.row = std::move(row);
  const bool may = call.access->personal_data_in(detail.row.schedule.khom) == PersonalData::full;
  detail.host_address = sealed.show(may, domain::stream_of(detail.row.id), kHostAddressField,
                                    detail.row.schedule.venue.host_address);
  add_opinions(call, reading, sealed, detail);
  detail.issues = rows_of(reading, detail.row.issues);
  // A denunciation is on a sealed track: no khóm head learns that there was one.
  if (call.access->sees_all) {
    detail.redirected = rows_of(reading, detail.row.redirected);
  }
  return detail;
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
  auto row = dialogues::find(*reading->snapshot, *id);
  if (!row || !call.access->sees(row->schedule.khom)) {
    return fail(ProblemCode::not_found);
  }
  const auto version = row->version;
  auto detail = detail_of(call, *reading, *std::move(row), sealed);
  auto allowed = allowed_for(call, *reading, domain::Subject::dialogue, id->value);
  if (!allowed) {
    return fail(std::move(allowed.error()));
  }
  detail.allowed = *std::move(allowed);
  return sealed_answer(call, *reading, version, sealed,
                       wire::dialogue_detail(call, *reading, detail));
}

}  // namespace

void add_dialogue_routes(std::vector<Route>& routes) {
  add_read(routes, "dialogues", &list_dialogues);
  add_read(routes, "dialogues/{id}", &get_dialogue);
}

}  // namespace langnghe::api::resources
