#include "report/dictionary2/figures_oversight.hpp"

#include <projections/oversight.hpp>

namespace langnghe::projections::report::second {

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
  Tally measured;
  Tally in_time;
  Tally unanswered;
  for (const auto& row : oversight::recommendations(snapshot, {})) {
    const auto& recommendation = row.recommendation.made;
    const FigureSource source(recommendation.recommendation.value, row.position.value);
    const bool answered = row.answered_on && *row.answered_on <= measure.last_day;
    made.add_if(measure.within(row.made_on), source);
    if ((answered && measure.within(*row.answered_on)) ||
        (!answered && measure.within(recommendation.answer_due) &&
         recommendation.answer_due <= measure.last_day)) {
      const FigureSource clock(recommendation.recommendation.value,
                               answered ? row.answered_at.value : row.position.value);
      measured.add(clock);
      in_time.add_if(answered && !row.recommendation.answer->late, clock);
    }
    unanswered.add_if(row.made_on <= measure.last_day && !answered, source);
  }
  list.add("supervision.recommendations", made);
  list.add("supervision.answered_in_time", in_time, measured.value);
  list.add("supervision.unanswered", unanswered);
  list.add("supervision.sealed_reads", acts.of(Act::sealed_read));
  list.add("supervision.takedowns", acts.of(Act::takedown));
}

}  // namespace langnghe::projections::report::second
