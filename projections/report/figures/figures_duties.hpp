#pragma once

#include <vector>

#include "report/figures/measure.hpp"
#include "report/figures/tally.hpp"
#include "report/report_duties.hpp"
#include "report/report_facts.hpp"

namespace langnghe::projections::report {

/// The dialogues owed to the khóm in the period, and those held.
void add_duty_figures(FigureList& list, const std::vector<std::vector<DialogueFacts>>& dialogues,
                      const Measure& measure, const DutyRecords& records);

}  // namespace langnghe::projections::report
