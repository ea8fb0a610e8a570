#include "report/dictionary2/figures_balance.hpp"

#include "report/balance.hpp"

namespace langnghe::projections::report::second {

void BalanceFigures::count(const IssueFacts& issue) {
  const auto& timeline = issue.timeline;
  const auto& id = issue.id.value;
  for (const auto& step : timeline) {
    if (!measure_.within(step.day)) {
      continue;
    }
    const FigureSource source(id, step.position);
    switch (step.kind) {
      case Transition::Kind::received:
        fresh_.add(source);
        break;
      case Transition::Kind::ended:
        if (step.ending == domain::Ending::voided) {
          voided_.add(source);
        } else {
          ended_.add_part(domain::to_text(step.ending), source);
        }
        break;
      case Transition::Kind::reopened:
        reopened_.add(source);
        break;
    }
  }
  carried_in_.add_if(is_open_on(timeline, domain::add_days(measure_.period.from, -1)),
                     {id, issue.recorded_at});
  carried_out_.add_if(is_open_on(timeline, measure_.period.to), {id, issue.recorded_at});
}

void BalanceFigures::add_to(FigureList& list) const {
  list.add("balance.carried_in", carried_in_);
  list.add("balance.new", fresh_);
  list.add("balance.reopened", reopened_);
  list.add("balance.ended", ended_);
  list.add("balance.carried_out", carried_out_);
  list.add("balance.voided", voided_);
}

}  // namespace langnghe::projections::report::second
