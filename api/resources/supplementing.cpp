#include "resources/supplementing.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

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

/// Both in the dictionary the report was frozen by: a new definition is no new fact.
struct ToldAndCurrent {
  std::shared_ptr<const projections::Snapshot> views;
  int version = 0;
  std::uint64_t since = 0;  ///< records that the ledger held when they were told
  std::shared_ptr<const HashedFigures> told;
  std::shared_ptr<const HashedFigures> current;
};

/// None where nothing is frozen.
std::expected<std::optional<ToldAndCurrent>, Problem> told_and_current(
    const Call& call, const domain::ReportKey& key) {
  const auto views = views_at_head(call, domain::SupplementReport::kAct);
  if (!views) {
    return fail(views.error());
  }
  const auto row = report::find(**views, key);
  const auto period = domain::find_period(key.family, key.period);
  if (!row || !row->state.frozen || !period) {
    return std::nullopt;
  }
  const int version = row->state.frozen->definition_version;
  if (!is_known_dictionary(version)) {
    return fail(ProblemCode::ledger_unreadable,
                {{"position", std::to_string(row->state.frozen->ledger_size)}});
  }
  const auto [since, measured_on] = last_told(row->state);
  auto told = call.figures.as_of(call.ledger, call.services.views, since,
                                 as_told(*period, version, measured_on));
  if (!told) {
    return fail(view_problem(told.error()));
  }
  auto current = call.figures.of(
      call.ledger, **views,
      {.period = *period, .today = domain::local_date(call.now), .version = version});
  return ToldAndCurrent{*views, version, since, *std::move(told), std::move(current)};
}

}  // namespace

std::expected<void, Problem> find_differences(const Call& call, domain::SupplementReport& command) {
  const auto found = told_and_current(call, command.report);
  if (!found) {
    return fail(found.error());
  }
  if (!*found) {
    return {};
  }
  const auto& [views, version, since, told, current] = **found;
  auto differences = report::differences(told->figures, since, *views, current->figures);
  command.ledger_size = views->size();
  command.definition_version = version;
  command.figures_hash = current->hash;
  if (current->figures.estimate) {
    command.measured_on = current->figures.measured_on;
  }
  command.differences = std::move(differences.figures);
  command.positions = std::move(differences.positions);
  return {};
}

std::expected<bool, Problem> has_differences(const Call& call, const domain::ReportKey& key) {
  const auto found = told_and_current(call, key);
  if (!found) {
    return fail(found.error());
  }
  return *found && report::differ((*found)->told->figures, (*found)->current->figures);
}

}  // namespace langnghe::api::resources
