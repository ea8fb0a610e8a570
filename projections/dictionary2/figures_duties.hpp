#pragma once

#include <vector>

#include <projections/views.hpp>

#include "measure.hpp"
#include "report_facts.hpp"
#include "tally.hpp"

namespace langnghe::projections::report::second {

/// The dialogues owed to the khóm in the period, and those held.
void add_duty_figures(FigureList& list, const Snapshot& snapshot,
                      const std::vector<DialogueFacts>& dialogues, const Measure& measure);

}  // namespace langnghe::projections::report::second
