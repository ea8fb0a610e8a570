#pragma once

#include <vector>

#include <projections/views.hpp>

#include "report/dictionary2/act_figures.hpp"
#include "report/dictionary2/measure.hpp"
#include "report/dictionary2/tally.hpp"
#include "report/report_facts.hpp"

namespace langnghe::projections::report::second {

/// The groups `dialogues` and `opinions` of the dictionary. `acts` holds those of the dialogues.
void add_meeting_figures(FigureList& list, const Snapshot& snapshot,
                         const std::vector<DialogueFacts>& dialogues, const Measure& measure,
                         const ActFigures& acts);

}  // namespace langnghe::projections::report::second
