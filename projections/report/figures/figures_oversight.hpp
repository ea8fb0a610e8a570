#pragma once

#include <projections/views.hpp>

#include "report/figures/act_figures.hpp"
#include "report/figures/measure.hpp"
#include "report/figures/tally.hpp"

namespace langnghe::projections::report {

/// Numbers of the register by type of document, and voided ones.
void add_document_figures(FigureList& list, const Snapshot& snapshot, const Measure& measure);

/// The group `supervision` of the dictionary.
void add_supervision_figures(FigureList& list, const Snapshot& snapshot, const Measure& measure,
                             const ActFigures& acts);

}  // namespace langnghe::projections::report
