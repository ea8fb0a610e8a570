#include <projections/report.hpp>

#include "call/path_values.hpp"
#include "resources/routes.hpp"
#include "wire/commands.hpp"

namespace langnghe::api::resources {
namespace {

/// Takes the figures as they follow from everything the ledger holds at this moment, as of the day
/// of the freeze: before the period is over they are an estimate of that day.
std::expected<void, Problem> take_figures(const Call& call, const domain::Period& period,
                                          const domain::Date& day, domain::FreezeFigures& command) {
  const auto views = views_at_head(call, domain::FreezeFigures::kAct);
  if (!views) {
    return fail(views.error());
  }
  const auto figures = call.figures.of(call.ledger, **views, {.period = period, .today = day});
  command.ledger_size = (*views)->size();
  command.definition_version = figures->figures.definition_version;
  command.figures_hash = figures->hash;
  if (figures->figures.estimate) {
    command.measured_on = figures->figures.measured_on;
  }
  return {};
}

}  // namespace

// POST …/reports/{family}/{period}/freeze -> 201
Reply freeze_figures(Call& call, const Act& act) {
  const auto intake = take_in(call, act);
  if (!intake) {
    return fail(intake.error());
  }
  const auto period = path_period(call);
  if (!period) {
    return fail(period.error());
  }
  const auto told = wire::read_freeze(call.request.body);
  if (!told) {
    return fail(told.error());
  }
  domain::FreezeFigures command;
  command.report = {period->family, period->name};
  command.estimate = told->what.estimate;
  if (!intake->answered) {
    const auto day = told->happened ? told->happened->date : domain::local_date(call.now);
    if (auto taken = take_figures(call, *period, day, command); !taken) {
      return fail(std::move(taken.error()));
    }
  }
  const auto tail = call.param("family") + '/' + call.param("period");
  return carry_out(call, *intake, std::move(command), told->happened,
                   {tail, ward_path(call, "reports/" + tail)});
}

}  // namespace langnghe::api::resources
