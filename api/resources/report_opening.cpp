#include "resources/report_opening.hpp"

#include <projections/report.hpp>

#include "call/path_values.hpp"
#include "resources/supplementing.hpp"

namespace langnghe::api::resources {
namespace {

namespace report = projections::report;
using Figures = std::shared_ptr<const HashedFigures>;

std::expected<Figures, Problem> figures_for(const Call& call, const Reading& reading,
                                            const domain::Period& period,
                                            const std::optional<domain::FiguresFrozen>& frozen) {
  if (!frozen) {
    return call.figures.of(call.ledger, *reading.snapshot,
                           {.period = period, .today = reading.today});
  }
  if (!is_known_dictionary(frozen->definition_version)) {
    return fail(ProblemCode::ledger_unreadable,
                {{"position", std::to_string(frozen->ledger_size)}});
  }
  auto figures =
      call.figures.as_of(call.ledger, call.services.views, frozen->ledger_size,
                         as_told(period, frozen->definition_version, frozen->measured_on));
  if (!figures) {
    return fail(view_problem(figures.error()));
  }
  return std::move(*figures);
}

/// Puts the estimate of that number in the place of the figures that followed it; false where there
/// is none.
bool show_estimate(domain::ReportState& document, std::uint64_t number) {
  if (number > document.estimates.size()) {
    return false;
  }
  auto& estimate = document.estimates[number - 1];
  document.frozen = estimate.frozen;
  document.narrative = estimate.narrative;
  document.signature = estimate.signature;
  document.submission = estimate.submission;
  document.acknowledgement = estimate.acknowledgement;
  document.returned = estimate.returned;
  document.supplements = estimate.supplements;
  return true;
}

}  // namespace

std::expected<OpenedReport, Problem> open_report(Call& call, Query& query) {
  const auto period = path_period(call);
  if (!period) {
    return fail(period.error());
  }
  const auto estimate = query.number("estimate", 1, 1000);
  auto reading = open_reading(call, query);
  if (!reading) {
    return fail(std::move(reading.error()));
  }
  return open_report_at(call, *std::move(reading), *period, estimate);
}

std::expected<OpenedReport, Problem> open_report_at(const Call& call, Reading reading,
                                                    const domain::Period& period,
                                                    std::optional<std::uint64_t> estimate) {
  OpenedReport opened{std::move(reading), {}};
  auto& found = opened.found;
  found.period = period;
  found.row = report::find(*opened.reading.snapshot, {period.family, period.name})
                  .value_or(report::ReportRow{});
  if (estimate && !show_estimate(found.row.state, *estimate)) {
    return fail(ProblemCode::not_found);
  }
  const auto& frozen = found.row.state.frozen;
  auto figures = figures_for(call, opened.reading, period, frozen);
  if (!figures) {
    return fail(std::move(figures.error()));
  }
  found.figures = std::move(*figures);
  if (frozen) {
    const auto size = frozen->ledger_size;
    found.frozen = shapes::FrozenFigures{.ledger_size = size,
                                         .hash = {frozen->figures_hash},
                                         .estimate = frozen->estimate,
                                         .matches = found.figures->hash == frozen->figures_hash,
                                         .records_since = opened.reading.position() - size};
  }
  return opened;
}

}  // namespace langnghe::api::resources
