#pragma once

#include "report/dictionary2/act_figures.hpp"
#include "report/dictionary2/figures_issues.hpp"
#include "report/dictionary2/measure.hpp"
#include "report/dictionary2/tally.hpp"

namespace langnghe::projections::report::second {

/// The group `entries` of the dictionary, with the positions `figures` lists as late.
void add_quality_figures(FigureList& list, Figures& figures, const ViewReader& view,
                         const Measure& measure, const ActFigures& acts,
                         const IssueFigures& issues);

}  // namespace langnghe::projections::report::second
