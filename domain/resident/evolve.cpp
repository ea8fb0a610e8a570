#include <domain/resident.hpp>

namespace langnghe::domain {
namespace {

void fold(ResidentState& state, const ResidentRegistered& event) {
  state.phase = event.anonymous ? ResidentPhase::anonymous : ResidentPhase::identified;
  state.resident = event;
}

void replace(std::optional<SealedText>& known, const std::optional<SealedText>& given) {
  if (given) {
    known = given;
  }
}

void fold(ResidentState& state, const ContactChanged& event) {
  replace(state.resident.name, event.name);
  replace(state.resident.phone, event.phone);
  replace(state.resident.address, event.address);
}

void fold(ResidentState& state, const IdentityWithheld&) {
  state.phase = ResidentPhase::withheld;
}

void fold(ResidentState& state, const IdentityRevealed&) {
  state.phase = ResidentPhase::identified;
  state.resident.anonymous = false;
}

// The khóm of the person is a figure and stays; what only the key could open goes with it.
void fold(ResidentState& state, const KeyDestroyed& event) {
  state.phase = ResidentPhase::erased;
  state.erasure = event;
  state.resident.name.reset();
  state.resident.phone.reset();
  state.resident.address.reset();
}

}  // namespace

void evolve(ResidentState& state, const ResidentEvent& event) {
  std::visit([&](const auto& what) { fold(state, what); }, event);
}

}  // namespace langnghe::domain
