#pragma once

#include <vector>

#include "measure.hpp"
#include "report_duties.hpp"
#include "report_facts.hpp"
#include "tally.hpp"

namespace langnghe::projections::report {

/// The dialogues owed to the khóm in the period, and those held.
void add_duty_figures(FigureList& list, const std::vector<std::vector<DialogueFacts>>& dialogues,
                      const Measure& measure, const DutyRecords& records);

}  // namespace langnghe::projections::report
