#pragma once

#include "report/dictionary2/act_figures.hpp"
#include "report/dictionary2/measure.hpp"
#include "report/dictionary2/tally.hpp"
#include "report/report_facts.hpp"

namespace langnghe::projections::report::second {

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
  void count_promises(const IssueFacts& issue);
  void count_feedback(const IssueFacts& issue);
  [[nodiscard]] bool is_on_time(const NoticeFacts& notice) const;
  [[nodiscard]] bool is_long(const Forwarding& forward) const;

  const Measure& measure_;
  Tally sent_, acknowledged_, told_, pending_, pending_long_;
  Tally notices_, delivered_, notices_measured_, notices_on_time_;
  Tally promises_due_, promises_fulfilled_;
  Tally responses_, answered_, satisfied_, partly_, dissatisfied_, unasked_, said_, not_solved_;
};

}  // namespace langnghe::projections::report::second
