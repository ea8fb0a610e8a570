#pragma once

#include "report/figures/act_figures.hpp"
#include "report/figures/measure.hpp"
#include "report/figures/tally.hpp"
#include "report/report_facts.hpp"

namespace langnghe::projections::report {

/// The group `issues` of the dictionary: what came in, and how it left its dialogue.
class IssueFigures {
 public:
  explicit IssueFigures(const Measure& measure) : measure_(measure) {}

  /// `khom` is where it was raised, where the issue itself does not say so.
  void count(const IssueFacts& issue, const domain::KhomId& khom);
  void add_to(FigureList& list, const ActFigures& acts) const;
  /// Open at the end and not classified within the policy's term, of those not classified.
  void add_unclassified_to(FigureList& list) const;
  [[nodiscard]] const Tally& reopened() const { return reopened_; }

 private:
  void count_new(const IssueFacts& issue, const domain::KhomId& khom, const Quarter& quarter);
  void count_groups(const IssueFacts& issue, const domain::KhomId& khom, const Quarter& quarter);
  void count_unclassified(const IssueFacts& issue);

  const Measure& measure_;
  Tally fresh_, channels_, fields_, khoms_, types_, complaints_, denunciations_, reopened_;
  Share on_the_spot_, accepted_, noted_, taken_away_, pressing_, groups_, unclassified_;
};

}  // namespace langnghe::projections::report
