#include "resources/supplementing.hpp"

#include <cstdint>
#include <optional>

#include <projections/report.hpp>

#include "call/path_values.hpp"

namespace langnghe::api::resources {
namespace {

namespace report = projections::report;

/// The figures that were last told: frozen, or of the newest supplement.
struct LastTold {
  std::uint64_t size = 0;
  std::optional<domain::Date> measured_on;
};

LastTold last_told(const domain::ReportState& document) {
  if (document.supplements.empty()) {
    return {document.frozen->ledger_size, document.frozen->measured_on};
  }
  const auto& newest = document.supplements.back();
  return {newest.ledger_size, newest.measured_on};
}

}  // namespace

std::expected<void, Problem> find_differences(const Call& call, domain::SupplementReport& command) {
  const auto views = views_at_head(call, domain::SupplementReport::kAct);
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
  if (!is_known_dictionary(version)) {
    return fail(ProblemCode::ledger_unreadable,
                {{"position", std::to_string(row->state.frozen->ledger_size)}});
  }
  const auto [since, measured_on] = last_told(row->state);
  const auto told = call.figures.as_of(call.ledger, call.services.views, since,
                                       as_told(*period, version, measured_on));
  if (!told) {
    return fail(view_problem(told.error()));
  }
  const auto current = call.figures.of(
      call.ledger, **views,
      {.period = *period, .today = domain::local_date(call.now), .version = version});
  auto found = report::differences((*told)->figures, since, **views, current->figures);
  command.ledger_size = (*views)->size();
  command.definition_version = version;
  command.figures_hash = current->hash;
  if (current->figures.estimate) {
    command.measured_on = current->figures.measured_on;
  }
  command.differences = std::move(found.figures);
  command.positions = std::move(found.positions);
  return {};
}

}  // namespace langnghe::api::resources
