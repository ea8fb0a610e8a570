#pragma once

#include <map>
#include <vector>

#include <projections/views.hpp>

#include "report/figures/act_figures.hpp"
#include "report/figures/measure.hpp"
#include "report/figures/tally.hpp"
#include "report/report_duties.hpp"
#include "report/report_facts.hpp"

namespace langnghe::projections::report {

/// For every quarter of the period, the dialogues as they were when it ended.
using Dialogues = std::vector<std::vector<DialogueFacts>>;

/// People who spoke and gave no name.
class Nameless {
 public:
  explicit Nameless(const Snapshot& snapshot);
  /// Was no name of them known at the end of that day?
  [[nodiscard]] bool is(const domain::ResidentId& resident, const domain::Date& day) const;

 private:
  std::map<domain::ResidentId, NamelessFacts> known_;
};

/// The groups `dialogues` and `opinions` of the dictionary. `acts` holds those of the dialogues.
void add_meeting_figures(FigureList& list, const Dialogues& dialogues, const Nameless& nameless,
                         const Measure& measure, const ActFigures& acts, const DutyRecords& duties);

}  // namespace langnghe::projections::report
