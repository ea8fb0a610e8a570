#include <domain/plan.hpp>

namespace langnghe::domain {
namespace {

void fold(PlanState& state, const PlanDrafted& event) {
  state.phase = PlanPhase::drafted;
  state.plan = event;
}

void fold(PlanState& state, const PlanApproved& event) {
  state.phase = PlanPhase::approved;
  state.approval = event;
}

void fold(PlanState& state, const PlanPublished& event) {
  state.phase = PlanPhase::published;
  state.places = event.places;
}

}  // namespace

void evolve(PlanState& state, const PlanEvent& event) {
  std::visit([&](const auto& what) { fold(state, what); }, event);
}

}  // namespace langnghe::domain
