#pragma once

#include "report/figures/act_figures.hpp"
#include "report/figures/figures_issues.hpp"
#include "report/figures/measure.hpp"
#include "report/figures/tally.hpp"

namespace langnghe::projections::report {

/// The group `entries` of the dictionary, with the positions `figures` lists as late.
void add_quality_figures(FigureList& list, Figures& figures, const ViewReader& view,
                         const Measure& measure, const ActFigures& acts,
                         const IssueFigures& issues);

}  // namespace langnghe::projections::report
