#include <algorithm>

#include <domain/document_register.hpp>

namespace langnghe::domain {

bool RegisterState::is_taken(NumberingMode mode, DocumentType type, int number) const {
  if (mode == NumberingMode::per_type) {
    const auto series = taken.find(type);
    return series != taken.end() && series->second.contains(number);
  }
  return std::ranges::any_of(taken,
                             [&](const auto& series) { return series.second.contains(number); });
}

int RegisterState::next_free(NumberingMode mode, DocumentType type) const {
  int highest = 0;
  for (const auto& [series_type, numbers] : taken) {
    const bool belongs = mode == NumberingMode::shared || series_type == type;
    if (belongs && !numbers.empty()) {
      highest = std::max(highest, *numbers.rbegin());
    }
  }
  return highest + 1;
}

namespace {

void fold(RegisterState& state, const NumberTaken& event) {
  state.taken[event.type].insert(event.number);
}

void fold(RegisterState& state, const NumberVoided& event) {
  state.taken[event.type].insert(event.number);
  state.voided[event.type].insert(event.number);
}

}  // namespace

void evolve(RegisterState& state, const RegisterEvent& event) {
  std::visit([&](const auto& what) { fold(state, what); }, event);
}

}  // namespace langnghe::domain
