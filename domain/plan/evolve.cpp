#include <domain/plan.hpp>

namespace langnghe::domain {
namespace {

void fold(PlanState& state, const PlanDrafted& event) {
  state.phase = PlanPhase::drafted;
  state.plan = event;
  state.version = 1;
}

void fold(PlanState& state, const PlanApproved& event) {
  state.phase = PlanPhase::approved;
  state.approval = event;
}

void fold(PlanState& state, const PlanPublished& event) {
  state.phase = PlanPhase::published;
  state.places = event.places;
}

void fold(PlanState& state, const PlanAmended& event) {
  state.version = event.version;
  state.plan.lines = event.lines;
}

void fold(PlanState& state, const ObligationMissRetracted& event) {
  std::erase_if(state.missed, [&](const ObligationMissed& missed) {
    return missed.khom == event.khom && missed.quarter == event.quarter;
  });
}

// Recorded anew where another dialogue of the quarter was entered and was not enough.
void fold(PlanState& state, const ObligationMissed& event) {
  fold(state, ObligationMissRetracted{event.khom, event.quarter});
  state.missed.push_back(event);
}

void fold(PlanState& state, const LateDialogueCredited& event) {
  state.credited.push_back(event);
}

void fold(PlanState& state, const PlanClosed&) {
  state.phase = PlanPhase::closed;
}

}  // namespace

void evolve(PlanState& state, const PlanEvent& event) {
  std::visit([&](const auto& what) { fold(state, what); }, event);
}

}  // namespace langnghe::domain
