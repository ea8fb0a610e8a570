#pragma once

#include <vector>

#include <projections/views.hpp>

#include "act_figures.hpp"
#include "measure.hpp"
#include "report_facts.hpp"
#include "tally.hpp"

namespace langnghe::projections::report::second {

/// The groups `dialogues` and `opinions` of the dictionary. `acts` holds those of the dialogues.
void add_meeting_figures(FigureList& list, const Snapshot& snapshot,
                         const std::vector<DialogueFacts>& dialogues, const Measure& measure,
                         const ActFigures& acts);

}  // namespace langnghe::projections::report::second
