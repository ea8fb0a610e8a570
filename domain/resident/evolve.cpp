#include <domain/resident.hpp>

namespace langnghe::domain {

void evolve(ResidentState& state, const ResidentEvent& event) {
  state.exists = true;
  state.resident = std::get<ResidentRegistered>(event);
}

}  // namespace langnghe::domain
