#include "report/figures/figures_oversight.hpp"

#include <algorithm>

#include <projections/oversight.hpp>

namespace langnghe::projections::report {

void add_document_figures(FigureList& list, const Snapshot& snapshot, const Measure& measure) {
  Tally issued;
  Tally voided;
  const int last_year = static_cast<int>(measure.period.to.year());
  for (int year = static_cast<int>(measure.period.from.year()); year <= last_year; ++year) {
    for (const auto& document : oversight::documents(snapshot, year)) {
      if (measure.within(document.date)) {
        auto& tally = document.voided ? voided : issued;
        tally.add_part(domain::to_text(document.type), {document.symbol, document.position.value});
      }
    }
  }
  list.add("documents.issued", issued);
  list.add("documents.numbers_voided", voided);
}

void add_supervision_figures(FigureList& list, const Snapshot& snapshot, const Measure& measure,
                             const ActFigures& acts) {
  Tally made;
  Share in_time;
  Tally unanswered;
  for (const auto& row : oversight::recommendations(snapshot, {})) {
    const auto& recommendation = row.recommendation.made;
    const FigureSource source(recommendation.recommendation.value, row.position.value);
    made.add_if(measure.within(row.made_on), source);
    const auto ran_out = std::max(row.made_on, recommendation.answer_due);
    if (measure.within(ran_out) && ran_out <= measure.over) {
      const bool kept = row.answered_on && *row.answered_on <= recommendation.answer_due;
      in_time.add(kept, {recommendation.recommendation.value,
                         kept ? row.answered_at.value : row.position.value});
    }
    const bool answered = row.answered_on && *row.answered_on <= measure.on;
    unanswered.add_if(row.made_on <= measure.on && !answered, source);
  }
  list.add("supervision.recommendations", made);
  list.add("supervision.answered_in_time", in_time);
  list.add("supervision.unanswered", unanswered);
  list.add("supervision.sealed_reads", acts.of(Act::sealed_read));
  list.add("supervision.takedowns", acts.of(Act::takedown));
}

}  // namespace langnghe::projections::report
