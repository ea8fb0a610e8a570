#include "resources/report_shapes.hpp"

#include <map>
#include <string>

#include "reading/answer_parts.hpp"

namespace langnghe::api::resources {
namespace {

namespace report = projections::report;

shapes::Balance shape_of(const report::Balance& balance) {
  return {.carried_in = balance.carried_in,
          .fresh = balance.fresh,
          .reopened = balance.reopened,
          .ended = balance.ended,
          .carried_out = balance.carried_out,
          .voided = balance.voided,
          .holds = balance.holds()};
}

std::map<std::string, shapes::Balance> shape_of(
    const std::map<std::string, report::Balance>& balances) {
  std::map<std::string, shapes::Balance> all;
  for (const auto& [name, balance] : balances) {
    all.emplace(name, shape_of(balance));
  }
  return all;
}

shapes::Figures shape_of(const report::Figures& figures) {
  shapes::Figures shape{.definition_version = figures.definition_version,
                        .measured_on = figures.measured_on,
                        .estimate = figures.estimate,
                        .balance = shape_of(figures.balance),
                        .by_khom = shape_of(figures.by_khom),
                        .by_field = shape_of(figures.by_field),
                        .by_type = shape_of(figures.by_type),
                        .figures = {},
                        .late_entries = figures.late_entries};
  shape.figures.reserve(figures.figures.size());
  for (const auto& figure : figures.figures) {
    shape.figures.push_back(resources::shape_of(figure));
  }
  return shape;
}

/// Estimates that figures of the whole period took the place of, each to be opened by its number.
std::vector<shapes::Estimate> shape_of(const std::vector<domain::EstimatedReport>& estimates) {
  std::vector<shapes::Estimate> list;
  for (const auto& estimate : estimates) {
    list.push_back({.number = list.size() + 1,
                    .ledger_size = estimate.frozen.ledger_size,
                    .hash = {estimate.frozen.figures_hash},
                    .measured_on = estimate.frozen.measured_on,
                    .signature = estimate.signature});
  }
  return list;
}

}  // namespace

shapes::FigureRow shape_of(const report::Figure& figure) {
  shapes::FigureRow row{.id = {figure.id},
                        .kind = figure.kind,
                        .value = figure.value,
                        .of = figure.of,
                        .measured = figure.measured(),
                        .items = figure.items.size(),
                        .events = figure.events.size(),
                        .against = figure.against.size(),
                        .parts = {}};
  row.parts.reserve(figure.parts.size());
  for (const auto& part : figure.parts) {
    row.parts.push_back({part.key, part.value});
  }
  return row;
}

shapes::Report shape_of(const Call& call, const Reading& reading, const ReportFound& found,
                        const AllowedActs& allowed) {
  const auto& document = found.row.state;
  return {.head = head_of(call, reading, {report::definition()}),
          .period = found.period,
          .version = found.row.version.value,
          .phase = document.phase,
          .figures_hash = {found.figures->hash},
          .frozen = found.frozen,
          .narrative = document.narrative,
          .signature = document.signature,
          .submission = document.submission,
          .acknowledgement = document.acknowledgement,
          .returned = document.returned,
          .supplements = document.supplements,
          .estimates = shape_of(document.estimates),
          .allowed_commands = allowed_of(call, allowed),
          .figures = shape_of(found.figures->figures)};
}

shapes::FigureDetail shape_of(const Call& call, const Reading& reading, const ReportFound& found,
                              const report::Figure& figure) {
  shapes::FigureDetail detail{
      .head = head_of(call, reading, {report::definition()}),
      .period = found.period,
      .figures_position = found.frozen ? found.frozen->ledger_size : reading.position(),
      .measured_on = found.figures->figures.measured_on,
      .estimate = found.figures->figures.estimate,
      .figure = resources::shape_of(figure),
      .items = {},
      .events = figure.events,
      .against = {},
      .against_events = figure.against_events,
      .parts = {}};
  for (const auto& part : figure.parts) {
    detail.parts.push_back({part.key, part.value, part.items, part.events});
  }
  return detail;
}

}  // namespace langnghe::api::resources
