#pragma once

#include "report/figures/act_figures.hpp"
#include "report/figures/measure.hpp"
#include "report/figures/tally.hpp"
#include "report/report_facts.hpp"

namespace langnghe::projections::report {

/// The groups `forwarded`, `notices`, `promises` and `feedback` of the dictionary.
class AnswerFigures {
 public:
  explicit AnswerFigures(const Measure& measure) : measure_(measure) {}
  void count(const IssueFacts& issue);
  void add_forwards_to(FigureList& list, const ActFigures& acts) const;
  void add_notices_to(FigureList& list, const ActFigures& acts) const;
  void add_promises_to(FigureList& list, const ActFigures& acts) const;
  void add_feedback_to(FigureList& list, const ActFigures& acts) const;

 private:
  void count_forwards(const IssueFacts& issue);
  void count_notices(const IssueFacts& issue);
  void count_promise(const IssueFacts& issue, const PromiseFacts& promise);
  void count_responses(const IssueFacts& issue, const Quarter& quarter);
  void count_verdicts(const IssueFacts& issue);

  const Measure& measure_;
  Tally sent_, acknowledged_, told_;
  Share pending_long_;
  Tally notices_, delivered_, owed_, pending_;
  Share on_time_;
  Tally promises_due_;
  Share fulfilled_, responses_, satisfied_, partly_, dissatisfied_, unasked_, not_solved_;
};

}  // namespace langnghe::projections::report
