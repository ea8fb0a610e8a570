#include "resources/supplementing.hpp"

#include <projections/report.hpp>

#include "routing/path_values.hpp"

namespace langnghe::api::resources {
namespace {

namespace report = projections::report;

/// The ledger size of the figures that were last told: frozen, or of the newest supplement.
std::uint64_t last_told(const domain::ReportState& document) {
  return document.supplements.empty() ? document.frozen->ledger_size
                                      : document.supplements.back().ledger_size;
}

}  // namespace

std::expected<void, Problem> find_differences(const Call& call, domain::SupplementReport& command) {
  const auto views = views_at_head(call);
  if (!views) {
    return fail(views.error());
  }
  const auto row = report::find(**views, command.report);
  const auto period = domain::find_period(command.report.family, command.report.period);
  if (!row || !row->state.frozen || !period) {
    return {};
  }
  // Both in the dictionary the report was frozen by: a new definition is no new fact.
  const int version = row->state.frozen->definition_version;
  const auto since = last_told(row->state);
  const auto told = call.figures.as_of(call.ledger, call.services.views, since, *period, version);
  if (!told) {
    return fail(view_problem(told.error()));
  }
  const auto current = call.figures.of(call.ledger, **views, *period, version);
  auto found = report::differences((*told)->figures, since, **views, current->figures);
  command.ledger_size = (*views)->size();
  command.definition_version = version;
  command.figures_hash = current->hash;
  command.differences = std::move(found.figures);
  command.positions = std::move(found.positions);
  return {};
}

}  // namespace langnghe::api::resources
