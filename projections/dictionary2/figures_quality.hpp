#pragma once

#include "act_figures.hpp"
#include "figures_issues.hpp"
#include "measure.hpp"
#include "tally.hpp"

namespace langnghe::projections::report::second {

/// The group `entries` of the dictionary, with the positions `figures` lists as late.
void add_quality_figures(FigureList& list, Figures& figures, const ViewReader& view,
                         const Measure& measure, const ActFigures& acts,
                         const IssueFigures& issues);

}  // namespace langnghe::projections::report::second
