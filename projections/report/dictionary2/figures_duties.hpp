#pragma once

#include <vector>

#include <projections/views.hpp>

#include "report/dictionary2/measure.hpp"
#include "report/dictionary2/tally.hpp"
#include "report/report_facts.hpp"

namespace langnghe::projections::report::second {

/// The dialogues owed to the khóm in the period, and those held.
void add_duty_figures(FigureList& list, const Snapshot& snapshot,
                      const std::vector<DialogueFacts>& dialogues, const Measure& measure);

}  // namespace langnghe::projections::report::second
