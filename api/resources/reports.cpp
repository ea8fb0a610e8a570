#include <algorithm>

#include <codec/field_error.hpp>
#include <projections/dialogues.hpp>
#include <projections/issues.hpp>
#include <projections/oversight.hpp>
#include <projections/report.hpp>
#include <projections/residents.hpp>

#include "call/path_values.hpp"
#include "reading/allowed.hpp"
#include "reading/answer_parts.hpp"
#include "reading/reading.hpp"
#include "resources/report_opening.hpp"
#include "resources/report_shapes.hpp"
#include "resources/routes.hpp"
#include "resources/supplementing.hpp"
#include "routing/conditional.hpp"
#include "routing/query.hpp"
#include "wire/answers.hpp"

namespace langnghe::api::resources {
namespace {

namespace report = projections::report;

/// A supplement is made of what changed since the figures were last told, which only the views
/// know.
std::expected<AllowedActs, Problem> allowed_on(Call& call, const Reading& reading,
                                               const domain::Period& period) {
  auto allowed = allowed_for(call, reading, domain::Subject::report,
                             call.param("family") + '/' + call.param("period"));
  if (!allowed) {
    return allowed;
  }
  const auto supplement =
      std::ranges::find(*allowed, domain::SupplementReport::kAct, &AllowedAct::act);
  if (supplement == allowed->end() || supplement->refusal) {
    return allowed;
  }
  const auto differ = has_differences(call, {period.family, period.name});
  if (!differ) {
    return fail(differ.error());
  }
  if (!*differ) {
    supplement->refusal = domain::Refusal{domain::RefusalCode::figures_unchanged, {}};
  }
  return allowed;
}

// GET …/reports/{family}/{period}
Reply get_report(Call& call) {
  Query query(call.target);
  const auto opened = open_report(call, query);
  if (!opened) {
    return fail(opened.error());
  }
  const auto& [reading, found] = *opened;
  const auto allowed = allowed_on(call, reading, found.period);
  if (!allowed) {
    return fail(allowed.error());
  }
  call.cacheable = reading.repeatable;
  return resource_answer(call, reading, found.row.version,
                         wire::text(shape_of(call, reading, found, *allowed)));
}

/// Items that are neither an issue nor a dialogue: told by the figure they stand behind.
shapes::FigureItem other_item(const projections::Snapshot& snapshot, std::string_view figure,
                              const std::string& id) {
  using Kind = shapes::FigureItemKind;
  if (figure.starts_with("documents.")) {
    return {id, Kind::document, id, {}, {}};
  }
  if (const auto made = projections::oversight::recommendation(snapshot, {id})) {
    return {id, Kind::recommendation, made->recommendation.made.body, {}, {}};
  }
  if (figure.starts_with("supervision.takedowns")) {
    return {id, Kind::takedown, {}, {}, {}};
  }
  if (const auto resident = projections::residents::find(snapshot, {id})) {
    return {id,
            Kind::resident,
            {},
            resident->state.resident.khom.value,
            std::string(domain::to_text(resident->state.phase))};
  }
  // A khóm's duty of a quarter: `tan-my/2021-Q1`.
  const auto slash = id.find('/');
  if (slash != std::string::npos) {
    return {id, Kind::duty, id.substr(slash + 1), id.substr(0, slash), {}};
  }
  return {id, Kind::other, {}, {}, {}};
}

shapes::FigureItem item_of(const projections::Snapshot& snapshot, std::string_view figure,
                           const std::string& id) {
  using Kind = shapes::FigureItemKind;
  if (const auto issue = projections::issues::find_one(snapshot, {id})) {
    const auto& state = issue->state;
    return {id, Kind::issue, state.recorded.subject, state.recorded.khom.value,
            std::string(domain::to_text(state.phase))};
  }
  if (const auto dialogue = projections::dialogues::find(snapshot, {id})) {
    return {id, Kind::dialogue, domain::to_text(dialogue->schedule.date),
            dialogue->schedule.khom.value, std::string(domain::to_text(dialogue->phase))};
  }
  return other_item(snapshot, figure, id);
}

// GET …/reports/{family}/{period}/figures/{figure}
Reply get_figure(Call& call) {
  Query query(call.target);
  const auto opened = open_report(call, query);
  if (!opened) {
    return fail(opened.error());
  }
  const auto& [reading, found] = *opened;
  const auto& figures = found.figures->figures.figures;
  const auto figure = std::ranges::find(figures, call.param("figure"), &report::Figure::id);
  if (figure == figures.end()) {
    return fail(ProblemCode::not_found);
  }
  const bool words = may_read_behind_figures(*call.access);
  const auto items_of = [&](const std::vector<std::string>& ids) {
    std::vector<shapes::FigureItem> items;
    for (const auto& id : ids) {
      auto item = item_of(*reading.snapshot, figure->id, id);
      items.push_back(words ? std::move(item) : shapes::FigureItem{item.id, item.kind, {}, {}, {}});
    }
    return items;
  };
  auto detail = shape_of(call, reading, found, *figure);
  detail.items = items_of(figure->items);
  detail.against = items_of(figure->against);
  return list_answer(call, reading, wire::text(detail));
}

// GET …/reports/{family}?year=
Reply list_reports(Call& call) {
  const auto family = path_family(call);
  if (!family) {
    return fail(family.error());
  }
  Query query(call.target);
  const auto year = query.number("year", codec::kYearMin, codec::kYearMax);
  const auto reading = open_reading(call, query);
  if (!reading) {
    return fail(reading.error());
  }
  const int wanted = year ? static_cast<int>(*year) : static_cast<int>(reading->today.year());
  shapes::ReportList list{.head = head_of(call, *reading, {report::definition()}),
                          .family = *family,
                          .year = wanted,
                          .items = {}};
  for (const auto& period : domain::periods_of_year(*family, wanted)) {
    const auto row =
        report::find(*reading->snapshot, {*family, period.name}).value_or(report::ReportRow{});
    list.items.push_back({period, row.state.phase, row.version.value, period.to < reading->today});
  }
  return list_answer(call, *reading, wire::text(list));
}

}  // namespace

void add_report_routes(std::vector<Route>& routes) {
  add_read(routes, "reports/{family}", &list_reports);
  add_read(routes, "reports/{family}/{period}", &get_report);
  add_read(routes, "reports/{family}/{period}/figures/{figure}", &get_figure);
}

}  // namespace langnghe::api::resources
