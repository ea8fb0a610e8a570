#pragma once

#include <vector>

#include <domain/period.hpp>
#include <projections/views.hpp>

#include "report_facts.hpp"
#include "tally.hpp"

namespace langnghe::projections::report {

/// The groups `dialogues` and `opinions` of the dictionary.
void add_meeting_figures(FigureList& list, const Snapshot& snapshot,
                         const std::vector<DialogueFacts>& dialogues, const domain::Period& period);

}  // namespace langnghe::projections::report
