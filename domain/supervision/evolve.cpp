#include <domain/supervision.hpp>

namespace langnghe::domain {
namespace {

void fold(SupervisionState& state, const RecommendationMade& event) {
  state.recommendations[event.recommendation] = Recommendation{event, std::nullopt};
}

void fold(SupervisionState& state, const RecommendationAnswered& event) {
  const auto found = state.recommendations.find(event.recommendation);
  if (found != state.recommendations.end()) {
    found->second.answer = event;
  }
}

void fold(SupervisionState& state, const SealedRead&) {
  ++state.sealed_reads;
}

void fold(SupervisionState& state, const TakedownRegistered& event) {
  state.takedowns.insert(event.takedown);
}

}  // namespace

void evolve(SupervisionState& state, const SupervisionEvent& event) {
  std::visit([&](const auto& what) { fold(state, what); }, event);
}

}  // namespace langnghe::domain
