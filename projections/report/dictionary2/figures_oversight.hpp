#pragma once

#include <projections/views.hpp>

#include "report/dictionary2/act_figures.hpp"
#include "report/dictionary2/measure.hpp"
#include "report/dictionary2/tally.hpp"

namespace langnghe::projections::report::second {

/// Numbers of the register by type of document, and voided ones.
void add_document_figures(FigureList& list, const Snapshot& snapshot, const Measure& measure);

/// The group `supervision` of the dictionary.
void add_supervision_figures(FigureList& list, const Snapshot& snapshot, const Measure& measure,
                             const ActFigures& acts);

}  // namespace langnghe::projections::report::second
