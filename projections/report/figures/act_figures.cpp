#include "report/figures/act_figures.hpp"

namespace langnghe::projections::report {

void ActFigures::count(std::string_view item, const std::vector<CountedAct>& acts) {
  for (const auto& act : acts) {
    count(item, act);
  }
}

void ActFigures::count(std::string_view item, const CountedAct& act) {
  if (!measure_.within(act.at)) {
    return;
  }
  auto& tally = tallies_[static_cast<std::size_t>(act.act)];
  const FigureSource source(item, act.at.position);
  if (act.part.empty()) {
    tally.add(source);
  } else {
    tally.add_part(act.part, source);
  }
}

}  // namespace langnghe::projections::report
